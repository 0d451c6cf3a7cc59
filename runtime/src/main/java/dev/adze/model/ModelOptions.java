package dev.adze.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How a model is asked to answer. What is not set is not sent, so that the provider's default
 * holds. Immutable.
 */
public final class ModelOptions {
  /** Nothing set. */
  public static final ModelOptions NONE = builder().build();

  private final @Nullable Double temperature;
  private final @Nullable Double topP;
  private final @Nullable Integer maxOutputTokens;
  private final @Nullable Long seed;
  private final List<String> stop;
  private final @Nullable Boolean parallelToolCalls;
  private final @Nullable ToolChoice toolChoice;
  private final @Nullable Boolean strictTools;
  private final @Nullable String reasoningEffort;
  private final @Nullable String extraJson;

  private ModelOptions(Builder builder) {
    this.temperature = builder.temperature;
    this.topP = builder.topP;
    this.maxOutputTokens = builder.maxOutputTokens;
    this.seed = builder.seed;
    this.stop = builder.stop;
    this.parallelToolCalls = builder.parallelToolCalls;
    this.toolChoice = builder.toolChoice;
    this.strictTools = builder.strictTools;
    this.reasoningEffort = builder.reasoningEffort;
    this.extraJson = builder.extraJson;
  }

  /**
   * Starts with nothing set.
   *
   * @return a builder, to be filled
   */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the sampling temperature} */
  public OptionalDouble temperature() {
    return temperature == null ? OptionalDouble.empty() : OptionalDouble.of(temperature);
  }

  /** {@return the share of probability that sampling draws from} */
  public OptionalDouble topP() {
    return topP == null ? OptionalDouble.empty() : OptionalDouble.of(topP);
  }

  /** {@return how many tokens a response may have} */
  public OptionalInt maxOutputTokens() {
    return maxOutputTokens == null ? OptionalInt.empty() : OptionalInt.of(maxOutputTokens);
  }

  /** {@return the seed of the sampling} */
  public OptionalLong seed() {
    return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
  }

  /** {@return the texts that end a response; empty for none} */
  public List<String> stop() {
    return stop;
  }

  /** {@return whether one response may ask for several tool calls} */
  public Optional<Boolean> parallelToolCalls() {
    return Optional.ofNullable(parallelToolCalls);
  }

  /** {@return whether the model may, must or must not call tools} */
  public Optional<ToolChoice> toolChoice() {
    return Optional.ofNullable(toolChoice);
  }

  /**
   * {@return whether the provider holds the model to the schemas of the tools that its strict mode
   * can express}
   */
  public Optional<Boolean> strictTools() {
    return Optional.ofNullable(strictTools);
  }

  /** {@return how much the model thinks before it answers, in the provider's own word} */
  public Optional<String> reasoningEffort() {
    return Optional.ofNullable(reasoningEffort);
  }

  /** {@return a JSON object whose members are added to the request as they stand} */
  public Optional<String> extraJson() {
    return Optional.ofNullable(extraJson);
  }

  /** Builds {@link ModelOptions}. Not safe for use by several threads. */
  public static final class Builder {
    private @Nullable Double temperature;
    private @Nullable Double topP;
    private @Nullable Integer maxOutputTokens;
    private @Nullable Long seed;
    private List<String> stop = List.of();
    private @Nullable Boolean parallelToolCalls;
    private @Nullable ToolChoice toolChoice;
    private @Nullable Boolean strictTools;
    private @Nullable String reasoningEffort;
    private @Nullable String extraJson;

    private Builder() {}

    /**
     * Sets the sampling temperature; what is allowed is the provider's rule.
     *
     * @param value the sampling temperature
     * @return this builder
     */
    public Builder temperature(double value) {
      this.temperature = value;
      return this;
    }

    /**
     * Sets the share of probability that sampling draws from, 0 to 1.
     *
     * @param value the share of probability that sampling draws from, 0 to 1
     * @return this builder
     */
    public Builder topP(double value) {
      this.topP = value;
      return this;
    }

    /**
     * Sets how many tokens a response may have; positive.
     *
     * @param tokens how many tokens a response may have
     * @return this builder
     */
    public Builder maxOutputTokens(int tokens) {
      if (tokens <= 0) {
        throw new IllegalArgumentException("maxOutputTokens must be positive, but is " + tokens);
      }
      this.maxOutputTokens = tokens;
      return this;
    }

    /**
     * Sets the seed of the sampling.
     *
     * @param value the seed of the sampling
     * @return this builder
     */
    public Builder seed(long value) {
      this.seed = value;
      return this;
    }

    /**
     * Sets the texts that end a response.
     *
     * @param texts the texts that end a response
     * @return this builder
     */
    public Builder stop(List<String> texts) {
      this.stop = List.copyOf(texts);
      return this;
    }

    /**
     * Sets whether one response may ask for several tool calls.
     *
     * @param value whether one response may ask for several tool calls
     * @return this builder
     */
    public Builder parallelToolCalls(boolean value) {
      this.parallelToolCalls = value;
      return this;
    }

    /**
     * Sets whether the model may, must or must not call tools.
     *
     * @param value whether the model may, must or must not call tools
     * @return this builder
     */
    public Builder toolChoice(ToolChoice value) {
      this.toolChoice = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets whether the provider holds the model to the tools' schemas, where it can.
     *
     * @param value whether the provider holds the model to the tools' schemas, where it can
     * @return this builder
     */
    public Builder strictTools(boolean value) {
      this.strictTools = value;
      return this;
    }

    /**
     * Sets how much the model thinks, in the provider's own word, such as {@code low}.
     *
     * @param value how much the model thinks, in the provider's own word, such as {@code low}
     * @return this builder
     */
    public Builder reasoningEffort(String value) {
      this.reasoningEffort = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets a JSON object whose members are added to the request as they stand, for what this
     * version has no option for. It may not repeat a member that an option writes.
     *
     * @param json a JSON object whose members are added to the request as they stand, for what this
     *     version has no option for
     * @return this builder
     */
    public Builder extraJson(String json) {
      this.extraJson = Objects.requireNonNull(json, "json");
      return this;
    }

    /** {@return the options} */
    public ModelOptions build() {
      return new ModelOptions(this);
    }
  }
}
