package dev.adze.loop;

import dev.adze.event.Limit;
import dev.adze.event.StopReason;
import dev.adze.model.Message;

/** Telling the model that its answer cannot be used, as often as the run may. */
final class Correcting {
  private Correcting() {}

  /** Asks again in the same step: the answer that cannot be used never entered the conversation. */
  static void again(Move move, String faults) {
    move.corrections++;
    if (move.corrections > move.setup.limits().maxCorrections()) {
      Steps.completeWithout(move);
      Steps.stop(move, StopReason.LIMIT, Limit.CORRECTIONS);
      return;
    }
    move.addMessage(Message.user(faults));
    Steps.askAgain(move);
  }
}
