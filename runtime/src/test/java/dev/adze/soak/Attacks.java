package dev.adze.soak;

import dev.adze.agent.Run;
import dev.adze.agent.RunRequest;
import dev.adze.agent.StaleStateException;
import dev.adze.agent.StateStore;
import dev.adze.approval.ApprovalRequest;
import dev.adze.approval.Decision;
import dev.adze.event.RunResult;
import dev.adze.loop.RunState;
import dev.adze.loop.StateSeal;
import dev.adze.soak.Plan.Leg;
import dev.adze.testing.RecordedEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Ways to go on with a run that is not as it was, all of which have to be refused. */
final class Attacks {
  private static final StateSeal OTHER =
      StateSeal.of("another key of 32 bytes, or even more".getBytes(StandardCharsets.UTF_8));

  private final SoakRun whole;
  private final Leg leg;

  /**
   * @param leg the one before which, or after which, it is tried
   */
  Attacks(SoakRun whole, Leg leg) {
    this.whole = whole;
    this.leg = leg;
  }

  static void refused(Class<? extends Exception> how, Callable<?> attempt) {
    Object came;
    try {
      came = attempt.call();
    } catch (Exception thrown) {
      Violation.unless(how.isInstance(thrown), "It was refused otherwise: " + thrown);
      return;
    }
    throw new Violation("It was not refused: " + came);
  }

  /** Tries what the plan has before a leg. */
  void before(SoakLeg last, RunState state) throws Exception {
    String sealed = state.toJson(SoakRun.SEAL);
    switch (leg.attack()) {
      case NONE, SECOND_RESUME, SECOND_RUN_IN_SESSION -> {}
      case CHANGED_TEXT -> change(state, sealed);
      case OTHER_KEY -> {
        read(sealed, OTHER);
        read(state.toJson(OTHER), SoakRun.SEAL);
        read(state.toJson(), SoakRun.SEAL);
      }
      case OTHER_AGENT ->
          refused(
              IllegalArgumentException.class,
              () ->
                  whole.runner(leg, "somebody").build().stream(
                      whole.inSession(RunRequest.resume(state)).build(), event -> {}));
      case DECISION_FOR_OTHER_ARGUMENTS -> {
        for (ApprovalRequest asked : state.pendingApprovals()) {
          String hash = "0".repeat(asked.argumentsHash().length());
          decide(state, asked.callId(), hash);
        }
      }
      case DECISION_OF_NO_CALL -> decide(state, "call_9_9", "0");
      case OLDER_STATE -> older(last, state);
    }
  }

  private static void read(String text, StateSeal seal) {
    refused(IllegalArgumentException.class, () -> RunState.fromJson(text, seal));
  }

  private static void decide(RunState state, String callId, String hash) {
    refused(
        IllegalArgumentException.class,
        () -> RunRequest.resume(state).decide(callId, hash, Decision.approve()));
  }

  /** Changes one character, on the way and in the store. */
  private void change(RunState state, String sealed) throws IOException {
    int at = (int) Math.floorMod(whole.plan().seed() * 31, (long) sealed.length());
    char other = sealed.charAt(at) == 'x' ? 'y' : 'x';
    String changed = sealed.substring(0, at) + other + sealed.substring(at + 1);
    read(changed, SoakRun.SEAL);
    if (whole.store() != null) {
      StateStore.Entry kept = whole.store().load(state.runId()).orElseThrow();
      put(state, new StateStore.Entry(kept.revision(), changed));
      refused(
          IllegalArgumentException.class,
          () -> whole.runner(leg, whole.agentName()).build().load(state.runId()));
      put(state, kept);
    }
  }

  private void put(RunState state, StateStore.Entry entry) throws IOException {
    Violation.unless(
        whole.store().replace(state.runId(), entry.revision(), entry),
        "The store has another revision than it has given.");
  }

  private void older(SoakLeg last, RunState newest) throws Exception {
    if (whole.store() != null && !last.early().isEmpty()) {
      RunState older = RunState.fromJson(last.early(), SoakRun.SEAL);
      if (older.resumable() && older.revision() < newest.revision()) {
        resume(older);
      }
    }
  }

  /** Resumes a state that is not the newest one, or not any more. */
  void resume(RunState stale) throws Exception {
    int number = whole.nextLeg();
    RecordedEvents told = new RecordedEvents();
    RunRequest request =
        whole.inSession(RunRequest.resume(stale)).context(new Terms(number, leg.rules())).build();
    Run run = whole.runner(leg, whole.agentName()).build().stream(request, told);
    RunResult result = run.toFuture().get(SoakLeg.SECONDS, TimeUnit.SECONDS);
    Violation.unless(
        result.failure().orElse(null) instanceof StaleStateException,
        "A stale state was resumed: " + result.stopReason());
    Checks.refused(told, whole.ledger(), number);
  }
}
