package dev.adze.agent;

import dev.adze.approval.Grant;
import dev.adze.loop.LoopInput;
import dev.adze.loop.RunState;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an input has changed about the grants of a run.
 *
 * @param given those that are new
 * @param revoked those that are gone
 */
record GrantChange(List<Grant> given, List<Grant> revoked) {
  private static final GrantChange NONE = new GrantChange(List.of(), List.of());

  static GrantChange between(RunState before, RunState after) {
    List<Grant> old = before.grants();
    List<Grant> now = after.grants();
    return old.equals(now) ? NONE : new GrantChange(without(now, old), without(old, now));
  }

  private static List<Grant> without(List<Grant> grants, List<Grant> others) {
    return grants.stream().filter(grant -> !others.contains(grant)).toList();
  }

  /** What a run that has the same grants is to hear of it. */
  List<LoopInput> inputs() {
    return Stream.<LoopInput>concat(
            given.stream().map(LoopInput.GrantGiven::new),
            revoked.stream().map(grant -> new LoopInput.GrantRevoked(grant.id())))
        .toList();
  }
}
