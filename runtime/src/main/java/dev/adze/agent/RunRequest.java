package dev.adze.agent;

import dev.adze.approval.Approver;
import dev.adze.model.Message;
import dev.adze.model.ModelOptions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What one run is asked for, and what differs in it from the agent's setup. Immutable. */
public final class RunRequest {
  private final List<Message> messages;
  private final @Nullable Object context;
  private final boolean streaming;
  private final @Nullable ModelOptions options;
  private final @Nullable Integer maxSteps;
  private final @Nullable Approver approver;

  private RunRequest(Builder builder) {
    this.messages = builder.messages;
    this.context = builder.context;
    this.streaming = builder.streaming;
    this.options = builder.options;
    this.maxSteps = builder.maxSteps;
    this.approver = builder.approver;
  }

  /**
   * A request of one user message.
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
   */
  public static Builder builder(String prompt) {
    if (prompt.isBlank()) {
      throw new IllegalArgumentException(
          "A run needs something to answer. The prompt is blank: pass what the user says.");
    }
    return new Builder(List.of(Message.user(prompt)));
  }

  /**
   * Starts a request that goes on with a conversation, such as the messages of an earlier result
   * and a user's next one. The agent's instructions are not part of it.
   *
   * @param messages oldest first; at least one
   */
  public static Builder builder(List<Message> messages) {
    if (messages.isEmpty()) {
      throw new IllegalArgumentException(
          "A run needs something to answer. The list of messages is empty: add a user's message.");
    }
    return new Builder(messages);
  }

  /** The conversation that the run begins with, oldest first. */
  public List<Message> messages() {
    return messages;
  }

  /** The caller's own object, which tools get from their context. */
  public Optional<Object> context() {
    return Optional.ofNullable(context);
  }

  /** Whether responses are wanted piece by piece. */
  public boolean streaming() {
    return streaming;
  }

  /** How the model is to answer, in place of the agent's options. */
  public Optional<ModelOptions> options() {
    return Optional.ofNullable(options);
  }

  /** How many steps the run may take, in place of the agent's number. */
  public OptionalInt maxSteps() {
    return maxSteps == null ? OptionalInt.empty() : OptionalInt.of(maxSteps);
  }

  /** Who decides in this run, in place of the runner's approver. */
  public Optional<Approver> approver() {
    return Optional.ofNullable(approver);
  }

  /** Builds a {@link RunRequest}. Not safe for use by several threads. */
  public static final class Builder {
    private final List<Message> messages;
    private @Nullable Object context;
    private boolean streaming = true;
    private @Nullable ModelOptions options;
    private @Nullable Integer maxSteps;
    private @Nullable Approver approver;

    private Builder(List<Message> messages) {
      this.messages = List.copyOf(messages);
    }

    /** Sets the caller's own object, which tools get from their context; none if never set. */
    public Builder context(Object value) {
      this.context = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets whether responses are wanted piece by piece; true if never set. */
    public Builder streaming(boolean value) {
      this.streaming = value;
      return this;
    }

    /** Sets how the model is to answer; all of the agent's options if never set. */
    public Builder options(ModelOptions value) {
      this.options = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets how many steps the run may take, positive; the agent's number if never set. */
    public Builder maxSteps(int value) {
      this.maxSteps = Agent.checkMaxSteps(value);
      return this;
    }

    /** Sets who decides in this run; the runner's approver if never set. */
    public Builder approver(Approver value) {
      this.approver = Objects.requireNonNull(value, "value");
      return this;
    }

    /** The request. */
    public RunRequest build() {
      return new RunRequest(this);
    }
  }
}
