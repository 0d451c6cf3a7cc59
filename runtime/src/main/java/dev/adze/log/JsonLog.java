package dev.adze.log;

import dev.adze.agent.RunLog;
import dev.adze.event.RunEvent;
import dev.adze.internal.json.JsonIn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes every event of a run to a file of JSON, in UTF-8, one event on each line. A log may listen
 * to any number of runs at once; their lines mix, and each says whose it is.
 *
 * <pre>{@code
 * try (JsonLog log = JsonLog.lines(Path.of("logs/run.jsonl")).required()) {
 *   Runner.builder(agent).listener(log).build().run("A table for four on Friday");
 * }
 * }</pre>
 *
 * <p>A log hears each event before any listener that is none. An event has been handed to the
 * operating system, in one piece, before anybody else hears of it: the end of the process loses
 * none. What cannot be written is missing from the file; the first time is reported to {@link
 * System.Logger}. It hurts no run, unless the log is {@link #required()}.
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
 *   <li>messages have a {@code role}, and {@code text}, {@code parts}, {@code results} or {@code
 *       approvals}; parts, deltas and decisions have a {@code type};
 *   <li>an image or a file is {@code media_type}, {@code name} and one of {@code base64}, {@code
 *       url} and {@code file_id}; {@code attachments} of an output or a result, and the {@code
 *       item} of a part in its provider's own form, are there only if there are any;
 *   <li>arguments are strings, because a model may write what is no JSON; schemas are objects;
 *   <li>durations are ISO 8601, and constants of an enum are in lower case;
 *   <li>an exception is its {@code type} and its {@code message}, without causes and traces.
 * </ul>
 *
 * <p>Later versions may add fields and events.
 */
public final class JsonLog implements RunLog, AutoCloseable {
  private static final System.Logger LOGGER = System.getLogger(JsonLog.class.getName());

  private final Path path;
  private final LogFile file;
  private final UnaryOperator<String> redaction;
  private final boolean required;
  private final AtomicBoolean reported = new AtomicBoolean();

  private JsonLog(Path path, LogFile file, UnaryOperator<String> redaction, boolean required) {
    this.path = path;
    this.file = file;
    this.redaction = redaction;
    this.required = required;
  }

  /**
   * {@return a log of JSON Lines that appends to the file} Missing folders, and the file, are
   * created now.
   *
   * @param path the file, which need not exist
   * @throws UncheckedIOException if they cannot be created, or the file cannot be written
   */
  public static JsonLog lines(Path path) {
    return open(path, LinesFile::new);
  }

  /**
   * {@return a log that is one JSON array, as AdalFlow's {@code stream_to_json} writes it: valid
   * JSON from now on, and after every event} What the file held is gone; missing folders, and the
   * file, are created now.
   *
   * <p>An element has AdalFlow's {@code event_number}, {@code timestamp}, {@code event_type} and
   * {@code event_data}. The last is {@code input}, {@code data}, {@code type} and {@code error} of
   * a chunk, and otherwise {@code name}, {@code item} and {@code type}, where the item is {@code
   * id}, {@code type}, {@code data}, {@code error} and {@code timestamp}. The whole event of ours
   * is in the {@code event} of the item's data, and of a chunk's event data.
   *
   * @param path the file, whose content is replaced
   * @throws UncheckedIOException if they cannot be created, or the file cannot be written
   */
  public static JsonLog array(Path path) {
    return open(path, ArrayFile::new);
  }

  private interface Opening {
    LogFile open(Path path) throws IOException;
  }

  private static JsonLog open(Path path, Opening opening) {
    try {
      Path folder = path.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      return new JsonLog(path, opening.open(path), UnaryOperator.identity(), false);
    } catch (IOException e) {
      throw new UncheckedIOException("A log needs a file that it can write: " + path, e);
    }
  }

  /**
   * {@return this log, without which no run goes on: a run of which an event cannot be written
   * ends, and fails with an {@link UncheckedIOException} or with what the redaction threw}
   */
  public JsonLog required() {
    return new JsonLog(path, file, redaction, true);
  }

  /**
   * {@return this log, with the texts that people, models and tools have written, and the messages
   * of exceptions, changed before they are written} It is called for each text on its own, so it
   * cannot find in a chunk what two chunks share. An event for which it throws is not written.
   *
   * @param redaction given a text, gives what is to be written in its place; never null
   */
  public JsonLog redacting(UnaryOperator<String> redaction) {
    Objects.requireNonNull(redaction, "redaction");
    UnaryOperator<String> before = this.redaction;
    return new JsonLog(path, file, text -> redaction.apply(before.apply(text)), required);
  }

  /**
   * {@return an event as the line that {@link #lines} writes of it, without a line break: what a
   * web page, a queue or a table is given} Nothing of it is redacted.
   *
   * @param event any event
   */
  public static String toJson(RunEvent event) {
    byte[] line = EventJson.line(event, UnaryOperator.identity());
    return new String(line, StandardCharsets.UTF_8);
  }

  /**
   * {@return the events that a log of either form holds, oldest first} An event that a later
   * version wrote is an {@link dev.adze.event.UnknownEvent}, and an exception a {@link
   * LoggedException}. A line without its end, such as a process leaves that was killed while it
   * wrote, is passed over.
   *
   * @param path the file, of either form
   * @throws UncheckedIOException if the file cannot be read
   */
  public static List<RunEvent> read(Path path) {
    List<RunEvent> events = new ArrayList<>();
    try (BufferedReader in = new BufferedReader(reader(path))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        RunEvent event = event(line);
        if (event != null) {
          events.add(event);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A log needs to be a file that can be read: " + path, e);
    }
    return events;
  }

  /** Unlike the reader that {@link Files} makes, it does not throw at half a character. */
  private static Reader reader(Path path) throws IOException {
    return new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8);
  }

  private static @Nullable RunEvent event(String line) {
    JsonIn value = JsonIn.shown(line.endsWith(",") ? line.substring(0, line.length() - 1) : line);
    if (value == null) {
      return null;
    }
    try {
      return value.has("event_data") ? ArrayJson.read(value) : EventReader.read(value, null);
    } catch (JsonIn.UnreadableException noEvent) {
      return null;
    }
  }

  @Override
  public void onEvent(RunEvent event) {
    try {
      byte[] encoded = file.encode(event, redaction);
      synchronized (file) {
        file.append(encoded);
      }
    } catch (IOException e) {
      failed(event, new UncheckedIOException("The log could not be written: " + path, e));
    } catch (RuntimeException e) {
      failed(event, e);
    }
  }

  private void failed(RunEvent event, RuntimeException failure) {
    if (required) {
      throw failure;
    }
    if (!reported.getAndSet(true)) {
      LOGGER.log(
          Level.ERROR,
          "Every event belongs in the log "
              + path
              + ", but event "
              + event.sequence()
              + " of run "
              + event.runId()
              + " could not be written. Later failures are not reported. Make room for the log, or"
              + " keep it open as long as runs use it.",
          failure);
    }
  }

  /** Closes the file. Events that come later are missing from it, and reported as such. */
  @Override
  public void close() {
    try {
      synchronized (file) {
        file.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The log could not be closed: " + path, e);
    }
  }
}
