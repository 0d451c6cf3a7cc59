package dev.adze.json;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An open container: where the reader stands in it, and what it saw of it. The frame of a depth is
 * used again for each container there, so that a long array of objects costs two frames.
 */
final class Frame {
  /** What a frame stands for. */
  enum Kind {
    /** An object whose fields are known. */
    OBJECT,
    /** An object with any fields. */
    FREE_OBJECT,
    ARRAY,
    /** A container that was announced and is not there. */
    ABSENT
  }

  private static final int NONE = -1;
  private static final long[] NO_WORDS = {};

  final @Nullable Frame parent;
  final int depth;
  private @Nullable Frame child;

  Kind kind = Kind.ABSENT;
  JsonFields fields = JsonFields.NONE;

  /** Whether no member was asked for yet. */
  boolean fresh;

  /**
   * An object whose fields are known: the field that comes next if the text keeps to the declared
   * order. A map: how many different names it had.
   */
  int next;

  /** An object: where the quote before the current name is. An array: the current index. */
  int place;

  /** An array: where its current element begins, white space before it included. */
  int elementFrom;

  private long seen;
  private long[] seenBeyond = NO_WORDS;
  private @Nullable Set<String> names;

  private Frame(@Nullable Frame parent) {
    this.parent = parent;
    depth = parent == null ? 1 : parent.depth + 1;
  }

  /** The frame for a container inside of one, or for the root. */
  static Frame inside(@Nullable Frame parent) {
    if (parent == null) {
      return new Frame(null);
    }
    if (parent.child == null) {
      parent.child = new Frame(parent);
    }
    return parent.child;
  }

  void open(Kind newKind, JsonFields newFields) {
    kind = newKind;
    fields = newFields;
    fresh = true;
    next = 0;
    place = NONE;
    seen = 0;
    int words = newFields.words() - 1;
    if (words > 0) {
      seenBeyond = new long[words];
    }
    names = null;
  }

  /** Notes that a field is there; false if it was there before. */
  boolean mark(int index) {
    long bit = 1L << index;
    if (index < Long.SIZE) {
      boolean first = (seen & bit) == 0;
      seen |= bit;
      return first;
    }
    int word = (index >> 6) - 1;
    boolean first = (seenBeyond[word] & bit) == 0;
    seenBeyond[word] |= bit;
    return first;
  }

  /** Notes a name of a map or an element of a set; false if it was there before. */
  boolean mark(String name) {
    if (names == null) {
      names = new HashSet<>();
    }
    return names.add(name);
  }

  /** The first required field from an index on that is not there, or -1. */
  int missing(int from) {
    for (int word = from >> 6; word < fields.words(); word++) {
      long missing = fields.required(word) & ~(word == 0 ? seen : seenBeyond[word - 1]);
      if (word == from >> 6) {
        missing &= -1L << from;
      }
      if (missing != 0) {
        return (word << 6) + Long.numberOfTrailingZeros(missing);
      }
    }
    return NONE;
  }

  /** The path from the root to the current member of this frame. */
  String path(String text) {
    Frame frame = this;
    while (frame.parent != null) {
      frame = frame.parent;
    }
    StringBuilder path = new StringBuilder();
    while (true) {
      if (frame.place != NONE) {
        path.append('/').append(frame.step(text));
      }
      if (frame == this || frame.child == null) {
        return path.toString();
      }
      frame = frame.child;
    }
  }

  /** How many members a closed array or map had. */
  int size() {
    return kind == Kind.ARRAY ? place + 1 : next;
  }

  /** Where the current member's value begins, white space before it included. */
  int valueFrom(String text) {
    if (kind == Kind.ARRAY) {
      return elementFrom;
    }
    return Strings.spaceEnd(text, Strings.close(text, place + 1) + 1) + 1;
  }

  /** The name of the field that the reader is at. */
  String name(String text) {
    int from = place + 1;
    return Strings.decode(text, from, Strings.close(text, from));
  }

  private String step(String text) {
    return kind == Kind.ARRAY ? Integer.toString(place) : FaultText.step(name(text));
  }
}
