package dev.adze.agent;

import dev.adze.approval.Grant;
import dev.adze.loop.LoopInput;
import dev.adze.loop.LoopInput.GrantRevoked;
import dev.adze.loop.RunState;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The grants that were taken back, for a run and all runs within its calls: each looks here before
 * it takes anything else, because an input could be overtaken by a call. Safe for use by many
 * threads.
 */
final class Revoked {
  private final Set<String> ids = ConcurrentHashMap.newKeySet();

  void add(String grantId) {
    ids.add(grantId);
  }

  /** What a run has to take first. */
  List<LoopInput> due(RunState state) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return state.grants().stream()
        .map(Grant::id)
        .filter(ids::contains)
        .<LoopInput>map(GrantRevoked::new)
        .toList();
  }
}
