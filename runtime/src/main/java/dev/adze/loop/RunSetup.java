package dev.adze.loop;

import dev.adze.approval.Grant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is settled of a run before it begins, or before it goes on. Immutable. */
public final class RunSetup {
  /**
   * The call that a run is part of, when an agent runs another one as a tool.
   *
   * @param callId our id of the call, with which the ids of the inner run's calls begin
   * @param leg the leg of the outer run
   * @param depth how many agents stand above the inner run; at least 1
   */
  public record Parent(String callId, int leg, int depth) {
    /** Refuses null. */
    public Parent {
      Objects.requireNonNull(callId, "callId");
    }
  }

  private final String runId;
  private final String agent;
  private final List<AgentSetup> agents;
  private final @Nullable Parent parent;
  private final RunLimits limits;
  private final RunTimeouts timeouts;
  private final RetryPolicy retries;
  private final int maxParallelTools;
  private final List<Grant> grants;

  private RunSetup(Builder builder) {
    this.runId = builder.runId;
    this.agent = builder.agent;
    this.agents = builder.agents;
    this.parent = builder.parent;
    this.limits = builder.limits;
    this.timeouts = builder.timeouts;
    this.retries = builder.retries;
    this.maxParallelTools = builder.maxParallelTools;
    this.grants = builder.grants;
  }

  private RunSetup(RunSetup other, @Nullable Parent parent, List<Grant> grants) {
    this.runId = other.runId;
    this.agent = other.agent;
    this.agents = other.agents;
    this.parent = parent;
    this.limits = other.limits;
    this.timeouts = other.timeouts;
    this.retries = other.retries;
    this.maxParallelTools = other.maxParallelTools;
    this.grants = grants;
  }

  /**
   * Starts a setup.
   *
   * @param runId the id that all events of the run carry
   * @param agent the name of the agent that it begins with
   * @return a builder, to be filled
   */
  public static Builder builder(String runId, String agent) {
    return new Builder(runId, agent);
  }

  /** {@return the id that all events of the run carry} */
  public String runId() {
    return runId;
  }

  /** {@return the name of the agent that the run begins with} */
  public String agent() {
    return agent;
  }

  /** {@return all agents that may come to act in the run} */
  public List<AgentSetup> agents() {
    return agents;
  }

  /** {@return the call that the run is part of; empty for a run of its own} */
  public Optional<Parent> parent() {
    return Optional.ofNullable(parent);
  }

  /**
   * The agent of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  AgentSetup agent(String name) {
    return agents.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "A run goes on with the agent whose turn it is, but there is no \""
                    + name
                    + "\" among "
                    + agents.stream().map(AgentSetup::name).toList()
                    + ". Let the run's agent hand over to one of that name."));
  }

  /** {@return how much the run may use} */
  public RunLimits limits() {
    return limits;
  }

  /** {@return how long each thing in it may take} */
  public RunTimeouts timeouts() {
    return timeouts;
  }

  /** {@return how a model is asked again that could not answer} */
  public RetryPolicy retries() {
    return retries;
  }

  /** {@return how many tools may run at the same time} */
  public int maxParallelTools() {
    return maxParallelTools;
  }

  /** {@return what was granted before, in other runs} */
  public List<Grant> grants() {
    return grants;
  }

  /**
   * {@return the same setup, with more that was granted before}
   *
   * @param more in other runs; what is there already is not there twice
   */
  public RunSetup withGrants(Collection<Grant> more) {
    List<Grant> all = Stream.concat(grants.stream(), more.stream()).distinct().toList();
    return new RunSetup(this, parent, all);
  }

  /** The same setup, of a run within a call, in another leg of the outer run. */
  RunSetup inLeg(int leg) {
    Parent in = Objects.requireNonNull(parent);
    return new RunSetup(this, new Parent(in.callId(), leg, in.depth()), grants);
  }

  /** Builds a {@link RunSetup}. Not safe for use by several threads. */
  public static final class Builder {
    private final String runId;
    private final String agent;
    private List<AgentSetup> agents;
    private @Nullable Parent parent;
    private RunLimits limits = RunLimits.DEFAULTS;
    private RunTimeouts timeouts = RunTimeouts.DEFAULTS;
    private RetryPolicy retries = RetryPolicy.DEFAULTS;
    private int maxParallelTools = 8;
    private List<Grant> grants = List.of();

    private Builder(String runId, String agent) {
      this.runId = Objects.requireNonNull(runId, "runId");
      this.agent = Objects.requireNonNull(agent, "agent");
      this.agents = List.of(new AgentSetup(agent, false, List.of()));
    }

    /**
     * Sets all agents that may come to act in the run, the one that it begins with among them; that
     * one alone, which answers with a text, if never set.
     *
     * @param values all agents that may come to act in the run, the one that it begins with among
     *     them
     * @return this builder
     */
    public Builder agents(List<AgentSetup> values) {
      this.agents = List.copyOf(values);
      return this;
    }

    /**
     * Sets the call that the run is part of; none if never set.
     *
     * @param value the call that the run is part of
     * @return this builder
     */
    public Builder parent(Parent value) {
      this.parent = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets how much the run may use; the defaults if never set.
     *
     * @param value how much the run may use
     * @return this builder
     */
    public Builder limits(RunLimits value) {
      this.limits = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets how long each thing may take; the defaults if never set.
     *
     * @param value how long each thing may take
     * @return this builder
     */
    public Builder timeouts(RunTimeouts value) {
      this.timeouts = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets how a model is asked again; the defaults if never set.
     *
     * @param value how a model is asked again
     * @return this builder
     */
    public Builder retries(RetryPolicy value) {
      this.retries = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets how many tools may run at the same time, positive; 8 if never set.
     *
     * @param value how many tools may run at the same time, positive
     * @return this builder
     */
    public Builder maxParallelTools(int value) {
      this.maxParallelTools = (int) Settings.positive(value, "maxParallelTools");
      return this;
    }

    /**
     * Sets what was granted before; nothing if never set.
     *
     * @param values what was granted before
     * @return this builder
     */
    public Builder grants(Collection<Grant> values) {
      this.grants = List.copyOf(values);
      return this;
    }

    /** {@return the setup} */
    public RunSetup build() {
      return new RunSetup(this);
    }
  }
}
