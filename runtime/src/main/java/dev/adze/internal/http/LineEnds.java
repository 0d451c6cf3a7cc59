package dev.adze.internal.http;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Finds the end of a line eight bytes at a time. JSON has no control characters of its own, so what
 * is looked for is any byte below a blank, of which hardly one is no line end.
 */
final class LineEnds {
  private static final long BLANKS = 0x2020202020202020L;
  private static final long TOP_BITS = 0x8080808080808080L;
  private static final byte[] NONE = {};
  private static final ByteBuffer NO_WORDS = ByteBuffer.wrap(NONE);

  /** What was looked at last, which mostly is looked at again. */
  private byte[] searched = NONE;

  private ByteBuffer words = NO_WORDS;

  /** Where the first line feed or carriage return is; -1 if there is none. */
  @SuppressWarnings("ReferenceEquality") // Equal bytes at another place may change.
  int find(byte[] bytes, int from, int to) {
    if (searched != bytes) {
      searched = bytes;
      words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
    int at = from;
    while (at <= to - Long.BYTES) {
      long word = words.getLong(at);
      // A byte below a blank borrows, which sets its top bit; one that had it is no such byte.
      // Bytes behind the first one may be wrong, as they are borrowed from, and are not looked at.
      long found = (word - BLANKS) & ~word & TOP_BITS;
      if (found == 0) {
        at += Long.BYTES;
      } else {
        at += Long.numberOfTrailingZeros(found) / Byte.SIZE;
        if (isLineEnd(bytes[at])) {
          return at;
        }
        at++;
      }
    }
    for (; at < to; at++) {
      if (isLineEnd(bytes[at])) {
        return at;
      }
    }
    return -1;
  }

  /** Lets go of what was looked at. */
  void clear() {
    searched = NONE;
    words = NO_WORDS;
  }

  private static boolean isLineEnd(byte value) {
    return value == '\n' || value == '\r';
  }
}
