package dev.adze.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is settled about calls before anybody is asked: a block list, a policy, and a mode. The
 * first of these that has something to say decides: the block list, a denial of the policy,
 * read-only mode, the need of an approval (the tool's or the policy's), a grant, auto-approve mode.
 * Immutable.
 */
public final class ApprovalRules {
  /** Nothing is blocked, there is no policy, and the approver is asked. */
  public static final ApprovalRules DEFAULTS = builder().build();

  private final List<Block> blocked;
  private final @Nullable ApprovalPolicy policy;
  private final ApprovalMode mode;

  private record Block(String tool, ArgumentMatch match) {
    /** Arguments that cannot be compared are not known to be others than the blocked ones. */
    boolean hits(ApprovalRequest call) {
      return match.matches(call.arguments()) || Pointer.read(call.arguments()).isEmpty();
    }
  }

  private ApprovalRules(Builder builder) {
    this.blocked = List.copyOf(builder.blocked);
    this.policy = builder.policy;
    this.mode = builder.mode;
  }

  /**
   * Starts with the defaults.
   *
   * @return a builder, to be filled
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * A builder that starts with these rules.
   *
   * @return this builder
   */
  public Builder toBuilder() {
    Builder builder = new Builder().mode(mode);
    builder.blocked.addAll(blocked);
    builder.policy = policy;
    return builder;
  }

  /** {@return how calls that need approval are treated} */
  public ApprovalMode mode() {
    return mode;
  }

  /** {@return the program's own rule, if there is one} */
  public Optional<ApprovalPolicy> policy() {
    return Optional.ofNullable(policy);
  }

  /**
   * Judges a call by these rules and by what was granted. Runs the policy; a policy that throws
   * asks.
   *
   * @param call the call, without a preview
   * @param grants what was granted
   * @param now the time by which a grant must not have ended
   * @return what the rules say; an approval is still to be asked for where it says so
   */
  public Ruling judge(ApprovalRequest call, List<Grant> grants, Instant now) {
    String tool = call.tool().name();
    if (blocked.stream().anyMatch(block -> block.tool.equals(tool) && block.hits(call))) {
      return new Ruling.Forbidden("block list", "Such calls are blocked.");
    }
    Verdict verdict = verdict(call);
    if (verdict instanceof Verdict.Deny deny) {
      return new Ruling.Forbidden("policy", deny.reason());
    }
    if (mode == ApprovalMode.READ_ONLY && !call.tool().hints().readOnly()) {
      return new Ruling.Forbidden(
          "read-only mode", "Only tools that change nothing may run at present.");
    }
    if (!call.tool().requiresApproval() && verdict instanceof Verdict.Pass) {
      return new Ruling.Free();
    }
    String reason = reason(call, verdict);
    return grants.stream()
        .filter(grant -> grant.covers(call, now))
        .findFirst()
        .<Ruling>map(grant -> new Ruling.Granted(grant.id(), reason))
        .orElseGet(() ->
            mode == ApprovalMode.AUTO_APPROVE
                ? new Ruling.AutoApproved(reason)
                : new Ruling.Ask(reason));
  }

  private Verdict verdict(ApprovalRequest call) {
    if (policy == null) {
      return Verdict.pass();
    }
    try {
      // Users' code is not bound by our annotations.
      @Nullable Verdict verdict = policy.judge(call);
      return verdict == null ? Verdict.ask("The approval policy gave no verdict.") : verdict;
    } catch (Exception failed) {
      String type = failed.getClass().getSimpleName();
      System.getLogger(ApprovalRules.class.getName())
          .log(
              System.Logger.Level.WARNING, "The approval policy failed; approval is asked", failed);
      return Verdict.ask("The approval policy failed with " + type + ".");
    }
  }

  private static String reason(ApprovalRequest call, Verdict verdict) {
    String policys = verdict instanceof Verdict.Ask ask ? ask.reason() : "";
    return List.of(call.tool().approvalReason(), policys).stream()
        .filter(Predicate.not(String::isBlank))
        .reduce((first, second) -> first + "\n" + second)
        .orElse("");
  }

  /** Builds {@link ApprovalRules}. Not safe for use by several threads. */
  public static final class Builder {
    private final List<Block> blocked = new ArrayList<>();
    private @Nullable ApprovalPolicy policy;
    private ApprovalMode mode = ApprovalMode.ASK;

    private Builder() {}

    /**
     * Adds a tool to the block list: no call of it runs.
     *
     * @param tool the tool's name
     * @return this builder
     */
    public Builder block(String tool) {
      return block(tool, ArgumentMatch.any());
    }

    /**
     * Adds calls of a tool to the block list.
     *
     * @param tool the tool's name
     * @param match with which arguments they do not run
     * @return this builder
     */
    public Builder block(String tool, ArgumentMatch match) {
      blocked.add(
          new Block(Objects.requireNonNull(tool, "tool"), Objects.requireNonNull(match, "match")));
      return this;
    }

    /**
     * Sets the program's own rule; none if never set.
     *
     * @param value the program's own rule
     * @return this builder
     */
    public Builder policy(ApprovalPolicy value) {
      this.policy = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets how calls that need approval are treated; {@link ApprovalMode#ASK} if never set.
     *
     * @param value how calls that need approval are treated
     * @return this builder
     */
    public Builder mode(ApprovalMode value) {
      this.mode = Objects.requireNonNull(value, "value");
      return this;
    }

    /** {@return the rules} */
    public ApprovalRules build() {
      return new ApprovalRules(this);
    }
  }
}
