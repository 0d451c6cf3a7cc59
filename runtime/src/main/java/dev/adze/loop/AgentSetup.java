package dev.adze.loop;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is settled of an agent before its run begins.
 *
 * @param name the agent's name, which no other agent of the run has
 * @param structured whether its final answer has to be of a type
 * @param handoffs to whom it can hand the conversation over
 */
public record AgentSetup(String name, boolean structured, List<Handoff> handoffs) {
  /**
   * A way to another agent.
   *
   * @param tool the name by which the model calls it
   * @param agent the name of the other agent
   */
  public record Handoff(String tool, String agent) {
    /** Refuses null. */
    public Handoff {
      Objects.requireNonNull(tool, "tool");
      Objects.requireNonNull(agent, "agent");
    }
  }

  /** Copies the list. */
  public AgentSetup {
    Objects.requireNonNull(name, "name");
    handoffs = List.copyOf(handoffs);
  }

  /** The agent that a call of this name hands over to; empty if it is none. */
  Optional<String> target(String called) {
    return handoffs.stream()
        .filter(handoff -> handoff.tool().equals(called))
        .map(Handoff::agent)
        .findFirst();
  }
}
