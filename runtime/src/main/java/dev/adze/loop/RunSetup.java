package dev.adze.loop;

import java.util.Objects;

/** What is settled of a run before it begins. Immutable. */
public final class RunSetup {
  private final String runId;
  private final String agent;
  private final int maxSteps;
  private final int maxParallelTools;

  private RunSetup(Builder builder) {
    this.runId = builder.runId;
    this.agent = builder.agent;
    this.maxSteps = builder.maxSteps;
    this.maxParallelTools = builder.maxParallelTools;
  }

  /**
   * Starts a setup.
   *
   * @param runId the id that all events of the run carry
   * @param agent the name of the agent
   */
  public static Builder builder(String runId, String agent) {
    return new Builder(runId, agent);
  }

  /** The id that all events of the run carry. */
  public String runId() {
    return runId;
  }

  /** The name of the agent. */
  public String agent() {
    return agent;
  }

  /** How many steps the run may take. */
  public int maxSteps() {
    return maxSteps;
  }

  /** How many tools may run at the same time. */
  public int maxParallelTools() {
    return maxParallelTools;
  }

  /** Builds a {@link RunSetup}. Not safe for use by several threads. */
  public static final class Builder {
    private final String runId;
    private final String agent;
    private int maxSteps = 10;
    private int maxParallelTools = 8;

    private Builder(String runId, String agent) {
      this.runId = Objects.requireNonNull(runId, "runId");
      this.agent = Objects.requireNonNull(agent, "agent");
    }

    /** Sets how many steps the run may take, positive; 10 if never set. */
    public Builder maxSteps(int value) {
      this.maxSteps = positive(value, "maxSteps");
      return this;
    }

    /** Sets how many tools may run at the same time, positive; 8 if never set. */
    public Builder maxParallelTools(int value) {
      this.maxParallelTools = positive(value, "maxParallelTools");
      return this;
    }

    /** The setup. */
    public RunSetup build() {
      return new RunSetup(this);
    }

    private static int positive(int value, String what) {
      if (value <= 0) {
        throw new IllegalArgumentException(what + " must be positive, but is " + value + ".");
      }
      return value;
    }
  }
}
