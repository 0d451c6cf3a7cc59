package dev.adze.agent;

import dev.adze.approval.ApprovalRequest;
import dev.adze.approval.Decision;
import dev.adze.loop.LoopInput.Answer;
import dev.adze.loop.LoopInput.DecisionMade;
import dev.adze.loop.RunState;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decisions that a run is resumed with; see {@link RunRequest.Builder#decide}. */
final class Decisions {
  private Decisions() {}

  /**
   * A decision of a call.
   *
   * @param state the run; null if none is resumed
   * @param argumentsHash of the arguments that were shown
   */
  static DecisionMade of(
      @Nullable RunState state, String callId, String argumentsHash, Decision decision) {
    Objects.requireNonNull(decision, "decision");
    if (state != null && !state.isTrusted()) {
      throw new IllegalArgumentException(
          "A call is decided in a state that nobody can have changed, but this one was read from a"
              + " text without a seal. Keep it with toJson(seal), or call trusted() if the text was"
              + " never in other hands; without a decision, the approver is asked.");
    }
    if (!pending(state, callId).argumentsHash().equals(argumentsHash)) {
      throw new IllegalArgumentException(
          "A decision is for the arguments that were shown, but the state has others for "
              + callId
              + ". Show the request of the state and have it decided again.");
    }
    return new DecisionMade(callId, argumentsHash, new Answer.Decided(decision));
  }

  /** What a run waits for of a call. */
  static ApprovalRequest pending(@Nullable RunState state, String callId) {
    return Optional.ofNullable(state).stream()
        .flatMap(there -> there.pendingApprovals().stream())
        .filter(request -> request.callId().equals(callId))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "A decision is for a call that a resumed run waits for, but not for "
                    + callId
                    + "."));
  }
}
