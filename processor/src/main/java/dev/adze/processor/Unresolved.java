package dev.adze.processor;

import java.util.Set;
import java.util.TreeSet;

/** The types that an owner mentions and that do not exist, at least not yet. */
final class Unresolved {
  private final Set<String> inSources = new TreeSet<>();
  private final Set<String> inClassFiles = new TreeSet<>();

  /**
   * Notes a type.
   *
   * @param fromSource whether a source mentions it, so that javac reports it if it never appears
   */
  void add(String type, boolean fromSource) {
    (fromSource ? inSources : inClassFiles).add(type);
  }

  /** Notes an annotation whose value is yet to be found; only sources can have one. */
  Mark check(Mark mark) {
    if (!mark.isResolved()) {
      add(mark.mirror().toString(), true);
    }
    return mark;
  }

  boolean isEmpty() {
    return inSources.isEmpty() && inClassFiles.isEmpty();
  }

  /** Those that nobody but this processor will report. */
  Set<String> inClassFiles() {
    return inSources.isEmpty() ? inClassFiles : Set.of();
  }
}
