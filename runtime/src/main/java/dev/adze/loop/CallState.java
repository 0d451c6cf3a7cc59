package dev.adze.loop;

import dev.adze.event.CallResult;
import dev.adze.loop.LoopInput.Preparation;
import dev.adze.model.ToolCall;
import dev.adze.tool.ToolSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call of the current step and how far it has come. */
record CallState(
    ToolCall call,
    Phase phase,
    @Nullable Preparation preparation,
    boolean approved,
    @Nullable CallResult result) {

  /** The way of a call; phases may be left out, never gone back to. */
  enum Phase {
    REQUESTED,
    PREPARED,
    AWAITING,
    DECIDED,
    STARTED,
    FINISHED
  }

  static CallState requested(ToolCall call) {
    return new CallState(call, Phase.REQUESTED, null, false, null);
  }

  CallState prepared(Preparation outcome) {
    return new CallState(call, Phase.PREPARED, outcome, false, null);
  }

  CallState awaiting() {
    return new CallState(call, Phase.AWAITING, preparation, false, null);
  }

  CallState decided(boolean byApproval) {
    return new CallState(call, Phase.DECIDED, preparation, byApproval, null);
  }

  CallState started() {
    return new CallState(call, Phase.STARTED, preparation, approved, null);
  }

  CallState finished(CallResult end) {
    return new CallState(call, Phase.FINISHED, preparation, approved, end);
  }

  boolean is(Phase other) {
    return phase == other;
  }

  Optional<Preparation.Ready> ready() {
    return preparation instanceof Preparation.Ready ready ? Optional.of(ready) : Optional.empty();
  }

  /** The checked arguments; empty as long as there are none. */
  String arguments() {
    return ready().map(Preparation.Ready::arguments).orElse("");
  }

  boolean sequential() {
    return ready().map(Preparation.Ready::tool).map(ToolSpec::sequential).orElse(false);
  }
}
