package dev.adze.agent;

import dev.adze.internal.Threads;
import dev.adze.loop.Effect;
import dev.adze.loop.LoopInput;
import dev.adze.loop.RunState;
import dev.adze.loop.Transition;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the state of one run, and what it adds to its session, before anything that it leads to is
 * told or done: a tool is started only when whoever finds the state later will know of it.
 *
 * <p>Each state is written on a thread of its own, which nobody interrupts: an interrupt would
 * close the file. There is one at a time.
 */
final class Keeper {
  private final @Nullable Keeping keeping;
  private final @Nullable Session session;
  private final String runId;

  /** The revision of what the store has of the run, as far as this run knows; 0 for nothing. */
  private long kept;

  /**
   * @param keeping where to keep the states; null for nowhere
   * @param session where to add what is complete; null for nowhere
   * @param revision of the state that the run goes on from; 0 if it is new
   */
  Keeper(@Nullable Keeping keeping, @Nullable Session session, String runId, long revision) {
    this.keeping = keeping;
    this.session = session;
    this.runId = runId;
    this.kept = revision;
  }

  /**
   * Whether what came of an input has to be kept: what cannot be done twice or had again. Whatever
   * happens besides is done once more by whoever goes on.
   */
  boolean keeps(LoopInput input, Transition transition) {
    if (session != null && session.differs(runId, transition.state().grants())) {
      return true;
    }
    if (keeping == null) {
      return transition.effects().stream().anyMatch(Effect.AppendSession.class::isInstance);
    }
    return input instanceof LoopInput.Start
        || input instanceof LoopInput.Resumed
        || input instanceof LoopInput.ModelAnswered
        || input instanceof LoopInput.DecisionMade
        || input instanceof LoopInput.ToolFinished
        || transition.effects().stream().anyMatch(Keeper::cannotBeTakenBack);
  }

  private static boolean cannotBeTakenBack(Effect effect) {
    return effect instanceof Effect.RunTool
        || effect instanceof Effect.AppendSession
        || effect instanceof Effect.Finish;
  }

  /**
   * Keeps what came of an input.
   *
   * @param input what the transition came of
   * @param sequence the number of the transition's last event
   * @param done is given what went wrong, or null, on another thread if there can be one
   */
  void keep(
      LoopInput input, Transition transition, long sequence, Consumer<@Nullable Throwable> done) {
    Threads.startOrRun(
        "adze-state",
        () -> {
          Throwable failure = null;
          try {
            keep(input, transition.state().withSequence(sequence), transition.effects());
          } catch (Throwable thrown) {
            failure = thrown;
          }
          done.accept(failure);
        });
  }

  /**
   * The state first, so that of two who go on from the same one, only one adds to the session; a
   * record that is missing then is added by whoever goes on, before the next one can be missing
   * too. After the end nobody goes on.
   */
  private void keep(LoopInput input, RunState state, List<Effect> effects) throws IOException {
    List<Effect> records = effects.stream().filter(Effect.AppendSession.class::isInstance).toList();
    int missing = input instanceof LoopInput.Resumed ? Math.min(1, records.size()) : 0;
    append(records.subList(0, missing));
    boolean over = state.ended() && !state.resumable();
    if (!over) {
      replace(state);
    }
    append(records.subList(missing, records.size()));
    if (session != null) {
      session.keepGrants(runId, state.grants());
    }
    if (over) {
      remove();
    }
  }

  private void append(List<Effect> records) throws IOException {
    try {
      for (Effect effect : records) {
        if (session != null && effect instanceof Effect.AppendSession append) {
          session.append(runId, append);
        }
      }
    } catch (StaleStateException stale) {
      if (session != null && session.endsWith(runId)) {
        // The last process had added the answer, and ended before the store could forget the run.
        remove();
      }
      throw stale;
    }
  }

  private void replace(RunState state) throws IOException {
    if (keeping == null) {
      return;
    }
    keeping.replace(state, kept);
    kept = state.revision();
  }

  /** The run has its end whether the store forgets it or not. */
  private void remove() {
    try {
      if (keeping != null) {
        keeping.store().remove(runId, kept);
      }
    } catch (IOException | RuntimeException failed) {
      Reports.failure("The store could not remove " + runId + ", which has ended", failed);
    }
  }
}
