package dev.adze.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the states of runs are kept while they are under way or wait to be resumed: at most one of
 * each run, the newest. A state is replaced only by whoever knows its revision, so of two who go on
 * from the same state, one is refused before anything is done.
 *
 * <p>Texts are sealed, and are to be given back to the letter. Methods may be called from many
 * threads, and each of them comes back: a run waits for it.
 */
public interface StateStore {
  /**
   * A kept state.
   *
   * @param revision of the state, from 1
   * @param text the sealed state
   */
  record Entry(long revision, String text) {
    /** Refuses null and a revision that no state has. */
    public Entry {
      Objects.requireNonNull(text, "text");
      if (revision < 1) {
        throw new IllegalArgumentException("Revisions count from 1, and this is " + revision + ".");
      }
    }
  }

  /**
   * {@return what is kept of a run, if anything is}
   *
   * @param runId the id of the run
   * @throws IOException if what is kept cannot be read or written
   */
  Optional<Entry> load(String runId) throws IOException;

  /**
   * Replaces what is kept of a run, if it still is what the caller thinks; at once, so that nobody
   * can do the same in between, and so that it outlives the process when this returns.
   *
   * @param runId the id of the run
   * @param expected the revision of what is to be kept by now; 0 if nothing is
   * @param next what is kept from now on
   * @return whether it was; if not, nothing has changed
   * @throws IOException if what is kept cannot be read or written
   */
  boolean replace(String runId, long expected, Entry next) throws IOException;

  /**
   * Forgets a run, if what is kept of it still is what the caller thinks.
   *
   * @param runId the id of the run
   * @param expected the revision of what is to be kept by now
   * @return whether it was; if not, nothing has changed
   * @throws IOException if what is kept cannot be read or written
   */
  boolean remove(String runId, long expected) throws IOException;

  /** {@return a store in the memory of this process} */
  static StateStore inMemory() {
    return new MemoryStateStore();
  }

  /**
   * {@return a store in a folder, with a file for each run} Processes on one machine may share the
   * folder. A state is written to another file first, forced to the disk and then renamed, so that
   * a process or a machine that stops at any moment leaves the older state or the newer one, whole.
   *
   * @param folder is made when it is not there. Whoever can read it can read the conversations
   */
  static StateStore inFolder(Path folder) {
    return new FolderStateStore(folder);
  }
}
