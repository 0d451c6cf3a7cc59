package dev.adze.json;

import java.util.Arrays;

/**
 * The containers that are open at a place of a text, and the members they are at. It is found by
 * going over the text again, and only when there is a fault to tell, so that reading keeps nothing
 * for it. The text has no fault before the place, apart from values of other types than expected.
 */
final class Trail {
  private static final int NONE = -1;

  private final String text;

  /** An array: the index of its current element. An object: where its current name begins. */
  private int[] members = new int[8];

  /** Where the current member's value begins, white space before it included. */
  private int[] values = new int[8];

  private boolean[] arrays = new boolean[8];

  /** The index of the innermost container. */
  private int inner = NONE;

  /** Whether a literal that comes next is a name. */
  private boolean nameNext;

  private Trail(String text) {
    this.text = text;
  }

  /** The way to a place: between two tokens, or the end of one. */
  static Trail to(String text, int end) {
    Trail trail = new Trail(text);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c != '"') {
        trail.step(c, i);
        continue;
      }
      int close = Strings.close(text, i + 1);
      if (close < 0 || close >= end) {
        break;
      }
      if (trail.nameNext) {
        trail.members[trail.inner] = i;
        trail.nameNext = false;
      }
      i = close;
    }
    return trail;
  }

  private void step(char c, int place) {
    switch (c) {
      case '{', '[' -> enter(c == '[', place);
      case '}', ']' -> {
        inner--;
        nameNext = false;
      }
      case ':' -> values[inner] = place + 1;
      case ',' -> {
        nameNext = !arrays[inner];
        if (arrays[inner]) {
          members[inner]++;
          values[inner] = place + 1;
        }
      }
      default -> {
        // White space, or part of a number or a word.
      }
    }
  }

  private void enter(boolean array, int place) {
    inner++;
    if (inner == members.length) {
      members = Arrays.copyOf(members, 2 * inner);
      values = Arrays.copyOf(values, 2 * inner);
      arrays = Arrays.copyOf(arrays, 2 * inner);
    }
    arrays[inner] = array;
    members[inner] = array ? 0 : NONE;
    values[inner] = place + 1;
    nameNext = !array;
  }

  /** The JSON Pointer of the innermost member. */
  String path() {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i <= inner; i++) {
      if (arrays[i]) {
        path.append('/').append(members[i]);
      } else if (members[i] != NONE) {
        path.append('/').append(FaultText.step(Strings.literal(text, members[i])));
      }
    }
    return path.toString();
  }

  /** Where the innermost member's value begins. */
  int valueStart() {
    return Strings.spaceEnd(text, inner == NONE ? 0 : values[inner]);
  }
}
