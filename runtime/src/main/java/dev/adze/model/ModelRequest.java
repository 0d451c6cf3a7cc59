package dev.adze.model;

import dev.adze.tool.OutputType;
import dev.adze.tool.ToolSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request to a model: the conversation so far, the tools it may call, and how to answer. */
public final class ModelRequest {
  private final String model;
  private final List<Message> messages;
  private final List<ToolSpec> tools;
  private final ModelOptions options;
  private final @Nullable OutputType<?> output;
  private final boolean streaming;
  private final String callIdPrefix;

  private ModelRequest(Builder builder) {
    this.model = builder.model;
    this.messages = builder.messages;
    this.tools = builder.tools;
    this.options = builder.options;
    this.output = builder.output;
    this.streaming = builder.streaming;
    this.callIdPrefix = builder.callIdPrefix;
  }

  /**
   * Starts a request.
   *
   * @param model the model, as the provider names it
   * @param messages the conversation, oldest first
   * @return a builder, to be filled
   */
  public static Builder builder(String model, List<Message> messages) {
    return new Builder(model, messages);
  }

  /** {@return the model, as the provider names it} */
  public String model() {
    return model;
  }

  /** {@return the conversation, oldest first} */
  public List<Message> messages() {
    return messages;
  }

  /** {@return the tools that the model may call; may be empty} */
  public List<ToolSpec> tools() {
    return tools;
  }

  /** {@return how to answer} */
  public ModelOptions options() {
    return options;
  }

  /** {@return the type in which the final answer is wanted; empty for plain text} */
  public Optional<OutputType<?>> output() {
    return Optional.ofNullable(output);
  }

  /** {@return whether the response is wanted piece by piece} */
  public boolean streaming() {
    return streaming;
  }

  /**
   * {@return our id of a call in the response to this request: a prefix that is unique in the run,
   * and the call's place in the response}
   *
   * @param index counted from 0
   */
  public String callId(int index) {
    return callIdPrefix + (index + 1);
  }

  /**
   * {@return the same request to another model}
   *
   * @param name the other model, as its provider names it
   */
  public ModelRequest withModel(String name) {
    return new Builder(name, messages)
        .tools(tools)
        .options(options)
        .output(output)
        .streaming(streaming)
        .callIdPrefix(callIdPrefix)
        .build();
  }

  /** Builds a {@link ModelRequest}. Not safe for use by several threads. */
  public static final class Builder {
    private final String model;
    private final List<Message> messages;
    private List<ToolSpec> tools = List.of();
    private ModelOptions options = ModelOptions.NONE;
    private @Nullable OutputType<?> output;
    private boolean streaming = true;
    private String callIdPrefix = "call_";

    private Builder(String model, List<Message> messages) {
      this.model = Objects.requireNonNull(model, "model");
      this.messages = List.copyOf(messages);
    }

    /**
     * Sets the tools that the model may call; none if never set.
     *
     * @param values the tools that the model may call
     * @return this builder
     */
    public Builder tools(List<ToolSpec> values) {
      this.tools = List.copyOf(values);
      return this;
    }

    /**
     * Sets how to answer; the provider's defaults if never set.
     *
     * @param value how to answer
     * @return this builder
     */
    public Builder options(ModelOptions value) {
      this.options = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets the type in which the final answer is wanted; null for plain text.
     *
     * @param value the type in which the final answer is wanted
     * @return this builder
     */
    public Builder output(@Nullable OutputType<?> value) {
      this.output = value;
      return this;
    }

    /**
     * Sets whether the response is wanted piece by piece; true if never set.
     *
     * @param value whether the response is wanted piece by piece
     * @return this builder
     */
    public Builder streaming(boolean value) {
      this.streaming = value;
      return this;
    }

    /**
     * Sets what our ids of the calls in the response begin with; "call_" if never set.
     *
     * @param value what our ids of the calls in the response begin with
     * @return this builder
     */
    public Builder callIdPrefix(String value) {
      this.callIdPrefix = Objects.requireNonNull(value, "value");
      return this;
    }

    /** {@return the request} */
    public ModelRequest build() {
      return new ModelRequest(this);
    }
  }
}
