package dev.adze.loop;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long each thing in a run may take, from the moment at which it begins. Whatever is over its
 * time is told to stop, and left behind if it has not stopped two seconds later. Immutable.
 */
public final class RunTimeouts {
  /** Ten seconds for a check and its preview, and no other limit. */
  public static final RunTimeouts DEFAULTS = builder().build();

  private final Duration preparation;
  private final @Nullable Duration modelCall;
  private final @Nullable Duration approval;
  private final @Nullable Duration tool;

  private RunTimeouts(Builder builder) {
    this.preparation = builder.preparation;
    this.modelCall = builder.modelCall;
    this.approval = builder.approval;
    this.tool = builder.tool;
  }

  /**
   * Starts with the defaults.
   *
   * @return a builder, to be filled
   */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return how long the check of a call and its preview may take together} */
  public Duration preparation() {
    return preparation;
  }

  /** {@return how long one model call may take, from the request to the end of the response} */
  public Optional<Duration> modelCall() {
    return Optional.ofNullable(modelCall);
  }

  /** {@return how long an approver may take to decide; a call without a decision is denied} */
  public Optional<Duration> approval() {
    return Optional.ofNullable(approval);
  }

  /** {@return how long a tool may take that does not say it itself} */
  public Optional<Duration> tool() {
    return Optional.ofNullable(tool);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RunTimeouts that
        && preparation.equals(that.preparation)
        && Objects.equals(modelCall, that.modelCall)
        && Objects.equals(approval, that.approval)
        && Objects.equals(tool, that.tool);
  }

  @Override
  public int hashCode() {
    return Objects.hash(preparation, modelCall, approval, tool);
  }

  @Override
  public String toString() {
    return "RunTimeouts["
        + ("preparation=" + preparation)
        + (", modelCall=" + modelCall)
        + (", approval=" + approval)
        + (", tool=" + tool)
        + "]";
  }

  /** Builds {@link RunTimeouts}. Not safe for use by several threads. */
  public static final class Builder {
    private Duration preparation = Duration.ofSeconds(10);
    private @Nullable Duration modelCall;
    private @Nullable Duration approval;
    private @Nullable Duration tool;

    private Builder() {}

    /**
     * Sets how long a check and its preview may take, positive; 10 seconds if never set.
     *
     * @param value how long a check and its preview may take, positive
     * @return this builder
     */
    public Builder preparation(Duration value) {
      this.preparation = Settings.positive(value, "preparation");
      return this;
    }

    /**
     * Sets how long a model call may take, positive. If never set, as long as the client allows,
     * which gives up a server that is silent.
     *
     * @param value how long a model call may take, positive
     * @return this builder
     */
    public Builder modelCall(Duration value) {
      this.modelCall = Settings.positive(value, "modelCall");
      return this;
    }

    /**
     * Sets how long an approver may take, positive; for ever if never set.
     *
     * @param value how long an approver may take, positive
     * @return this builder
     */
    public Builder approval(Duration value) {
      this.approval = Settings.positive(value, "approval");
      return this;
    }

    /**
     * Sets how long a tool may take, positive; for ever if never set. A tool's own comes first.
     *
     * @param value how long a tool may take, positive
     * @return this builder
     */
    public Builder tool(Duration value) {
      this.tool = Settings.positive(value, "tool");
      return this;
    }

    /** {@return the time-outs} */
    public RunTimeouts build() {
      return new RunTimeouts(this);
    }
  }
}
