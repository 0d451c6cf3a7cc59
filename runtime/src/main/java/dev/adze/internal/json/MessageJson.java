package dev.adze.internal.json;

import dev.adze.internal.json.JsonIn.UnreadableException;
import dev.adze.model.AssistantMessage;
import dev.adze.model.AssistantPart;
import dev.adze.model.McpApproval;
import dev.adze.model.McpApprovalMessage;
import dev.adze.model.McpApprovalRequest;
import dev.adze.model.McpToolsPart;
import dev.adze.model.MediaPart;
import dev.adze.model.Message;
import dev.adze.model.ProviderItem;
import dev.adze.model.ProviderPart;
import dev.adze.model.ReasoningPart;
import dev.adze.model.RefusalPart;
import dev.adze.model.SystemMessage;
import dev.adze.model.TextPart;
import dev.adze.model.ToolCall;
import dev.adze.model.ToolMessage;
import dev.adze.model.ToolResult;
import dev.adze.model.UserMessage;
import dev.adze.model.UserPart;
import java.util.Optional;

/** Messages of a conversation, with everything that is in them. */
public final class MessageJson {
  private MessageJson() {}

  /** Writes a message as the object at hand. */
  public static void write(JsonOut out, Message message) {
    if (message instanceof SystemMessage system) {
      out.field("role", "system").text("text", system.text());
    } else if (message instanceof UserMessage user) {
      out.field("role", "user").array("parts", user.parts(), part -> write(out, part));
    } else if (message instanceof AssistantMessage assistant) {
      out.field("role", "assistant").array("parts", assistant.parts(), part -> write(out, part));
    } else if (message instanceof ToolMessage tool) {
      out.field("role", "tool").array("results", tool.results(), result -> write(out, result));
    } else if (message instanceof McpApprovalMessage answers) {
      out.field("role", "mcp_approval")
          .array("approvals", answers.approvals(), approval -> write(out, approval));
    } else {
      throw formless(message);
    }
  }

  /** Reads a message. */
  public static Message read(JsonIn in) {
    return switch (in.text("role")) {
      case "system" -> new SystemMessage(in.text("text"));
      case "user" -> new UserMessage(in.list("parts", MessageJson::readUserPart));
      case "assistant" -> new AssistantMessage(in.list("parts", MessageJson::readPart));
      case "tool" -> new ToolMessage(in.list("results", MessageJson::readResult));
      case "mcp_approval" ->
          new McpApprovalMessage(in.list("approvals", MessageJson::readApproval));
      default -> throw unknown(in);
    };
  }

  private static void write(JsonOut out, UserPart part) {
    if (part instanceof TextPart text) {
      writeText(out, "text", text.text(), text.item());
    } else if (part instanceof MediaPart media) {
      out.field("type", "media");
      ToolJson.write(out, media.media());
    } else {
      throw formless(part);
    }
  }

  private static UserPart readUserPart(JsonIn in) {
    return switch (in.text("type")) {
      case "text" -> new TextPart(in.text("text"), optionalItem(in));
      case "media" -> new MediaPart(ToolJson.readMedia(in));
      default -> throw unknown(in);
    };
  }

  /** Writes a part of what a model said as the object at hand. */
  public static void write(JsonOut out, AssistantPart part) {
    if (part instanceof TextPart text) {
      writeText(out, "text", text.text(), text.item());
    } else if (part instanceof ReasoningPart reasoning) {
      writeText(out, "reasoning", reasoning.text(), reasoning.item());
    } else if (part instanceof RefusalPart refusal) {
      writeText(out, "refusal", refusal.text(), refusal.item());
    } else if (part instanceof ToolCall call) {
      out.field("type", "tool_call");
      writeCall(out, call);
    } else if (part instanceof ProviderPart provided) {
      out.field("type", "provider")
          .field("provider_type", provided.type())
          .field("awaits_client", provided.awaitsClient());
      write(out, provided.item());
    } else if (part instanceof McpToolsPart listed) {
      out.field("type", "mcp_tools")
          .field("server", listed.server())
          .strings("tools", listed.tools());
      write(out, listed.item());
    } else if (part instanceof McpApprovalRequest asked) {
      out.field("type", "mcp_approval_request")
          .field("id", asked.id())
          .field("provider_id", asked.providerId())
          .field("server", asked.server())
          .field("name", asked.name())
          .text("arguments", asked.arguments());
      write(out, asked.item());
    } else {
      throw formless(part);
    }
  }

  /** Reads a part of what a model said. */
  public static AssistantPart readPart(JsonIn in) {
    return switch (in.text("type")) {
      case "text" -> new TextPart(in.text("text"), optionalItem(in));
      case "reasoning" -> new ReasoningPart(in.text("text"), optionalItem(in));
      case "refusal" -> new RefusalPart(in.text("text"), optionalItem(in));
      case "tool_call" -> readCall(in);
      case "provider" ->
          new ProviderPart(in.text("provider_type"), in.flag("awaits_client"), item(in));
      case "mcp_tools" ->
          new McpToolsPart(in.text("server"), in.list("tools", JsonIn::text), item(in));
      case "mcp_approval_request" ->
          new McpApprovalRequest(
              in.text("id"),
              in.text("provider_id"),
              in.text("server"),
              in.text("name"),
              in.text("arguments"),
              item(in));
      default -> throw unknown(in);
    };
  }

  /** Writes a call as the object at hand. */
  public static void writeCall(JsonOut out, ToolCall call) {
    out.field("id", call.id())
        .field("provider_id", call.providerId())
        .field("name", call.name())
        .text("arguments", call.arguments());
    call.item().ifPresent(item -> write(out, item));
  }

  /** Reads a call. */
  public static ToolCall readCall(JsonIn in) {
    return new ToolCall(
        in.text("id"),
        in.text("provider_id"),
        in.text("name"),
        in.text("arguments"),
        optionalItem(in));
  }

  private static void writeText(
      JsonOut out, String type, String text, Optional<ProviderItem> item) {
    out.field("type", type).text("text", text);
    item.ifPresent(kept -> write(out, kept));
  }

  private static void write(JsonOut out, ProviderItem item) {
    out.object("item", () -> out.field("origin", item.origin()).text("json", item.json()));
  }

  private static Optional<ProviderItem> optionalItem(JsonIn in) {
    return in.has("item") ? Optional.of(item(in)) : Optional.empty();
  }

  private static ProviderItem item(JsonIn in) {
    JsonIn item = in.get("item");
    return new ProviderItem(item.text("origin"), item.text("json"));
  }

  private static void write(JsonOut out, ToolResult result) {
    out.field("call_id", result.callId())
        .field("name", result.name())
        .text("text", result.text())
        .field("error", result.error());
    ToolJson.write(out, result.attachments());
  }

  private static ToolResult readResult(JsonIn in) {
    return new ToolResult(
        in.text("call_id"),
        in.text("name"),
        in.text("text"),
        in.flag("error"),
        ToolJson.readAttachments(in));
  }

  private static void write(JsonOut out, McpApproval approval) {
    out.field("provider_id", approval.providerId())
        .field("approved", approval.approved())
        .text("reason", approval.reason());
  }

  private static McpApproval readApproval(JsonIn in) {
    return new McpApproval(in.text("provider_id"), in.flag("approved"), in.text("reason"));
  }

  static IllegalStateException formless(Object value) {
    return new IllegalStateException(
        "Every value of a run has a form as JSON, but not " + value.getClass().getName());
  }

  private static UnreadableException unknown(JsonIn in) {
    return new UnreadableException("unknown kind of value: " + in.json());
  }
}
