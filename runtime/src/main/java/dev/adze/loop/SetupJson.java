package dev.adze.loop;

import dev.adze.internal.json.Trees;
import java.time.Duration;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was settled of a run, as part of its state. */
final class SetupJson {
  private SetupJson() {}

  static void write(ObjectNode to, RunSetup setup) {
    to.put("max_parallel_tools", setup.maxParallelTools());
    setup.parent().ifPresent(parent -> parent(to.putObject("parent"), parent));
    Trees.list(to, "agents", setup.agents(), SetupJson::agent);
    limits(to.putObject("limits"), setup.limits());
    timeouts(to.putObject("timeouts"), setup.timeouts());
    retries(to.putObject("retries"), setup.retries());
  }

  static RunSetup read(JsonNode from, String runId, String agent) {
    RunSetup.Builder setup = RunSetup.builder(runId, agent);
    if (from.has("agents")) {
      setup.agents(Trees.list(from, "agents", SetupJson::readAgent));
    }
    if (from.has("parent")) {
      setup.parent(readParent(from.required("parent")));
    }
    return setup
        .maxParallelTools(Trees.number(from, "max_parallel_tools"))
        .limits(readLimits(from.required("limits")))
        .timeouts(readTimeouts(from.required("timeouts")))
        .retries(readRetries(from.required("retries")))
        .build();
  }

  private static void parent(ObjectNode to, RunSetup.Parent parent) {
    to.put("call", parent.callId()).put("leg", parent.leg()).put("depth", parent.depth());
  }

  private static RunSetup.Parent readParent(JsonNode from) {
    return new RunSetup.Parent(
        Trees.text(from, "call"), Trees.number(from, "leg"), Trees.number(from, "depth"));
  }

  private static void agent(ObjectNode to, AgentSetup agent) {
    to.put("name", agent.name());
    Trees.flag(to, "structured", agent.structured());
    Trees.list(
        to,
        "handoffs",
        agent.handoffs(),
        (each, handoff) -> each.put("tool", handoff.tool()).put("agent", handoff.agent()));
  }

  private static AgentSetup readAgent(JsonNode from) {
    return new AgentSetup(
        Trees.text(from, "name"),
        Trees.flag(from, "structured"),
        Trees.list(
            from,
            "handoffs",
            each -> new AgentSetup.Handoff(Trees.text(each, "tool"), Trees.text(each, "agent"))));
  }

  private static void limits(ObjectNode to, RunLimits limits) {
    to.put("max_steps", limits.maxSteps()).put("max_corrections", limits.maxCorrections());
    limits.maxToolCalls().ifPresent(calls -> to.put("max_tool_calls", calls));
    limits.maxTokens().ifPresent(tokens -> to.put("max_tokens", tokens));
    Trees.time(to, "max_time", limits.maxTime().orElse(null));
  }

  private static RunLimits readLimits(JsonNode from) {
    RunLimits.Builder limits =
        RunLimits.builder()
            .maxSteps(Trees.number(from, "max_steps"))
            .maxCorrections(Trees.number(from, "max_corrections"));
    if (from.has("max_tool_calls")) {
      limits.maxToolCalls(Trees.number(from, "max_tool_calls"));
    }
    if (from.has("max_tokens")) {
      limits.maxTokens(Trees.longNumber(from, "max_tokens"));
    }
    ifThere(from, "max_time", limits::maxTime);
    return limits.build();
  }

  private static void timeouts(ObjectNode to, RunTimeouts timeouts) {
    Trees.time(to, "preparation", timeouts.preparation());
    Trees.time(to, "model_call", timeouts.modelCall().orElse(null));
    Trees.time(to, "approval", timeouts.approval().orElse(null));
    Trees.time(to, "tool", timeouts.tool().orElse(null));
  }

  private static RunTimeouts readTimeouts(JsonNode from) {
    RunTimeouts.Builder timeouts =
        RunTimeouts.builder().preparation(Trees.time(from, "preparation"));
    ifThere(from, "model_call", timeouts::modelCall);
    ifThere(from, "approval", timeouts::approval);
    ifThere(from, "tool", timeouts::tool);
    return timeouts.build();
  }

  private static void retries(ObjectNode to, RetryPolicy retries) {
    to.put("max_retries", retries.maxRetries());
    Trees.time(to, "first_delay", retries.firstDelay());
    Trees.time(to, "max_delay", retries.maxDelay());
    Trees.time(to, "max_retry_after", retries.maxRetryAfter());
  }

  private static RetryPolicy readRetries(JsonNode from) {
    return RetryPolicy.builder()
        .maxRetries(Trees.number(from, "max_retries"))
        .firstDelay(Trees.time(from, "first_delay"))
        .maxDelay(Trees.time(from, "max_delay"))
        .maxRetryAfter(Trees.time(from, "max_retry_after"))
        .build();
  }

  private static void ifThere(JsonNode from, String name, Consumer<Duration> value) {
    Duration there = Trees.timeOrNull(from, name);
    if (there != null) {
      value.accept(there);
    }
  }
}
