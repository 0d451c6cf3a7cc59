package dev.adze.loop;

import java.time.Duration;
import java.util.Objects;

/**
 * How a run asks a model again that could not answer for a reason that may pass: too many requests,
 * an overloaded or failing provider, a lost connection. Each wait is twice as long as the one
 * before, and a part of it that differs from run to run is left out. After the model has begun to
 * speak it is asked once more at most, and not at all once the provider has run a tool of its own.
 * Immutable.
 */
public final class RetryPolicy {
  /** Three retries, after half a second, one and two seconds; a server may ask for a minute. */
  public static final RetryPolicy DEFAULTS = builder().build();

  /** No retry at all. */
  public static final RetryPolicy NONE = builder().maxRetries(0).build();

  private final int maxRetries;
  private final Duration firstDelay;
  private final Duration maxDelay;
  private final Duration maxRetryAfter;

  private RetryPolicy(Builder builder) {
    this.maxRetries = builder.maxRetries;
    this.firstDelay = builder.firstDelay;
    this.maxDelay = builder.maxDelay;
    this.maxRetryAfter = builder.maxRetryAfter;
  }

  /**
   * Starts with the defaults.
   *
   * @return a builder, to be filled
   */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return how often the model is asked again for one response} */
  public int maxRetries() {
    return maxRetries;
  }

  /** {@return how long the first wait is at most} */
  public Duration firstDelay() {
    return firstDelay;
  }

  /** {@return how long any wait of our own choosing is at most} */
  public Duration maxDelay() {
    return maxDelay;
  }

  /**
   * {@return how long a server may ask to be left alone; if it asks for more, the run fails at
   * once}
   */
  public Duration maxRetryAfter() {
    return maxRetryAfter;
  }

  /**
   * How long to wait before a retry: between half of the full wait and all of it.
   *
   * @param retry which retry it is, from 1
   * @param spread the part of the other half that is waited, 0 to 1
   */
  Duration delay(int retry, double spread) {
    Duration full = firstDelay;
    for (int i = 1; i < retry && full.compareTo(maxDelay) < 0; i++) {
      full = full.multipliedBy(2);
    }
    full = full.compareTo(maxDelay) < 0 ? full : maxDelay;
    return Duration.ofMillis(Math.round((double) full.toMillis() / 2 * (1 + spread)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RetryPolicy that
        && maxRetries == that.maxRetries
        && firstDelay.equals(that.firstDelay)
        && maxDelay.equals(that.maxDelay)
        && maxRetryAfter.equals(that.maxRetryAfter);
  }

  @Override
  public int hashCode() {
    return Objects.hash(maxRetries, firstDelay, maxDelay, maxRetryAfter);
  }

  @Override
  public String toString() {
    return "RetryPolicy["
        + ("maxRetries=" + maxRetries)
        + (", firstDelay=" + firstDelay)
        + (", maxDelay=" + maxDelay)
        + (", maxRetryAfter=" + maxRetryAfter)
        + "]";
  }

  /** Builds a {@link RetryPolicy}. Not safe for use by several threads. */
  public static final class Builder {
    private int maxRetries = 3;
    private Duration firstDelay = Duration.ofMillis(500);
    private Duration maxDelay = Duration.ofSeconds(8);
    private Duration maxRetryAfter = Duration.ofSeconds(60);

    private Builder() {}

    /**
     * Sets how often the model is asked again, not negative; 3 times if never set.
     *
     * @param value how often the model is asked again, not negative
     * @return this builder
     */
    public Builder maxRetries(int value) {
      this.maxRetries = Settings.notNegative(value, "maxRetries");
      return this;
    }

    /**
     * Sets how long the first wait is at most, positive; half a second if never set.
     *
     * @param value how long the first wait is at most, positive
     * @return this builder
     */
    public Builder firstDelay(Duration value) {
      this.firstDelay = Settings.positive(value, "firstDelay");
      return this;
    }

    /**
     * Sets how long any wait of our own is at most, positive; 8 seconds if never set.
     *
     * @param value how long any wait of our own is at most, positive
     * @return this builder
     */
    public Builder maxDelay(Duration value) {
      this.maxDelay = Settings.positive(value, "maxDelay");
      return this;
    }

    /**
     * Sets how long a server may ask to be left alone, positive; a minute if never set.
     *
     * @param value how long a server may ask to be left alone, positive
     * @return this builder
     */
    public Builder maxRetryAfter(Duration value) {
      this.maxRetryAfter = Settings.positive(value, "maxRetryAfter");
      return this;
    }

    /** {@return the policy} */
    public RetryPolicy build() {
      return new RetryPolicy(this);
    }
  }
}
