package dev.adze.model;

import dev.adze.AdzeException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A model could not be asked, or did not answer. It says what kind of failure it was, what the
 * provider said of it, and never what was in the request's headers.
 */
public final class ModelException extends AdzeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong. New kinds may be added in a later version. */
  public enum Kind {
    /** The key is missing, wrong or expired. */
    AUTHENTICATION,
    /** The key is good, but not for this. */
    PERMISSION,
    /** There is no such model or address. */
    NOT_FOUND,
    /** The provider does not accept the request. */
    INVALID_REQUEST,
    /** The conversation is longer than the model can read. */
    CONTEXT_LENGTH,
    /** Too many requests or tokens for now. */
    RATE_LIMIT,
    /** The account's quota is used up; waiting does not help. */
    QUOTA,
    /** The provider has too much to do. */
    OVERLOADED,
    /** The provider failed. */
    SERVER,
    /** The server could not be reached, or the connection broke. */
    NETWORK,
    /** The server was silent for too long. */
    TIMEOUT,
    /** The provider could not read the tool call that its model wrote; asking again may help. */
    TOOL_USE_FAILED,
    /** What came back cannot be understood, or ended too early. */
    PROTOCOL,
    /** The call was cancelled. */
    CANCELLED
  }

  /** What went wrong. */
  private final Kind kind;

  /** The HTTP status; null if there was no answer. */
  private final @Nullable Integer status;

  /** The provider's own code or type of the failure; null if it gave none. */
  private final @Nullable String code;

  /** The provider's id of the request; null if it gave none. */
  private final @Nullable String requestId;

  /** What the model wrote in place of a tool call; null if that is not what happened. */
  private final @Nullable String failedGeneration;

  private final transient @Nullable Duration retryAfter;

  private ModelException(Builder builder) {
    super(builder.message, builder.cause);
    this.kind = builder.kind;
    this.status = builder.status;
    this.code = builder.code;
    this.requestId = builder.requestId;
    this.failedGeneration = builder.failedGeneration;
    this.retryAfter = builder.retryAfter;
  }

  /**
   * Starts an exception.
   *
   * @param kind what went wrong
   * @param message what happened, with the provider's own words where there are some
   * @return a builder, to be filled
   */
  public static Builder builder(Kind kind, String message) {
    return new Builder(kind, message);
  }

  /** {@return what went wrong} */
  public Kind kind() {
    return kind;
  }

  /** {@return the HTTP status, if the server gave one} */
  public OptionalInt status() {
    return status == null ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /** {@return the provider's own code or type of the failure, if it gave one} */
  public Optional<String> code() {
    return Optional.ofNullable(code);
  }

  /** {@return the provider's id of the request, for its support} */
  public Optional<String> requestId() {
    return Optional.ofNullable(requestId);
  }

  /**
   * {@return what the model wrote, where the provider could not read it as a tool call and quotes
   * it}
   */
  public Optional<String> failedGeneration() {
    return Optional.ofNullable(failedGeneration);
  }

  /** {@return how long the provider wants to be left alone, if it says so} */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** Builds a {@link ModelException}. Not safe for use by several threads. */
  public static final class Builder {
    private final Kind kind;
    private final String message;
    private @Nullable Throwable cause;
    private @Nullable Integer status;
    private @Nullable String code;
    private @Nullable String requestId;
    private @Nullable String failedGeneration;
    private @Nullable Duration retryAfter;

    private Builder(Kind kind, String message) {
      this.kind = Objects.requireNonNull(kind, "kind");
      this.message = Objects.requireNonNull(message, "message");
    }

    /**
     * Sets what led to it.
     *
     * @param value what led to it
     * @return this builder
     */
    public Builder cause(Throwable value) {
      this.cause = value;
      return this;
    }

    /**
     * Sets the HTTP status.
     *
     * @param value the HTTP status
     * @return this builder
     */
    public Builder status(int value) {
      this.status = value;
      return this;
    }

    /**
     * Sets the provider's own code or type of the failure; null for none.
     *
     * @param value the provider's own code or type of the failure
     * @return this builder
     */
    public Builder code(@Nullable String value) {
      this.code = value;
      return this;
    }

    /**
     * Sets the provider's id of the request; null for none.
     *
     * @param value the provider's id of the request
     * @return this builder
     */
    public Builder requestId(@Nullable String value) {
      this.requestId = value;
      return this;
    }

    /**
     * Sets what the model wrote in place of a tool call; null for unknown.
     *
     * @param value what the model wrote in place of a tool call
     * @return this builder
     */
    public Builder failedGeneration(@Nullable String value) {
      this.failedGeneration = value;
      return this;
    }

    /**
     * Sets how long the provider wants to be left alone; null for unknown.
     *
     * @param value how long the provider wants to be left alone
     * @return this builder
     */
    public Builder retryAfter(@Nullable Duration value) {
      this.retryAfter = value;
      return this;
    }

    /** {@return the exception} */
    public ModelException build() {
      return new ModelException(this);
    }
  }
}
