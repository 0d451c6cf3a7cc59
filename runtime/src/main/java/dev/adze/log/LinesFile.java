package dev.adze.log;

import dev.adze.event.RunEvent;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** JSON Lines, appended to what is there. */
final class LinesFile implements LogFile {
  private final Path file;
  private final FileOutputStream out;
  private boolean lastLineMayBeTorn = true;

  LinesFile(Path file) throws IOException {
    this.file = file;
    this.out = new FileOutputStream(file.toFile(), true);
  }

  @Override
  public byte[] encode(RunEvent event, UnaryOperator<String> redaction) {
    byte[] json = EventJson.line(event, redaction);
    byte[] line = Arrays.copyOf(json, json.length + 1);
    line[json.length] = '\n';
    return line;
  }

  @Override
  public void append(byte[] line) throws IOException {
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

  @Override
  public void close() throws IOException {
    out.close();
  }
}
