package dev.adze.json;

import java.util.ArrayList;
import java.util.List;

/** The faults of one text: all are counted, the first ones are kept. */
final class Faults {
  /** More would not help a model, and a hostile text has no end of them. */
  static final int MAX_KEPT = 50;

  private final List<JsonFault> kept = new ArrayList<>();
  private int count;

  /** Counts a fault and answers whether it is to be kept. */
  boolean count() {
    return ++count <= MAX_KEPT;
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
