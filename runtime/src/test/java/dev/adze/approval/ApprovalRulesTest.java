package dev.adze.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.tool.ToolHints;
import dev.adze.tool.ToolSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Which rule decides where several have something to say. */
class ApprovalRulesTest {
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final ToolSpec PLAIN = ToolSpec.builder("read", "{}").build();
  private static final ToolSpec READ_ONLY =
      PLAIN.toBuilder().hints(new ToolHints(true, false, true, false)).build();
  private static final ToolSpec GUARDED = READ_ONLY.toBuilder().requiresApproval("secret").build();

  // A strong reference, without which the level would be forgotten.
  private static final Logger LOGGER = Logger.getLogger(ApprovalRules.class.getName());

  private static ApprovalRequest call(ToolSpec tool) {
    return new ApprovalRequest(
        "run", "agent", "call", tool, "{\"a\":1}", Optional.empty(), tool.approvalReason());
  }

  private static Ruling judge(ApprovalRules.Builder rules, ToolSpec tool) {
    Grant grant = Grant.of(call(tool), ArgumentMatch.any(), Grant.Scope.RUN);
    return rules.build().judge(call(tool), List.of(grant), NOW);
  }

  private static String by(Ruling ruling) {
    return ((Ruling.Forbidden) ruling).by();
  }

  @Test
  void eachRuleGoesBeforeAllThatFollow() {
    ApprovalRules.Builder rules =
        ApprovalRules.builder()
            .block("read")
            .policy(call -> Verdict.deny("never"))
            .mode(ApprovalMode.READ_ONLY);
    assertThat(by(judge(rules, PLAIN))).isEqualTo("block list");

    rules = ApprovalRules.builder().policy(call -> Verdict.deny("never"));
    assertThat(judge(rules.mode(ApprovalMode.READ_ONLY), PLAIN))
        .isEqualTo(new Ruling.Forbidden("policy", "never"));
    assertThat(by(judge(rules.mode(ApprovalMode.AUTO_APPROVE), GUARDED))).isEqualTo("policy");

    rules = ApprovalRules.builder().policy(call -> Verdict.ask("odd"));
    assertThat(by(judge(rules.mode(ApprovalMode.READ_ONLY), PLAIN))).isEqualTo("read-only mode");
    assertThat(judge(rules.mode(ApprovalMode.ASK), PLAIN))
        .isEqualTo(new Ruling.Granted("run/call", "odd"));
    assertThat(judge(rules.mode(ApprovalMode.AUTO_APPROVE), GUARDED))
        .isEqualTo(new Ruling.Granted("run/call", "secret\nodd"));
    assertThat(rules.mode(ApprovalMode.AUTO_APPROVE).build().judge(call(GUARDED), List.of(), NOW))
        .isEqualTo(new Ruling.AutoApproved("secret\nodd"));
  }

  @Test
  void readOnlyModeRunsWhatChangesNothingAndStillAsks() {
    ApprovalRules rules = ApprovalRules.builder().mode(ApprovalMode.READ_ONLY).build();
    assertThat(rules.judge(call(READ_ONLY), List.of(), NOW)).isEqualTo(new Ruling.Free());
    assertThat(rules.judge(call(GUARDED), List.of(), NOW)).isEqualTo(new Ruling.Ask("secret"));
    assertThat(rules.judge(call(PLAIN), List.of(), NOW)).isInstanceOf(Ruling.Forbidden.class);
  }

  @Test
  void noRuleAsksOnlyWhereTheToolDoes() {
    assertThat(ApprovalRules.DEFAULTS.judge(call(PLAIN), List.of(), NOW))
        .isEqualTo(new Ruling.Free());
    assertThat(ApprovalRules.DEFAULTS.judge(call(GUARDED), List.of(), NOW))
        .isEqualTo(new Ruling.Ask("secret"));
  }

  @Test
  void aPolicysPassDoesNotReplaceAnApproval() {
    ApprovalRules rules = ApprovalRules.builder().policy(call -> Verdict.pass()).build();
    assertThat(rules.judge(call(GUARDED), List.of(), NOW)).isEqualTo(new Ruling.Ask("secret"));
  }

  @Test
  void aPolicyThatThrowsOrSaysNothingAsks() {
    Level before = LOGGER.getLevel();
    LOGGER.setLevel(Level.OFF);
    try {
      ApprovalRules broken =
          ApprovalRules.builder()
              .policy(call -> {
                throw new java.io.IOException("no connection");
              })
              .build();
      assertThat(broken.judge(call(PLAIN), List.of(), NOW))
          .isEqualTo(new Ruling.Ask("The approval policy failed with IOException."));
    } finally {
      LOGGER.setLevel(before);
    }
    ApprovalRules silent = ApprovalRules.builder().policy(call -> null).build();
    assertThat(silent.judge(call(PLAIN), List.of(), NOW))
        .isEqualTo(new Ruling.Ask("The approval policy gave no verdict."));
  }

  @Test
  void aBlockByArgumentsHitsThoseAndWhatCannotBeCompared() {
    ApprovalRules rules =
        ApprovalRules.builder().block("read", ArgumentMatch.startsWith("/path", "/etc/")).build();
    assertThat(rules.judge(with("{\"path\":\"/etc/passwd\"}"), List.of(), NOW))
        .isInstanceOf(Ruling.Forbidden.class);
    assertThat(rules.judge(with("{\"path\":\"\\u002fetc\\/passwd\"}"), List.of(), NOW))
        .isInstanceOf(Ruling.Forbidden.class);
    assertThat(rules.judge(with("{\"path\":\"/home\"}"), List.of(), NOW))
        .isEqualTo(new Ruling.Free());
    assertThat(rules.judge(with("[".repeat(2_000) + "]".repeat(2_000)), List.of(), NOW))
        .isInstanceOf(Ruling.Forbidden.class);
  }

  private static ApprovalRequest with(String arguments) {
    return new ApprovalRequest("run", "agent", "call", PLAIN, arguments, Optional.empty(), "");
  }
}
