package dev.adze.agent;

import static dev.adze.agent.Fixtures.finish;
import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.approval.ApprovalMode;
import dev.adze.approval.Decision;
import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStatus;
import dev.adze.event.ToolOutputAdded;
import dev.adze.loop.RunState;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.PreparedCall;
import dev.adze.tool.ToolContext;
import dev.adze.tool.ToolHandler;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs within a call that do not come to their end: nothing of them stays open. */
@Timeout(30)
class UnfinishedAgentToolTest extends BankerTests {
  @Test
  void anInnerAgentThatIsGoneIsAnErrorOfTheCall() throws InterruptedException {
    RunState state = sealed(suspended(hostOfBanker()));
    Agent other = hostOf(agent("cashier", banker, pay).asTool("ask", "Pays."));

    RunResult result = resume(other, RunRequest.resume(state).decide(PAY, Decision.approve()));

    told.assertPromises();
    assertThat(result.text()).isEqualTo("All done.");
    assertThat(status("call_1_1")).isEqualTo(ToolCallStatus.ERROR);
    assertThat(host.requests().get(1).messages().toString()).contains("\"cashier\"", "\"banker\"");
    assertThat(status(PAY)).isEqualTo(ToolCallStatus.CANCELLED);
    assertThat(ran).isEmpty();
  }

  @Test
  void anAgentToolThatIsGoneIsUnknownToTheModel() throws InterruptedException {
    RunState state = sealed(suspended(hostOfBanker()));

    RunResult result =
        resume(hostOf(pay), RunRequest.resume(state).decide(PAY, Decision.approve()));

    told.assertPromises();
    assertThat(result.text()).isEqualTo("All done.");
    assertThat(status(PAY)).isEqualTo(ToolCallStatus.CANCELLED);
    assertThat(ran).isEmpty();
  }

  @Test
  void anAgentToolThatIsAnotherToolNowEndsTheCallsOfTheAgent() throws InterruptedException {
    RunState state = sealed(suspended(hostOfBanker()));
    ToolSpec ask = agent("banker", banker, pay).asTool("ask", "Pays.").spec();
    FunctionTool other = FunctionTool.of(ask, (arguments, context) -> ToolOutput.of("somebody"));

    RunResult result = resume(hostOf(other), RunRequest.resume(state));

    told.assertPromises();
    assertThat(result.text()).isEqualTo("All done.");
    assertThat(status("call_1_1")).isEqualTo(ToolCallStatus.SUCCESS);
    assertThat(status(PAY)).isEqualTo(ToolCallStatus.CANCELLED);
  }

  @Test
  void anInnerAgentThatNobodyCanHandOverToAnyMoreIsAnErrorOfTheCall() throws InterruptedException {
    ScriptedModel desk = ScriptedModel.of(ScriptedTurn.toolCall("transfer_to_banker", "{}"));
    Agent after = agent("banker", banker, pay);
    Agent first = Agent.builder().name("desk").model(desk, "scripted").handoffs(after).build();
    RunState state = sealed(suspended(hostOf(first.asTool("ask", "Pays."))));
    String deep = state.pendingApprovals().get(0).callId();
    Agent other = hostOf(agent("desk", desk).asTool("ask", "Pays."));

    RunResult result = resume(other, RunRequest.resume(state).decide(deep, Decision.approve()));

    told.assertPromises();
    assertThat(result.text()).isEqualTo("All done.");
    assertThat(status("call_1_1")).isEqualTo(ToolCallStatus.ERROR);
    assertThat(host.requests().get(1).messages().toString()).contains("there is no \"banker\"");
    assertThat(status(deep)).isEqualTo(ToolCallStatus.CANCELLED);
    assertThat(ran).isEmpty();
  }

  /** Runs so many tasks and never another one. */
  private static final class StoppingExecutor implements Executor {
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicInteger left;

    StoppingExecutor(int tasks) {
      this.left = new AtomicInteger(tasks);
    }

    @Override
    public void execute(Runnable task) {
      if (left.getAndDecrement() > 0) {
        new Thread(task).start();
      } else {
        stopped.countDown();
      }
    }
  }

  @Test
  void aCancelBeforeTheCallIsAtWorkAgainClosesTheCallsWithin() throws InterruptedException {
    RunState state = sealed(suspended(hostOfBanker()));
    StoppingExecutor checkOnly = new StoppingExecutor(1);
    Run run =
        Runner.builder(hostOfBanker()).executor(checkOnly).build().stream(
            RunRequest.resume(state).decide(PAY, Decision.approve()).build(), told);
    Fixtures.await(checkOnly.stopped);
    run.cancel();

    assertThat(finish(run).stopReason()).isEqualTo(StopReason.CANCELLED);
    told.assertPromises();
    assertThat(status(PAY)).isEqualTo(ToolCallStatus.CANCELLED);
    assertThat(ran).isEmpty();
  }

  /** An agent's tool with something around it. */
  private record Around(FunctionTool tool, ToolHandler before) implements FunctionTool {
    @Override
    public ToolSpec spec() {
      return tool.spec();
    }

    @Override
    public PreparedCall prepare(String argumentsJson) {
      PreparedCall prepared = tool.prepare(argumentsJson);
      return new PreparedCall() {
        @Override
        public String arguments() {
          return prepared.arguments();
        }

        @Override
        public ToolOutput call(ToolContext context) throws Exception {
          before.call(prepared.arguments(), context);
          return prepared.call(context);
        }
      };
    }
  }

  private Agent hostWith(ToolHandler before) {
    return hostOf(new Around(agent("banker", banker, pay).asTool("ask", "Pays."), before));
  }

  /** Cancels the run of a call, and does as if the call had not heard of it. */
  private static void cancelUnheard(Run run, ToolContext context) {
    CountDownLatch told = new CountDownLatch(1);
    context.onCancel(told::countDown);
    run.cancel();
    while (told.getCount() > 0) {
      try {
        told.await();
      } catch (InterruptedException unheard) {
        // It comes before the action.
      }
    }
    Thread.interrupted();
  }

  @Test
  void aCancelThatNobodyHasHeardOfStopsTheRunWithinWhenItGoesOn() throws InterruptedException {
    RunState state = sealed(suspended(hostOfBanker()));
    CompletableFuture<Run> resumed = new CompletableFuture<>();
    Agent deaf =
        hostWith((arguments, context) -> {
          resumed.join().cancel();
          Thread.interrupted();
          return ToolOutput.of("");
        });
    Runner runner = Runner.builder(deaf).executor(new StoppingExecutor(2)).build();
    resumed.complete(
        runner.stream(RunRequest.resume(state).decide(PAY, Decision.approve()).build(), told));

    assertThat(finish(resumed.join()).stopReason()).isEqualTo(StopReason.CANCELLED);
    told.assertPromises();
    assertThat(told.only(ToolCallComplete.class))
        .extracting(event -> event.result().abandoned())
        .containsExactly(false, false);
    assertThat(status(PAY)).isEqualTo(ToolCallStatus.CANCELLED);
  }

  @Test
  void whatFailsBeforeTheRunWithinGoesOnClosesItsCalls() throws InterruptedException {
    RunState state = sealed(suspended(hostOfBanker()));
    Agent busy =
        hostWith((arguments, context) -> {
          throw new IOException("busy");
        });

    RunResult result = resume(busy, RunRequest.resume(state).decide(PAY, Decision.approve()));

    told.assertPromises();
    assertThat(result.text()).isEqualTo("All done.");
    assertThat(status("call_1_1")).isEqualTo(ToolCallStatus.ERROR);
    assertThat(status(PAY)).isEqualTo(ToolCallStatus.CANCELLED);
    assertThat(ran).isEmpty();
  }

  @Test
  void aRunWithinACallThatWasGivenUpDoesNotGoOn() throws InterruptedException {
    RunState state = sealed(suspended(hostOfBanker()));
    CompletableFuture<Run> resumed = new CompletableFuture<>();
    CountDownLatch givenUp = new CountDownLatch(1);
    CompletableFuture<Throwable> late = new CompletableFuture<>();
    FunctionTool banking = agent("banker", banker, pay).asTool("ask", "Pays.");
    FunctionTool stubborn =
        new Around(
            banking,
            (arguments, context) -> {
              cancelUnheard(resumed.join(), context);
              Fixtures.await(givenUp);
              try {
                return banking.prepare(arguments).call(context);
              } catch (IllegalStateException refused) {
                late.complete(refused);
                throw refused;
              }
            });
    Runner runner = Runner.builder(hostOf(stubborn)).build();
    resumed.complete(
        runner.stream(RunRequest.resume(state).decide(PAY, Decision.approve()).build(), told));

    assertThat(finish(resumed.join()).stopReason()).isEqualTo(StopReason.CANCELLED);
    givenUp.countDown();
    told.assertPromises();
    assertThat(status(PAY)).isEqualTo(ToolCallStatus.CANCELLED);
    assertThat(late)
        .succeedsWithin(Duration.ofSeconds(10))
        .extracting(Throwable::getMessage)
        .asString()
        .contains("call_1_1 has ended");
    assertThat(ran).isEmpty();
  }

  /** A host whose tool does something when its agent has come back. */
  private Agent hostWithBehind(ToolHandler behind) {
    FunctionTool banking = agent("banker", banker, pay).asTool("ask", "Pays.");
    return hostOf(
        FunctionTool.of(
            banking.spec(),
            (arguments, context) -> {
              banking.prepare(arguments).call(context);
              return behind.call(arguments, context);
            }));
  }

  @Test
  void aToolMakesNothingOfAnAnswerThatIsNotThereYet() throws InterruptedException {
    Agent keeping =
        hostWithBehind((arguments, context) -> {
          ran.add("behind");
          return ToolOutput.of("kept");
        });
    RunState state = sealed(suspended(keeping));

    resume(keeping, RunRequest.resume(state).decide(PAY, Decision.approve()));

    assertThat(ran).containsExactly(PAY + " {\"euros\":10}", "behind");
    assertThat(host.requests().get(1).messages().toString()).contains("kept");
    told.assertPromises();
  }

  /** A host whose tool does something about an exception of its agent. */
  private Agent hostWithCatch(ToolHandler caught) {
    FunctionTool banking = agent("banker", banker, pay).asTool("ask", "Pays.");
    return hostOf(
        FunctionTool.of(
            banking.spec(),
            (arguments, context) -> {
              try {
                return banking.prepare(arguments).call(context);
              } catch (RuntimeException failed) {
                return caught.call(arguments, context);
              }
            }));
  }

  @Test
  void aToolThatMakesAnotherExceptionOfItIsCalledAgainAllTheSame() throws InterruptedException {
    Agent wrapping =
        hostWithCatch((arguments, context) -> {
          throw new IOException("The agent failed.");
        });

    resume(
        wrapping, RunRequest.resume(sealed(suspended(wrapping))).decide(PAY, Decision.approve()));

    assertThat(ran).hasSize(1);
    assertThat(status("call_1_1")).isEqualTo(ToolCallStatus.SUCCESS);
    told.assertPromises();
  }

  @Test
  void aToolThatIsGivenUpWhenTheRunWithinWaitsClosesItsCalls() throws InterruptedException {
    CountDownLatch behind = new CountDownLatch(1);
    CountDownLatch givenUp = new CountDownLatch(1);
    Agent deaf =
        hostWithCatch((arguments, context) -> {
          behind.countDown();
          while (givenUp.getCount() > 0) {
            try {
              givenUp.await();
            } catch (InterruptedException unheard) {
              // It does not stop.
            }
          }
          return ToolOutput.of("never read");
        });
    Run run = Runner.builder(deaf).approver(request -> Decision.defer()).build().stream("Hi", told);
    Fixtures.await(behind);
    run.cancel();

    assertThat(finish(run).stopReason()).isEqualTo(StopReason.CANCELLED);
    int events = told.events().size();
    givenUp.countDown();
    told.assertPromises();
    assertThat(status(PAY)).isEqualTo(ToolCallStatus.CANCELLED);
    assertThat(told.events()).hasSize(events);
  }

  /** Their calls would have the same ids, by which they are decided. */
  @Test
  void aCallRunsOneAgentOnce() throws InterruptedException {
    FunctionTool banking = agent("banker", banker, pay).asTool("ask", "Pays.");
    Agent twice = hostWithBehind((arguments, context) -> banking.prepare(arguments).call(context));

    Run run =
        Runner.builder(twice).approver(request -> Decision.approve()).build().stream("Hi", told);

    assertThat(finish(run).text()).isEqualTo("All done.");
    told.assertPromises();
    assertThat(ran).hasSize(1);
    assertThat(host.requests().get(1).messages().toString()).contains("A call runs one agent");
  }

  @Test
  void aCallThatHadBegunAndIsForbiddenNowIsCancelledAndNotDenied() throws InterruptedException {
    RunState state = sealed(suspended(hostOfBanker()));

    resume(hostOfBanker(), RunRequest.resume(state).approvalMode(ApprovalMode.READ_ONLY));

    told.assertPromises();
    assertThat(status("call_1_1")).isEqualTo(ToolCallStatus.CANCELLED);
    assertThat(host.requests().get(1).messages().toString()).contains("The call had begun");
    assertThat(ran).isEmpty();
  }

  @Test
  void aCancelClosesTheCallsOfARunThatWaits() throws InterruptedException {
    RunState state = sealed(suspended(hostOfBanker()));
    Run run =
        Runner.builder(hostOfBanker()).build().stream(
            RunRequest.resume(state).build(),
            new RunListener() {
              @Override
              public void onStart(Run begun) {
                begun.cancel();
              }

              @Override
              public void onEvent(RunEvent event) {
                told.onEvent(event);
              }
            });

    assertThat(finish(run).stopReason()).isEqualTo(StopReason.CANCELLED);
    assertThat(ran).isEmpty();
    told.assertPromises();
    assertThat(status(PAY)).isEqualTo(ToolCallStatus.CANCELLED);
    assertThat(told.only(ToolOutputAdded.class))
        .extracting(event -> event.result().call().id())
        .containsExactly(PAY, "call_1_1");
  }

  /** Runs so many tasks, and keeps whoever has the next one waiting. */
  private static final class StuckExecutor implements Executor {
    private final CountDownLatch stuck = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger left;

    StuckExecutor(int tasks) {
      this.left = new AtomicInteger(tasks);
    }

    @Override
    public void execute(Runnable task) {
      if (left.getAndDecrement() == 0) {
        stuck.countDown();
        while (over.getCount() > 0) {
          try {
            over.await();
          } catch (InterruptedException unheard) {
            // Whoever is stuck hears of no cancel.
          }
        }
      }
      new Thread(task).start();
    }
  }

  private void cancelWhileStuck(StuckExecutor executor, Runner.Builder runner)
      throws InterruptedException {
    Run run = runner.executor(executor).build().stream("Hi", told);
    Fixtures.await(executor.stuck);
    run.cancel();

    assertThat(finish(run).stopReason()).isEqualTo(StopReason.CANCELLED);
    told.assertPromises();
    int events = told.events().size();
    executor.over.countDown();
    assertThat(ran).isEmpty();
    assertThat(told.events()).hasSize(events);
  }

  @Test
  void aRunThatIsStuckWithinACallIsGivenUpWithIt() throws InterruptedException {
    cancelWhileStuck(new StuckExecutor(4), Runner.builder(hostOfBanker()));

    assertThat(status(PAY)).isEqualTo(ToolCallStatus.CANCELLED);
  }

  /** The one in between is stuck when it has edited arguments to check, and hears of no cancel. */
  @Test
  void aRunWithinARunThatIsStuckIsGivenUpToo() throws InterruptedException {
    CountDownLatch waiting = new CountDownLatch(1);
    ScriptedModel clerk =
        ScriptedModel.of(
            ScriptedTurn.builder().toolCall("ask", ASK).toolCall("pay", "{\"euros\":3}").build());
    FunctionTool banking = agent("banker", banker, pay).asTool("ask", "");
    StuckExecutor executor = new StuckExecutor(9);
    cancelWhileStuck(
        executor,
        Runner.builder(hostOf(agent("clerk", clerk, banking, pay).asTool("ask", "")))
            .approver(request -> {
              if (request.agent().equals("clerk")) {
                Fixtures.await(waiting);
                return Decision.approveWith("{\"euros\":2}");
              }
              waiting.countDown();
              executor.over.await();
              return Decision.approve();
            }));

    assertThat(status("call_1_1-1_1-1_1")).isEqualTo(ToolCallStatus.CANCELLED);
    assertThat(status("call_1_1-1_2")).isEqualTo(ToolCallStatus.CANCELLED);
    assertThat(status("call_1_1")).isEqualTo(ToolCallStatus.CANCELLED);
  }
}
