package dev.adze.recordings;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings what users and tools say to the Responses API into one of the forms that mean the same.
 */
final class ResponsesPartForms {
  private static final ModelledMembers TEXT = ModelledMembers.of("a text", "type", "text");
  private static final ModelledMembers IMAGE =
      ModelledMembers.of("an image", "type", "image_url", "file_id");
  private static final ModelledMembers FILE =
      ModelledMembers.of("a file", "type", "file_id", "file_url");
  private static final ModelledMembers INLINE_FILE =
      ModelledMembers.of("a file", "type", "file_data", "filename");

  private final RecordedExchange exchange;
  private final @Nullable NotModelled notModelled;
  private final boolean unnamed;

  ResponsesPartForms(RecordedExchange exchange, @Nullable NotModelled notModelled) {
    this.exchange = exchange;
    this.notModelled = notModelled;
    this.unnamed =
        exchange
            .request()
            .path("input")
            .valueStream()
            .flatMap(item -> item.path(item.has("output") ? "output" : "content").valueStream())
            .anyMatch(part -> part.has("file_data") && !part.path("filename").isString());
  }

  private void note(String reason) {
    if (notModelled != null) {
      notModelled.add(reason, exchange.id());
    }
  }

  /** A message of the user or the system. */
  void message(ObjectNode item) {
    item.path("content").values().forEach(this::part);
    boolean system = !item.path("role").asString("").equals("user");
    if (system && item.path("content").isArray()) {
      if (item.path("content").size() > 1) {
        note("a message of the system in several parts: sent as one text");
      }
      item.put("content", text(item.path("content")));
    }
  }

  /** The result of a call: its text, and then what else there is. */
  void result(ObjectNode item) {
    JsonNode output = item.path("output");
    if (!output.isArray()) {
      if (!output.isString()) {
        note("a result that is no text: sent as its JSON");
        item.put("output", output.isMissingNode() ? "" : output.toString());
      }
      return;
    }
    output.values().forEach(this::part);
    List<JsonNode> media =
        output.valueStream().filter(part -> !isText(part)).collect(Collectors.toList());
    String text = text(output);
    if (output.size() - media.size() > 1) {
      note("a result in several texts: sent as one");
    }
    if (media.isEmpty()) {
      item.put("output", text);
      return;
    }
    if (!text.isEmpty()) {
      media.add(
          0, JsonMapper.shared().createObjectNode().put("type", "input_text").put("text", text));
    }
    item.putArray("output").addAll(media);
  }

  private static boolean isText(JsonNode part) {
    return part.path("type").asString("").equals("input_text");
  }

  private static String text(JsonNode parts) {
    return parts
        .valueStream()
        .filter(ResponsesPartForms::isText)
        .map(part -> part.path("text").asString(""))
        .collect(Collectors.joining());
  }

  private void part(JsonNode node) {
    if (!(node instanceof ObjectNode part)) {
      return;
    }
    part.removeIf(JsonNode::isNull);
    switch (part.path("type").asString("")) {
      case "input_text", "output_text", "text" -> {
        part.removeIf(value -> value.isArray() && value.isEmpty());
        part.put("type", "input_text");
        leaveOut(part, TEXT);
      }
      case "input_image" -> {
        if (part.path("detail").asString("").equals("auto")) {
          part.remove("detail");
        }
        leaveOut(part, IMAGE);
      }
      case "input_file" -> {
        leaveOut(part, part.has("file_data") ? INLINE_FILE : FILE);
        if (unnamed && part.has("file_data")) {
          part.remove("filename");
          note("a file without a name: it is sent with one");
        }
      }
      default -> {}
    }
  }

  /** What we send without a word for it in the recording stays a difference. */
  private void leaveOut(ObjectNode object, ModelledMembers modelled) {
    if (notModelled != null) {
      modelled.keep(object, this::note);
    }
  }
}
