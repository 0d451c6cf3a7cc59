package dev.adze.log;

import dev.adze.approval.ApprovalRequest;
import dev.adze.approval.Decision;
import dev.adze.event.CallResult;
import dev.adze.event.EventHeader;
import dev.adze.event.ExecutionComplete;
import dev.adze.event.ExecutionStart;
import dev.adze.event.FinalOutput;
import dev.adze.event.HandoffOccurred;
import dev.adze.event.HandoffRequested;
import dev.adze.event.McpApprovalRequested;
import dev.adze.event.McpListTools;
import dev.adze.event.MessageOutputCreated;
import dev.adze.event.RawResponse;
import dev.adze.event.ReasoningItemCreated;
import dev.adze.event.ResponseDiscarded;
import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.event.StepComplete;
import dev.adze.event.StepResult;
import dev.adze.event.StepStart;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallActivity;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStart;
import dev.adze.event.ToolCallStatus;
import dev.adze.event.ToolCalled;
import dev.adze.event.ToolOutputAdded;
import dev.adze.event.ToolPermissionDecision;
import dev.adze.event.ToolPermissionRequest;
import dev.adze.event.UnknownEvent;
import dev.adze.model.AssistantMessage;
import dev.adze.model.FinishReason;
import dev.adze.model.McpApprovalRequest;
import dev.adze.model.Message;
import dev.adze.model.ModelChunk;
import dev.adze.model.ModelDelta;
import dev.adze.model.ModelResponse;
import dev.adze.model.ProviderItem;
import dev.adze.model.ReasoningPart;
import dev.adze.model.RefusalPart;
import dev.adze.model.TextPart;
import dev.adze.model.ToolCall;
import dev.adze.model.ToolMessage;
import dev.adze.model.ToolResult;
import dev.adze.model.Usage;
import dev.adze.tool.ToolHints;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One event of each kind, with something in every place. */
final class Events {
  static final EventHeader HEADER =
      new EventHeader(
          "run-1",
          2,
          5,
          3,
          "helper",
          1,
          Optional.of("outer-1"),
          Instant.parse("2026-01-02T03:04:05.678Z"));
  static final ToolCall CALL = new ToolCall("1-1", "call_abc", "book", "{\"day\": 1");
  static final ToolOutput OUTPUT =
      ToolOutput.builder("out").observation("seen").display("shown").metadata("k", "v").build();
  static final CallResult CALL_RESULT =
      new CallResult(
          CALL, "{\"day\":1}", ToolCallStatus.UNKNOWN_TOOL, OUTPUT, Duration.ofMillis(1500), true);
  static final AssistantMessage MESSAGE =
      new AssistantMessage(
          List.of(new ReasoningPart("hm"), new TextPart("hi"), CALL, new RefusalPart("no")));
  static final StepResult STEP =
      StepResult.builder(3)
          .attempts(2)
          .usage(Usage.builder().inputTokens(11).outputTokens(5).build())
          .duration(Duration.ofSeconds(2))
          .response(
              ModelResponse.builder(MESSAGE, FinishReason.TOOL_CALLS)
                  .id("resp-1")
                  .model("m-1")
                  .usage(
                      Usage.builder()
                          .inputTokens(10)
                          .outputTokens(4)
                          .cachedInputTokens(2)
                          .reasoningTokens(1)
                          .build())
                  .build())
          .calls(List.of(CALL_RESULT))
          .build();
  static final List<Message> MESSAGES =
      List.of(
          Message.system("be kind"),
          Message.user("hello"),
          MESSAGE,
          new ToolMessage(List.of(new ToolResult("1-1", "book", "seen", true))));
  static final ToolSpec SPEC =
      ToolSpec.builder("book", "{\"type\":\n \"object\"}")
          .title("Book")
          .description("Books.")
          .hints(new ToolHints(false, true, true, false))
          .timeout(Duration.ofSeconds(30))
          .requiresApproval("spends money")
          .build();

  private Events() {}

  static RunEvent text(long sequence, String text) {
    return new FinalOutput(HEADER, text).withHeader(HEADER.told(sequence, Instant.EPOCH));
  }

  static RawResponse chunk(String json) {
    return new RawResponse(HEADER, 1, 9, ModelChunk.of(json, "msg-1", List.of()));
  }

  static List<RunEvent> all() {
    List<ModelDelta> deltas =
        List.of(
            new ModelDelta.Text("a"),
            new ModelDelta.Reasoning("b"),
            new ModelDelta.Refusal("c"),
            new ModelDelta.ToolCallArguments("1-1", "book", "{"));
    Exception failure = new IllegalStateException("broke", new RuntimeException("sk-secret"));
    return List.of(
        new ExecutionStart(HEADER, MESSAGES),
        new StepStart(HEADER),
        new RawResponse(HEADER, 1, 9, ModelChunk.of("{\"x\": 1.50}", "msg-1", deltas)),
        new ResponseDiscarded(HEADER, 1, "I wa"),
        new ReasoningItemCreated(HEADER, "hm"),
        new MessageOutputCreated(HEADER, "msg-1", MESSAGE),
        new McpListTools(HEADER, "docs", List.of("search", "read")),
        new McpApprovalRequested(
            HEADER,
            new McpApprovalRequest(
                "1-2", "mcpr_1", "docs", "search", "{}", new ProviderItem("there", "{\"a\":1}"))),
        new ToolCalled(HEADER, CALL),
        new HandoffRequested(HEADER, CALL, "desk"),
        new HandoffOccurred(HEADER, CALL_RESULT, "desk"),
        new ToolPermissionRequest(
            HEADER,
            new ApprovalRequest(
                "run-1", "helper", "1-1", SPEC, "{\"day\":1}", Optional.of("p"), "spends money")),
        new ToolPermissionDecision(HEADER, "1-1", "{\"day\":1}", Decision.deny("why not"), "Ada"),
        new ToolCallStart(HEADER, CALL, "{\"day\":1}"),
        new ToolCallActivity(HEADER, CALL, 1, 2, "half way"),
        new ToolCallComplete(HEADER, CALL_RESULT, Optional.of(failure)),
        new ToolOutputAdded(HEADER, CALL_RESULT),
        new StepComplete(HEADER, STEP),
        new FinalOutput(HEADER, "done"),
        new UnknownEvent(
            HEADER,
            "agent.dreamt",
            "{\"name\":\"agent.dreamt\",\"run_id\":\"run-1\",\"leg\":2,\"sequence\":5,\"step\":3,"
                + "\"agent\":\"helper\",\"depth\":1,\"parent_call_id\":\"outer-1\","
                + "\"time\":\"2026-01-02T03:04:05.678Z\",\"dream\":[1.50]}"),
        new ExecutionComplete(
            HEADER,
            RunResult.builder("run-1", StopReason.FAILED)
                .steps(List.of(STEP))
                .messages(MESSAGES)
                .usage(STEP.usage())
                .failure(failure)
                .build()));
  }
}
