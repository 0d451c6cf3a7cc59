package dev.adze.recordings;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Looks for what our types have no word for in the input of a recorded request. */
final class ResponsesInputCheck {
  private static final Set<String> TEXTS = Set.of("input_text", "output_text", "text");

  private final boolean goesOn;
  private final Set<String> calls = new HashSet<>();
  private final Set<String> open = new HashSet<>();
  private boolean answered;

  private ResponsesInputCheck(boolean goesOn) {
    this.goesOn = goesOn;
  }

  /** Why a request cannot be said in our types; empty if it can. */
  static Optional<String> reason(JsonNode request) {
    JsonNode input = request.path("input");
    if (!request.path("model").isString() && request.hasNonNull("model")) {
      return Optional.of("a model whose name is no text");
    }
    if (!input.isString() && !input.isArray() && !input.isMissingNode() && !input.isNull()) {
      return Optional.of("an input that is neither a text nor a list");
    }
    return new ResponsesInputCheck(goesOn(request)).input(input);
  }

  /** Whether an input that can be said has a result whose call only the provider knows. */
  static boolean answersUnknownCalls(JsonNode request) {
    return goesOn(request)
        && new ResponsesInputCheck(false).input(request.path("input")).isPresent();
  }

  /** Whether the provider knows what came before the input. */
  private static boolean goesOn(JsonNode request) {
    return request.path("previous_response_id").isString() || request.hasNonNull("conversation");
  }

  private Optional<String> input(JsonNode input) {
    for (JsonNode item : input.values()) {
      String reason = item(item);
      if (!reason.isEmpty()) {
        return Optional.of(reason);
      }
    }
    return open.isEmpty() ? Optional.empty() : Optional.of("a call without its result");
  }

  private String item(JsonNode item) {
    if (!item.isObject()) {
      return "an input item that is no object";
    }
    if (item.path("execution").asString("").equals("client")) {
      return "a search for tools that the client does itself";
    }
    String type = ResponsesItemForms.type(item);
    boolean late = answered || type.equals("message");
    answered = type.equals("function_call_output");
    if (late && !answered && !open.isEmpty()) {
      return "a call whose result does not come right after it";
    }
    return switch (type) {
      case "function_call" -> call(item);
      case "function_call_output" -> result(item);
      case "message" -> message(item);
      case "additional_tools" -> "input of the type \"additional_tools\"";
      case "", "item_reference" ->
          item.has("id") ? "" : "an input item that does not say what it is";
      default -> "";
    };
  }

  private String call(JsonNode item) {
    String id = item.path("call_id").asString("");
    if (id.isBlank() || !calls.add(id)) {
      return "a call without an id of its own, which is given one";
    }
    open.add(id);
    return "";
  }

  private String result(JsonNode item) {
    String id = item.path("call_id").asString("");
    if (open.remove(id)) {
      return content(item.path("output"));
    }
    if (calls.contains(id)) {
      return "two results of one call";
    }
    return goesOn && calls.add(id)
        ? content(item.path("output"))
        : "a result whose call only the provider knows";
  }

  private String message(JsonNode item) {
    String role = item.path("role").asString("");
    JsonNode content = item.path("content");
    if (!Set.of("user", "assistant", "system", "developer").contains(role)) {
      return "a message of the role \"" + role + "\"";
    }
    if (!content.isString() && (!content.isArray() || content.isEmpty())) {
      return "a message without content";
    }
    if (role.equals("assistant")) {
      return "";
    }
    boolean texts = content.valueStream().allMatch(ResponsesInputCheck::isText);
    return role.equals("user") || texts
        ? content(content)
        : "a message of the system with more than text";
  }

  private static boolean isText(JsonNode part) {
    return TEXTS.contains(part.path("type").asString("")) && part.path("text").isString();
  }

  private static String content(JsonNode content) {
    for (JsonNode part : content.isArray() ? content.values() : List.<JsonNode>of()) {
      String type = part.path("type").asString("");
      boolean known =
          switch (type) {
            case "input_text", "output_text", "text" -> part.path("text").isString();
            case "input_image" ->
                part.path("image_url").isString() || part.path("file_id").isString();
            case "input_file" ->
                part.path("file_url").isString()
                    || part.path("file_id").isString()
                    || part.path("file_data").asString("").matches("(?s)data:[^,]+;base64,.*");
            default -> false;
          };
      if (!known) {
        return "a part of type \"" + type + "\" with " + part.propertyNames();
      }
    }
    return "";
  }
}
