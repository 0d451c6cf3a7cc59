package dev.adze.loop;

import dev.adze.event.CallResult;
import dev.adze.event.HandoffOccurred;
import dev.adze.event.HandoffRequested;
import dev.adze.event.ToolCallStatus;
import dev.adze.event.ToolCalled;
import dev.adze.model.ToolCall;
import dev.adze.tool.ToolOutput;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Calls that hand the conversation over to another agent. They run nothing and need no arguments;
 * of several in one step the first counts.
 */
final class Handoffs {
  private Handoffs() {}

  /** The call as it stands when it was asked for, which is told: finished, if it is a handoff. */
  static CallState opened(Move move, ToolCall call) {
    CallState opened = CallState.requested(call);
    Optional<String> target = target(move, call);
    if (target.isEmpty()) {
      move.tell(new ToolCalled(move.header(), call));
      return opened;
    }
    move.tell(new HandoffRequested(move.header(), call, target.get()));
    return opened.finished(result(call, target.get(), first(move, move.calls)));
  }

  private static CallResult result(ToolCall call, String target, Optional<String> earlier) {
    boolean counts = earlier.isEmpty();
    String text = counts ? ModelTexts.handedOver(target) : ModelTexts.notHandedOver(earlier.get());
    return new CallResult(
        call,
        "",
        counts ? ToolCallStatus.SUCCESS : ToolCallStatus.CANCELLED,
        counts ? ToolOutput.of(text) : ToolOutput.error(text),
        Duration.ZERO,
        false);
  }

  /** Tells the handoff that counts; false for a call of a tool. */
  static boolean occurred(Move move, CallResult result) {
    Optional<String> target = target(move, result.call());
    if (target.isPresent() && result.status() == ToolCallStatus.SUCCESS) {
      move.tell(new HandoffOccurred(move.header(), result, target.get()));
    }
    return target.isPresent();
  }

  /** Gives the conversation to whom it was handed over, if it was. */
  static void follow(Move move, List<CallState> calls) {
    first(move, calls).ifPresent(target -> move.active = target);
  }

  private static Optional<String> first(Move move, List<CallState> calls) {
    return calls.stream().flatMap(call -> target(move, call.call()).stream()).findFirst();
  }

  private static Optional<String> target(Move move, ToolCall call) {
    return move.active().target(call.name());
  }
}
