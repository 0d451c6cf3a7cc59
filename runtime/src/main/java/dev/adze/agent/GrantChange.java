package dev.adze.agent;

import dev.adze.approval.Grant;
import dev.adze.loop.LoopInput;
import dev.adze.loop.RunState;
import java.util.List;

/** What an input has added to the grants of a run. */
final class GrantChange {
  private GrantChange() {}

  /** What runs that have the same grants are to hear of it. */
  static List<LoopInput> between(RunState before, RunState after) {
    List<Grant> old = before.grants();
    List<Grant> now = after.grants();
    if (old.equals(now)) {
      return List.of();
    }
    return now.stream()
        .filter(grant -> !old.contains(grant))
        .<LoopInput>map(LoopInput.GrantGiven::new)
        .toList();
  }
}
