package dev.adze.log;

import dev.adze.agent.RunListener;
import dev.adze.event.RunEvent;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes every event of a run to a file of JSON Lines: UTF-8, one event on each line. A log may
 * listen to any number of runs at once; their lines mix, and each says whose it is.
 *
 * <p>A line has been handed to the operating system, in one piece, before any listener that was
 * added after the log hears the event: the end of the process loses none. What cannot be written is
 * missing from the file and hurts no run; the first time is reported to {@link System.Logger}.
 *
 * <p><b>The shape of a line.</b> Every line begins with {@code name}, {@code run_id}, {@code leg},
 * {@code sequence}, {@code step}, {@code agent}, {@code depth}, {@code parent_call_id} and {@code
 * time} (ISO 8601, UTC). The components of the event's record follow, under their own names in
 * snake case; records within them are objects of the same kind. All fields are always there; one
 * that has no value is null. Beyond that:
 *
 * <ul>
 *   <li>a chunk of a model is {@code message_id}, {@code deltas} and {@code data}, where the last
 *       is the provider's JSON as it came, line breaks between its tokens aside, or a string of it
 *       if it is no JSON;
 *   <li>messages have a {@code role}, and {@code text}, {@code parts} or {@code results}; parts,
 *       deltas and decisions have a {@code type};
 *   <li>arguments are strings, because a model may write what is no JSON; schemas are objects;
 *   <li>durations are ISO 8601, and constants of an enum are in lower case;
 *   <li>an exception is its {@code type} and its {@code message}, without causes and traces.
 * </ul>
 *
 * <p>Later versions may add fields and events.
 */
public final class JsonLog implements RunListener, AutoCloseable {
  private static final System.Logger LOGGER = System.getLogger(JsonLog.class.getName());

  private final Path file;

  // Streams instead of channels, here and below: events come on a run's delivery thread, where
  // another listener may leave an interrupt behind, which would close a channel for all runs.
  private final FileOutputStream out;

  private boolean lastLineMayBeTorn = true;
  private boolean reported;

  private JsonLog(Path file, FileOutputStream out) {
    this.file = file;
    this.out = out;
  }

  /**
   * A log that appends to the file. Missing folders, and the file, are created now.
   *
   * @throws UncheckedIOException if they cannot be created, or the file cannot be written
   */
  public static JsonLog lines(Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      return new JsonLog(file, new FileOutputStream(file.toFile(), true));
    } catch (IOException e) {
      throw new UncheckedIOException("A log needs a file it can append to: " + file, e);
    }
  }

  @Override
  public void onEvent(RunEvent event) {
    try {
      append(EventJson.line(event));
    } catch (IOException | RuntimeException e) {
      report(event, e);
    }
  }

  /** Closes the file. Events that come later are missing from it, and reported as such. */
  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The log could not be closed: " + file, e);
    }
  }

  private synchronized void append(byte[] line) throws IOException {
    // A process that was killed, or a disk that was full, may have left a line without its end.
    if (lastLineMayBeTorn && endsWithinALine()) {
      out.write('\n');
    }
    lastLineMayBeTorn = true;
    out.write(line);
    lastLineMayBeTorn = false;
  }

  private boolean endsWithinALine() throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (RandomAccessFile written = new RandomAccessFile(file.toFile(), "r")) {
      if (written.length() == 0) {
        return false;
      }
      written.seek(written.length() - 1);
      return written.read() != '\n';
    }
  }

  private synchronized void report(RunEvent event, Exception failure) {
    if (!reported) {
      reported = true;
      LOGGER.log(
          Level.ERROR,
          "Every event belongs in the log "
              + file
              + ", but event "
              + event.sequence()
              + " of run "
              + event.runId()
              + " could not be written. Later failures are not reported. Make room for the log, or"
              + " keep it open as long as runs use it.",
          failure);
    }
  }
}
