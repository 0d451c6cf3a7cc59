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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads the input of a recorded request of the Responses API as a conversation. */
final class ResponsesMessages {
  /** Where recorded items are said to come from. */
  static final String ORIGIN = "recorded";

  private static final Set<String> INPUT = Set.of("input_text", "input_image", "input_file");

  private final List<Message> messages = new ArrayList<>();
  private final List<AssistantPart> parts = new ArrayList<>();
  private final List<ToolResult> results = new ArrayList<>();
  private final Map<String, ToolCall> calls = new HashMap<>();

  private ResponsesMessages() {}

  /** Why an input cannot be said in our types; empty if it can. */
  static Optional<String> notModelled(JsonNode input) {
    Set<String> calls = new HashSet<>();
    for (JsonNode item : input.values()) {
      String type = item.path("type").asString("");
      if (type.equals("function_call")) {
        calls.add(item.path("call_id").asString());
      } else if (type.equals("function_call_output")
          && !calls.contains(item.path("call_id").asString())) {
        return Optional.of("a result whose call only the provider knows");
      } else if (type.equals("additional_tools")) {
        return Optional.of("input of the type \"additional_tools\"");
      } else if (item.path("execution").asString("").equals("client")) {
        return Optional.of("a search for tools that the client does itself");
      }
      for (JsonNode part : item.path("content").values()) {
        String kind = part.path("type").asString("");
        if (kind.startsWith("input_") && !INPUT.contains(kind)) {
          return Optional.of("a message part of type \"" + kind + "\"");
        }
      }
    }
    return Optional.empty();
  }

  static List<Message> read(JsonNode request) {
    ResponsesMessages reader = new ResponsesMessages();
    if (request.path("instructions").isString()) {
      reader.messages.add(new SystemMessage(request.path("instructions").asString()));
    }
    JsonNode input = request.path("input");
    if (input.isString()) {
      reader.messages.add(UserMessage.of(input.asString()));
    }
    input.values().forEach(reader::item);
    reader.endParts();
    reader.endResults();
    return reader.messages;
  }

  private void item(JsonNode item) {
    String type = item.path("type").asString("message");
    String role = item.path("role").asString("");
    if (type.equals("function_call_output")) {
      endParts();
      result(item);
    } else if (!type.equals("message") || role.equals("assistant")) {
      endResults();
      parts.add(part(type, item));
    } else {
      endParts();
      endResults();
      messages.add(
          role.equals("user")
              ? new UserMessage(content(item.path("content")))
              : new SystemMessage(text(item.path("content"))));
    }
  }

  private AssistantPart part(String type, JsonNode item) {
    ProviderItem own = new ProviderItem(ORIGIN, item.toString());
    return switch (type) {
      case "message" -> {
        boolean plain = ResponsesRequestForms.isPlainMessage(item);
        yield new TextPart(text(item.path("content")), plain ? Optional.empty() : Optional.of(own));
      }
      case "reasoning" -> new ReasoningPart(texts(item.path("summary")), Optional.of(own));
      case "function_call" -> call(item, own);
      default -> new ProviderPart(type, false, own);
    };
  }

  private ToolCall call(JsonNode item, ProviderItem own) {
    ToolCall call =
        new ToolCall(
            "past_" + calls.size(),
            item.path("call_id").asString(),
            item.path("name").asString(),
            item.path("arguments").asString(),
            item.has("namespace") ? Optional.of(own) : Optional.empty());
    calls.put(call.providerId(), call);
    return call;
  }

  private void result(JsonNode item) {
    ToolCall call = calls.get(item.path("call_id").asString());
    JsonNode output = item.path("output");
    List<Media> media =
        content(output).stream()
            .filter(MediaPart.class::isInstance)
            .map(part -> ((MediaPart) part).media())
            .toList();
    results.add(new ToolResult(call.id(), call.name(), text(output), false, media));
  }

  private void endParts() {
    if (!parts.isEmpty()) {
      messages.add(new AssistantMessage(parts));
      parts.clear();
    }
  }

  private void endResults() {
    if (!results.isEmpty()) {
      messages.add(new ToolMessage(results));
      results.clear();
    }
  }

  private static String text(JsonNode content) {
    return content.isString() ? content.asString() : texts(content);
  }

  private static String texts(JsonNode content) {
    return content
        .valueStream()
        .map(part -> part.path("text").asString(""))
        .collect(Collectors.joining());
  }

  private static List<UserPart> content(JsonNode content) {
    if (content.isString()) {
      return List.of(new TextPart(content.asString()));
    }
    return content.valueStream().map(ResponsesMessages::userPart).toList();
  }

  private static UserPart userPart(JsonNode part) {
    return part.path("type").asString().equals("input_text")
        ? new TextPart(part.path("text").asString())
        : new MediaPart(media(part));
  }

  private static Media media(JsonNode part) {
    boolean image = part.path("type").asString().equals("input_image");
    String name = part.path("filename").asString("");
    String usual = image ? "image/png" : "application/pdf";
    if (part.has("file_id")) {
      return new Media.Stored(usual, part.path("file_id").asString(), name);
    }
    String url = part.path(image ? "image_url" : "file_data").asString("");
    int end = url.indexOf(";base64,");
    if (url.startsWith("data:") && end > 0) {
      return new Media.Inline(url.substring(5, end), url.substring(end + 8), name);
    }
    return new Media.Remote(usual, image ? url : part.path("file_url").asString(), name);
  }
}
