package dev.adze.loop;

import dev.adze.approval.Decision;
import dev.adze.approval.Ruling;
import dev.adze.event.ExecutionStart;
import dev.adze.loop.CallState.Phase;
import dev.adze.loop.LoopInput.Answer;
import dev.adze.loop.LoopInput.DecisionMade;
import dev.adze.loop.LoopInput.Resumed;
import dev.adze.tool.ToolHints;
import dev.adze.tool.ToolSpec;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Going on in another leg, from wherever the state was when the last one ended. Nothing that was
 * under way then is under way now: the model is asked again, calls are checked again, and a tool
 * that was started is started again only if that does no harm.
 */
final class Resuming {
  private Resuming() {}

  static void resumed(Move move, Resumed resumed) {
    check(move, resumed);
    Progress.Phase before = move.phase;
    move.setup = resumed.setup();
    move.leg++;
    move.age = Duration.ZERO;
    move.ended = null;
    move.stop = null;
    move.stopAfterStep = false;
    if (!move.trusted) {
      move.grants = List.of();
    }
    resumed.setup().grants().forEach(move::addGrant);
    move.tell(new ExecutionStart(move.header(), move.messages));
    Appending.again(move);
    switch (before) {
      case ASKING, WAITING -> Steps.askModel(move);
      case DECODING -> Outputs.judge(move, Objects.requireNonNull(move.response));
      case CALLING, SUSPENDED -> recover(move, resumed);
      case ENDED, NEW -> Steps.proceed(move);
    }
    // Whatever had to be asked for again has been.
    move.trusted = true;
  }

  private static void check(Move move, Resumed resumed) {
    RunState state = new RunState(move);
    if (!state.resumable()) {
      throw new IllegalStateException(
          "A run is resumed that was interrupted or can go on, but "
              + state.runId()
              + (move.ended == null ? " has not begun. Start it." : " ended with " + move.ended)
              + ".");
    }
    requireFit(state, resumed.setup());
  }

  /**
   * Refuses a setup that a state cannot go on with.
   *
   * @throws IllegalArgumentException with the reason
   */
  static void requireFit(RunState state, RunSetup setup) {
    if (!setup.runId().equals(state.runId()) || !setup.agent().equals(state.agent())) {
      throw new IllegalArgumentException(
          "A run is resumed as itself, with the agent that began it. The state is of run "
              + state.runId()
              + " of agent \""
              + state.agent()
              + "\", the setup of run "
              + setup.runId()
              + " of agent \""
              + setup.agent()
              + "\".");
    }
    AgentSetup active = setup.agent(state.activeAgent());
    for (CallState call : state.at.calls) {
      Optional<String> target =
          call.is(Phase.FINISHED)
              ? state.at.setup.agent(active.name()).target(call.call().name())
              : Optional.empty();
      if (target.isPresent() && !target.equals(active.target(call.call().name()))) {
        throw new IllegalArgumentException(
            "A run goes on with the handoffs that its models have made, but agent \""
                + active.name()
                + "\" cannot hand over to \""
                + target.get()
                + "\" any more. Let it, or begin another run with the messages.");
      }
    }
  }

  private static void recover(Move move, Resumed resumed) {
    move.phase = Progress.Phase.CALLING;
    for (int i = 0; i < move.calls.size(); i++) {
      CallState call = move.calls.get(i);
      if (call.is(Phase.STARTED) && !call.tool().map(Resuming::mayRunAgain).orElse(false)) {
        Calls.complete(move, i, Results.interrupted(call), Optional.empty());
      } else if (!call.is(Phase.FINISHED)) {
        Answer answer = answer(move, call, resumed);
        CallState again =
            Nesting.goingOn(move, call.again(answer, edited(move, call, answer)), resumed);
        move.calls.set(i, again);
        Calls.prepare(move, again);
      }
    }
    Calls.advance(move);
  }

  /** Whether a tool that was started may be started again. State and tool both have to say so. */
  static boolean mayRunAgain(ToolSpec tool) {
    ToolHints hints = tool.hints();
    return hints.idempotent() || hints.readOnly();
  }

  /** With which arguments it was approved, if it was with others than the model's. */
  private static @Nullable String edited(Move move, CallState call, @Nullable Answer answer) {
    if (answer instanceof Answer.Decided decided
        && decided.decision() instanceof Decision.ApprovedWith with) {
      return with.arguments();
    }
    return move.trusted ? call.edited() : null;
  }

  /** What was decided: now, or in an earlier leg and not used yet. */
  private static @Nullable Answer answer(Move move, CallState call, Resumed resumed) {
    if (!move.trusted) {
      // The call may be another one than was decided.
      return null;
    }
    boolean decided = call.is(Phase.DECIDED) && wasAsked(call);
    if (call.approved() && (decided || call.is(Phase.SUSPENDED))) {
      return new Answer.Decided(Decision.approve());
    }
    if (call.undecided()) {
      for (DecisionMade made : resumed.decisions()) {
        if (Approving.isOf(made, call)) {
          return made.answer();
        }
      }
    }
    return call.answer();
  }

  /** What a rule or a grant has approved is for the rules and grants of the new leg to say. */
  private static boolean wasAsked(CallState call) {
    return call.ready().map(ready -> ready.ruling() instanceof Ruling.Ask).orElse(false);
  }
}
