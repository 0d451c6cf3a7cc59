package dev.adze.loop;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How much a run may use. All limits are those of the whole run: one that is resumed has used what
 * it used before. Immutable.
 */
public final class RunLimits {
  /** Ten steps, three corrections, and no other limit. */
  public static final RunLimits DEFAULTS = builder().build();

  private final int maxSteps;
  private final int maxCorrections;
  private final @Nullable Integer maxToolCalls;
  private final @Nullable Long maxTokens;
  private final @Nullable Duration maxTime;

  private RunLimits(Builder builder) {
    this.maxSteps = builder.maxSteps;
    this.maxCorrections = builder.maxCorrections;
    this.maxToolCalls = builder.maxToolCalls;
    this.maxTokens = builder.maxTokens;
    this.maxTime = builder.maxTime;
  }

  /**
   * Starts with the defaults.
   *
   * @return a builder, to be filled
   */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return how many steps the run may take} The calls of the last one still run. */
  public int maxSteps() {
    return maxSteps;
  }

  /** {@return how often the model may be told that its answer cannot be used} */
  public int maxCorrections() {
    return maxCorrections;
  }

  /**
   * {@return how many calls the model may ask for} Those beyond it do not run, and the run stops.
   */
  public OptionalInt maxToolCalls() {
    return maxToolCalls == null ? OptionalInt.empty() : OptionalInt.of(maxToolCalls);
  }

  /**
   * {@return how many tokens the run may take, input and output together} When they are used up,
   * the model is not asked again; the calls of its last response still run.
   */
  public OptionalLong maxTokens() {
    return maxTokens == null ? OptionalLong.empty() : OptionalLong.of(maxTokens);
  }

  /**
   * {@return how long the run may take, not counting time in which it only waits for approvals}
   * When it is over, the run stops as if it were cancelled.
   */
  public Optional<Duration> maxTime() {
    return Optional.ofNullable(maxTime);
  }

  /**
   * A builder that starts with these limits.
   *
   * @return this builder
   */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.maxSteps = maxSteps;
    builder.maxCorrections = maxCorrections;
    builder.maxToolCalls = maxToolCalls;
    builder.maxTokens = maxTokens;
    builder.maxTime = maxTime;
    return builder;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RunLimits that
        && maxSteps == that.maxSteps
        && maxCorrections == that.maxCorrections
        && Objects.equals(maxToolCalls, that.maxToolCalls)
        && Objects.equals(maxTokens, that.maxTokens)
        && Objects.equals(maxTime, that.maxTime);
  }

  @Override
  public int hashCode() {
    return Objects.hash(maxSteps, maxCorrections, maxToolCalls, maxTokens, maxTime);
  }

  @Override
  public String toString() {
    return "RunLimits["
        + ("maxSteps=" + maxSteps)
        + (", maxCorrections=" + maxCorrections)
        + (", maxToolCalls=" + maxToolCalls)
        + (", maxTokens=" + maxTokens)
        + (", maxTime=" + maxTime)
        + "]";
  }

  /** Builds {@link RunLimits}. Not safe for use by several threads. */
  public static final class Builder {
    private int maxSteps = 10;
    private int maxCorrections = 3;
    private @Nullable Integer maxToolCalls;
    private @Nullable Long maxTokens;
    private @Nullable Duration maxTime;

    private Builder() {}

    /**
     * Sets how many steps the run may take, positive; 10 if never set.
     *
     * @param value how many steps the run may take, positive
     * @return this builder
     */
    public Builder maxSteps(int value) {
      this.maxSteps = (int) Settings.positive(value, "maxSteps");
      return this;
    }

    /**
     * Sets how often an answer may be sent back, not negative; 3 if never set.
     *
     * @param value how often an answer may be sent back, not negative
     * @return this builder
     */
    public Builder maxCorrections(int value) {
      this.maxCorrections = Settings.notNegative(value, "maxCorrections");
      return this;
    }

    /**
     * Sets how many calls the model may ask for, not negative; any number if never set.
     *
     * @param value how many calls the model may ask for, not negative
     * @return this builder
     */
    public Builder maxToolCalls(int value) {
      this.maxToolCalls = Settings.notNegative(value, "maxToolCalls");
      return this;
    }

    /**
     * Sets how many tokens the run may take, positive; any number if never set.
     *
     * @param value how many tokens the run may take, positive
     * @return this builder
     */
    public Builder maxTokens(long value) {
      this.maxTokens = Settings.positive(value, "maxTokens");
      return this;
    }

    /**
     * Sets how long the run may take, positive; for ever if never set.
     *
     * @param value how long the run may take, positive
     * @return this builder
     */
    public Builder maxTime(Duration value) {
      this.maxTime = Settings.positive(value, "maxTime");
      return this;
    }

    /** {@return the limits} */
    public RunLimits build() {
      return new RunLimits(this);
    }
  }
}
