// Long because each setting has a field, a reader and a builder's method that says what it means.
package dev.adze.agent;

import dev.adze.approval.ApprovalMode;
import dev.adze.approval.ApprovalRequest;
import dev.adze.approval.ApprovalRules;
import dev.adze.approval.Approver;
import dev.adze.approval.Decision;
import dev.adze.approval.Grant;
import dev.adze.loop.LoopInput.DecisionMade;
import dev.adze.loop.RunLimits;
import dev.adze.loop.RunState;
import dev.adze.model.Message;
import dev.adze.model.ModelOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one run is asked for, and what differs in it from the agent's setup. Immutable. */
public final class RunRequest {
  private final List<Message> messages;
  private final @Nullable Object context;
  private final boolean streaming;
  private final @Nullable ModelOptions options;
  private final @Nullable RunLimits limits;
  private final @Nullable Approver approver;
  private final @Nullable ApprovalRules approvalRules;
  private final @Nullable ApprovalMode approvalMode;
  private final List<Grant> grants;
  private final @Nullable RunState state;
  private final List<DecisionMade> decisions;
  private final @Nullable Session session;

  private RunRequest(Builder builder) {
    this.messages = builder.messages;
    this.context = builder.context;
    this.streaming = builder.streaming;
    this.options = builder.options;
    this.limits = builder.limits;
    this.approver = builder.approver;
    this.approvalRules = builder.approvalRules;
    this.approvalMode = builder.approvalMode;
    this.grants = builder.grants;
    this.state = builder.state;
    this.decisions = List.copyOf(builder.decisions);
    this.session = builder.session;
  }

  /**
   * {@return a request of one user message}
   *
   * @param prompt what the user says; not blank
   */
  public static RunRequest of(String prompt) {
    return builder(prompt).build();
  }

  /**
   * Starts a request of one user message.
   *
   * @param prompt what the user says; not blank
   * @return a builder of a request that differs in nothing else from the setup
   */
  public static Builder builder(String prompt) {
    if (prompt.isBlank()) {
      throw new IllegalArgumentException(
          "A run needs something to answer. The prompt is blank: pass what the user says.");
    }
    return new Builder(List.of(Message.user(prompt)), null);
  }

  /**
   * Starts a request that goes on with a conversation, such as the messages of an earlier result
   * and a user's next one. The agent's instructions are not part of it.
   *
   * @param messages oldest first; at least one
   * @return a builder of a request that differs in nothing else from the setup
   * @throws IllegalArgumentException if it has a call without a result, or a result without a call
   */
  public static Builder builder(List<Message> messages) {
    if (messages.isEmpty()) {
      throw new IllegalArgumentException(
          "A run needs something to answer. The list of messages is empty: add a user's message.");
    }
    return new Builder(Conversation.checked(messages), null);
  }

  /**
   * Starts a request that goes on with a run, in another leg of it: one that stopped for a limit, a
   * failure, a cancellation or a decision that was put off, or whose process ended. What the run
   * has used counts, so one that stopped for a limit needs a higher one.
   *
   * @param state the run as it was
   * @return a builder of a request that goes on with it
   * @throws IllegalArgumentException if it has not begun, or has nothing to go on with
   */
  public static Builder resume(RunState state) {
    if (!state.resumable()) {
      throw new IllegalArgumentException(
          "A run is resumed that was interrupted, or stopped for something that can be different"
              + " another time. This one is not: "
              + state
              + ". Start another one with its messages.");
    }
    return new Builder(List.of(), state);
  }

  /** {@return the conversation that the run begins with, oldest first; empty if it is resumed} */
  public List<Message> messages() {
    return messages;
  }

  /** {@return the caller's own object, which tools get from their context} */
  public Optional<Object> context() {
    return Optional.ofNullable(context);
  }

  /** {@return whether responses are wanted piece by piece} */
  public boolean streaming() {
    return streaming;
  }

  /** {@return how the model is to answer, in place of the agent's options} */
  public Optional<ModelOptions> options() {
    return Optional.ofNullable(options);
  }

  /** {@return how much the run may use, in place of the agent's limits} */
  public Optional<RunLimits> limits() {
    return Optional.ofNullable(limits);
  }

  /** {@return the session that the run goes on with, if any} */
  public Optional<Session> session() {
    return Optional.ofNullable(session);
  }

  /** {@return the run to go on with, if it is not a new one} */
  public Optional<RunState> state() {
    return Optional.ofNullable(state);
  }

  /** What was decided of the calls that a resumed run waits for. */
  List<DecisionMade> decisions() {
    return decisions;
  }

  /** {@return who decides in this run, in place of the runner's approver} */
  public Optional<Approver> approver() {
    return Optional.ofNullable(approver);
  }

  /** {@return what was granted before, in other runs} */
  public List<Grant> grants() {
    return grants;
  }

  /** What is settled about calls in this run. */
  ApprovalRules rules(ApprovalRules runners) {
    ApprovalRules rules = approvalRules == null ? runners : approvalRules;
    return approvalMode == null ? rules : rules.toBuilder().mode(approvalMode).build();
  }

  /** Builds a {@link RunRequest}. Not safe for use by several threads. */
  public static final class Builder {
    private final List<Message> messages;
    private @Nullable Object context;
    private boolean streaming = true;
    private @Nullable ModelOptions options;
    private final @Nullable RunState state;
    private final List<DecisionMade> decisions = new ArrayList<>();
    private @Nullable RunLimits limits;
    private @Nullable Approver approver;
    private @Nullable ApprovalRules approvalRules;
    private @Nullable ApprovalMode approvalMode;
    private List<Grant> grants = List.of();
    private @Nullable Session session;

    private Builder(List<Message> messages, @Nullable RunState state) {
      this.messages = List.copyOf(messages);
      this.state = state;
    }

    /**
     * Sets the caller's own object, which tools get from their context; none if never set.
     *
     * @param value the caller's own object, which tools get from their context
     * @return this builder
     */
    public Builder context(Object value) {
      this.context = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets whether responses are wanted piece by piece; true if never set.
     *
     * @param value whether responses are wanted piece by piece
     * @return this builder
     */
    public Builder streaming(boolean value) {
      this.streaming = value;
      return this;
    }

    /**
     * Sets how the model is to answer; all of the agent's options if never set.
     *
     * @param value how the model is to answer
     * @return this builder
     */
    public Builder options(ModelOptions value) {
      this.options = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets how much the run may use; all of the agent's limits if never set.
     *
     * @param value how much the run may use
     * @return this builder
     */
    public Builder limits(RunLimits value) {
      this.limits = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Decides a call that the resumed run waits for, as it is in the state. Those that are not
     * decided are asked for again.
     *
     * @param callId our id of the call
     * @param decision what was decided; it serves once, and replaces an earlier one
     * @return this builder
     * @throws IllegalArgumentException if the run does not wait for a decision of this call, or
     *     nobody vouches for its state, in which the call may be another one than was decided
     */
    public Builder decide(String callId, Decision decision) {
      return decide(callId, Decisions.pending(state, callId).argumentsHash(), decision);
    }

    /**
     * Decides a call that the resumed run waits for, and that was shown to somebody elsewhere.
     *
     * @param callId our id of the call
     * @param argumentsHash the {@link ApprovalRequest#argumentsHash} of what was shown
     * @param decision what was decided; it serves once, and replaces an earlier one
     * @return this builder
     * @throws IllegalArgumentException if the run does not wait for a decision of this call, or
     *     other arguments were shown
     */
    public Builder decide(String callId, String argumentsHash, Decision decision) {
      DecisionMade made = Decisions.of(state, callId, argumentsHash, decision);
      decisions.removeIf(earlier -> earlier.callId().equals(callId));
      decisions.add(made);
      return this;
    }

    /**
     * Sets the session that the run goes on with: its messages come before the request's, which are
     * added to it at the start, and so is each step when it is complete. One run at a time has a
     * session; another one is refused when it is to start. A run is resumed with the session that
     * it began in, and fails if that has moved on since. None if never set.
     *
     * @param value a session that no other run has at the moment
     * @return this builder
     */
    public Builder session(Session value) {
      this.session = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets who decides in this run; the runner's approver if never set.
     *
     * @param value who decides in this run
     * @return this builder
     */
    public Builder approver(Approver value) {
      this.approver = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets what is settled about calls in this run; the runner's rules if never set.
     *
     * @param value what is settled about calls in this run
     * @return this builder
     */
    public Builder approvalRules(ApprovalRules value) {
      this.approvalRules = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets how this run treats calls that need approval; as the rules have it if never set.
     *
     * @param value how this run treats calls that need approval
     * @return this builder
     */
    public Builder approvalMode(ApprovalMode value) {
      this.approvalMode = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Hands what was granted in other runs to this one, such as what {@link RunState#grants} lists
     * of an earlier one; nothing if never set. What was granted in the runs of a session for all of
     * it is there without this. Grants of one run alone cover nothing in another.
     *
     * @param values only from where nobody but the program can have written them
     * @return this builder
     */
    public Builder grants(Collection<Grant> values) {
      this.grants = List.copyOf(values);
      return this;
    }

    /** {@return the request} */
    public RunRequest build() {
      return new RunRequest(this);
    }
  }
}
