package dev.adze.event;

import dev.adze.model.ModelResponse;
import dev.adze.model.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One finished step: a response of the model and all of its calls. Immutable. */
public final class StepResult {
  private final int step;
  private final int attempts;
  private final @Nullable ModelResponse response;
  private final List<CallResult> calls;
  private final Usage usage;
  private final Duration duration;

  private StepResult(Builder builder) {
    this.step = builder.step;
    this.attempts = builder.attempts;
    this.response = builder.response;
    this.calls = builder.calls;
    this.usage = builder.usage;
    this.duration = builder.duration;
  }

  /**
   * Starts a result.
   *
   * @param step from 1
   * @return a builder, to be filled
   */
  public static Builder builder(int step) {
    return new Builder(step);
  }

  /** {@return which step it is, from 1} */
  public int step() {
    return step;
  }

  /** {@return how often the model was asked in the step} */
  public int attempts() {
    return attempts;
  }

  /**
   * {@return what the model said: its message, its reasoning and the calls it asked for} Empty if
   * it failed or was cancelled.
   */
  public Optional<ModelResponse> response() {
    return Optional.ofNullable(response);
  }

  /** {@return the calls, in the model's order; may be empty} */
  public List<CallResult> calls() {
    return calls;
  }

  /** {@return the tokens of all responses of the step, those that could not be used included} */
  public Usage usage() {
    return usage;
  }

  /** {@return how long the step took, waits for approval aside} */
  public Duration duration() {
    return duration;
  }

  @Override
  public String toString() {
    return "StepResult[" + step + ", " + calls.size() + " calls, " + usage + "]";
  }

  /** Builds a {@link StepResult}. Not safe for use by several threads. */
  public static final class Builder {
    private final int step;
    private int attempts = 1;
    private @Nullable ModelResponse response;
    private List<CallResult> calls = List.of();
    private Usage usage = Usage.NONE;
    private Duration duration = Duration.ZERO;

    private Builder(int step) {
      this.step = step;
    }

    /**
     * Sets how often the model was asked; once if never set.
     *
     * @param value how often the model was asked
     * @return this builder
     */
    public Builder attempts(int value) {
      this.attempts = value;
      return this;
    }

    /**
     * Sets what the model said; null for nothing.
     *
     * @param value what the model said
     * @return this builder
     */
    public Builder response(@Nullable ModelResponse value) {
      this.response = value;
      return this;
    }

    /**
     * Sets the calls; none if never set.
     *
     * @param values the calls
     * @return this builder
     */
    public Builder calls(List<CallResult> values) {
      this.calls = List.copyOf(values);
      return this;
    }

    /**
     * Sets the tokens; none if never set.
     *
     * @param value the tokens
     * @return this builder
     */
    public Builder usage(Usage value) {
      this.usage = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets how long the step took; no time if never set.
     *
     * @param value how long the step took
     * @return this builder
     */
    public Builder duration(Duration value) {
      this.duration = Objects.requireNonNull(value, "value");
      return this;
    }

    /** {@return the result} */
    public StepResult build() {
      return new StepResult(this);
    }
  }
}
