package dev.adze.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a reader keeps beside the innermost container: those around it, names that came, and faults.
 * A call whose arguments are a few scalars without fault, as most are, never needs one.
 */
final class Nest {
  /** The containers around the innermost one, from the root on, and what of each came. */
  private JsonFields[] containers = new JsonFields[4];

  private int[] seen = new int[4];
  private int depth;

  /** The names of maps, of large objects and the elements of sets, by the depth of each. */
  private @Nullable List<@Nullable Set<String>> names;

  /** What was closed last, and how many members it had if it was an array or a map. */
  private JsonFields closed = JsonFields.ABSENT;

  private int closedSize;

  /** Null until there is one. */
  private @Nullable Faults faults;

  /** How many containers are around the innermost one. */
  int depth() {
    return depth;
  }

  void push(JsonFields container, int ofIt) {
    if (depth == seen.length) {
      containers = Arrays.copyOf(containers, 2 * depth);
      seen = Arrays.copyOf(seen, 2 * depth);
    }
    containers[depth] = container;
    seen[depth++] = ofIt;
  }

  /** Steps out of the innermost container to the one around it. */
  void pop() {
    depth--;
  }

  /** The container around, after {@link #pop}. */
  JsonFields container() {
    return containers[depth];
  }

  int seen() {
    return seen[depth];
  }

  /** Forgets the innermost container but for its size. */
  void leave(JsonFields container, int ofIt) {
    closed = container;
    closedSize = container == JsonFields.MAP ? names().size() : ofIt;
    if (names != null && depth < names.size()) {
      names.set(depth, null);
    }
  }

  /** Notes a name or an element of the innermost container; false if it was there before. */
  boolean mark(String name) {
    if (names == null) {
      names = new ArrayList<>();
    }
    while (names.size() <= depth) {
      names.add(null);
    }
    Set<String> marked = names.get(depth);
    if (marked == null) {
      marked = new HashSet<>();
      names.set(depth, marked);
    }
    return marked.add(name);
  }

  /** What was noted of the innermost container. */
  Set<String> names() {
    Set<String> marked = names == null || names.size() <= depth ? null : names.get(depth);
    return marked == null ? Set.of() : marked;
  }

  JsonFields closed() {
    return closed;
  }

  int closedSize() {
    return closedSize;
  }

  @Nullable Faults faults() {
    return faults;
  }

  Faults begunFaults() {
    Faults begun = faults;
    if (begun == null) {
      begun = new Faults();
      faults = begun;
    }
    return begun;
  }
}
