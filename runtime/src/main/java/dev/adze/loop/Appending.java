package dev.adze.loop;

import dev.adze.loop.Progress.SessionPlace;
import java.util.Optional;

/** What of a run goes into its session: the user's turn, and then each step when it is complete. */
final class Appending {
  private Appending() {}

  static void start(Move move, Optional<SessionHead> session) {
    session.ifPresent(head -> {
      int known = head.messages();
      move.session = new SessionPlace(head.id(), head.records() - 1, known, known);
      append(move);
    });
  }

  /** Appends what the conversation has gained, if it has. */
  static void append(Move move) {
    SessionPlace last = move.session;
    int size = move.messages.size();
    if (last != null && size > last.to()) {
      move.session = new SessionPlace(last.id(), last.at() + 1, last.to(), size);
      again(move);
    }
  }

  /** Asks for the last record once more: nobody knows whether it was written before the end. */
  static void again(Move move) {
    SessionPlace last = move.session;
    if (last != null && last.to() > last.from()) {
      move.ask(
          new Effect.AppendSession(
              last.id(), last.at(), move.messages.subList(last.from(), last.to())));
    }
  }
}
