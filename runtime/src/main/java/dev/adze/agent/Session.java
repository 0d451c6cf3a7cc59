package dev.adze.agent;

import dev.adze.loop.Effect;
import dev.adze.loop.SessionHead;
import dev.adze.model.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that goes on from one run to the next. A run adds what the user says when it
 * starts, and each step when it is complete, with all of its results: a session never has a call
 * without a result. One run at a time has it.
 *
 * <p>Safe for use by many threads.
 */
public final class Session implements AutoCloseable {
  private final String id;
  private final @Nullable SessionFile file;
  private final List<Message> messages = new ArrayList<>();
  private long records;

  /** The run that added the last record; empty if there is none. */
  private String lastRun = "";

  /** The run that has the session; null if none has. */
  private @Nullable String runId;

  private boolean closed;

  private Session(String id, @Nullable SessionFile file) {
    this.id = id;
    this.file = file;
  }

  /** {@return a new session that is gone with the process} */
  public static Session inMemory() {
    return new Session(newId(), null);
  }

  /**
   * Opens a session that is kept in a file, or begins one if there is no such file. The file is
   * JSON Lines: a line that says whose it is, and one for each record. Each record is forced to the
   * disk before the run goes on, so none is lost when the process or the machine stops at any
   * moment; a piece of one that was just being written is passed over, and the next one replaces
   * it.
   *
   * @param path of the file; its folder is made if it is not there
   * @return the session, which is to be closed
   * @throws IOException if the file cannot be read or written, is no session, or is damaged
   *     elsewhere than at its end
   * @throws IllegalStateException if it is open already, here or in another process
   */
  public static Session open(Path path) throws IOException {
    SessionFile file = SessionFile.open(path, newId());
    Session session = new Session(file.id(), file);
    for (SessionFile.Line record : file.read()) {
      session.add(record);
    }
    return session;
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
