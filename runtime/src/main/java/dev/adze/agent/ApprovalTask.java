package dev.adze.agent;

import dev.adze.approval.ApprovalRequest;
import dev.adze.approval.Approver;
import dev.adze.approval.Decision;
import dev.adze.loop.LoopInput;
import dev.adze.loop.LoopInput.Answer;
import dev.adze.loop.LoopInput.DecisionMade;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The question to the approver. */
final class ApprovalTask extends Task {
  private final ApprovalRequest request;
  private final @Nullable Approver approver;

  ApprovalTask(Consumer<LoopInput> inbox, ApprovalRequest request, @Nullable Approver approver) {
    super(inbox);
    this.request = request;
    this.approver = approver;
  }

  @Override
  LoopInput perform() throws Exception {
    if (approver == null) {
      return made(new Answer.NobodyToAsk());
    }
    // Users' code is not bound by our annotations.
    @Nullable Decision decision = approver.decide(request);
    return made(decision == null ? new Answer.NoDecision() : new Answer.Decided(decision));
  }

  @Override
  LoopInput failed(Throwable thrown) {
    if (!isCancelled()) {
      Reports.failure("The approver failed; call " + request.callId() + " is denied", thrown);
    }
    return made(new Answer.ApproverFailed(Failures.type(thrown)));
  }

  @Override
  LoopInput notRun() {
    return made(new Answer.NoDecision());
  }

  private DecisionMade made(Answer answer) {
    return new DecisionMade(request.callId(), request.argumentsHash(), answer);
  }
}
