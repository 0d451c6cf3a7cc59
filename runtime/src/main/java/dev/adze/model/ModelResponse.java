package dev.adze.model;

import java.util.Objects;

/** One complete response of a model. Immutable. */
public final class ModelResponse {
  private final String id;
  private final String model;
  private final AssistantMessage message;
  private final FinishReason finishReason;
  private final Usage usage;

  private ModelResponse(Builder builder) {
    this.id = builder.id;
    this.model = builder.model;
    this.message = builder.message;
    this.finishReason = builder.finishReason;
    this.usage = builder.usage;
  }

  /**
   * Starts a response.
   *
   * @param message what the model said
   * @param finishReason why it ended
   * @return a builder, to be filled
   */
  public static Builder builder(AssistantMessage message, FinishReason finishReason) {
    return new Builder(message, finishReason);
  }

  /** {@return the provider's id of the response; empty if it gave none} */
  public String id() {
    return id;
  }

  /** {@return the model that answered, as the provider names it; empty if it does not say} */
  public String model() {
    return model;
  }

  /** {@return what the model said} */
  public AssistantMessage message() {
    return message;
  }

  /** {@return why the response ended} */
  public FinishReason finishReason() {
    return finishReason;
  }

  /** {@return what the response took; {@link Usage#NONE} if the provider does not say} */
  public Usage usage() {
    return usage;
  }

  @Override
  public String toString() {
    return "ModelResponse[" + finishReason + ", " + message + "]";
  }

  /** Builds a {@link ModelResponse}. Not safe for use by several threads. */
  public static final class Builder {
    private final AssistantMessage message;
    private final FinishReason finishReason;
    private String id = "";
    private String model = "";
    private Usage usage = Usage.NONE;

    private Builder(AssistantMessage message, FinishReason finishReason) {
      this.message = Objects.requireNonNull(message, "message");
      this.finishReason = Objects.requireNonNull(finishReason, "finishReason");
    }

    /**
     * Sets the provider's id; empty if never set.
     *
     * @param value the provider's id
     * @return this builder
     */
    public Builder id(String value) {
      this.id = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets the model that answered; empty if never set.
     *
     * @param value the model that answered
     * @return this builder
     */
    public Builder model(String value) {
      this.model = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets what the response took; nothing if never set.
     *
     * @param value what the response took
     * @return this builder
     */
    public Builder usage(Usage value) {
      this.usage = Objects.requireNonNull(value, "value");
      return this;
    }

    /** {@return the response} */
    public ModelResponse build() {
      return new ModelResponse(this);
    }
  }
}
