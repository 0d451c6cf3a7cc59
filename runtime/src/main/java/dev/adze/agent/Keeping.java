package dev.adze.agent;

import dev.adze.loop.RunState;
import dev.adze.loop.StateSeal;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/**
 * Where states are kept.
 *
 * @param store where
 * @param seal what they are sealed with
 */
record Keeping(StateStore store, StateSeal seal) {
  Keeping {
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(seal, "seal");
  }

  /** The newest state of a run; see {@link Runner#load}. */
  Optional<RunState> load(String runId) throws IOException {
    Optional<StateStore.Entry> entry = store.load(runId);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    RunState state = RunState.fromJson(entry.get().text(), seal);
    if (!state.runId().equals(runId) || state.revision() != entry.get().revision()) {
      throw new IllegalArgumentException(
          "A store gives back what was kept under a run's id. Under "
              + runId
              + " it has another state: "
              + state
              + ". Somebody has changed what is in the store; do not resume it.");
    }
    return Optional.of(state);
  }

  /**
   * Replaces what the store has of a run.
   *
   * @param kept the revision of what it is to have; 0 for nothing
   * @throws StaleStateException if it has something else
   */
  void replace(RunState state, long kept) throws IOException {
    StateStore.Entry next = new StateStore.Entry(state.revision(), state.toJson(seal));
    if (!store.replace(state.runId(), kept, next)) {
      throw new StaleStateException(
          "A run goes on from its newest state, once. This one goes on from revision "
              + kept
              + " of "
              + state.runId()
              + ", which is not what the store has: it was resumed before, or has ended. Resume"
              + " what the store has now, if it still has the run.");
    }
  }
}
