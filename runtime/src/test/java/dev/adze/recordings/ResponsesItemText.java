package dev.adze.recordings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What the recorded items of a response are to become, as {@link PartText} writes it. */
final class ResponsesItemText {
  private static final Set<String> PLAIN_CALL =
      Set.of("type", "id", "call_id", "name", "arguments", "status");

  private ResponsesItemText() {}

  /** The parts that one of the items becomes. */
  static List<String> parts(List<JsonNode> items, int place) {
    JsonNode item = items.get(place);
    String type = item.path("type").asString();
    return switch (type) {
      case "message" -> message(item);
      case "reasoning" -> {
        String own = joined(item.path("content"), "text", "\n\n");
        String summary = joined(item.path("summary"), "text", "\n\n");
        yield List.of(PartText.reasoning(own.isEmpty() ? summary : own, item));
      }
      case "function_call" -> {
        boolean plain =
            item.propertyStream()
                .allMatch(
                    member -> PLAIN_CALL.contains(member.getKey()) || member.getValue().isNull());
        yield List.of(
            PartText.call(
                item.path("call_id").asString(),
                item.path("name").asString(),
                item.path("arguments").asString(),
                plain ? MissingNode.getInstance() : item));
      }
      case "mcp_list_tools" -> {
        List<String> tools =
            item.path("tools").valueStream().map(tool -> tool.path("name").asString()).toList();
        yield List.of(PartText.mcpTools(item.path("server_label").asString(), tools, item));
      }
      case "mcp_approval_request" ->
          List.of(
              PartText.mcpApproval(
                  item.path("id").asString(),
                  item.path("server_label").asString(),
                  item.path("name").asString(),
                  item.path("arguments").asString(),
                  item));
      default -> List.of(PartText.provider(type, awaitsAnswer(items, place), item));
    };
  }

  private static List<String> message(JsonNode item) {
    JsonNode kept =
        ResponsesRequestForms.isPlainMessage(withoutRefusalType(item))
            ? MissingNode.getInstance()
            : item;
    List<String> parts = new ArrayList<>();
    String text = joined(item.path("content"), "text", "");
    if (!text.isEmpty()) {
      parts.add(PartText.text(text, kept));
    }
    String refusal = joined(item.path("content"), "refusal", "");
    if (!refusal.isEmpty()) {
      parts.add(PartText.refusal(refusal, kept));
    }
    return parts;
  }

  /** A refusal is as plain as a text. */
  private static JsonNode withoutRefusalType(JsonNode item) {
    JsonNode copy = item.deepCopy();
    copy.path("content")
        .values()
        .forEach(part -> {
          if (part.path("type").asString().equals("refusal")) {
            part.asObject().removeAll();
          }
        });
    return copy;
  }

  private static String joined(JsonNode parts, String member, String between) {
    return parts
        .valueStream()
        .map(part -> part.path(member).asString(""))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(between));
  }

  /** Whether the provider waits for us at an item that is no function call, as recordings show. */
  static boolean awaitsAnswer(List<JsonNode> items, int place) {
    boolean last =
        items.subList(place, items.size()).stream()
            .allMatch(item -> item.path("type").asString().endsWith("_call"));
    JsonNode item = items.get(place);
    return switch (item.path("type").asString()) {
      case "mcp_approval_request", "local_shell_call", "apply_patch_call", "computer_call" -> true;
      case "web_search_call",
          "file_search_call",
          "code_interpreter_call",
          "image_generation_call",
          "mcp_call",
          "function_call" ->
          false;
      default -> last && !item.path("execution").asString("").equals("server");
    };
  }
}
