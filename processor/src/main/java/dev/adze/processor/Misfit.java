package dev.adze.processor;

import java.util.List;

/** A constraint that cannot be kept, in the words of the rules. */
record Misfit(At at, Rule rule, List<Object> found) {
  Misfit(At at, Rule rule, Object... found) {
    this(at, rule, List.of(found));
  }
}
