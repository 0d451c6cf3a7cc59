package dev.adze.recordings;

import dev.adze.model.AssistantMessage;
import dev.adze.model.AssistantPart;
import dev.adze.model.MediaPart;
import dev.adze.model.Message;
import dev.adze.model.ProviderItem;
import dev.adze.model.ProviderPart;
import dev.adze.model.ReasoningPart;
import dev.adze.model.SystemMessage;
import dev.adze.model.TextPart;
import dev.adze.model.ToolCall;
import dev.adze.model.ToolMessage;
import dev.adze.model.ToolResult;
import dev.adze.model.UserMessage;
import dev.adze.model.UserPart;
import dev.adze.tool.Media;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the messages of a recorded request of the Messages API in our types. */
final class AnthropicMessages {
  /** In place of the address that a replayed request goes to, which is not known yet. */
  static final String ORIGIN = "the recorded server";

  private final List<Message> messages = new ArrayList<>();
  private final Map<String, ToolCall> calls = new HashMap<>();

  private AnthropicMessages() {}

  /**
   * Reads them.
   *
   * @param request without what is not modelled
   */
  static List<Message> read(JsonNode request) {
    AnthropicMessages reader = new AnthropicMessages();
    reader.instructions(request.path("system"));
    for (JsonNode message : request.path("messages").values()) {
      JsonNode content = message.path("content");
      switch (message.path("role").asString()) {
        case "assistant" ->
            reader.messages.add(
                new AssistantMessage(content.valueStream().map(reader::assistant).toList()));
        case "system" -> reader.instructions(content);
        default -> reader.user(content);
      }
    }
    return reader.messages;
  }

  private void instructions(JsonNode blocks) {
    blocks.forEach(block -> messages.add(new SystemMessage(block.path("text").asString())));
  }

  private void user(JsonNode blocks) {
    List<ToolResult> results = new ArrayList<>();
    List<UserPart> parts = new ArrayList<>();
    for (JsonNode block : blocks.values()) {
      switch (block.path("type").asString()) {
        case "tool_result" -> results.add(result(block));
        case "text" -> parts.add(new TextPart(block.path("text").asString()));
        default -> parts.add(new MediaPart(media(block)));
      }
    }
    if (!results.isEmpty()) {
      addResults(results);
    }
    if (!parts.isEmpty()) {
      messages.add(new UserMessage(parts));
    }
  }

  /** The results of a step are one message behind its calls, in however many they were sent. */
  private void addResults(List<ToolResult> results) {
    int behind = messages.size();
    while (behind > 0 && !(messages.get(behind - 1) instanceof AssistantMessage)) {
      behind--;
    }
    List<ToolResult> all = new ArrayList<>();
    if (behind < messages.size() && messages.get(behind) instanceof ToolMessage begun) {
      all.addAll(begun.results());
      messages.remove(behind);
    }
    all.addAll(results);
    messages.add(behind, new ToolMessage(all));
  }

  private ToolResult result(JsonNode block) {
    ToolCall call = calls.get(block.path("tool_use_id").asString());
    JsonNode content = block.path("content");
    String text = content.asString("");
    List<Media> attachments = new ArrayList<>();
    for (JsonNode inner : content.values()) {
      if (inner.path("type").asString().equals("text")) {
        text = inner.path("text").asString();
      } else {
        attachments.add(media(inner));
      }
    }
    boolean error = block.path("is_error").asBoolean(false);
    return new ToolResult(call.id(), call.name(), text, error, attachments);
  }

  private static Media media(JsonNode block) {
    if (block.path("type").asString().equals("container_upload")) {
      return new Media.Stored("application/octet-stream", block.path("file_id").asString(), "");
    }
    JsonNode source = block.path("source");
    boolean image = block.path("type").asString().equals("image");
    String type = source.path("media_type").asString(image ? "image/png" : "application/pdf");
    String name = block.path("title").asString("");
    String data = source.path("data").asString("");
    return switch (source.path("type").asString()) {
      case "text" -> {
        byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
        yield new Media.Inline(type, Base64.getEncoder().encodeToString(bytes), name);
      }
      case "url" -> new Media.Remote(type, source.path("url").asString(), name);
      case "file" -> new Media.Stored(type, source.path("file_id").asString(), name);
      default -> new Media.Inline(type, data, name);
    };
  }

  private AssistantPart assistant(JsonNode block) {
    ProviderItem item = new ProviderItem(ORIGIN, block.toString());
    String type = block.path("type").asString();
    return switch (type) {
      case "text" -> new TextPart(block.path("text").asString(), special(block, item, "text"));
      case "thinking" -> new ReasoningPart(block.path("thinking").asString(""), Optional.of(item));
      case "redacted_thinking" -> new ReasoningPart("", Optional.of(item));
      case "tool_use" -> {
        ToolCall call =
            new ToolCall(
                "past_" + calls.size(),
                block.path("id").asString(),
                block.path("name").asString(),
                block.path("input").toString(),
                special(block, item, "id", "name", "input"));
        calls.put(call.providerId(), call);
        yield call;
      }
      default -> new ProviderPart(type, false, item);
    };
  }

  /** What the provider alone understands of a block, if it says more than these members. */
  private static Optional<ProviderItem> special(
      JsonNode block, ProviderItem item, String... members) {
    boolean more =
        block.propertyNames().stream()
            .anyMatch(name -> !name.equals("type") && !Set.of(members).contains(name));
    return more ? Optional.of(item) : Optional.empty();
  }
}
