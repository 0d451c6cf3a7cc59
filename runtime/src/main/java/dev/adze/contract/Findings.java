package dev.adze.contract;

import dev.adze.internal.JsonTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the changes of one tool, or of one owner, in the order in which they are found. */
final class Findings {
  private final List<Change> changes = new ArrayList<>();
  private final String owner;
  private final String tool;

  Findings(String owner, String tool) {
    this.owner = owner;
    this.tool = tool;
  }

  List<Change> changes() {
    return List.copyOf(changes);
  }

  void breaking(String pointer, String text) {
    changes.add(new Change(owner, tool, pointer, true, text));
  }

  void compatible(String pointer, String text) {
    changes.add(new Change(owner, tool, pointer, false, text));
  }

  void add(boolean breaking, String pointer, String text) {
    changes.add(new Change(owner, tool, pointer, breaking, text));
  }

  /** What was and what is. */
  static String fromTo(@Nullable JsonTree before, @Nullable JsonTree now) {
    return "was " + shown(before) + ", is " + shown(now);
  }

  static String shown(@Nullable JsonTree value) {
    return value == null ? "absent" : value.canonical();
  }

  /** A member's name as a part of a JSON Pointer. */
  static String step(String name) {
    return "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
