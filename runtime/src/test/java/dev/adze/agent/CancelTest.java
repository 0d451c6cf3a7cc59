package dev.adze.agent;

import static dev.adze.agent.Fixtures.agent;
import static dev.adze.agent.Fixtures.calls;
import static dev.adze.agent.Fixtures.finish;
import static dev.adze.agent.Fixtures.guarded;
import static dev.adze.agent.Fixtures.observation;
import static dev.adze.agent.Fixtures.runner;
import static dev.adze.agent.Fixtures.tool;
import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.event.RawResponse;
import dev.adze.event.RunResult;
import dev.adze.event.StepStart;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolOutputAdded;
import dev.adze.model.ModelCall;
import dev.adze.model.ModelChunk;
import dev.adze.model.ModelClient;
import dev.adze.model.ModelResponse;
import dev.adze.model.ToolMessage;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.testing.RecordedEvents;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Cancelling wherever a run can stand. */
class CancelTest {
  private final RecordedEvents told = new RecordedEvents();

  /** Keeps what is told, and cancels at the first event of a kind. */
  private RunListener cancelAt(Class<?> kind) {
    AtomicReference<Run> run = new AtomicReference<>();
    return new RunListener() {
      @Override
      public void onStart(Run started) {
        run.set(started);
      }

      @Override
      public void onEvent(dev.adze.event.RunEvent event) {
        told.onEvent(event);
        if (kind.isInstance(event)) {
          run.get().cancel();
        }
      }
    };
  }

  @Test
  void beforeTheStart() throws InterruptedException {
    ScriptedModel model = ScriptedModel.of(ScriptedTurn.text("never"));
    RunListener listener =
        new RunListener() {
          @Override
          public void onStart(Run run) {
            run.cancel();
            run.cancel();
          }

          @Override
          public void onEvent(dev.adze.event.RunEvent event) {
            told.onEvent(event);
          }
        };
    RunResult result = finish(runner(model).stream("hello", listener));

    told.assertOutline("execution_start", "execution_complete CANCELLED");
    assertThat(result.stopReason()).isEqualTo(StopReason.CANCELLED);
    assertThat(model.requests()).isEmpty();
  }

  @Test
  void beforeTheModelCallWasSent() throws InterruptedException {
    ScriptedModel model = ScriptedModel.of(ScriptedTurn.text("never"));
    finish(runner(model).stream("hello", cancelAt(StepStart.class)));

    told.assertOutline(
        "execution_start", "step_start", "step_complete", "execution_complete CANCELLED");
    assertThat(model.requests()).isEmpty();
  }

  @Test
  void whileTheModelAnswers() throws InterruptedException {
    ScriptedModel model =
        ScriptedModel.of(ScriptedTurn.builder().text("I think").hanging().build());
    RunResult result = finish(runner(model).stream("hello", cancelAt(RawResponse.class)));

    told.assertOutline(
        "execution_start",
        "step_start",
        "raw_response_event",
        "step_complete",
        "execution_complete CANCELLED");
    assertThat(result.messages()).hasSize(1);
  }

  @Test
  void whileAToolRuns() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    CompletableFuture<Boolean> toldByContext = new CompletableFuture<>();
    FunctionTool slow =
        tool(
            "slow",
            (arguments, context) -> {
              context.onCancel(() -> toldByContext.complete(context.isCancelled()));
              running.countDown();
              new CountDownLatch(1).await();
              return ToolOutput.of("never");
            });
    Run run = runner(calls("slow", "{}", "slow", "{}"), slow).stream("hello", told);
    Fixtures.await(running);
    run.cancel();
    run.cancel();
    RunResult result = finish(run);

    assertThat(told.outline())
        .endsWith(
            "tool_output call_1_1",
            "tool_output call_1_2",
            "step_complete",
            "execution_complete CANCELLED");
    assertThat(toldByContext).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(true);
    assertThat(told.only(ToolOutputAdded.class))
        .allSatisfy(output -> {
          assertThat(output.result().status().name()).isEqualTo("CANCELLED");
          assertThat(output.result().abandoned()).isFalse();
        });
    assertThat(result.messages().get(2)).isInstanceOf(ToolMessage.class);
  }

  @Test
  void toolThatFinishesItsWorkAnywayIsBelieved() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    FunctionTool stubborn =
        tool(
            "stubborn",
            (arguments, context) -> {
              CountDownLatch cancelled = new CountDownLatch(1);
              context.onCancel(cancelled::countDown);
              running.countDown();
              boolean done = false;
              while (!done) {
                try {
                  cancelled.await();
                  done = true;
                } catch (InterruptedException ignored) {
                  // It finishes what it has begun.
                }
              }
              return ToolOutput.of("done all the same");
            });
    Run run = runner(calls("stubborn", "{}"), stubborn).stream("hello", told);
    Fixtures.await(running);
    run.cancel();
    finish(run);

    assertThat(told.outline()).contains("tool_call_complete call_1_1 SUCCESS");
    assertThat(observation(told)).isEqualTo("done all the same");
  }

  @Test
  void toolThatDoesNotStopIsAbandonedAfterTheGrace() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    FunctionTool deaf =
        tool(
            "deaf",
            (arguments, context) -> {
              running.countDown();
              while (release.getCount() > 0) {
                try {
                  release.await();
                } catch (InterruptedException ignored) {
                  // It does not stop.
                }
              }
              return ToolOutput.of("too late");
            });
    Run run = runner(calls("deaf", "{}"), deaf).stream("hello", told);
    Fixtures.await(running);
    run.cancel();
    finish(run);
    release.countDown();

    ToolCallComplete complete = told.only(ToolCallComplete.class).get(0);
    assertThat(complete.result().abandoned()).isTrue();
    assertThat(complete.result().duration().toMillis()).isGreaterThanOrEqualTo(1_900);
    assertThat(observation(told)).endsWith("It may still take effect.");
    assertThat(told.outline()).endsWith("execution_complete CANCELLED");
  }

  @Test
  void anExecutorThatHasNoRoomHoldsNoCancel() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Semaphore room = new Semaphore(1);
    Executor oneAtATime =
        task -> {
          room.acquireUninterruptibly();
          new Thread(
                  () -> {
                    try {
                      task.run();
                    } finally {
                      room.release();
                    }
                  })
              .start();
        };
    FunctionTool deaf =
        tool(
            "deaf",
            (arguments, context) -> {
              running.countDown();
              while (release.getCount() > 0) {
                try {
                  release.await();
                } catch (InterruptedException ignored) {
                  // It does not stop.
                }
              }
              return ToolOutput.of("too late");
            });
    ScriptedModel model =
        ScriptedModel.of(
            ScriptedTurn.builder().toolCall("deaf", "{}").toolCall("deaf", "{}").build());
    Run run = Runner.builder(agent(model, deaf)).executor(oneAtATime).build().stream("hello", told);
    Fixtures.await(running);
    try {
      run.cancel();

      assertThat(finish(run).stopReason()).isEqualTo(StopReason.CANCELLED);
      told.assertPromises();
    } finally {
      release.countDown();
    }
  }

  @Test
  void modelClientThatDoesNotStopIsLeftBehindAfterTheGrace() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    ModelClient deaf =
        request ->
            new ModelCall() {
              @Override
              public ModelResponse execute(Consumer<? super ModelChunk> chunks) {
                running.countDown();
                try {
                  release.await();
                } catch (InterruptedException unexpected) {
                  throw new AssertionError("A model call is not interrupted.", unexpected);
                }
                throw new IllegalStateException("too late");
              }

              @Override
              public void cancel() {}
            };
    Agent agent = Agent.builder().model(deaf, "deaf").build();
    Run run = Runner.builder(agent).build().stream("hello", told);
    Fixtures.await(running);
    run.cancel();
    RunResult result = finish(run);
    release.countDown();

    assertThat(result.stopReason()).isEqualTo(StopReason.CANCELLED);
    told.assertOutline(
        "execution_start", "step_start", "step_complete", "execution_complete CANCELLED");
  }

  @Test
  void whileAnApprovalIsOpen() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Runner runner =
        Runner.builder(agent(calls("pay", "{}"), guarded("pay", (a, c) -> ToolOutput.of("paid"))))
            .approver(request -> {
              asked.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException expected) {
                interrupted.countDown();
                throw expected;
              }
              return null;
            })
            .build();
    Run run = runner.stream("hello", told);
    Fixtures.await(asked);
    run.cancel();
    finish(run);
    Fixtures.await(interrupted);

    assertThat(told.outline())
        .endsWith(
            "tool_permission_request call_1_1",
            "tool_call_complete call_1_1 CANCELLED",
            "tool_output call_1_1",
            "step_complete",
            "execution_complete CANCELLED");
    assertThat(observation(told))
        .isEqualTo("The call was cancelled before it started. Nothing was done.");
  }

  @Test
  void callsThatWaitInTheQueueGetResultsToo() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    FunctionTool slow =
        tool(
            "slow",
            (arguments, context) -> {
              running.countDown();
              new CountDownLatch(1).await();
              return ToolOutput.of("never");
            });
    Runner runner =
        Runner.builder(agent(calls("slow", "{}", "slow", "{}", "slow", "{}"), slow))
            .maxParallelTools(1)
            .build();
    Run run = runner.stream("hello", told);
    Fixtures.await(running);
    run.cancel();
    finish(run);

    assertThat(told.only(ToolOutputAdded.class)).hasSize(3);
    assertThat(told.outline().stream().filter(name -> name.startsWith("tool_call_start")))
        .containsExactly("tool_call_start call_1_1");
  }

  @Test
  void callThatWasToldButHeldForASlowListenerNeverRuns() throws InterruptedException {
    AtomicBoolean ran = new AtomicBoolean();
    FunctionTool tool =
        tool(
            "once",
            (arguments, context) -> {
              ran.set(true);
              return ToolOutput.of("ran");
            });
    finish(
        runner(calls("once", "{}"), tool).stream(
            "hello", cancelAt(dev.adze.event.ToolCallStart.class)));

    assertThat(ran).isFalse();
    assertThat(told.outline())
        .containsSequence("tool_call_start call_1_1", "tool_call_complete call_1_1 CANCELLED");
  }

  @Test
  void afterTheEndItChangesNothing() throws InterruptedException {
    Run run = runner(ScriptedModel.of(ScriptedTurn.text("hi"))).stream("hello", told);
    RunResult result = finish(run);
    List<String> before = told.outline();
    run.cancel();

    assertThat(finish(run)).isSameAs(result);
    assertThat(told.outline()).isEqualTo(before);
  }

  @Test
  void interruptingABlockingRunCancelsIt() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    FunctionTool slow =
        tool(
            "slow",
            (arguments, context) -> {
              context.onCancel(stopped::countDown);
              running.countDown();
              new CountDownLatch(1).await();
              return ToolOutput.of("never");
            });
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread caller =
        new Thread(() -> {
          try {
            runner(calls("slow", "{}"), slow).run("hello");
          } catch (Throwable caught) {
            thrown.set(caught);
          }
        });
    caller.start();
    Fixtures.await(running);
    caller.interrupt();
    caller.join(10_000);
    Fixtures.await(stopped);

    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
  }
}
