package dev.adze.loop;

import dev.adze.approval.Ruling;
import dev.adze.loop.LoopInput.Preparation;
import dev.adze.model.AssistantMessage;
import dev.adze.model.AssistantPart;
import dev.adze.model.FinishReason;
import dev.adze.model.McpApprovalRequest;
import dev.adze.model.ModelResponse;
import dev.adze.model.ProviderItem;
import dev.adze.model.TextPart;
import dev.adze.model.ToolCall;
import dev.adze.model.Usage;
import dev.adze.tool.ToolHints;
import dev.adze.tool.ToolSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the model says in the first step: one call for each letter. A letter p is a plain tool, s a
 * sequential one, a one that needs approval, i one that may be run again, h one that the provider
 * calls itself if it may, and t and o hand over to others. Then it answers, which has to be decoded
 * if the answer is structured.
 */
record LoopScript(String calls, FinishReason finish, RunLimits limits, boolean structured) {
  static final String ARGUMENTS = "{\"n\":1}";
  static final String EDITED = "{\"n\":2}";

  LoopScript(String calls, FinishReason finish, RunLimits limits) {
    this(calls, finish, limits, false);
  }

  static LoopScript of(String calls) {
    return new LoopScript(calls, FinishReason.TOOL_CALLS, limits(10));
  }

  static RunLimits limits(int steps) {
    return RunLimits.builder()
        .maxSteps(steps)
        .maxCorrections(1)
        .maxTime(Duration.ofMinutes(10))
        .build();
  }

  RunSetup setup() {
    return RunSetup.builder("run", "agent")
        .agents(agents())
        .limits(limits)
        .timeouts(
            RunTimeouts.builder()
                .modelCall(Duration.ofSeconds(1))
                .approval(Duration.ofSeconds(1))
                .tool(Duration.ofSeconds(1))
                .build())
        .retries(RetryPolicy.builder().maxRetries(2).build())
        .maxParallelTools(2)
        .build();
  }

  private List<AgentSetup> agents() {
    return List.of(
        new AgentSetup("agent", structured, List.of(handoff("t", "other"), handoff("o", "third"))),
        new AgentSetup("other", structured, List.of()),
        new AgentSetup("third", structured, List.of()));
  }

  private static AgentSetup.Handoff handoff(String tool, String agent) {
    return new AgentSetup.Handoff(tool, agent);
  }

  /** The agent that the first step hands over to. */
  Optional<String> target() {
    return agents().get(0).handoffs().stream()
        .filter(handoff -> calls.contains(handoff.tool()))
        .min(Comparator.comparing(handoff -> calls.indexOf(handoff.tool())))
        .map(AgentSetup.Handoff::agent);
  }

  ModelResponse answer(Effect.CallModel call) {
    List<AssistantPart> parts = new ArrayList<>();
    if (call.header().step() == 1) {
      for (int i = 0; i < calls.length(); i++) {
        String name = calls.substring(i, i + 1);
        String id = call.callIdPrefix() + (i + 1);
        parts.add(
            name.equals("h")
                ? new McpApprovalRequest(id, "same", "s", name, "{}", new ProviderItem("s", "{}"))
                : new ToolCall(id, "same", name, "{}"));
      }
      if (calls.isEmpty()) {
        parts.add(new TextPart("well "));
      }
    } else {
      parts.add(new TextPart("done"));
    }
    FinishReason why = call.header().step() == 1 ? finish : FinishReason.STOP;
    return ModelResponse.builder(
            new AssistantMessage(parts), call.attempt() > 3 ? FinishReason.STOP : why)
        .id("resp")
        .usage(Usage.builder().inputTokens(3).outputTokens(2).build())
        .build();
  }

  /** What the check of a call comes to; a tool makes of what it is given the same each time. */
  Preparation ready(String name, String given) {
    boolean asks = name.equals("a") || name.equals("h");
    ToolSpec.Builder tool =
        ToolSpec.builder(name, "{}")
            .sequential(name.equals("s"))
            .hints(new ToolHints(false, true, name.equals("i"), false));
    if (asks) {
      tool.requiresApproval("it costs money");
    }
    return new Preparation.Ready(
        given.equals(EDITED) ? EDITED : ARGUMENTS,
        tool.build(),
        asks ? new Ruling.Ask("it costs money") : new Ruling.Free(),
        asks ? Optional.of("would pay") : Optional.empty());
  }
}
