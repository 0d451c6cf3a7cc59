package dev.adze.recordings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Brings the input of requests of the Responses API into one of the forms that mean the same. */
final class ResponsesItemForms {
  private static final Set<String> WITHOUT_ID = Set.of("message", "reasoning", "function_call");
  private static final ModelledMembers MESSAGE =
      ModelledMembers.of("a message", "type", "role", "content");
  private static final ModelledMembers RESULT =
      ModelledMembers.of("a result", "type", "call_id", "output");
  private static final int LONGEST_NAME = 64;

  private final RecordedExchange exchange;
  private final @Nullable NotModelled notModelled;
  private final ResponsesPartForms parts;
  private final boolean stored;
  private final Set<String> tools;

  ResponsesItemForms(RecordedExchange exchange, @Nullable NotModelled notModelled) {
    this.exchange = exchange;
    this.notModelled = notModelled;
    this.parts = new ResponsesPartForms(exchange, notModelled);
    this.stored = exchange.request().path("store").asBoolean(false);
    this.tools =
        exchange
            .request()
            .path("tools")
            .valueStream()
            .filter(ResponsesOptions::isFunction)
            .map(tool -> tool.path("name").asString(""))
            .collect(Collectors.toSet());
  }

  private void note(String reason) {
    if (notModelled != null) {
      notModelled.add(reason, exchange.id());
    }
  }

  /** The input as a list of items, and the instructions apart from it. */
  void input(ObjectNode request) {
    if (request.path("input").isString()) {
      String text = request.path("input").asString("");
      request.putArray("input").addObject().put("role", "user").put("content", text);
    }
    List<ObjectNode> items = new ArrayList<>();
    for (JsonNode node : request.path("input").values()) {
      if (node instanceof ObjectNode item && !isForgotten(item)) {
        items.add(item(item));
      }
    }
    removeLoneReasoning(items);
    if (!request.has("instructions")
        && !items.isEmpty()
        && items.get(0).path("role").asString("").equals("developer")
        && items.get(0).path("content").isString()) {
      request.set("instructions", items.remove(0).path("content"));
      note("a first message of the role \"developer\": sent as \"instructions\"");
    }
    boolean forgotten = !exchange.request().path("input").isEmpty();
    if (items.isEmpty() && (forgotten || notModelled != null)) {
      request.remove("input");
    } else if (request.has("input")) {
      request.putArray("input").addAll(items);
    }
  }

  /** Whether an item says nothing, to this provider at least. */
  private boolean isForgotten(JsonNode item) {
    if (type(item).equals("reasoning")) {
      boolean forgotten =
          !stored && !item.path("encrypted_content").isString() && item.path("content").isEmpty();
      if (forgotten) {
        note("reasoning by its id alone: sent only if the provider stores it");
      }
      return forgotten;
    }
    boolean empty =
        type(item).equals("message")
            && item.path("role").asString("").equals("assistant")
            && ResponsesItemText.text(item).isEmpty()
            && ResponsesItemText.refusal(item).isEmpty();
    if (empty) {
      note("a message of the model in which it said nothing");
    }
    return empty;
  }

  /** Reasoning belongs to what the model did next. */
  private void removeLoneReasoning(List<ObjectNode> items) {
    boolean followed = false;
    for (int i = items.size() - 1; i >= 0; i--) {
      JsonNode item = items.get(i);
      if (!type(item).equals("reasoning")) {
        boolean result = type(item).equals("function_call_output");
        boolean spoken = type(item).equals("message");
        followed = spoken ? item.path("role").asString("").equals("assistant") : !result;
      } else if (!followed) {
        items.remove(i);
        note("reasoning with nothing of the model's after it");
      }
    }
  }

  /** What kind of item it is; a few kinds need not say it. */
  static String type(JsonNode item) {
    String type = item.path("type").asString("");
    return type.isEmpty() && item.has("role") ? "message" : type;
  }

  /** An item in one of the forms that mean the same. */
  ObjectNode item(ObjectNode item) {
    item.removeIf(JsonNode::isNull);
    String type = type(item);
    if (WITHOUT_ID.contains(type) && item.remove("id") != null) {
      note("an item's \"id\": sent only if the provider stores it");
    }
    switch (type) {
      case "function_call" -> call(item);
      case "reasoning" -> item.remove("status");
      case "message" -> message(item);
      case "function_call_output" -> {
        leaveOut(item, RESULT);
        parts.result(item);
      }
      default -> {}
    }
    removeEmpty(item);
    return item;
  }

  /** What we send without a word for it in the recording stays a difference. */
  private void leaveOut(ObjectNode object, ModelledMembers modelled) {
    if (notModelled != null) {
      modelled.keep(object, this::note);
    }
  }

  private static void removeEmpty(JsonNode node) {
    node.values().forEach(ResponsesItemForms::removeEmpty);
    if (node instanceof ObjectNode object) {
      object.removeIf(value -> value.isNull() || (value.isArray() && value.isEmpty()));
    }
  }

  private void call(ObjectNode item) {
    if (item.remove("status") != null) {
      note("\"status\" of a call");
    }
    String name = item.path("name").asString("");
    if (!tools.contains(name) && !name.matches("[a-zA-Z0-9_-]{1," + LONGEST_NAME + "}")) {
      String legal = name.replaceAll("[^a-zA-Z0-9_-]", "_");
      item.put("name", legal.substring(0, Math.min(legal.length(), LONGEST_NAME)));
      note("the name of an unknown tool that no request may have");
    }
    String text = ResponsesItemText.arguments(item);
    JsonNode arguments = tree(text.isBlank() ? "{}" : text);
    if (arguments.isObject()) {
      item.set("arguments", arguments);
    } else {
      item.putObject("arguments").put("INVALID_JSON", text);
      note("arguments of a past call that are no object: sent inside one");
    }
  }

  private void message(ObjectNode item) {
    String role = item.path("role").asString("");
    if (!role.equals("assistant")) {
      leaveOut(item, MESSAGE);
      parts.message(item);
    }
    if (isPlainMessage(item)) {
      item.remove("type");
      item.remove("status");
      if (item.path("content").size() == 1) {
        item.set("content", item.path("content").path(0).path("text"));
      }
    } else if (!role.equals("assistant")) {
      item.remove("type");
    }
    if (role.equals("system")) {
      item.put("role", "developer");
    }
  }

  /** Whether a message is no more than a role and a text. */
  static boolean isPlainMessage(JsonNode item) {
    boolean known =
        item.propertyStream()
            .allMatch(member ->
                Set.of("type", "role", "id", "status", "content").contains(member.getKey())
                    || member.getValue().isNull());
    JsonNode content = item.path("content");
    if (!known || content.isString()) {
      return known;
    }
    return content.size() == 1
        && content
            .path(0)
            .propertyStream()
            .allMatch(member -> isPlain(member.getKey(), member.getValue()));
  }

  private static boolean isPlain(String name, JsonNode value) {
    return name.equals("text")
        || (name.equals("type") && value.asString("").endsWith("put_text"))
        || (value.isEmpty() && !value.isValueNode())
        || value.isNull();
  }

  /** The text as a tree; the text itself if it is no JSON. */
  private static JsonNode tree(String text) {
    try {
      return JsonMapper.shared().readTree(text);
    } catch (JacksonException noJson) {
      return JsonMapper.shared().getNodeFactory().stringNode(text);
    }
  }
}
