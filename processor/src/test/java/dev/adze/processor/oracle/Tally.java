package dev.adze.processor.oracle;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was counted, of one tool or of all. */
final class Tally {
  private static final int MAX_KEPT = 10;
  private static final int MAX_KEPT_OF_A_SORT = 2;

  private final Map<Known, Long> known = new EnumMap<>(Known.class);
  private final List<Case> cases = new ArrayList<>();
  private long instances;
  private long accepted;
  private long unlisted;

  /** An unlisted mismatch. */
  record Case(Subject subject, Instance instance, String sort) {
    /** The shortest text that shows it, and all that belongs to it. */
    String report() {
      Instance shrunk = Shrinker.shrink(subject, instance);
      Finding finding = subject.examine(shrunk);
      return """
      == %s (%s)
      %s
      schema: %s
      text:   %s
      %s
      """
          .formatted(
              finding.unlisted(),
              instance.faults().isEmpty() ? "drawn to fit" : instance.faults(),
              subject.drawn().sourceWithTypes(),
              subject.tool().spec().inputSchema(),
              shrunk.text(),
              finding.details());
    }
  }

  void add(Subject subject, Instance instance, Finding finding) {
    instances++;
    accepted += finding.accepted() ? 1 : 0;
    if (finding.known() != null) {
      known.merge(finding.known(), 1L, Long::sum);
    }
    if (finding.unlisted() != null) {
      unlisted++;
      keep(new Case(subject, instance, finding.unlisted()));
    }
  }

  /** Keeps a few of each sort. */
  private void keep(Case found) {
    long same = cases.stream().filter(kept -> kept.sort.equals(found.sort)).count();
    if (cases.size() < MAX_KEPT && same < MAX_KEPT_OF_A_SORT) {
      cases.add(found);
    }
  }

  void add(Tally other) {
    instances += other.instances;
    accepted += other.accepted;
    unlisted += other.unlisted;
    other.known.forEach((kind, count) -> known.merge(kind, count, Long::sum));
    other.cases.forEach(this::keep);
  }

  long instances() {
    return instances;
  }

  /** In percent. */
  long acceptedShare() {
    return Math.round(100.0 * accepted / instances);
  }

  long unlisted() {
    return unlisted;
  }

  long count(Known kind) {
    return known.getOrDefault(kind, 0L);
  }

  List<Case> cases() {
    return cases;
  }
}
