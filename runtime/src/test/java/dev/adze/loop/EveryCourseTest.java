package dev.adze.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.loop.LoopInput.GivenUp;
import dev.adze.model.FinishReason;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Small runs in every course that they can take: from each moment of a straight run, whatever can
 * happen in whatever order for a few inputs, and then straight on to the end. {@code tests.depth}
 * says for how many; each more takes ten times as long.
 */
class EveryCourseTest {
  private static final int DEPTH = Integer.getInteger("tests.depth", 2);

  /** What was compared before, which many courses have in common. */
  private final Set<String> compared = new HashSet<>();

  private int courses;
  private int prefix;

  @ParameterizedTest
  @ValueSource(strings = {"", "p", "a", "i", "h", "n", "pa", "ha", "na", "psa"})
  void everyCourseOfTheseCallsKeepsThePromises(String calls) {
    explore(LoopScript.of(calls));
  }

  @Test
  void everyCourseOfOtherEndsKeepsThePromises() {
    explore(new LoopScript("p", FinishReason.TOOL_CALLS, LoopScript.limits(1)));
    explore(new LoopScript("p", FinishReason.LENGTH, LoopScript.limits(3)));
    explore(new LoopScript("", FinishReason.PAUSED, LoopScript.limits(3)));
    explore(
        new LoopScript(
            "pp",
            FinishReason.TOOL_CALLS,
            RunLimits.builder().maxToolCalls(1).maxTokens(100).build()));
    explore(new LoopScript("p", FinishReason.TOOL_CALLS, RunLimits.builder().maxTokens(5).build()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "p"})
  void everyCourseOfStructuredAnswersKeepsThePromises(String calls) {
    RunLimits limits = LoopScript.limits(3);
    explore(new LoopScript(calls, FinishReason.STOP, limits, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"t", "to", "pot", "ati", "ht"})
  void everyCourseOfHandoffsKeepsThePromises(String calls) {
    explore(LoopScript.of(calls));
  }

  private void explore(LoopScript script) {
    LoopWorld straight = new LoopWorld(script);
    for (Optional<LoopWorld.Choice> next = straight.straightOn();
        next.isPresent();
        next = straight.straightOn()) {
      prefix = straight.path.size();
      explore(straight, DEPTH);
      straight = step(straight, next.get());
    }
    explore(straight, DEPTH);
    LoopPromises.checkEnd(straight);
    assertThat(courses).isGreaterThan(50);
  }

  private void explore(LoopWorld world, int depth) {
    if (depth == 0) {
      finish(world);
      return;
    }
    List<LoopWorld.Choice> choices = world.choices();
    for (LoopWorld.Choice choice : choices) {
      explore(step(world, choice), depth - 1);
    }
    if (choices.isEmpty()) {
      finish(world);
    }
  }

  private void finish(LoopWorld world) {
    courses++;
    giveUp(world);
    LoopWorld end = world;
    for (int i = 0; i < 60; i++) {
      Optional<LoopWorld.Choice> next = end.straightOn();
      if (next.isEmpty()) {
        break;
      }
      end = step(end, next.get());
    }
    LoopWorld last = end;
    guarded(
        last,
        () -> {
          LoopPromises.check(last);
          LoopPromises.checkEnd(last);
        });
  }

  /** A run that nobody waits for is over at once, wherever it stands. */
  private static void giveUp(LoopWorld world) {
    boolean begun = world.state.at.phase != Progress.Phase.NEW;
    if (begun && world.state.at.phase != Progress.Phase.ENDED) {
      LoopWorld end = world.after(new LoopWorld.Choice("given up", new GivenUp(), false));
      guarded(end, () -> LoopPromises.checkEnd(end));
    }
  }

  private LoopWorld step(LoopWorld world, LoopWorld.Choice choice) {
    LoopWorld next = world.after(choice);
    // Most of the time goes into this, and most courses end alike.
    boolean straightOn = courses % 16 != 0 && world.path.size() > prefix + DEPTH;
    if (!straightOn && compared.add(world.state.toJson() + choice.name())) {
      guarded(next, () -> LoopPromises.checkRoundTrip(world, choice));
    }
    return next;
  }

  private static void guarded(LoopWorld world, Runnable check) {
    try {
      check.run();
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError(
          "In the course " + world.path + " of " + world.script + ": " + broken.getMessage(),
          broken);
    }
  }
}
