package dev.adze.agent;

import dev.adze.approval.Grant;
import dev.adze.loop.Effect;
import dev.adze.loop.SessionHead;
import dev.adze.loop.StateSeal;
import dev.adze.model.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that goes on from one run to the next. A run adds what the user says when it
 * starts, and each step when it is complete, with all of its results: a session never has a call
 * without a result. One run at a time has it.
 *
 * <p>It also has what was granted in its runs for the whole session, which later runs are not asked
 * for again: as long as this object lives, or in a file that was opened with a seal.
 *
 * <p>Safe for use by many threads.
 */
public final class Session implements AutoCloseable {
  private final String id;
  private final @Nullable SessionFile file;
  private final List<Message> messages = new ArrayList<>();
  private List<Grant> grants = List.of();
  private long records;

  /** The run that added the last record; empty if there is none. */
  private String lastRun = "";

  /** The run that has the session; null if none has. */
  private @Nullable String runId;

  private boolean closed;

  private Session(SessionFile file) {
    this.id = file.id();
    this.file = file;
    this.grants = file.granted();
    file.read().forEach(this::add);
  }

  private Session() {
    this.id = newId();
    this.file = null;
  }

  /** {@return a new session that is gone with the process} */
  public static Session inMemory() {
    return new Session();
  }

  /**
   * Opens a session that is kept in a file, or begins one if there is no such file. The file is
   * JSON Lines: a line that says whose it is, and one for each record. Each record is forced to the
   * disk before the run goes on, so none is lost when the process or the machine stops at any
   * moment; a piece of one that was just being written is passed over, and the next one replaces
   * it. What is granted in the session ends when it is closed, for whoever can write the file could
   * grant anything; {@link #open(Path, StateSeal)} keeps it.
   *
   * @param path of the file; its folder is made if it is not there
   * @return the session, which is to be closed
   * @throws IOException if the file cannot be read or written, is no session, or is damaged
   *     elsewhere than at its end
   * @throws IllegalStateException if it is open already, here or in another process
   */
  public static Session open(Path path) throws IOException {
    return new Session(SessionFile.open(path, newId(), null));
  }

  /**
   * Opens a session like {@link #open(Path)}, whose file also keeps what is granted, sealed. The
   * seal tells whether somebody has changed it, and not whether the whole file is an older one.
   *
   * @param path of the file; its folder is made if it is not there
   * @param seal with the same key each time
   * @throws IOException if the file cannot be read or written, is no session, or is damaged
   *     elsewhere than at its end
   * @throws IllegalArgumentException if what was granted was changed since, or was sealed with
   *     another key
   * @return the session, to be closed
   * @throws IllegalStateException if it is open already, here or in another process
   */
  public static Session open(Path path, StateSeal seal) throws IOException {
    return new Session(SessionFile.open(path, newId(), Objects.requireNonNull(seal, "seal")));
  }

  private static String newId() {
    return "session_" + UUID.randomUUID();
  }

  /** {@return the id of the session, which stays the same when it is opened again} */
  public String id() {
    return id;
  }

  /** {@return the whole conversation, oldest first} */
  public synchronized List<Message> messages() {
    return List.copyOf(messages);
  }

  /** {@return what was granted in its runs for the whole session, and not taken back} */
  public synchronized List<Grant> grants() {
    return grants;
  }

  /**
   * Takes a grant back: it covers nothing in later runs, nor in one that is resumed. Without effect
   * if {@link #grants} lists no such grant.
   *
   * @param grantId the grant's id
   * @throws IOException if the file cannot be written; the grant is still there
   * @throws IllegalStateException if a run has the session; take it back there, with {@link
   *     Run#revoke}
   */
  public synchronized void revoke(String grantId) throws IOException {
    if (runId != null) {
      throw new IllegalStateException(
          "A grant is taken back in the session when no run has it, but "
              + runId
              + " is under way in it. Use its revoke.");
    }
    keep(grants.stream().filter(grant -> !grant.id().equals(grantId)).toList());
  }

  /** Whether a run with these grants has changed what is granted in the session. */
  synchronized boolean differs(String run, List<Grant> all) {
    return !ofSession(run, all).equals(grants);
  }

  /** Takes over what a run has granted for the session, or taken back. */
  synchronized void keepGrants(String run, List<Grant> all) throws IOException {
    keep(ofSession(run, all));
  }

  /** What was handed to the run from elsewhere is not the session's. */
  private List<Grant> ofSession(String run, List<Grant> all) {
    return all.stream()
        .filter(grant -> grant.scope() == Grant.Scope.SESSION)
        .filter(grant -> grant.runId().equals(run) || grants.contains(grant))
        .toList();
  }

  private void keep(List<Grant> next) throws IOException {
    if (file != null && !next.equals(grants)) {
      file.keep(next);
    }
    grants = next;
  }

  /**
   * Lets others open the file; without effect on a session in memory or one that is closed.
   *
   * @throws IllegalStateException if a run has the session; wait for its end first
   */
  @Override
  public synchronized void close() throws IOException {
    if (runId != null) {
      throw new IllegalStateException(
          "A session is closed when no run has it, but " + runId + " is under way in it.");
    }
    if (file != null) {
      closed = true;
      file.close();
    }
  }

  /** Gives the session to a run. */
  synchronized void begin(String run) {
    if (closed) {
      throw new IllegalStateException("The session " + id + " is closed. Open it again.");
    }
    if (runId != null) {
      throw new IllegalStateException(
          "One run at a time has a session, and "
              + runId
              + " is under way in "
              + id
              + ". Wait for its end, or give this run another session.");
    }
    runId = run;
  }

  /** Takes the session back from a run, if it has it. */
  synchronized void end(String run) {
    if (run.equals(runId)) {
      runId = null;
    }
  }

  /** Whether the last record is of this run. */
  synchronized boolean endsWith(String run) {
    return run.equals(lastRun);
  }

  synchronized SessionHead head() {
    return new SessionHead(id, records, messages.size());
  }

  /**
   * Adds a record, unless it is there already.
   *
   * @throws StaleStateException if the session has moved on since the run was here
   */
  synchronized void append(String run, Effect.AppendSession effect) throws IOException {
    boolean isThere = effect.at() == records - 1 && run.equals(lastRun);
    if (isThere) {
      return;
    }
    if (effect.at() != records) {
      throw new StaleStateException(
          "A run goes on where it left its session. "
              + run
              + " left "
              + id
              + " with "
              + effect.at()
              + " records before its last one, and now it has "
              + records
              + (endsWith(run)
                  ? ": the run has gone on, or come to its end."
                  : ": the session has moved on. Start another run in it."));
    }
    SessionFile.Line record = new SessionFile.Line(run, effect.messages());
    if (file != null) {
      file.append(record);
    }
    add(record);
  }

  private void add(SessionFile.Line record) {
    messages.addAll(record.messages());
    lastRun = record.run();
    records++;
  }

  @Override
  public String toString() {
    return "Session[" + id + "]";
  }
}
