package dev.adze.agent;

import dev.adze.loop.AgentSetup;
import dev.adze.loop.AgentSetup.Handoff;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;

/** An agent, and all those to whom a conversation that begins with it can be handed over. */
final class Team {
  private static final String NO_ARGUMENTS =
      "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false}";
  private static final String PREFIX = "transfer_to_";
  private static final int MAX_NAME = 64;

  private final Map<String, Agent> agents = new LinkedHashMap<>();
  private final Map<String, List<ToolSpec>> specs = new LinkedHashMap<>();
  private final List<AgentSetup> setups = new ArrayList<>();

  private Team() {}

  /**
   * The team of an agent.
   *
   * @throws IllegalStateException if two agents have one name, those that are tools among them, or
   *     two tools of one agent
   */
  static Team of(Agent first) {
    Team team = new Team();
    Queue<Agent> found = new ArrayDeque<>(List.of(first));
    while (!found.isEmpty()) {
      Agent agent = found.remove();
      if (team.agents.putIfAbsent(agent.name(), agent) == null) {
        List<Agent> others = agent.handoffs();
        team.add(agent, others);
        found.addAll(others);
      }
    }
    requireNames(first);
    return team;
  }

  /** What is granted goes by the name, so that it would hold for both of two with one name. */
  private static void requireNames(Agent first) {
    Map<String, Agent> all = new HashMap<>();
    Queue<Agent> found = new ArrayDeque<>(List.of(first));
    while (!found.isEmpty()) {
      Agent agent = found.remove();
      Agent known = all.putIfAbsent(agent.name(), agent);
      if (known == null) {
        found.addAll(agent.handoffs());
        for (FunctionTool tool : agent.tools()) {
          if (tool instanceof AgentTool other) {
            found.add(other.agent());
          }
        }
      } else if (known != agent) {
        throw new IllegalStateException(
            "The agents of a run need names of their own, because what is granted to one goes by"
                + " its name, but two are called \""
                + agent.name()
                + "\". Give one another name. If they are meant to be one, use the same object each"
                + " time.");
      }
    }
  }

  private void add(Agent agent, List<Agent> others) {
    List<ToolSpec> all = new ArrayList<>(agent.tools().stream().map(FunctionTool::spec).toList());
    List<Handoff> handoffs = new ArrayList<>();
    Set<String> names = new HashSet<>(all.stream().map(ToolSpec::name).toList());
    for (Agent other : others) {
      ToolSpec spec = handoff(other);
      if (!names.add(spec.name())) {
        throw new IllegalStateException(
            "The tools and handoffs of an agent need names of their own, but two of \""
                + agent.name()
                + "\" are called \""
                + spec.name()
                + "\". Give the tool or the other agent another name.");
      }
      all.add(spec);
      handoffs.add(new Handoff(spec.name(), other.name()));
    }
    specs.put(agent.name(), List.copyOf(all));
    setups.add(new AgentSetup(agent.name(), agent.output().isPresent(), handoffs));
  }

  private static ToolSpec handoff(Agent to) {
    String name = PREFIX + to.name().replaceAll("[^A-Za-z0-9_-]", "_");
    String about = to.description().isBlank() ? "" : " " + to.description();
    return ToolSpec.builder(name.substring(0, Math.min(name.length(), MAX_NAME)), NO_ARGUMENTS)
        .description("Hands the conversation over to the agent \"" + to.name() + "\"." + about)
        .build();
  }

  /** The agent of this name, which is one of them. */
  Agent agent(String name) {
    return Objects.requireNonNull(agents.get(name), name);
  }

  /** All that the model of this agent may call: its tools, then its handoffs. */
  List<ToolSpec> specs(String agent) {
    return Objects.requireNonNull(specs.get(agent), agent);
  }

  /** What the loop has to know of each agent. */
  List<AgentSetup> setups() {
    return List.copyOf(setups);
  }
}
