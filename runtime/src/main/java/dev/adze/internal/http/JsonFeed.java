package dev.adze.internal.http;

import dev.adze.internal.JsonTexts;
import java.io.Closeable;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;

/**
 * One parser for all JSON texts of a response that arrive together. A parser of its own for each
 * would be most of what a token costs: its contexts, symbol table and buffers are about 700 bytes.
 * While a response is waited for there is none: that would hold another 13 kB.
 */
public final class JsonFeed implements Closeable {
  private static final byte[] BLANKS = {' ', ' ', ' ', ' '};
  private static final OutputStream BLANKS_ONLY = new BlanksOnly();

  private final Slice slice = new Slice();
  private @Nullable JsonParser parser;

  /** Starts with no text. */
  public JsonFeed() {}

  /** The parser before the first token of the text, which must be read to the end of its value. */
  public JsonParser begin(byte[] json, int offset, int length) {
    JsonParser in = parser;
    if (in == null) {
      // The parser looks at four bytes to tell UTF-8 from other encodings before there is any text.
      slice.begin(BLANKS);
      in = JsonTexts.FACTORY.createParser(ObjectReadContext.empty(), slice);
      parser = in;
    }
    slice.set(json, offset, length);
    return in;
  }

  /** Where in the text's array the current token begins. */
  public int tokenStart() {
    return slice.place(current().currentTokenLocation().getByteOffset());
  }

  /** Where in the text's array the object or array ends whose last token is the current one. */
  public int tokenEnd() {
    return slice.place(current().currentLocation().getByteOffset());
  }

  /**
   * Checks that nothing follows the value.
   *
   * @throws JacksonException if something does
   */
  public void end() {
    current().releaseBuffered(BLANKS_ONLY);
    if (!slice.blank()) {
      throw moreThanOneValue();
    }
  }

  /** Lets go of the last text, and of the parser and its buffers until the next text begins. */
  public void release() {
    if (parser != null) {
      parser.close();
      parser = null;
      slice.begin(BLANKS);
    }
  }

  @Override
  public void close() {
    release();
  }

  private JsonParser current() {
    return Objects.requireNonNull(parser, "no text was begun");
  }

  private static JacksonException moreThanOneValue() {
    return new StreamReadException("there is more than one JSON value");
  }

  private static final class Slice extends InputStream {
    private byte[] bytes = BLANKS;
    private int position;
    private int end;

    /** How many bytes the parser has been given before the first one of this array. */
    private long before;

    private long given;

    /** Starts anew, for another parser. */
    void begin(byte[] bytes) {
      given = 0;
      set(bytes, 0, bytes.length);
    }

    void set(byte[] bytes, int offset, int length) {
      this.before = given - offset;
      this.bytes = bytes;
      this.position = offset;
      this.end = offset + length;
    }

    /** The place in the array of a byte that the parser counts from its very first one. */
    int place(long counted) {
      return (int) (counted - before);
    }

    boolean blank() {
      while (position < end) {
        if (!isBlank(bytes[position++])) {
          return false;
        }
      }
      return true;
    }

    @Override
    public int read() {
      if (position >= end) {
        return -1;
      }
      given++;
      return bytes[position++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      int count = Math.min(length, end - position);
      if (count <= 0) {
        return -1;
      }
      System.arraycopy(bytes, position, target, offset, count);
      position += count;
      given += count;
      return count;
    }
  }

  private static final class BlanksOnly extends OutputStream {
    @Override
    public void write(int value) {
      if (!isBlank(value)) {
        throw moreThanOneValue();
      }
    }
  }

  private static boolean isBlank(int value) {
    return value == ' ' || value == '\n' || value == '\r' || value == '\t';
  }
}
