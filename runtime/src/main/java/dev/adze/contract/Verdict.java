package dev.adze.contract;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of holding contracts against kept ones.
 *
 * @param missing owners of which no contract is kept
 * @param changes all differences of the others
 */
record Verdict(List<String> missing, List<Change> changes) {
  /** Holds contracts against kept ones. */
  static Verdict of(
      NavigableMap<String, OwnerContract> kept, NavigableMap<String, OwnerContract> owners) {
    List<String> missing =
        owners.keySet().stream().filter(name -> !kept.containsKey(name)).toList();
    List<Change> changes =
        ContractDiff.changes(kept, new TreeMap<>(owners)).stream()
            .filter(change -> !missing.contains(change.owner()))
            .toList();
    return new Verdict(missing, changes);
  }

  boolean isKept() {
    return missing.isEmpty() && changes.stream().noneMatch(Change::breaking);
  }

  /** A line for each finding, those that fail first. */
  String text() {
    String breaking =
        lines(changes.stream().filter(Change::breaking).map(Change::toString).toList());
    String absent =
        lines(
            missing.stream()
                .map(owner -> "missing: no contract of " + owner + " is kept")
                .toList());
    String others =
        lines(changes.stream().filter(change -> !change.breaking()).map(Change::toString).toList());
    return breaking + absent + others;
  }

  private static String lines(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }
}
