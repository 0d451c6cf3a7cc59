package dev.adze.recordings;

import dev.adze.model.AssistantPart;
import dev.adze.model.McpApprovalRequest;
import dev.adze.model.McpToolsPart;
import dev.adze.model.ProviderItem;
import dev.adze.model.ProviderPart;
import dev.adze.model.ReasoningPart;
import dev.adze.model.RefusalPart;
import dev.adze.model.TextPart;
import dev.adze.model.ToolCall;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Parts of a message as lines of text, so that a difference between two of them can be read. What
 * only the provider understands stands behind each as a tree; a missing node if there is nothing.
 */
final class PartText {
  private PartText() {}

  static String text(String text, JsonNode item) {
    return line("text " + text, item);
  }

  static String reasoning(String text, JsonNode item) {
    return line("reasoning " + text, item);
  }

  static String refusal(String text, JsonNode item) {
    return line("refusal " + text, item);
  }

  static String call(String id, String name, String arguments, JsonNode item) {
    return line("call " + id + " of " + name + " with " + arguments, item);
  }

  static String provider(String type, boolean awaitsClient, JsonNode item) {
    return line(type + (awaitsClient ? " awaits the client" : ""), item);
  }

  static String mcpTools(String server, List<String> tools, JsonNode item) {
    return line("tools of " + server + ": " + tools, item);
  }

  static String mcpApproval(
      String id, String server, String name, String arguments, JsonNode item) {
    return line("asks " + id + " for " + server + "." + name + " with " + arguments, item);
  }

  /** The line of a part of ours. */
  static String of(AssistantPart part) {
    if (part instanceof TextPart text) {
      return text(text.text(), tree(text.item()));
    } else if (part instanceof ReasoningPart reasoning) {
      return reasoning(reasoning.text(), tree(reasoning.item()));
    } else if (part instanceof RefusalPart refusal) {
      return refusal(refusal.text(), tree(refusal.item()));
    } else if (part instanceof ToolCall call) {
      return call(call.providerId(), call.name(), call.arguments(), tree(call.item()));
    } else if (part instanceof ProviderPart item) {
      return provider(item.type(), item.awaitsClient(), tree(Optional.of(item.item())));
    } else if (part instanceof McpToolsPart tools) {
      return mcpTools(tools.server(), tools.tools(), tree(Optional.of(tools.item())));
    } else if (part instanceof McpApprovalRequest asks) {
      return mcpApproval(
          asks.providerId(),
          asks.server(),
          asks.name(),
          asks.arguments(),
          tree(Optional.of(asks.item())));
    }
    return part.toString();
  }

  private static JsonNode tree(Optional<ProviderItem> item) {
    return item.isEmpty()
        ? MissingNode.getInstance()
        : JsonMapper.shared().readTree(item.get().json());
  }

  private static String line(String line, JsonNode item) {
    return item.isMissingNode() ? line : line + " | " + item;
  }
}
