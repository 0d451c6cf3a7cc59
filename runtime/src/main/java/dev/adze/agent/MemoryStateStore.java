package dev.adze.agent;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** States in a map. */
final class MemoryStateStore implements StateStore {
  private final Map<String, Entry> entries = new HashMap<>();

  @Override
  public synchronized Optional<Entry> load(String runId) {
    return Optional.ofNullable(entries.get(runId));
  }

  @Override
  public synchronized boolean replace(String runId, long expected, Entry next) {
    Objects.requireNonNull(next, "next");
    boolean same = revision(runId) == expected;
    if (same) {
      entries.put(runId, next);
    }
    return same;
  }

  @Override
  public synchronized boolean remove(String runId, long expected) {
    boolean same = revision(runId) == expected;
    if (same) {
      entries.remove(runId);
    }
    return same;
  }

  private long revision(String runId) {
    return load(runId).map(Entry::revision).orElse(0L);
  }
}
