package dev.adze.agent;

import static dev.adze.agent.Fixtures.ECHO;
import static dev.adze.agent.Fixtures.calls;
import static dev.adze.agent.Fixtures.finish;
import static dev.adze.agent.Fixtures.guarded;
import static dev.adze.agent.Fixtures.observation;
import static dev.adze.agent.Fixtures.tool;
import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.approval.Decision;
import dev.adze.event.Limit;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStatus;
import dev.adze.event.ToolOutputAdded;
import dev.adze.event.ToolPermissionRequest;
import dev.adze.loop.RetryPolicy;
import dev.adze.loop.RunLimits;
import dev.adze.loop.RunTimeouts;
import dev.adze.model.Message;
import dev.adze.model.ModelException;
import dev.adze.model.ModelException.Kind;
import dev.adze.model.Usage;
import dev.adze.model.UserMessage;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.testing.RecordedEvents;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.PreparedCall;
import dev.adze.tool.ToolContext;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How much a run may use, and how long each thing in it may take. */
class LimitsTest {
  private static final Duration SOON = Duration.ofMillis(20);

  private final RecordedEvents told = new RecordedEvents();
  private final CountDownLatch release = new CountDownLatch(1);
  private final FunctionTool endless =
      tool(
          "endless",
          (arguments, context) -> {
            release.await();
            return ToolOutput.of("never");
          });

  private static Agent.Builder agent(ScriptedModel model, FunctionTool... tools) {
    return Agent.builder().model(model, "scripted").tools(tools).retries(RetryPolicy.NONE);
  }

  private RunResult run(Agent.Builder agent) throws InterruptedException {
    return finish(Runner.builder(agent.build()).build().stream("hello", told));
  }

  private static void assertLimit(RunResult result, Limit limit) {
    assertThat(result.stopReason()).isEqualTo(StopReason.LIMIT);
    assertThat(result.limit()).contains(limit);
    assertThat(result.toString()).contains("LIMIT " + limit + ", ");
  }

  @Test
  void callsBeyondTheirLimitDoNotRunAndEndTheRun() throws InterruptedException {
    ScriptedModel model = calls("echo", "{}", "echo", "{}", "echo", "{}");
    RunLimits limits = RunLimits.builder().maxToolCalls(2).build();
    RunResult result = run(agent(model, ECHO).limits(limits));

    assertLimit(result, Limit.TOOL_CALLS);
    assertThat(told.only(ToolOutputAdded.class))
        .extracting(added -> added.result().status())
        .containsExactly(ToolCallStatus.SUCCESS, ToolCallStatus.SUCCESS, ToolCallStatus.CANCELLED);
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  void aModelIsNotAskedAgainWhenItsTokensAreUsedUp() throws InterruptedException {
    Usage usage = Usage.builder().inputTokens(60).outputTokens(40).build();
    ScriptedModel model =
        ScriptedModel.of(
            ScriptedTurn.builder().toolCall("echo", "{}").usage(usage).build(),
            ScriptedTurn.text("never"));
    RunResult result = run(agent(model, ECHO).limits(RunLimits.builder().maxTokens(100).build()));

    assertLimit(result, Limit.TOKENS);
    assertThat(observation(told)).isEqualTo("{}");
    assertThat(result.usage()).isEqualTo(usage);
    assertThat(result.steps().get(0).usage()).isEqualTo(usage);
  }

  @Test
  void timeThatIsOverStopsWhatRuns() throws InterruptedException {
    RunLimits limits = RunLimits.builder().maxTime(Duration.ofMillis(100)).build();
    RunResult result = run(agent(calls("endless", "{}"), endless).limits(limits));

    assertLimit(result, Limit.TIME);
    assertThat(observation(told)).startsWith("The call was stopped, because the run's time was");
    assertThat(result.steps().get(0).duration()).isGreaterThanOrEqualTo(Duration.ofMillis(90));
  }

  /** Of this run and of all others, whose timers are on the same thread. */
  @Test
  void aToolThatBlocksWhileItIsToldToStopHoldsNothingElse() throws InterruptedException {
    CountDownLatch stopping = new CountDownLatch(1);
    FunctionTool stuck =
        tool(
            "endless",
            (arguments, context) -> {
              context.onCancel(() -> {
                stopping.countDown();
                awaitUnheard(release);
              });
              awaitUnheard(release);
              return ToolOutput.of("never");
            });
    RunTimeouts timeouts = RunTimeouts.builder().tool(SOON).build();
    Agent agent = agent(calls("endless", "{}"), stuck).timeouts(timeouts).build();
    Run run = Runner.builder(agent).build().stream("hello", told);
    Fixtures.await(stopping);
    try {
      RunResult other =
          Runner.builder(agent(calls("endless", "{}"), endless).timeouts(timeouts).build())
              .build()
              .stream("hello", new RecordedEvents())
              .toFuture()
              .completeOnTimeout(null, 10, TimeUnit.SECONDS)
              .join();

      assertThat(finish(run).text()).isEqualTo("done");
      assertThat(other).isNotNull();
    } finally {
      release.countDown();
    }
  }

  private static void awaitUnheard(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException unheard) {
        // It does not stop.
      }
    }
  }

  @Test
  void timeInWhichARunOnlyWaitsForAnApprovalDoesNotCount() throws InterruptedException {
    RunLimits limits = RunLimits.builder().maxTime(Duration.ofSeconds(2)).build();
    CountDownLatch overLimit = new CountDownLatch(1);
    Runner runner =
        Runner.builder(
                agent(calls("pay", "{}"), guarded("pay", (a, c) -> ToolOutput.of("paid")))
                    .limits(limits)
                    .build())
            .approver(request -> {
              // Longer than the limit: nothing is there to wait for but the time itself.
              assertThat(overLimit.await(2_200, java.util.concurrent.TimeUnit.MILLISECONDS))
                  .isFalse();
              return Decision.approve();
            })
            .build();

    assertThat(finish(runner.stream("hello", told)).text()).isEqualTo("done");
  }

  @Test
  void correctionsHaveALimit() throws InterruptedException {
    ModelException unreadable =
        ModelException.builder(Kind.TOOL_USE_FAILED, "Failed to parse.")
            .failedGeneration("<function=echo>")
            .build();
    ScriptedTurn failing = ScriptedTurn.failure(unreadable);
    ScriptedModel model = ScriptedModel.of(failing, failing, failing);
    RunResult result =
        run(agent(model, ECHO).limits(RunLimits.builder().maxCorrections(2).build()));

    assertLimit(result, Limit.CORRECTIONS);
    assertThat(model.requests()).hasSize(3);
    Message correction = model.requests().get(1).messages().get(1);
    assertThat(((UserMessage) correction).text())
        .contains("Failed to parse.")
        .contains("<function=echo>");
  }

  @Test
  void aCorrectedModelGoesOn() throws InterruptedException {
    ModelException unreadable = ModelException.builder(Kind.TOOL_USE_FAILED, "Bad.").build();
    ScriptedModel model =
        ScriptedModel.of(ScriptedTurn.failure(unreadable), ScriptedTurn.text("done"));

    assertThat(run(agent(model)).text()).isEqualTo("done");
  }

  @Test
  void aModelCallThatTakesTooLongFails() throws InterruptedException {
    ScriptedModel model = ScriptedModel.of(ScriptedTurn.hanging());
    RunResult result = run(agent(model).timeouts(RunTimeouts.builder().modelCall(SOON).build()));

    assertThat(result.failure().orElseThrow())
        .isInstanceOfSatisfying(
            ModelException.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT))
        .hasMessage("A model call may take 0.02 seconds, but this one took longer.");
  }

  @Test
  void aToolsOwnTimeComesFirst() throws InterruptedException {
    FunctionTool own =
        FunctionTool.of(
            ToolSpec.builder("own", Fixtures.SCHEMA).timeout(SOON).build(),
            (arguments, context) -> {
              release.await();
              return ToolOutput.of("never");
            });
    RunTimeouts hours = RunTimeouts.builder().tool(Duration.ofHours(1)).build();

    assertThat(run(agent(calls("own", "{}"), own).timeouts(hours)).text()).isEqualTo("done");
    assertThat(told.outline()).contains("tool_call_complete call_1_1 TIMEOUT");
  }

  @Test
  void aToolThatDoesNotStopInTimeIsAbandonedAndTheRunGoesOn() throws InterruptedException {
    FunctionTool deaf =
        tool(
            "deaf",
            (arguments, context) -> {
              while (release.getCount() > 0) {
                try {
                  release.await();
                } catch (InterruptedException ignored) {
                  // It does not stop.
                }
              }
              return ToolOutput.of("too late");
            });
    RunTimeouts soon = RunTimeouts.builder().tool(SOON).build();
    RunResult result = run(agent(calls("deaf", "{}"), deaf).timeouts(soon));
    release.countDown();

    assertThat(result.text()).isEqualTo("done");
    ToolCallComplete complete = told.only(ToolCallComplete.class).get(0);
    assertThat(complete.result().status()).isEqualTo(ToolCallStatus.TIMEOUT);
    assertThat(complete.result().abandoned()).isTrue();
    assertThat(observation(told)).endsWith("It may still take effect.");
  }

  /** A tool whose check or preview never ends, whatever it is told. */
  private FunctionTool stuck(boolean inPreview) {
    FunctionTool pay = guarded("pay", (arguments, context) -> ToolOutput.of("paid"));
    return new FunctionTool() {
      @Override
      public ToolSpec spec() {
        return pay.spec();
      }

      @Override
      public PreparedCall prepare(String argumentsJson) {
        if (!inPreview) {
          waitForEver();
        }
        PreparedCall prepared = pay.prepare(argumentsJson);
        return new PreparedCall() {
          @Override
          public String arguments() {
            return prepared.arguments();
          }

          @Override
          public Optional<String> preview(ToolContext context) {
            waitForEver();
            return Optional.empty();
          }

          @Override
          public ToolOutput call(ToolContext context) throws Exception {
            return prepared.call(context);
          }
        };
      }
    };
  }

  private void waitForEver() {
    while (release.getCount() > 0) {
      try {
        release.await();
      } catch (InterruptedException ignored) {
        // It does not stop.
      }
    }
  }

  @Test
  void aPreviewThatNeverEndsStillAsks() throws InterruptedException {
    RunTimeouts soon = RunTimeouts.builder().preparation(SOON).build();
    run(agent(calls("pay", "{}"), stuck(true)).timeouts(soon));
    release.countDown();

    assertThat(told.only(ToolPermissionRequest.class).get(0).request().preview())
        .contains("(The preview took too long.)");
  }

  @Test
  void aCheckThatNeverEndsIsAnError() throws InterruptedException {
    RunTimeouts soon = RunTimeouts.builder().preparation(SOON).build();
    RunResult result = run(agent(calls("pay", "{}"), stuck(false)).timeouts(soon));
    release.countDown();

    assertThat(result.text()).isEqualTo("done");
    assertThat(observation(told)).startsWith("Checking the arguments took too long.");
  }

  @Test
  void aStepComesToItsEndBeforeACancelThatWaitsForIt() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    FunctionTool slow =
        tool(
            "slow",
            (arguments, context) -> {
              running.countDown();
              release.await();
              return ToolOutput.of("worked");
            });
    Run run =
        Runner.builder(agent(calls("slow", "{}"), slow).build()).build().stream("hello", told);
    Fixtures.await(running);
    run.cancelAfterStep();
    run.cancelAfterStep();
    release.countDown();

    assertThat(finish(run).stopReason()).isEqualTo(StopReason.CANCELLED);
    assertThat(observation(told)).isEqualTo("worked");
    assertThat(told.outline())
        .endsWith("tool_output call_1_1", "step_complete", "execution_complete CANCELLED");
  }
}
