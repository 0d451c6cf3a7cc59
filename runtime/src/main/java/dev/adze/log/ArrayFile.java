package dev.adze.log;

import dev.adze.event.RunEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** One JSON array, which is closed again after every element. */
final class ArrayFile implements LogFile {
  private static final byte[] END = "\n]\n".getBytes(StandardCharsets.US_ASCII);

  private final RandomAccessFile out;

  /** Where the next element goes, over the end of the array. */
  private long end;

  private long elements;

  ArrayFile(Path file) throws IOException {
    this.out = new RandomAccessFile(file.toFile(), "rw");
    out.setLength(0);
    out.write('[');
    out.write(END);
    end = 1;
  }

  @Override
  public byte[] encode(RunEvent event, UnaryOperator<String> redaction) {
    return ArrayJson.element(event, redaction);
  }

  @Override
  public void append(byte[] element) throws IOException {
    String start = (elements == 0 ? "\n" : ",\n") + "{\"event_number\":" + (elements + 1) + ",";
    ByteArrayOutputStream piece = new ByteArrayOutputStream(element.length + 40);
    piece.writeBytes(start.getBytes(StandardCharsets.US_ASCII));
    piece.write(element, 1, element.length - 1);
    int written = piece.size();
    piece.writeBytes(END);
    try {
      out.seek(end);
      out.write(piece.toByteArray());
    } catch (IOException failed) {
      closeArray(failed);
      throw failed;
    }
    end += written;
    elements++;
  }

  /** What was written of an element must not spoil the others. */
  private void closeArray(IOException failed) {
    try {
      out.setLength(end);
      out.seek(end);
      out.write(END);
    } catch (IOException again) {
      failed.addSuppressed(again);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
