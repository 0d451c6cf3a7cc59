package dev.adze.internal.json;

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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Messages of a conversation, with everything that is in them. */
public final class MessageJson {
  private MessageJson() {}

  /** Writes a message into an empty object. */
  public static void write(ObjectNode to, Message message) {
    if (message instanceof SystemMessage system) {
      to.put("role", "system").put("text", system.text());
    } else if (message instanceof UserMessage user) {
      to.put("role", "user");
      Trees.list(to, "parts", user.parts(), MessageJson::writePart);
    } else if (message instanceof AssistantMessage assistant) {
      to.put("role", "assistant");
      Trees.list(to, "parts", assistant.parts(), MessageJson::writePart);
    } else if (message instanceof ToolMessage tool) {
      to.put("role", "tool");
      Trees.list(to, "results", tool.results(), MessageJson::writeResult);
    } else if (message instanceof McpApprovalMessage answers) {
      to.put("role", "mcp_approval");
      Trees.list(to, "approvals", answers.approvals(), MessageJson::writeApproval);
    } else {
      throw new IllegalStateException("Every message has a form, but not " + message.getClass());
    }
  }

  /** Reads a message. */
  public static Message read(JsonNode from) {
    String role = Trees.text(from, "role");
    return switch (role) {
      case "system" -> new SystemMessage(Trees.text(from, "text"));
      case "user" -> new UserMessage(Trees.list(from, "parts", MessageJson::readUserPart));
      case "assistant" ->
          new AssistantMessage(Trees.list(from, "parts", MessageJson::readAssistantPart));
      case "tool" -> new ToolMessage(Trees.list(from, "results", MessageJson::readResult));
      case "mcp_approval" ->
          new McpApprovalMessage(Trees.list(from, "approvals", MessageJson::readApproval));
      default -> throw new IllegalArgumentException("There is no role \"" + role + "\".");
    };
  }

  private static void writePart(ObjectNode to, UserPart part) {
    if (part instanceof TextPart text) {
      writeText(to, "text", text.text(), text.item());
    } else if (part instanceof MediaPart media) {
      to.put("type", "media");
      ToolJson.writeMedia(to, media.media());
    } else {
      throw new IllegalStateException("Every part has a form, but not " + part.getClass());
    }
  }

  private static UserPart readUserPart(JsonNode from) {
    String type = Trees.text(from, "type");
    return switch (type) {
      case "text" -> new TextPart(Trees.text(from, "text"), optionalItem(from));
      case "media" -> new MediaPart(ToolJson.readMedia(from));
      default -> throw noPart(type);
    };
  }

  private static void writePart(ObjectNode to, AssistantPart part) {
    if (part instanceof TextPart text) {
      writeText(to, "text", text.text(), text.item());
    } else if (part instanceof ReasoningPart reasoning) {
      writeText(to, "reasoning", reasoning.text(), reasoning.item());
    } else if (part instanceof RefusalPart refusal) {
      writeText(to, "refusal", refusal.text(), refusal.item());
    } else if (part instanceof ToolCall call) {
      to.put("type", "tool_call").put("id", call.id()).put("provider_id", call.providerId());
      to.put("name", call.name()).put("arguments", call.arguments());
      call.item().ifPresent(item -> writeItem(to, item));
    } else if (part instanceof ProviderPart provided) {
      to.put("type", "provider").put("provider_type", provided.type());
      Trees.flag(to, "awaits_client", provided.awaitsClient());
      writeItem(to, provided.item());
    } else if (part instanceof McpToolsPart listed) {
      to.put("type", "mcp_tools").put("server", listed.server());
      var tools = to.putArray("tools");
      listed.tools().forEach(tools::add);
      writeItem(to, listed.item());
    } else if (part instanceof McpApprovalRequest asked) {
      to.put("type", "mcp_approval_request").put("id", asked.id());
      to.put("provider_id", asked.providerId()).put("server", asked.server());
      to.put("name", asked.name()).put("arguments", asked.arguments());
      writeItem(to, asked.item());
    } else {
      throw new IllegalStateException("Every part has a form, but not " + part.getClass());
    }
  }

  private static AssistantPart readAssistantPart(JsonNode from) {
    String type = Trees.text(from, "type");
    return switch (type) {
      case "text" -> new TextPart(Trees.text(from, "text"), optionalItem(from));
      case "reasoning" -> new ReasoningPart(Trees.text(from, "text"), optionalItem(from));
      case "refusal" -> new RefusalPart(Trees.text(from, "text"), optionalItem(from));
      case "tool_call" ->
          new ToolCall(
              Trees.text(from, "id"),
              Trees.text(from, "provider_id"),
              Trees.text(from, "name"),
              Trees.text(from, "arguments"),
              optionalItem(from));
      case "provider" ->
          new ProviderPart(
              Trees.text(from, "provider_type"), Trees.flag(from, "awaits_client"), item(from));
      case "mcp_tools" ->
          new McpToolsPart(
              Trees.text(from, "server"),
              Trees.list(from, "tools", JsonNode::stringValue),
              item(from));
      case "mcp_approval_request" ->
          new McpApprovalRequest(
              Trees.text(from, "id"),
              Trees.text(from, "provider_id"),
              Trees.text(from, "server"),
              Trees.text(from, "name"),
              Trees.text(from, "arguments"),
              item(from));
      default -> throw noPart(type);
    };
  }

  private static void writeText(
      ObjectNode to, String type, String text, Optional<ProviderItem> item) {
    to.put("type", type).put("text", text);
    item.ifPresent(kept -> writeItem(to, kept));
  }

  private static void writeItem(ObjectNode to, ProviderItem item) {
    to.putObject("item").put("origin", item.origin()).put("json", item.json());
  }

  private static Optional<ProviderItem> optionalItem(JsonNode from) {
    return from.has("item") ? Optional.of(item(from)) : Optional.empty();
  }

  private static ProviderItem item(JsonNode from) {
    JsonNode item = from.required("item");
    return new ProviderItem(Trees.text(item, "origin"), Trees.text(item, "json"));
  }

  private static void writeResult(ObjectNode to, ToolResult result) {
    to.put("call_id", result.callId()).put("name", result.name()).put("text", result.text());
    Trees.flag(to, "error", result.error());
    ToolJson.writeAttachments(to, result.attachments());
  }

  private static ToolResult readResult(JsonNode from) {
    return new ToolResult(
        Trees.text(from, "call_id"),
        Trees.text(from, "name"),
        Trees.text(from, "text"),
        Trees.flag(from, "error"),
        ToolJson.readAttachments(from));
  }

  private static void writeApproval(ObjectNode to, McpApproval approval) {
    to.put("provider_id", approval.providerId());
    to.put("approved", approval.approved()).put("reason", approval.reason());
  }

  private static McpApproval readApproval(JsonNode from) {
    return new McpApproval(
        Trees.text(from, "provider_id"), Trees.flag(from, "approved"), Trees.text(from, "reason"));
  }

  private static IllegalArgumentException noPart(String type) {
    return new IllegalArgumentException("There is no part of the type \"" + type + "\".");
  }
}
