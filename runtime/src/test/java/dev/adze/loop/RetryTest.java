package dev.adze.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.event.ExecutionComplete;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.loop.LoopInput.ModelFailed;
import dev.adze.loop.LoopInput.Received;
import dev.adze.loop.LoopInput.TimerFired;
import dev.adze.model.Message;
import dev.adze.model.ModelException;
import dev.adze.model.ModelException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a model is asked again, and after how long. */
class RetryTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private RunState state;
  private Transition last;

  private void start(String runId, RetryPolicy policy) {
    state = RunState.of(RunSetup.builder(runId, "agent").retries(policy).build());
    apply(new LoopInput.Start(List.of(Message.user("go"))));
  }

  private void apply(LoopInput input) {
    last = RunLoop.apply(state, input, Duration.ZERO);
    state = last.state();
  }

  private void fail(Kind kind, Received received, Duration retryAfter) {
    ModelException error = ModelException.builder(kind, "oh").retryAfter(retryAfter).build();
    apply(new ModelFailed(state.at.attempt, error, received, ""));
  }

  /** How long the run waits now, and then waits no more. */
  private Duration waited() {
    Effect.SetTimer timer = (Effect.SetTimer) last.effects().get(0);
    apply(new TimerFired(timer.timer(), Duration.ZERO));
    return timer.delay();
  }

  private boolean hasFailed() {
    return last.events().stream()
        .filter(ExecutionComplete.class::isInstance)
        .map(event -> ((ExecutionComplete) event).result())
        .map(RunResult::stopReason)
        .anyMatch(StopReason.FAILED::equals);
  }

  private static RetryPolicy seconds(int retries) {
    return RetryPolicy.builder()
        .maxRetries(retries)
        .firstDelay(SECOND)
        .maxDelay(Duration.ofSeconds(8))
        .build();
  }

  @Test
  void eachWaitIsTwiceAsLongUpToTheLongestAndAPartOfItIsLeftOut() {
    start("run", seconds(6));
    for (int full : new int[] {1, 2, 4, 8, 8, 8}) {
      fail(Kind.SERVER, Received.NOTHING, null);
      assertThat(waited())
          .isBetween(Duration.ofMillis(full * 500L), Duration.ofMillis(full * 1_000L));
    }
    fail(Kind.SERVER, Received.NOTHING, null);
    assertThat(hasFailed()).isTrue();
  }

  @Test
  void runsThatFailTogetherDoNotComeBackTogetherAndAReplayComesBackAlike() {
    Set<Duration> waits = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      List<Duration> twice = new ArrayList<>();
      for (int replay = 0; replay < 2; replay++) {
        start("run_" + i, seconds(1));
        fail(Kind.OVERLOADED, Received.NOTHING, null);
        twice.add(waited());
      }
      assertThat(twice.get(0)).isEqualTo(twice.get(1));
      waits.add(twice.get(0));
    }
    assertThat(waits).hasSizeGreaterThan(60);
  }

  @Test
  void whatTheServerAsksForIsWaitedIfItIsLongerAndNotTooLong() {
    start("run", seconds(3));
    fail(Kind.RATE_LIMIT, Received.NOTHING, Duration.ofSeconds(60));
    assertThat(waited()).isEqualTo(Duration.ofSeconds(60));
    fail(Kind.RATE_LIMIT, Received.NOTHING, Duration.ZERO);
    assertThat(waited()).isGreaterThanOrEqualTo(SECOND);
    fail(Kind.RATE_LIMIT, Received.NOTHING, Duration.ofMillis(60_001));
    assertThat(hasFailed()).isTrue();
  }

  @Test
  void aProviderThatHasRunItsOwnToolIsNotAskedAgain() {
    start("run", seconds(3));
    fail(Kind.NETWORK, Received.PROVIDER_TOOL, null);
    assertThat(hasFailed()).isTrue();
  }

  @Test
  void aResponseThatHadBegunIsAskedForOnceMoreAtMost() {
    start("run", seconds(5));
    fail(Kind.NETWORK, Received.NOTHING, null);
    waited();
    fail(Kind.NETWORK, Received.CONTENT, null);
    waited();
    fail(Kind.NETWORK, Received.NOTHING, null);
    waited();
    fail(Kind.NETWORK, Received.CONTENT, null);
    assertThat(hasFailed()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void onlyWhatMayPassIsAskedAgain(Kind kind) {
    start("run", seconds(1));
    fail(kind, Received.NOTHING, null);
    switch (kind) {
      case RATE_LIMIT, OVERLOADED, SERVER, NETWORK, TIMEOUT, PROTOCOL, TOOL_USE_FAILED ->
          assertThat(hasFailed()).isFalse();
      default -> assertThat(hasFailed()).isTrue();
    }
  }

  @Test
  void noPolicyNoRetry() {
    start("run", RetryPolicy.NONE);
    fail(Kind.SERVER, Received.NOTHING, null);
    assertThat(hasFailed()).isTrue();
  }
}
