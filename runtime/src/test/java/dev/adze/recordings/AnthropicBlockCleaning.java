package dev.adze.recordings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Leaves out of recorded blocks of the Messages API what our types have no word for. */
final class AnthropicBlockCleaning {
  /** The members that blocks of the user have in our types. */
  private static final Map<String, Set<String>> USER =
      Map.of(
          "text", Set.of("type", "text", "cache_control"),
          "image", Set.of("type", "source", "cache_control"),
          "document", Set.of("type", "source", "title", "citations", "cache_control"),
          "container_upload", Set.of("type", "file_id", "cache_control"),
          "tool_result", Set.of("type", "tool_use_id", "content", "is_error", "cache_control"));

  private static final Map<String, Set<String>> SOURCES =
      Map.of(
          "base64", Set.of("type", "media_type", "data"),
          "url", Set.of("type", "url"),
          "file", Set.of("type", "file_id"),
          "text", Set.of("type", "media_type", "data"));

  private final Set<String> leftOut;

  AnthropicBlockCleaning(Set<String> leftOut) {
    this.leftOut = leftOut;
  }

  /** A text alone is a list of one block. */
  ArrayNode list(JsonNode content) {
    if (content.isArray()) {
      return content.asArray();
    }
    ArrayNode list = JsonMapper.shared().createArrayNode();
    list.addObject().put("type", "text").put("text", content.asString(""));
    return list;
  }

  /** Blocks that can be nothing but text. */
  ArrayNode texts(ArrayNode blocks, String where) {
    ArrayNode kept = JsonMapper.shared().createArrayNode();
    for (JsonNode node : blocks.values()) {
      ObjectNode block = node.asObject();
      if (!block.path("type").asString("").equals("text") || !block.path("text").isString()) {
        leftOut.add("a " + block.path("type").asString("block") + " in " + where);
      } else if (!block.path("text").asString().isBlank()) {
        AnthropicRequest.keepMembers(
            block, "a text of " + where, USER.getOrDefault("text", Set.of()), leftOut);
        kept.add(block);
      }
    }
    return kept;
  }

  /** What a user says, or a program for it. */
  ArrayNode user(ArrayNode blocks) {
    ArrayNode kept = JsonMapper.shared().createArrayNode();
    for (JsonNode node : blocks.values()) {
      ObjectNode block = node.asObject();
      String type = block.path("type").asString("");
      if (!isReadable(block)) {
        leftOut.add("a user's block of the type \"" + type + "\"" + source(block));
        continue;
      }
      AnthropicRequest.keepMembers(
          block, "a block \"" + type + "\"", USER.getOrDefault(type, Set.of()), leftOut);
      members(block);
      kept.add(block);
    }
    return withoutBlankTexts(kept);
  }

  private void members(ObjectNode block) {
    if (block.path("source").isObject()) {
      String kind = block.path("source").path("type").asString("");
      AnthropicRequest.keepMembers(
          block.path("source").asObject(),
          "a source \"" + kind + "\"",
          SOURCES.getOrDefault(kind, Set.of()),
          leftOut);
    }
    if (!block.path("citations").path("enabled").asBoolean(false)) {
      block.remove("citations");
    }
    if (block.path("title").asString("x").isBlank()) {
      block.remove("title");
    }
    if (block.path("type").asString("").equals("tool_result")) {
      result(block);
    }
  }

  private static String source(JsonNode block) {
    JsonNode source = block.path("source");
    return source.isMissingNode()
        ? ""
        : " with a source of the type \"" + source.path("type").asString("") + "\"";
  }

  private static boolean isReadable(JsonNode block) {
    return switch (block.path("type").asString("")) {
      case "text" -> block.path("text").isString();
      case "container_upload" -> block.path("file_id").isString();
      case "tool_result" -> block.path("tool_use_id").isString();
      case "image", "document" -> isReadable(block.path("source"), block.path("type").asString());
      default -> false;
    };
  }

  private static boolean isReadable(JsonNode source, String type) {
    String mediaType = source.path("media_type").asString("");
    boolean image = type.equals("image");
    return switch (source.path("type").asString("")) {
      case "base64" ->
          source.path("data").isString()
              && !mediaType.isBlank()
              && !mediaType.startsWith("text/")
              && mediaType.startsWith("image/") == image;
      case "text" -> !image && source.path("data").isString() && mediaType.equals("text/plain");
      case "url" -> source.path("url").isString();
      case "file" -> source.path("file_id").isString();
      default -> false;
    };
  }

  /** A result has one text, then files; an error has words alone. */
  private void result(ObjectNode result) {
    JsonNode content = result.path("content");
    if (content.isString() || content.isMissingNode()) {
      return;
    }
    if (!content.isArray() || isForeign(content, result.path("is_error").asBoolean(false))) {
      leftOut.add("a tool's result that is more than one text and files behind it");
      result.remove("content");
      return;
    }
    ArrayNode inner = user(content.asArray());
    if (inner.isEmpty()) {
      result.remove("content");
    } else {
      result.set("content", inner);
    }
  }

  private static boolean isForeign(JsonNode content, boolean error) {
    List<String> types = content.valueStream().map(one -> one.path("type").asString("")).toList();
    boolean known =
        content.valueStream().allMatch(one -> one.isObject() && isReadable(one))
            && types.stream().allMatch(type -> type.matches("text|image|document"));
    return !known
        || types.lastIndexOf("text") > 0
        || error && types.size() > 1
        || error && !types.isEmpty() && !types.get(0).equals("text");
  }

  /** What the model said. What only the provider understands stays as it is. */
  ArrayNode assistant(ArrayNode blocks) {
    ArrayNode kept = JsonMapper.shared().createArrayNode();
    for (JsonNode node : blocks.values()) {
      ObjectNode block = node.asObject();
      String type = block.path("type").asString("");
      if (type.isEmpty() || type.equals("text") && !block.path("text").isString()) {
        leftOut.add("a block of the model's without a type or its text");
        continue;
      }
      if (type.matches("text|thinking|tool_use")) {
        AnthropicRequest.removeNulls(block);
      }
      if (block.path("citations").isEmpty() && type.equals("text")) {
        block.remove("citations");
      }
      if (block.path("caller").path("type").asString("").equals("direct")
          && type.equals("tool_use")) {
        block.remove("caller");
      }
      kept.add(block);
    }
    return withoutBlankTexts(kept);
  }

  /** The provider takes no empty text, and blank text only beside other text. */
  private ArrayNode withoutBlankTexts(ArrayNode blocks) {
    boolean allBlank =
        blocks.valueStream().allMatch(block -> block.path("text").asString("").isBlank());
    ArrayNode kept = JsonMapper.shared().createArrayNode();
    for (JsonNode block : blocks.values()) {
      String text = block.path("text").asString("");
      boolean plain = block.path("type").asString("").equals("text") && !block.has("citations");
      if (plain && (text.isEmpty() || allBlank)) {
        leftOut.add("a text that is blank");
      } else {
        kept.add(block);
      }
    }
    return kept;
  }
}
