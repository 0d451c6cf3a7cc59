package dev.adze.agent;

import dev.adze.approval.Grant;
import dev.adze.internal.HeldFile;
import dev.adze.internal.json.JsonIn;
import dev.adze.internal.json.JsonIn.UnreadableException;
import dev.adze.internal.json.JsonOut;
import dev.adze.internal.json.MessageJson;
import dev.adze.loop.StateSeal;
import dev.adze.model.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file of a session. It grows by one line at a time, so whatever a process leaves behind when
 * it is killed is whole lines and at most a piece of one, at the end. A line is a record, or what
 * is granted from then on.
 */
final class SessionFile {
  private static final int FORMAT = 1;
  private static final String FIRST_LINE = "{\"format\":" + FORMAT + ",\"session\":\"";

  /**
   * One line.
   *
   * @param run which run added it
   * @param messages what it added, oldest first
   */
  record Line(String run, List<Message> messages) {}

  private final Path path;
  private final HeldFile held;
  private final @Nullable StateSeal seal;
  private final List<Line> found = new ArrayList<>();
  private String id;

  /** What was granted last, sealed; null if nothing ever was. */
  private @Nullable String grants;

  /** How many records there were by then. */
  private int grantsAt;

  private int records;
  private List<Grant> granted = List.of();

  /** Where the last whole line ends. */
  private long end;

  private SessionFile(Path path, HeldFile held, String id, @Nullable StateSeal seal) {
    this.path = path;
    this.held = held;
    this.seal = seal;
    this.id = id;
  }

  /**
   * Opens a file, and begins it if it is empty.
   *
   * @param newId the id of a session that begins
   * @param seal for what is granted; null if that is not kept
   */
  static SessionFile open(Path path, String newId, @Nullable StateSeal seal) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    HeldFile held = HeldFile.tryOpen(path);
    if (held == null) {
      throw new IllegalStateException(
          "A session is open in one place at a time, and "
              + path
              + " is open already, in this process or another. Close it there first.");
    }
    try {
      SessionFile file = new SessionFile(path, held, newId, seal);
      file.load();
      file.granted = file.unsealed();
      return file;
    } catch (IOException | RuntimeException failed) {
      held.close();
      throw failed;
    }
  }

  String id() {
    return id;
  }

  /** What was in the file when it was opened; once. */
  List<Line> read() {
    List<Line> records = List.copyOf(found);
    found.clear();
    return records;
  }

  /** What was granted in the session when it was opened. */
  List<Grant> granted() {
    return granted;
  }

  /** What the file says was granted, as far as its word can be taken for it. */
  private List<Grant> unsealed() {
    return seal == null || grants == null ? List.of() : seal.openGrants(grants, place(grantsAt));
  }

  void append(Line record) throws IOException {
    JsonOut line = JsonOut.toKeep().field("run", record.run());
    line.array("messages", record.messages(), message -> MessageJson.write(line, message));
    append(line.end());
    records++;
  }

  /** Keeps what is granted from now on, if it can be sealed. */
  void keep(List<Grant> granted) throws IOException {
    if (seal != null) {
      append(JsonOut.toKeep().field("grants", seal.seal(granted, place(records))).end());
    }
  }

  /** What a seal is for: it fits no other session, and no other place in this one. */
  private String place(int record) {
    return id + "\n" + record;
  }

  private void append(String line) throws IOException {
    FileChannel channel = held.channel();
    // Whatever stands there is of a line that was not written whole, or not known to be.
    channel.truncate(end);
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    long position = end;
    while (bytes.hasRemaining()) {
      position += channel.write(bytes, position);
    }
    channel.force(false);
    end = position;
  }

  void close() throws IOException {
    held.close();
  }

  private void load() throws IOException {
    byte[] content = content();
    if (lineEnd(content, 0) < 0) {
      begin(new String(content, StandardCharsets.UTF_8));
      return;
    }
    int number = 0;
    int from = 0;
    for (int to = lineEnd(content, 0); to >= 0; to = lineEnd(content, from)) {
      number++;
      String line = new String(content, from, to - from, StandardCharsets.UTF_8);
      boolean last = lineEnd(content, to + 1) < 0;
      if (!read(line, number, last)) {
        break;
      }
      from = to + 1;
      end = from;
    }
  }

  private byte[] content() throws IOException {
    FileChannel channel = held.channel();
    if (channel.size() > Integer.MAX_VALUE - 8) {
      throw new IOException("A session fits into memory, but " + path + " is larger than 2 GB.");
    }
    ByteBuffer content = ByteBuffer.allocate((int) channel.size());
    while (content.hasRemaining() && channel.read(content, content.position()) >= 0) {
      // Goes on until all is read.
    }
    return content.array();
  }

  private static int lineEnd(byte[] content, int from) {
    for (int i = from; i < content.length; i++) {
      if (content[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** There is no whole line: the file is new, or its first line was just being written. */
  private void begin(String piece) throws IOException {
    boolean ours = piece.startsWith(FIRST_LINE) || FIRST_LINE.startsWith(piece);
    if (!ours) {
      throw damaged(1, null);
    }
    append(FIRST_LINE + id + "\"}");
  }

  /**
   * Reads a line.
   *
   * @return false if it is the last one, and not all of it reached the disk
   */
  private boolean read(String line, int number, boolean last) throws IOException {
    try {
      JsonIn from = JsonIn.kept(line);
      if (number == 1) {
        readFirst(from);
      } else if (from.has("grants")) {
        grants = from.text("grants");
        grantsAt = records;
      } else {
        found.add(new Line(from.text("run"), from.list("messages", MessageJson::read)));
        records++;
      }
      return true;
    } catch (UnreadableException | IllegalArgumentException unknown) {
      boolean torn = JsonIn.shown(line) == null;
      if (torn && last && number > 1) {
        return false;
      }
      throw damaged(number, unknown);
    }
  }

  private void readFirst(JsonIn from) throws IOException {
    int format = from.integer("format");
    if (format != FORMAT) {
      throw new IOException(
          "This version of Adze reads sessions of format "
              + FORMAT
              + ", but "
              + path
              + " is of format "
              + format
              + ". Open it with the version that wrote it, or a newer one.");
    }
    id = from.text("session");
  }

  private IOException damaged(int line, @Nullable Throwable cause) {
    return new IOException(
        "A session's file has a first line and then one for each record. Line "
            + line
            + " of "
            + path
            + " is neither: the file is something else, or damaged. Nothing was changed in it.",
        cause);
  }
}
