package dev.adze.internal.http;

import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Reads server-sent events as the WHATWG standard frames them behind the byte order mark, by bytes:
 * no text is decoded and no line becomes an object, and between two events the reader holds no
 * memory of its own. Event types, ids and retry times are skipped, because every provider repeats
 * in the JSON what matters of them.
 *
 * <p>It differs from the standard in one point: an event that the end of the stream cuts off is
 * given and not dropped, because servers do leave out the last blank line. Whether it is whole is
 * for the reader of its data to see.
 */
final class SseReader {
  private static final ByteString DATA = ByteString.encodeUtf8("data");

  private final BufferedSource source;
  private final Buffer buffer;
  private final Buffer.UnsafeCursor place = new Buffer.UnsafeCursor();
  private final LineEnds lineEnds = new LineEnds();
  private final long limit;
  private final Runnable beforeWait;
  private boolean afterCarriageReturn;

  /**
   * @param limit how many bytes one line, and the data of one event, may have
   * @param beforeWait runs before each wait for the server
   */
  SseReader(BufferedSource source, long limit, Runnable beforeWait) {
    this.source = source;
    this.buffer = source.getBuffer();
    this.limit = limit;
    this.beforeWait = beforeWait;
  }

  /**
   * The data of the next event in an array of exactly its size, or null at the end of the stream.
   *
   * @throws OversizedException if a line or an event is over the limit
   */
  byte @Nullable [] next() throws IOException {
    byte[] first = null;
    Buffer joined = null;
    while (beginLine()) {
      long length = lineLength();
      if (length == 0) {
        endLine();
        if (first != null) {
          return joined == null ? first : joined.readByteArray();
        }
      } else if (!isData(length)) {
        buffer.skip(length);
        endLine();
      } else {
        byte[] value = value(length);
        endLine();
        if (first == null) {
          first = value;
        } else {
          joined = joined == null ? new Buffer().write(first) : joined;
          checkSize(joined.size() + 1 + value.length);
          joined.writeByte('\n').write(value);
        }
      }
    }
    return joined == null ? first : joined.readByteArray();
  }

  /** Waits for the first byte of a line; false at the end of the stream. */
  private boolean beginLine() throws IOException {
    if (buffer.exhausted() && !receive(1)) {
      return false;
    }
    if (afterCarriageReturn) {
      // Only now: waiting for a line feed that may never come would hold back the event before it.
      afterCarriageReturn = false;
      if (buffer.getByte(0) == '\n') {
        buffer.skip(1);
        return beginLine();
      }
    }
    return true;
  }

  /** How many bytes there are before the end of the line, or of the stream. */
  private long lineLength() throws IOException {
    long searched = 0;
    while (true) {
      long end = lineEnd(searched);
      long length = end < 0 ? buffer.size() : end;
      checkSize(length);
      if (end >= 0 || !receive(length + 1)) {
        return length;
      }
      searched = length;
    }
  }

  /** Where the first line end in the buffer is, from a place on; -1 if there is none yet. */
  private long lineEnd(long from) {
    buffer.readUnsafe(place);
    try {
      for (int left = place.seek(from); left > 0; left = place.next()) {
        int found = lineEnds.find(place.data, place.start, place.end);
        if (found >= 0) {
          return place.offset + found - place.start;
        }
      }
      return -1;
    } finally {
      place.close();
    }
  }

  /** Waits until the buffer has so many bytes; false if the stream ends before. */
  private boolean receive(long size) throws IOException {
    lineEnds.clear();
    beforeWait.run();
    return source.request(size);
  }

  private boolean isData(long length) {
    return length >= 4 && buffer.rangeEquals(0, DATA) && (length == 4 || buffer.getByte(4) == ':');
  }

  private byte[] value(long length) throws IOException {
    long start = length == 4 ? 4 : 5;
    if (length > start && buffer.getByte(start) == ' ') {
      start++;
    }
    buffer.skip(start);
    return buffer.readByteArray(length - start);
  }

  private void endLine() throws IOException {
    if (!buffer.exhausted()) {
      afterCarriageReturn = buffer.readByte() == '\r';
    }
  }

  private void checkSize(long size) throws OversizedException {
    if (size > limit) {
      throw new OversizedException(limit);
    }
  }
}
