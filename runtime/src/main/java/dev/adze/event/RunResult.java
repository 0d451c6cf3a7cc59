package dev.adze.event;

import dev.adze.model.Message;
import dev.adze.model.Usage;
import dev.adze.tool.InvalidOutputException;
import dev.adze.tool.OutputType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came out of a run, or of one leg of it. A failure is a value too. Immutable. */
public final class RunResult {
  private final String runId;
  private final StopReason stopReason;
  private final @Nullable Limit limit;
  private final @Nullable String text;
  private final List<StepResult> steps;
  private final List<Message> messages;
  private final Usage usage;
  private final @Nullable Throwable failure;

  private RunResult(Builder builder) {
    this.runId = builder.runId;
    this.stopReason = builder.stopReason;
    this.limit = builder.limit;
    this.text = builder.text;
    this.steps = builder.steps;
    this.messages = builder.messages;
    this.usage = builder.usage;
    this.failure = builder.failure;
  }

  /**
   * Starts a result.
   *
   * @param runId the run
   * @param stopReason why it stopped
   * @return a builder, to be filled
   */
  public static Builder builder(String runId, StopReason stopReason) {
    return new Builder(runId, stopReason);
  }

  /** {@return the run} */
  public String runId() {
    return runId;
  }

  /** {@return why it stopped} */
  public StopReason stopReason() {
    return stopReason;
  }

  /** {@return which limit was reached; present exactly for {@link StopReason#LIMIT}} */
  public Optional<Limit> limit() {
    return Optional.ofNullable(limit);
  }

  /**
   * {@return the answer: the text of an agent without a type of output, and the JSON of one that
   * has a type}
   *
   * @throws RunFailedException if the run stopped for any reason but {@link
   *     StopReason#FINAL_OUTPUT}
   */
  public String text() {
    if (stopReason != StopReason.FINAL_OUTPUT || text == null) {
      throw new RunFailedException(this);
    }
    return text;
  }

  /**
   * {@return the answer as a value, which is decoded at each call}
   *
   * @param <T> the type of the answer
   * @param type the agent's, which has decoded the same answer before
   * @throws RunFailedException if the run stopped for any reason but {@link
   *     StopReason#FINAL_OUTPUT}
   * @throws InvalidOutputException if the answer is of another type
   */
  public <T> T output(OutputType<T> type) {
    return type.decode(text());
  }

  /** {@return every step that was completed, in order, those of earlier legs included} */
  public List<StepResult> steps() {
    return steps;
  }

  /**
   * {@return the whole conversation, to go on from; it has no call without a result} Calls of a
   * step that waits for decisions are not in it yet.
   */
  public List<Message> messages() {
    return messages;
  }

  /** {@return the tokens of all steps together} */
  public Usage usage() {
    return usage;
  }

  /** {@return what went wrong; present exactly for {@link StopReason#FAILED}} */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public String toString() {
    return "RunResult["
        + stopReason
        + (limit == null ? "" : " " + limit)
        + ", "
        + steps.size()
        + (steps.size() == 1 ? " step, " : " steps, ")
        + usage
        + (failure == null ? "" : ", " + failure)
        + "]";
  }

  /** Builds a {@link RunResult}. Not safe for use by several threads. */
  public static final class Builder {
    private final String runId;
    private final StopReason stopReason;
    private @Nullable Limit limit;
    private @Nullable String text;
    private List<StepResult> steps = List.of();
    private List<Message> messages = List.of();
    private Usage usage = Usage.NONE;
    private @Nullable Throwable failure;

    private Builder(String runId, StopReason stopReason) {
      this.runId = Objects.requireNonNull(runId, "runId");
      this.stopReason = Objects.requireNonNull(stopReason, "stopReason");
    }

    /**
     * Sets which limit was reached; null for none.
     *
     * @param value which limit was reached
     * @return this builder
     */
    public Builder limit(@Nullable Limit value) {
      this.limit = value;
      return this;
    }

    /**
     * Sets the answer.
     *
     * @param value the answer
     * @return this builder
     */
    public Builder text(String value) {
      this.text = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets the completed steps.
     *
     * @param values the completed steps
     * @return this builder
     */
    public Builder steps(List<StepResult> values) {
      this.steps = List.copyOf(values);
      return this;
    }

    /**
     * Sets the conversation.
     *
     * @param values the conversation
     * @return this builder
     */
    public Builder messages(List<Message> values) {
      this.messages = List.copyOf(values);
      return this;
    }

    /**
     * Sets the tokens of all steps.
     *
     * @param value the tokens of all steps
     * @return this builder
     */
    public Builder usage(Usage value) {
      this.usage = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets what went wrong.
     *
     * @param value what went wrong
     * @return this builder
     */
    public Builder failure(Throwable value) {
      this.failure = Objects.requireNonNull(value, "value");
      return this;
    }

    /** {@return the result} */
    public RunResult build() {
      return new RunResult(this);
    }
  }
}
