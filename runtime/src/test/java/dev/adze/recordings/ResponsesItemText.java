package dev.adze.recordings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  static List<String> parts(List<JsonNode> items, int place, boolean keepAll) {
    JsonNode item = items.get(place);
    String type = item.path("type").asString("");
    return switch (type) {
      case "message" -> message(item, keepAll);
      case "reasoning" -> List.of(PartText.reasoning(reasoning(item), item));
      case "function_call" -> {
        boolean plain = isPlainCall(item) && !keepAll;
        yield List.of(
            PartText.call(
                item.path("call_id").asString(""),
                item.path("name").asString(""),
                arguments(item),
                plain ? MissingNode.getInstance() : item));
      }
      case "mcp_list_tools" -> {
        List<String> tools =
            item.path("tools")
                .valueStream()
                .filter(tool -> tool.has("name"))
                .map(tool -> tool.path("name").asString(""))
                .toList();
        yield List.of(PartText.mcpTools(item.path("server_label").asString(""), tools, item));
      }
      case "mcp_approval_request" ->
          List.of(
              PartText.mcpApproval(
                  item.path("id").asString(""),
                  item.path("server_label").asString(""),
                  item.path("name").asString(""),
                  arguments(item),
                  item));
      default -> List.of(PartText.provider(type, awaitsAnswer(items, place), item));
    };
  }

  /** The call that an item is, if it is one. */
  static Optional<RecordedAnswer.Call> call(JsonNode item) {
    return item.path("type").asString("").equals("function_call")
        ? Optional.of(
            new RecordedAnswer.Call(
                item.path("call_id").asString(""), item.path("name").asString(""), arguments(item)))
        : Optional.empty();
  }

  /** Whether a call is no more than its id, name and arguments. */
  static boolean isPlainCall(JsonNode item) {
    return item.propertyStream()
        .allMatch(member -> PLAIN_CALL.contains(member.getKey()) || member.getValue().isNull());
  }

  /** The arguments as the model wrote them; a few servers have them as JSON already. */
  static String arguments(JsonNode item) {
    JsonNode arguments = item.path("arguments");
    return arguments.isContainer() ? arguments.toString() : arguments.asString("");
  }

  /** Whether the provider begins to run a tool with an item of this type. */
  static boolean isProviderTool(String type) {
    return (type.endsWith("_call") || type.equals("program"))
        && !Set.of("function_call", "local_shell_call", "apply_patch_call", "computer_call")
            .contains(type);
  }

  private static List<String> message(JsonNode item, boolean keepAll) {
    // What only came in pieces, of which nothing is kept, has its words beside each other.
    boolean told = item.path("refusal").isString();
    boolean plain =
        told || (!keepAll && ResponsesItemForms.isPlainMessage(withoutRefusalType(item)));
    JsonNode kept = plain ? MissingNode.getInstance() : item;
    List<String> parts = new ArrayList<>();
    String text = text(item);
    if (!text.isEmpty()) {
      parts.add(PartText.text(text, kept));
    }
    String refusal = refusal(item);
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
          if (part.path("type").asString("").equals("refusal")) {
            part.asObject().removeAll();
          }
        });
    return copy;
  }

  /** The text of a message. */
  static String text(JsonNode message) {
    return joined(message.path("content"), "text", "");
  }

  /** The words in which a message declines. */
  static String refusal(JsonNode message) {
    return message.path("refusal").asString("") + joined(message.path("content"), "refusal", "");
  }

  /** What the model thought: its own words, else the summary. */
  static String reasoning(JsonNode item) {
    String own = joined(item.path("content"), "text", "\n\n");
    return own.isEmpty() ? joined(item.path("summary"), "text", "\n\n") : own;
  }

  private static String joined(JsonNode parts, String member, String between) {
    if (parts.isString()) {
      return member.equals("text") ? parts.asString("") : "";
    }
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
            .allMatch(item -> item.path("type").asString("").endsWith("_call"));
    JsonNode item = items.get(place);
    return switch (item.path("type").asString("")) {
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
