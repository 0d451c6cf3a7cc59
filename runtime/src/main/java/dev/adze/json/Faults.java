package dev.adze.json;

import java.util.ArrayList;
import java.util.List;

/** The faults of one text: all are counted, the first ones are kept. */
final class Faults {
  /** More would not help a model, and a hostile text has no end of them. */
  static final int MAX_KEPT = 50;

  private static final int NONE = -1;

  private final List<JsonFault> kept = new ArrayList<>();
  private int count;

  /** Where the one was with which nothing can go on, or NONE. */
  private int fatalAt = NONE;

  /** Whether a value is skipped that is a fault as a whole: what else is wrong in it is noise. */
  boolean muted;

  /** Counts a fault and answers whether it is worth its message: there may be millions. */
  boolean admits() {
    return !muted && ++count <= MAX_KEPT;
  }

  /** Notes a place after which nothing can go on. */
  void endAt(int place) {
    fatalAt = place;
  }

  boolean areFatal() {
    return fatalAt != NONE;
  }

  /** How far a text was read that stands at a place for now. */
  int readTo(int place) {
    return areFatal() ? fatalAt : place;
  }

  int total() {
    return count;
  }

  void keep(JsonFault fault) {
    kept.add(fault);
  }

  List<JsonFault> list() {
    if (count <= MAX_KEPT) {
      return List.copyOf(kept);
    }
    List<JsonFault> list = new ArrayList<>(kept);
    String message = count - MAX_KEPT + " more faults are not listed";
    list.add(new JsonFault(JsonFault.Kind.MORE_FAULTS, "", message));
    return List.copyOf(list);
  }
}
