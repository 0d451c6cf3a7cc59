package dev.adze.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many tokens a response, or several, took, as the provider counts them. Immutable. */
public final class Usage {
  /** No tokens at all. */
  public static final Usage NONE = builder().build();

  private final long inputTokens;
  private final long outputTokens;
  private final long cachedInputTokens;
  private final long reasoningTokens;
  private final @Nullable String providerJson;

  private Usage(Builder builder) {
    this.inputTokens = builder.inputTokens;
    this.outputTokens = builder.outputTokens;
    this.cachedInputTokens = builder.cachedInputTokens;
    this.reasoningTokens = builder.reasoningTokens;
    this.providerJson = builder.providerJson;
  }

  /**
   * Starts with zero everywhere.
   *
   * @return a builder, to be filled
   */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return tokens of the request, those read from a cache included} */
  public long inputTokens() {
    return inputTokens;
  }

  /** {@return tokens of the response, those spent on reasoning included} */
  public long outputTokens() {
    return outputTokens;
  }

  /** {@return the part of the input that the provider read from its cache} */
  public long cachedInputTokens() {
    return cachedInputTokens;
  }

  /** {@return the part of the output that the model spent on reasoning} */
  public long reasoningTokens() {
    return reasoningTokens;
  }

  /**
   * {@return the provider's own account of one response, verbatim} A sum has none, and it takes no
   * part in {@link #equals}.
   */
  public Optional<String> providerJson() {
    return Optional.ofNullable(providerJson);
  }

  /** {@return input and output together} */
  public long totalTokens() {
    return inputTokens + outputTokens;
  }

  /**
   * {@return the sum of both}
   *
   * @param other what is added to this
   */
  public Usage plus(Usage other) {
    return builder()
        .inputTokens(inputTokens + other.inputTokens)
        .outputTokens(outputTokens + other.outputTokens)
        .cachedInputTokens(cachedInputTokens + other.cachedInputTokens)
        .reasoningTokens(reasoningTokens + other.reasoningTokens)
        .build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Usage that
        && inputTokens == that.inputTokens
        && outputTokens == that.outputTokens
        && cachedInputTokens == that.cachedInputTokens
        && reasoningTokens == that.reasoningTokens;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(inputTokens * 31 + outputTokens);
  }

  @Override
  public String toString() {
    return inputTokens + " tokens in, " + outputTokens + " out";
  }

  /** Builds a {@link Usage}. Not safe for use by several threads. */
  public static final class Builder {
    private long inputTokens;
    private long outputTokens;
    private long cachedInputTokens;
    private long reasoningTokens;
    private @Nullable String providerJson;

    private Builder() {}

    /**
     * Sets the tokens of the request, cached ones included.
     *
     * @param tokens the tokens of the request, cached ones included
     * @return this builder
     */
    public Builder inputTokens(long tokens) {
      this.inputTokens = tokens;
      return this;
    }

    /**
     * Sets the tokens of the response, reasoning included.
     *
     * @param tokens the tokens of the response, reasoning included
     * @return this builder
     */
    public Builder outputTokens(long tokens) {
      this.outputTokens = tokens;
      return this;
    }

    /**
     * Sets the part of the input that came from a cache.
     *
     * @param tokens the part of the input that came from a cache
     * @return this builder
     */
    public Builder cachedInputTokens(long tokens) {
      this.cachedInputTokens = tokens;
      return this;
    }

    /**
     * Sets the part of the output that went into reasoning.
     *
     * @param tokens the part of the output that went into reasoning
     * @return this builder
     */
    public Builder reasoningTokens(long tokens) {
      this.reasoningTokens = tokens;
      return this;
    }

    /**
     * Sets the provider's own account, verbatim; null for none.
     *
     * @param json the provider's own account, verbatim
     * @return this builder
     */
    public Builder providerJson(@Nullable String json) {
      this.providerJson = json;
      return this;
    }

    /** {@return the usage} */
    public Usage build() {
      return new Usage(this);
    }
  }
}
