package dev.adze.soak;

import dev.adze.approval.ApprovalMode;
import dev.adze.approval.ApprovalRules;
import dev.adze.approval.ArgumentMatch;
import dev.adze.approval.Verdict;
import dev.adze.soak.Plan.Rules;
import java.io.IOException;

/**
 * Under which terms tools run in a leg. Tools get it as the caller's object.
 *
 * @param leg which attempt of the plan to go on it is; counted over all runs of the plan
 * @param rules what is settled about calls
 */
record Terms(int leg, Rules rules) {
  private static final String BLOCKED = "{\"n\":2}";
  private static final String DENIED = "{\"n\":1}";
  private static final String ASKED = "{\"n\":4}";
  private static final String THROWN = "{\"n\":3}";

  ApprovalRules approvalRules() {
    ApprovalRules.Builder builder = ApprovalRules.builder();
    switch (rules) {
      case NONE -> {}
      case AUTO_APPROVE -> builder.mode(ApprovalMode.AUTO_APPROVE);
      case READ_ONLY -> builder.mode(ApprovalMode.READ_ONLY);
      case BLOCKS -> builder.block("chatty").block("guarded", ArgumentMatch.equalTo("/n", "2"));
      case POLICY_ASKS -> builder.policy(call -> asks(call.arguments(), ASKED));
      case POLICY_DENIES ->
          builder.policy(call ->
              call.arguments().equals(DENIED) ? Verdict.deny("not this one") : Verdict.pass());
      case POLICY_THROWS ->
          builder.policy(call -> {
            if (call.arguments().equals(THROWN)) {
              throw new IOException("thrown on purpose");
            }
            return Verdict.pass();
          });
    }
    return builder.build();
  }

  private static Verdict asks(String arguments, String about) {
    return arguments.equals(about) ? Verdict.ask("the policy wants to know") : Verdict.pass();
  }

  /** Whether such a call must not run, whoever approves it. */
  boolean forbids(String tool, String arguments, boolean readOnly) {
    return switch (rules) {
      case READ_ONLY -> !readOnly;
      case BLOCKS -> tool.equals("chatty") || (tool.equals("guarded") && arguments.equals(BLOCKED));
      case POLICY_DENIES -> arguments.equals(DENIED);
      default -> false;
    };
  }

  /** Whether such a call needs an approval also if its tool does not. */
  boolean asks(String arguments) {
    return (rules == Rules.POLICY_ASKS && arguments.equals(ASKED))
        || (rules == Rules.POLICY_THROWS && arguments.equals(THROWN));
  }

  boolean approvesAll() {
    return rules == Rules.AUTO_APPROVE;
  }
}
