package dev.adze.log;

import dev.adze.event.CallResult;
import dev.adze.event.RunResult;
import dev.adze.event.StepResult;
import dev.adze.event.StopReason;
import dev.adze.model.AssistantMessage;
import dev.adze.model.AssistantPart;
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
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The values that events hold, as fields of a line. */
final class ValueJson {
  private final JsonLine line;

  ValueJson(JsonLine line) {
    this.line = line;
  }

  void messages(List<Message> messages) {
    line.array("messages", messages, this::message);
  }

  void message(Message message) {
    if (message instanceof SystemMessage system) {
      line.field("role", "system").text("text", system.text());
    } else if (message instanceof UserMessage user) {
      line.field("role", "user").array("parts", user.parts(), this::userPart);
    } else if (message instanceof AssistantMessage assistant) {
      line.field("role", "assistant").array("parts", assistant.parts(), this::assistantPart);
    } else if (message instanceof ToolMessage tool) {
      line.field("role", "tool").array("results", tool.results(), this::toolResult);
    } else if (message instanceof McpApprovalMessage answers) {
      line.field("role", "mcp_approval").array("approvals", answers.approvals(), this::approval);
    } else {
      throw unknown(message);
    }
  }

  void call(ToolCall call) {
    line.object("call", () -> callFields(call));
  }

  void callResult(CallResult result) {
    call(result.call());
    line.text("arguments", result.arguments()).field("status", result.status().wireName());
    line.object("output", () -> output(result.output()));
    line.field("duration", result.duration().toString()).field("abandoned", result.abandoned());
  }

  void step(StepResult step) {
    line.field("step", step.step()).field("attempts", step.attempts());
    step.response()
        .ifPresentOrElse(
            response -> line.object("response", () -> response(response)),
            () -> line.field("response", Optional.empty()));
    line.array("calls", step.calls(), this::callResult);
    usage(step.usage());
    line.field("duration", step.duration().toString());
  }

  void runResult(RunResult result) {
    boolean answered = result.stopReason() == StopReason.FINAL_OUTPUT;
    line.field("run_id", result.runId())
        .field("stop_reason", result.stopReason())
        .field("limit", result.limit().map(limit -> limit.name().toLowerCase(Locale.ROOT)))
        .text("text", answered ? result.text() : null)
        .array("steps", result.steps(), this::step);
    messages(result.messages());
    usage(result.usage());
    failure("failure", result.failure());
  }

  /** A cause may quote a header or an address, so only the outermost words are kept. */
  void failure(String name, Optional<Throwable> failure) {
    if (failure.isEmpty()) {
      line.field(name, Optional.empty());
      return;
    }
    Throwable thrown = failure.get();
    line.object(name, () -> line.field("type", type(thrown)).text("message", thrown.getMessage()));
  }

  private static String type(Throwable thrown) {
    return thrown instanceof LoggedException logged ? logged.type() : thrown.getClass().getName();
  }

  void delta(ModelDelta delta) {
    if (delta instanceof ModelDelta.Text text) {
      line.field("type", "text").text("text", text.text());
    } else if (delta instanceof ModelDelta.Reasoning reasoning) {
      line.field("type", "reasoning").text("text", reasoning.text());
    } else if (delta instanceof ModelDelta.Refusal refusal) {
      line.field("type", "refusal").text("text", refusal.text());
    } else if (delta instanceof ModelDelta.ToolCallArguments call) {
      line.field("type", "tool_call_arguments")
          .field("call_id", call.callId())
          .field("name", call.name())
          .text("arguments", call.arguments());
    } else if (delta instanceof ModelDelta.ProviderTool tool) {
      line.field("type", "provider_tool").field("tool", tool.type());
    } else {
      throw unknown(delta);
    }
  }

  void tool(ToolSpec tool) {
    ToolHints hints = tool.hints();
    line.field("name", tool.name())
        .field("title", tool.title())
        .field("description", tool.description())
        .json("input_schema", tool.inputSchema());
    tool.outputSchema()
        .ifPresentOrElse(
            schema -> line.json("output_schema", schema),
            () -> line.field("output_schema", Optional.empty()));
    line.object(
        "hints",
        () ->
            line.field("read_only", hints.readOnly())
                .field("destructive", hints.destructive())
                .field("idempotent", hints.idempotent())
                .field("open_world", hints.openWorld()));
    line.field("sequential", tool.sequential())
        .field("timeout", tool.timeout().map(Duration::toString))
        .field("requires_approval", tool.requiresApproval())
        .field("approval_reason", tool.approvalReason())
        .field("approval_rememberable", tool.approvalRememberable());
  }

  private void callFields(ToolCall call) {
    line.field("id", call.id())
        .field("provider_id", call.providerId())
        .field("name", call.name())
        .text("arguments", call.arguments());
    item(call.item());
  }

  private void userPart(UserPart part) {
    if (part instanceof TextPart text) {
      line.field("type", "text").text("text", text.text());
      item(text.item());
    } else if (part instanceof MediaPart image) {
      line.field("type", "media");
      media(image.media());
    } else {
      throw unknown(part);
    }
  }

  private void media(Media media) {
    line.field("media_type", media.mediaType()).text("name", media.name());
    if (media instanceof Media.Inline inline) {
      line.field("base64", inline.base64());
    } else if (media instanceof Media.Remote remote) {
      line.text("url", remote.url());
    } else if (media instanceof Media.Stored stored) {
      line.field("file_id", stored.fileId());
    } else {
      throw unknown(media);
    }
  }

  private void attachments(List<Media> attachments) {
    if (!attachments.isEmpty()) {
      line.array("attachments", attachments, this::media);
    }
  }

  private void item(Optional<ProviderItem> item) {
    item.ifPresent(kept ->
        line.object("item", () -> line.field("origin", kept.origin()).text("json", kept.json())));
  }

  private void approval(McpApproval approval) {
    line.field("provider_id", approval.providerId())
        .field("approved", approval.approved())
        .text("reason", approval.reason());
  }

  private void assistantPart(AssistantPart part) {
    if (part instanceof TextPart text) {
      line.field("type", "text").text("text", text.text());
      item(text.item());
    } else if (part instanceof ReasoningPart reasoning) {
      line.field("type", "reasoning").text("text", reasoning.text());
      item(reasoning.item());
    } else if (part instanceof RefusalPart refusal) {
      line.field("type", "refusal").text("text", refusal.text());
      item(refusal.item());
    } else if (part instanceof ToolCall call) {
      line.field("type", "tool_call");
      callFields(call);
    } else if (part instanceof ProviderPart provided) {
      line.field("type", "provider")
          .field("provider_type", provided.type())
          .field("awaits_client", provided.awaitsClient());
      item(Optional.of(provided.item()));
    } else if (part instanceof McpToolsPart listed) {
      line.field("type", "mcp_tools")
          .field("server", listed.server())
          .strings("tools", listed.tools());
      item(Optional.of(listed.item()));
    } else if (part instanceof McpApprovalRequest asked) {
      line.field("type", "mcp_approval_request")
          .field("id", asked.id())
          .field("provider_id", asked.providerId())
          .field("server", asked.server())
          .field("name", asked.name())
          .text("arguments", asked.arguments());
      item(Optional.of(asked.item()));
    } else {
      throw unknown(part);
    }
  }

  private void toolResult(ToolResult result) {
    line.field("call_id", result.callId())
        .field("name", result.name())
        .text("text", result.text())
        .field("error", result.error());
    attachments(result.attachments());
  }

  private void output(ToolOutput output) {
    line.text("output", output.output())
        .text("observation", output.observation())
        .text("display", output.display())
        .object("metadata", () -> output.metadata().forEach(line::text))
        .field("status", output.status());
    attachments(output.attachments());
  }

  private void response(ModelResponse response) {
    line.field("id", response.id())
        .field("model", response.model())
        .object("message", () -> message(response.message()))
        .field("finish_reason", response.finishReason());
    usage(response.usage());
  }

  private void usage(Usage usage) {
    line.object(
        "usage",
        () -> {
          line.field("input_tokens", usage.inputTokens())
              .field("output_tokens", usage.outputTokens())
              .field("cached_input_tokens", usage.cachedInputTokens())
              .field("reasoning_tokens", usage.reasoningTokens());
          usage.providerJson().ifPresent(json -> line.jsonText("provider", json));
        });
  }

  private static IllegalStateException unknown(Object value) {
    return new IllegalStateException(
        "Every value of an event has a shape in a log, but not " + value.getClass().getName());
  }
}
