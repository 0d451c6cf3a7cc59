package dev.adze.loop;

import dev.adze.internal.json.JsonIn;
import dev.adze.internal.json.JsonOut;
import java.time.Duration;
import java.util.function.Consumer;

/** What was settled of a run, as part of its state. */
final class SetupJson {
  private SetupJson() {}

  static void write(JsonOut to, RunSetup setup) {
    to.field("max_parallel_tools", setup.maxParallelTools());
    to.object("parent", setup.parent().orElse(null), parent -> parent(to, parent));
    to.array("agents", setup.agents(), agent -> agent(to, agent));
    to.object("limits", () -> limits(to, setup.limits()));
    to.object("timeouts", () -> timeouts(to, setup.timeouts()));
    to.object("retries", () -> retries(to, setup.retries()));
  }

  static RunSetup read(JsonIn from, String runId, String agent) {
    RunSetup.Builder setup = RunSetup.builder(runId, agent);
    if (from.has("agents")) {
      setup.agents(from.list("agents", SetupJson::readAgent));
    }
    if (from.has("parent")) {
      setup.parent(readParent(from.get("parent")));
    }
    return setup
        .maxParallelTools(from.integer("max_parallel_tools"))
        .limits(readLimits(from.get("limits")))
        .timeouts(readTimeouts(from.get("timeouts")))
        .retries(readRetries(from.get("retries")))
        .build();
  }

  private static void parent(JsonOut to, RunSetup.Parent parent) {
    to.field("call", parent.callId()).field("leg", parent.leg()).field("depth", parent.depth());
  }

  private static RunSetup.Parent readParent(JsonIn from) {
    return new RunSetup.Parent(from.text("call"), from.integer("leg"), from.integer("depth"));
  }

  private static void agent(JsonOut to, AgentSetup agent) {
    to.field("name", agent.name());
    to.field("structured", agent.structured());
    to.array(
        "handoffs",
        agent.handoffs(),
        handoff -> to.field("tool", handoff.tool()).field("agent", handoff.agent()));
  }

  private static AgentSetup readAgent(JsonIn from) {
    return new AgentSetup(
        from.text("name"),
        from.flag("structured"),
        from.list(
            "handoffs", each -> new AgentSetup.Handoff(each.text("tool"), each.text("agent"))));
  }

  private static void limits(JsonOut to, RunLimits limits) {
    to.field("max_steps", limits.maxSteps()).field("max_corrections", limits.maxCorrections());
    limits.maxToolCalls().ifPresent(calls -> to.field("max_tool_calls", calls));
    limits.maxTokens().ifPresent(tokens -> to.field("max_tokens", tokens));
    to.field("max_time", limits.maxTime().orElse(null));
  }

  private static RunLimits readLimits(JsonIn from) {
    RunLimits.Builder limits =
        RunLimits.builder()
            .maxSteps(from.integer("max_steps"))
            .maxCorrections(from.integer("max_corrections"));
    if (from.has("max_tool_calls")) {
      limits.maxToolCalls(from.integer("max_tool_calls"));
    }
    if (from.has("max_tokens")) {
      limits.maxTokens(from.number("max_tokens"));
    }
    ifThere(from, "max_time", limits::maxTime);
    return limits.build();
  }

  private static void timeouts(JsonOut to, RunTimeouts timeouts) {
    to.field("preparation", timeouts.preparation());
    to.field("model_call", timeouts.modelCall().orElse(null));
    to.field("approval", timeouts.approval().orElse(null));
    to.field("tool", timeouts.tool().orElse(null));
  }

  private static RunTimeouts readTimeouts(JsonIn from) {
    RunTimeouts.Builder timeouts = RunTimeouts.builder().preparation(from.time("preparation"));
    ifThere(from, "model_call", timeouts::modelCall);
    ifThere(from, "approval", timeouts::approval);
    ifThere(from, "tool", timeouts::tool);
    return timeouts.build();
  }

  private static void retries(JsonOut to, RetryPolicy retries) {
    to.field("max_retries", retries.maxRetries());
    to.field("first_delay", retries.firstDelay());
    to.field("max_delay", retries.maxDelay());
    to.field("max_retry_after", retries.maxRetryAfter());
  }

  private static RetryPolicy readRetries(JsonIn from) {
    return RetryPolicy.builder()
        .maxRetries(from.integer("max_retries"))
        .firstDelay(from.time("first_delay"))
        .maxDelay(from.time("max_delay"))
        .maxRetryAfter(from.time("max_retry_after"))
        .build();
  }

  private static void ifThere(JsonIn from, String name, Consumer<Duration> value) {
    Duration there = from.timeOrNull(name);
    if (there != null) {
      value.accept(there);
    }
  }
}
