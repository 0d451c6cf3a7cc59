package dev.adze.processor;

import java.util.List;

/** What it means that a field is absent, or null. */
sealed interface Presence {
  /** It is a fault. */
  record Required() implements Presence {}

  /**
   * It is an empty {@code Optional}.
   *
   * @param strayDefaults where a default is written, which contradicts it; empty if nowhere
   */
  record Optional(List<At> strayDefaults) implements Presence {}

  /**
   * It is null.
   *
   * @param strayDefaults where a default is written, which contradicts it; empty if nowhere
   */
  record Nullable(List<At> strayDefaults) implements Presence {}

  /**
   * It is the default.
   *
   * @param text the default as it stands in the annotation
   * @param at where it stands
   */
  record Defaulted(String text, At at) implements Presence {}
}
