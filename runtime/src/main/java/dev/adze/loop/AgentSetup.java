package dev.adze.loop;

import java.util.Objects;

/**
 * What is settled of an agent before its run begins.
 *
 * @param name the agent's name, which no other agent of the run has
 * @param structured whether its final answer has to be of a type
 */
public record AgentSetup(String name, boolean structured) {
  /** Refuses null. */
  public AgentSetup {
    Objects.requireNonNull(name, "name");
  }
}
