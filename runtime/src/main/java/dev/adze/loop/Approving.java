package dev.adze.loop;

import dev.adze.approval.ApprovalRequest;
import dev.adze.approval.Decision;
import dev.adze.approval.Ruling;
import dev.adze.event.ToolPermissionDecision;
import dev.adze.event.ToolPermissionRequest;
import dev.adze.internal.TextHash;
import dev.adze.loop.CallState.Phase;
import dev.adze.loop.LoopInput.Answer;
import dev.adze.loop.LoopInput.DecisionMade;
import dev.adze.loop.LoopInput.Preparation;
import java.util.Optional;

/** Whether a checked call may run: by itself, by a decision that was made, or not before one is. */
final class Approving {
  private Approving() {}

  static void judge(Move move, int at, Preparation.Ready checked) {
    CallState call = move.calls.get(at);
    Preparation.Ready before = call.before();
    Preparation.Ready ready = checked;
    if (before != null && before.approvalNeeded() && checked.ruling().free()) {
      ready = asking(checked, before.ruling().whyAsked());
      call = call.prepared(ready);
      move.calls.set(at, call);
    }
    Answer answer = call.answer();
    Ruling ruling = ready.ruling();
    if (ruling instanceof Ruling.Forbidden forbidden) {
      settle(move, at, Decision.deny(forbidden.reason()), forbidden.by());
    } else if (answer != null && before != null && holds(answer, before, ready)) {
      if (call.inner() != null) {
        // It was told when the call began.
        move.calls.set(at, call.decided(true));
        return;
      }
      settle(move, at, Results.decision(answer), Results.decidedBy(answer));
    } else if (ruling instanceof Ruling.Granted granted && isListed(move, granted.grantId())) {
      approveUnasked(move, at, ready, "grant " + granted.grantId());
    } else if (ruling instanceof Ruling.AutoApproved) {
      approveUnasked(move, at, ready, "auto-approve mode");
    } else if (ready.approvalNeeded()) {
      ask(move, at, asking(ready, ruling.whyAsked()));
    } else {
      move.calls.set(at, call.decided(false));
    }
  }

  /** What has to be asked for once has to be in every leg, whatever the rules say by then. */
  private static Preparation.Ready asking(Preparation.Ready ready, String reason) {
    return new Preparation.Ready(
        ready.arguments(), ready.tool(), new Ruling.Ask(reason), ready.preview());
  }

  /**
   * A decision is for these arguments of this tool as it was, and for nothing else. One that brings
   * arguments is for those: they are what was checked.
   */
  private static boolean holds(Answer answer, Preparation.Ready before, Preparation.Ready now) {
    boolean brought = Results.decision(answer) instanceof Decision.ApprovedWith;
    return before.tool().equals(now.tool())
        && (brought || before.arguments().equals(now.arguments()));
  }

  /** A grant may have been taken back since the call was checked. */
  private static boolean isListed(Move move, String grantId) {
    return move.grants.stream().anyMatch(grant -> grant.id().equals(grantId));
  }

  /**
   * What an approver is asked.
   *
   * @param agent the name of the agent whose call it is
   */
  static ApprovalRequest request(
      RunSetup setup, String agent, CallState call, Preparation.Ready ready) {
    String reason = ready.ruling().whyAsked();
    return new ApprovalRequest(
        setup.runId(),
        agent,
        call.call().id(),
        ready.tool(),
        ready.arguments(),
        ready.preview(),
        reason.isEmpty() ? ready.tool().approvalReason() : reason);
  }

  private static void approveUnasked(Move move, int at, Preparation.Ready ready, String by) {
    ApprovalRequest request = request(move.setup, move.active, move.calls.get(at), ready);
    move.tell(new ToolPermissionRequest(move.header(), request));
    settle(move, at, Decision.approve(), by);
  }

  private static void ask(Move move, int at, Preparation.Ready ready) {
    CallState call = move.calls.get(at).prepared(ready).awaiting();
    ApprovalRequest request = request(move.setup, move.active, call, ready);
    move.calls.set(at, call);
    move.tell(new ToolPermissionRequest(move.header(), request));
    move.ask(new Effect.AskApproval(request, Timing.ofApproval(move, call.call())));
  }

  static void decided(Move move, DecisionMade made) {
    int at = move.indexOf(made.callId(), Phase.AWAITING);
    if (at >= 0 && isOf(made, move.calls.get(at))) {
      answered(move, at, made.answer());
    }
  }

  /** Whether a decision was made of this call with these arguments. */
  static boolean isOf(DecisionMade made, CallState call) {
    return made.callId().equals(call.call().id())
        && made.argumentsHash().equals(TextHash.of(call.arguments()));
  }

  static void answered(Move move, int at, Answer answer) {
    CallState call = move.calls.get(at);
    Decision decision = Results.decision(answer);
    if (decision instanceof Decision.ApprovedWith with && !HostedCalls.isHosted(move, call)) {
      // Nothing is decided before these arguments have passed every check that the model's had to.
      CallState edited = call.again(answer, with.arguments());
      move.calls.set(at, edited);
      Calls.prepare(move, edited);
    } else {
      settle(move, at, decision, Results.decidedBy(answer));
    }
    Calls.advance(move);
  }

  /** Ends a call whose approver gave arguments that cannot run. */
  static void refuseEdit(Move move, int at) {
    CallState call = move.calls.get(at);
    String faults = Results.rejected(call).output().observation();
    settle(move, at, Decision.deny(ModelTexts.editUnfit(faults)), Results.RUN);
  }

  private static void settle(Move move, int at, Decision decision, String by) {
    CallState call = move.calls.get(at);
    if (decision instanceof Decision.ApprovedAlways always && !remember(move, call, always)) {
      settle(move, at, Decision.deny(ModelTexts.FOREIGN_GRANT), Results.RUN);
      return;
    }
    if (decision instanceof Decision.ApprovedWith && HostedCalls.isHosted(move, call)) {
      settle(move, at, Decision.deny(ModelTexts.HOSTED_EDIT), Results.RUN);
      return;
    }
    Preparation.Ready before = call.before();
    String asked = before == null ? call.arguments() : before.arguments();
    move.tell(new ToolPermissionDecision(move.header(), call.call().id(), asked, decision, by));
    if (decision.approves()) {
      move.calls.set(at, call.decided(true));
    } else if (decision instanceof Decision.Denied denied) {
      Calls.complete(move, at, Results.denied(call, denied.reason(), by), Optional.empty());
    } else {
      move.calls.set(at, call.deferred());
    }
  }

  /** Keeps a grant if it is one of this call, and if the tool may be remembered. */
  private static boolean remember(Move move, CallState call, Decision.ApprovedAlways always) {
    Preparation.Ready ready = call.ready().orElseThrow();
    boolean own = always.grant().isOf(request(move.setup, move.active, call, ready));
    if (own && ready.tool().approvalRememberable()) {
      move.addGrant(always.grant());
    }
    return own;
  }
}
