package dev.adze.agent;

import dev.adze.internal.Threads;
import dev.adze.loop.Effect;
import dev.adze.loop.LoopInput;
import dev.adze.loop.RunState;
import dev.adze.loop.StateSeal;
import dev.adze.loop.Transition;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the state of one run before anything that it leads to is told or done: a tool is started
 * only when whoever finds the state later will know of it.
 *
 * <p>Each state is written on a thread of its own, which nobody interrupts: an interrupt would
 * close the file. There is one at a time.
 */
final class Keeper {
  private final @Nullable StateStore store;
  private final @Nullable StateSeal seal;
  private final String runId;

  /** The revision of what the store has of the run, as far as this run knows; 0 for nothing. */
  private long kept;

  /**
   * @param store where to keep the states; null for nowhere
   * @param seal what to seal them with; there if the store is
   * @param revision of the state that the run goes on from; 0 if it is new
   */
  Keeper(@Nullable StateStore store, @Nullable StateSeal seal, String runId, long revision) {
    this.store = store;
    this.seal = seal;
    this.runId = runId;
    this.kept = revision;
  }

  /**
   * Whether what came of an input has to be kept: what cannot be done twice or had again. Whatever
   * happens besides is done once more by whoever goes on.
   */
  boolean keeps(LoopInput input, Transition transition) {
    if (store == null) {
      return false;
    }
    return input instanceof LoopInput.Start
        || input instanceof LoopInput.Resumed
        || input instanceof LoopInput.ModelAnswered
        || input instanceof LoopInput.DecisionMade
        || input instanceof LoopInput.ToolFinished
        || transition.effects().stream().anyMatch(Keeper::cannotBeTakenBack);
  }

  private static boolean cannotBeTakenBack(Effect effect) {
    return effect instanceof Effect.RunTool || effect instanceof Effect.Finish;
  }

  /**
   * Keeps what came of an input.
   *
   * @param sequence the number of the transition's last event
   * @param done is given what went wrong, or null, on another thread
   */
  void keep(Transition transition, long sequence, Consumer<@Nullable Throwable> done) {
    Threads.start(
        "adze-state",
        () -> {
          Throwable failure = null;
          try {
            keep(transition.state().withSequence(sequence));
          } catch (Throwable thrown) {
            failure = thrown;
          }
          done.accept(failure);
        });
  }

  private void keep(RunState state) throws IOException {
    if (store == null || seal == null) {
      return;
    }
    if (state.ended() && !state.resumable()) {
      remove(store);
      return;
    }
    StateStore.Entry next = new StateStore.Entry(state.revision(), state.toJson(seal));
    if (!store.replace(runId, kept, next)) {
      throw new StaleStateException(
          "A run goes on from its newest state, once. This one goes on from revision "
              + kept
              + " of "
              + runId
              + ", which is not what the store has: it was resumed before, or has ended. Resume"
              + " what the store has now, if it still has the run.");
    }
    kept = state.revision();
  }

  /** The run has its end whether the store forgets it or not. */
  private void remove(StateStore from) {
    try {
      from.remove(runId, kept);
    } catch (IOException | RuntimeException failed) {
      Reports.failure("The store could not remove " + runId + ", which has ended", failed);
    }
  }
}
