package dev.adze.soak;

import dev.adze.event.RunEvent;
import dev.adze.log.EventText;
import dev.adze.loop.LoopInput;
import dev.adze.loop.RunLoop;
import dev.adze.loop.RunState;
import dev.adze.loop.Transition;
import java.time.Duration;
import java.util.List;
import net.bytebuddy.asm.Advice;

/**
 * Has runs go on from states that were text in between, and compares what comes of them with what
 * comes of the states themselves. A run takes part by the name of its agent.
 */
public final class RoundTrip {
  /** What the names of agents end with whose runs take part. */
  static final String KEPT = "-kept";

  private static final ThreadLocal<Boolean> COMPARING = ThreadLocal.withInitial(() -> false);

  private RoundTrip() {}

  /** Woven around {@link RunLoop#apply}. */
  static final class Woven {
    @Advice.OnMethodExit
    static void exit(
        @Advice.Argument(0) RunState state,
        @Advice.Argument(1) LoopInput input,
        @Advice.Argument(2) Duration age,
        @Advice.Return(readOnly = false) Transition transition) {
      transition = RoundTrip.compared(state, input, age, transition);
    }
  }

  /** The same transition, with a state to go on with that was text in between. */
  public static Transition compared(
      RunState state, LoopInput input, Duration age, Transition expected) {
    if (!state.agent().endsWith(KEPT) || COMPARING.get()) {
      return expected;
    }
    Transition found;
    COMPARING.set(true);
    try {
      found = RunLoop.apply(read(state), input, age);
    } finally {
      COMPARING.set(false);
    }
    same("tells", texts(expected.events()), texts(found.events()));
    same("wants", expected.effects().toString(), found.effects().toString());
    same("is", expected.state().toJson(), found.state().toJson());
    return new Transition(read(expected.state()), expected.events(), expected.effects());
  }

  private static RunState read(RunState state) {
    String text = state.toJson();
    RunState read = RunState.fromJson(text);
    same("is read as", text, read.toJson());
    return state.isTrusted() ? read.trusted() : read;
  }

  private static List<String> texts(List<RunEvent> events) {
    return events.stream().map(EventText::of).toList();
  }

  private static void same(String what, Object expected, Object found) {
    Violation.unless(
        found.equals(expected),
        "A state that was text " + what + " " + found + " instead of " + expected);
  }
}
