package dev.adze.log;

import dev.adze.event.CallResult;
import dev.adze.event.Limit;
import dev.adze.event.RunResult;
import dev.adze.event.StepResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallStatus;
import dev.adze.log.JsonValue.UnreadableException;
import dev.adze.model.AssistantMessage;
import dev.adze.model.AssistantPart;
import dev.adze.model.FinishReason;
import dev.adze.model.McpApproval;
import dev.adze.model.McpApprovalMessage;
import dev.adze.model.McpApprovalRequest;
import dev.adze.model.McpToolsPart;
import dev.adze.model.MediaPart;
import dev.adze.model.Message;
import dev.adze.model.ModelDelta;
import dev.adze.model.ModelResponse;
import dev.adze.model.ProviderItem;
import dev.adze.model.ProviderPart;
import dev.adze.model.ReasoningPart;
import dev.adze.model.RefusalPart;
import dev.adze.model.SystemMessage;
import dev.adze.model.TextPart;
import dev.adze.model.ToolCall;
import dev.adze.model.ToolMessage;
import dev.adze.model.ToolResult;
import dev.adze.model.Usage;
import dev.adze.model.UserMessage;
import dev.adze.model.UserPart;
import dev.adze.tool.Media;
import dev.adze.tool.ToolHints;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import dev.adze.tool.ToolStatus;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads what {@link ValueJson} writes, value by value in the same order. */
final class ValueReader {
  private ValueReader() {}

  static <T> List<T> list(JsonValue in, String name, Function<JsonValue, T> element) {
    return in.elements(name).stream().map(element).toList();
  }

  static <E extends Enum<E>> E constant(Class<E> type, String wireName) {
    return Enum.valueOf(type, wireName.toUpperCase(Locale.ROOT));
  }

  static Message message(JsonValue in) {
    return switch (in.text("role")) {
      case "system" -> new SystemMessage(in.text("text"));
      case "user" -> new UserMessage(list(in, "parts", ValueReader::userPart));
      case "assistant" -> new AssistantMessage(list(in, "parts", ValueReader::assistantPart));
      case "tool" -> new ToolMessage(list(in, "results", ValueReader::toolResult));
      case "mcp_approval" ->
          new McpApprovalMessage(list(in, "approvals", ValueReader::mcpApproval));
      default -> throw unknown(in);
    };
  }

  static ToolCall call(JsonValue in) {
    return new ToolCall(
        in.text("id"), in.text("provider_id"), in.text("name"), in.text("arguments"), item(in));
  }

  static CallResult callResult(JsonValue in) {
    return new CallResult(
        call(in.get("call")),
        in.text("arguments"),
        constant(ToolCallStatus.class, in.text("status")),
        output(in.get("output")),
        Duration.parse(in.text("duration")),
        in.flag("abandoned"));
  }

  static StepResult step(JsonValue in) {
    JsonValue response = in.get("response");
    return StepResult.builder(in.integer("step"))
        .attempts(in.integer("attempts"))
        .response(response.isNull() ? null : response(response))
        .calls(list(in, "calls", ValueReader::callResult))
        .usage(usage(in.get("usage")))
        .duration(Duration.parse(in.text("duration")))
        .build();
  }

  static RunResult runResult(JsonValue in) {
    RunResult.Builder result =
        RunResult.builder(in.text("run_id"), constant(StopReason.class, in.text("stop_reason")))
            .steps(list(in, "steps", ValueReader::step))
            .messages(list(in, "messages", ValueReader::message))
            .usage(usage(in.get("usage")));
    in.optionalText("limit").ifPresent(limit -> result.limit(constant(Limit.class, limit)));
    in.optionalText("text").ifPresent(result::text);
    failure(in.get("failure")).ifPresent(result::failure);
    return result.build();
  }

  static Optional<Throwable> failure(JsonValue in) {
    return in.isNull()
        ? Optional.empty()
        : Optional.of(
            new LoggedException(in.text("type"), in.optionalText("message").orElse(null)));
  }

  static ModelDelta delta(JsonValue in) {
    return switch (in.text("type")) {
      case "text" -> new ModelDelta.Text(in.text("text"));
      case "reasoning" -> new ModelDelta.Reasoning(in.text("text"));
      case "refusal" -> new ModelDelta.Refusal(in.text("text"));
      case "tool_call_arguments" ->
          new ModelDelta.ToolCallArguments(
              in.text("call_id"), in.text("name"), in.text("arguments"));
      case "provider_tool" -> new ModelDelta.ProviderTool(in.text("tool"));
      default -> throw unknown(in);
    };
  }

  static ToolSpec tool(JsonValue in) {
    JsonValue hints = in.get("hints");
    ToolSpec.Builder tool =
        ToolSpec.builder(in.text("name"), in.jsonText("input_schema"))
            .title(in.text("title"))
            .description(in.text("description"))
            .hints(
                new ToolHints(
                    hints.flag("read_only"),
                    hints.flag("destructive"),
                    hints.flag("idempotent"),
                    hints.flag("open_world")))
            .sequential(in.flag("sequential"));
    if (!in.get("output_schema").isNull()) {
      tool.outputSchema(in.jsonText("output_schema"));
    }
    in.optionalText("timeout").map(Duration::parse).ifPresent(tool::timeout);
    if (in.flag("requires_approval")) {
      tool.requiresApproval(in.text("approval_reason"));
    }
    return tool.approvalRememberable(in.flag("approval_rememberable")).build();
  }

  private static UserPart userPart(JsonValue in) {
    return switch (in.text("type")) {
      case "text" -> new TextPart(in.text("text"), item(in));
      case "media" -> new MediaPart(media(in));
      default -> throw unknown(in);
    };
  }

  private static Media media(JsonValue in) {
    String type = in.text("media_type");
    String name = in.text("name");
    if (in.has("base64")) {
      return new Media.Inline(type, in.text("base64"), name);
    }
    return in.has("url")
        ? new Media.Remote(type, in.text("url"), name)
        : new Media.Stored(type, in.text("file_id"), name);
  }

  private static List<Media> attachments(JsonValue in) {
    return in.elementsIfAny("attachments").stream().map(ValueReader::media).toList();
  }

  private static Optional<ProviderItem> item(JsonValue in) {
    return in.has("item") ? Optional.of(ownItem(in)) : Optional.empty();
  }

  private static ProviderItem ownItem(JsonValue in) {
    JsonValue item = in.get("item");
    return new ProviderItem(item.text("origin"), item.text("json"));
  }

  private static McpApproval mcpApproval(JsonValue in) {
    return new McpApproval(in.text("provider_id"), in.flag("approved"), in.text("reason"));
  }

  private static AssistantPart assistantPart(JsonValue in) {
    return switch (in.text("type")) {
      case "text" -> new TextPart(in.text("text"), item(in));
      case "reasoning" -> new ReasoningPart(in.text("text"), item(in));
      case "refusal" -> new RefusalPart(in.text("text"), item(in));
      case "tool_call" -> call(in);
      case "provider" ->
          new ProviderPart(in.text("provider_type"), in.flag("awaits_client"), ownItem(in));
      case "mcp_tools" ->
          new McpToolsPart(in.text("server"), list(in, "tools", JsonValue::text), ownItem(in));
      case "mcp_approval_request" ->
          new McpApprovalRequest(
              in.text("id"),
              in.text("provider_id"),
              in.text("server"),
              in.text("name"),
              in.text("arguments"),
              ownItem(in));
      default -> throw unknown(in);
    };
  }

  private static ToolResult toolResult(JsonValue in) {
    return new ToolResult(
        in.text("call_id"), in.text("name"), in.text("text"), in.flag("error"), attachments(in));
  }

  private static ToolOutput output(JsonValue in) {
    ToolOutput.Builder output =
        ToolOutput.builder(in.text("output"))
            .observation(in.text("observation"))
            .display(in.text("display"))
            .status(constant(ToolStatus.class, in.text("status")));
    in.get("metadata").fields().forEach((name, value) -> output.metadata(name, value.text()));
    attachments(in).forEach(output::attachment);
    return output.build();
  }

  private static ModelResponse response(JsonValue in) {
    return ModelResponse.builder(
            (AssistantMessage) message(in.get("message")),
            constant(FinishReason.class, in.text("finish_reason")))
        .id(in.text("id"))
        .model(in.text("model"))
        .usage(usage(in.get("usage")))
        .build();
  }

  private static Usage usage(JsonValue in) {
    return Usage.builder()
        .inputTokens(in.number("input_tokens"))
        .outputTokens(in.number("output_tokens"))
        .cachedInputTokens(in.number("cached_input_tokens"))
        .reasoningTokens(in.number("reasoning_tokens"))
        .providerJson(in.has("provider") ? in.jsonText("provider") : null)
        .build();
  }

  private static UnreadableException unknown(JsonValue in) {
    return new UnreadableException("unknown kind of value: " + in.json());
  }
}
