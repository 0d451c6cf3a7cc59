package dev.adze.soak;

import dev.adze.approval.ApprovalRequest;
import dev.adze.approval.Approver;
import dev.adze.approval.ArgumentMatch;
import dev.adze.approval.Decision;
import dev.adze.approval.Grant;
import dev.adze.soak.Plan.Answer;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** Gives the answers of a leg, each to the calls whose numbers say so, and notes them. */
final class PlannedApprover {
  private final int leg;
  private final List<Answer> answers;
  private final Ledger ledger;
  private final CountDownLatch over;

  /**
   * @param over when nobody waits for an answer that comes too late
   */
  PlannedApprover(int leg, List<Answer> answers, Ledger ledger, CountDownLatch over) {
    this.leg = leg;
    this.answers = answers;
    this.ledger = ledger;
    this.over = over;
  }

  /** Asks on the thread that asks, or not. */
  Approver approver(boolean async) {
    return async
        ? Approver.async(request -> CompletableFuture.supplyAsync(() -> unchecked(request)))
        : this::decide;
  }

  private Decision unchecked(ApprovalRequest request) {
    try {
      return decide(request);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  Decision decide(ApprovalRequest request) throws IOException {
    ledger.ask(leg, request);
    return switch (answers.get(Math.floorMod(request.callId().hashCode(), answers.size()))) {
      case APPROVE -> approve(request);
      case APPROVE_SLOWLY -> {
        LockSupport.parkNanos(500_000);
        yield approve(request);
      }
      case APPROVE_TOO_LATE -> {
        awaitTooLong();
        yield Decision.approve();
      }
      case EDIT -> edit(request, "{\"n\":77}");
      case EDIT_TO_BLOCKED -> edit(request, "{\"n\":2}");
      case EDIT_BADLY -> Decision.approveWith("[2]");
      case ALWAYS -> always(request, ArgumentMatch.any(), Grant.Scope.RUN);
      case ALWAYS_EXACTLY ->
          always(request, ArgumentMatch.exact(request.arguments()), Grant.Scope.RUN);
      case ALWAYS_LIKE_IT -> always(request, ArgumentMatch.oneOf("/n", "1", "2"), Grant.Scope.RUN);
      case ALWAYS_IN_SESSION -> always(request, ArgumentMatch.any(), Grant.Scope.SESSION);
      case ALWAYS_UNTIL_PAST -> {
        Grant over = Grant.of(request, ArgumentMatch.any(), Grant.Scope.SESSION);
        ledger.permit(leg, request, request.arguments());
        yield Decision.approveAlways(over.until(Instant.EPOCH));
      }
      case ALWAYS_ANOTHER -> Decision.approveAlways(another(request));
      case DENY -> Decision.deny("no");
      case DEFER -> Decision.defer();
      case NOTHING -> null;
      case THROW -> throw new IOException("nobody there");
    };
  }

  private Decision approve(ApprovalRequest request) {
    ledger.permit(leg, request, request.arguments());
    return Decision.approve();
  }

  private Decision edit(ApprovalRequest request, String arguments) {
    ledger.permit(leg, request, arguments);
    return Decision.approveWith(arguments);
  }

  private Decision always(ApprovalRequest request, ArgumentMatch match, Grant.Scope scope) {
    Grant grant = Grant.of(request, match, scope);
    ledger.permit(leg, request, request.arguments());
    ledger.grant(request, grant);
    return Decision.approveAlways(grant);
  }

  /** Of a call that nobody has asked about. */
  private static Grant another(ApprovalRequest request) {
    Grant own = Grant.of(request, ArgumentMatch.any(), Grant.Scope.RUN);
    return new Grant(
        own.runId(),
        "call_9_9",
        own.agent(),
        own.tool(),
        own.contractHash(),
        own.match(),
        own.scope(),
        own.expiry());
  }

  private void awaitTooLong() {
    try {
      over.await();
    } catch (InterruptedException interrupted) {
      // Its time is over: it answers all the same.
    }
  }
}
