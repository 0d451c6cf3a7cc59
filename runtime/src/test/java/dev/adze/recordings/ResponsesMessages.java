package dev.adze.recordings;

import dev.adze.model.AssistantMessage;
import dev.adze.model.AssistantPart;
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
import dev.adze.tool.Media;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads the input of a recorded request of the Responses API as a conversation. */
final class ResponsesMessages {
  /** Where recorded items are said to come from. */
  static final String ORIGIN = "recorded";

  private final List<Message> messages = new ArrayList<>();
  private final List<AssistantPart> parts = new ArrayList<>();
  private final List<ToolResult> results = new ArrayList<>();
  private final Map<String, ToolCall> calls = new HashMap<>();

  private ResponsesMessages() {}

  static List<Message> read(JsonNode request) {
    ResponsesMessages reader = new ResponsesMessages();
    String instructions = request.path("instructions").asString("");
    if (!instructions.isEmpty()) {
      reader.messages.add(new SystemMessage(instructions));
    }
    JsonNode input = request.path("input");
    if (input.isString()) {
      reader.messages.add(UserMessage.of(input.asString("")));
    }
    input.values().forEach(reader::item);
    reader.endParts();
    reader.endResults();
    return reader.messages;
  }

  private void item(JsonNode item) {
    String type = ResponsesItemForms.type(item);
    String role = item.path("role").asString("");
    if (type.equals("function_call_output")) {
      endParts();
      result(item);
    } else if (!type.equals("message") || role.equals("assistant")) {
      endResults();
      parts.addAll(parts(type, item));
    } else {
      endParts();
      endResults();
      messages.add(
          role.equals("user")
              ? new UserMessage(content(item.path("content")))
              : new SystemMessage(text(item.path("content"))));
    }
  }

  private List<AssistantPart> parts(String type, JsonNode item) {
    ProviderItem own = new ProviderItem(ORIGIN, item.toString());
    return switch (type) {
      case "message" -> said(item, own);
      case "reasoning" -> List.of(new ReasoningPart(texts(item.path("summary")), Optional.of(own)));
      case "function_call" -> List.of(call(item, own));
      default -> List.of(new ProviderPart(type, false, own));
    };
  }

  private static List<AssistantPart> said(JsonNode item, ProviderItem own) {
    boolean plain = ResponsesItemForms.isPlainMessage(item);
    Optional<ProviderItem> kept = plain ? Optional.empty() : Optional.of(own);
    List<AssistantPart> said = new ArrayList<>();
    String text = ResponsesItemText.text(item);
    if (!text.isEmpty()) {
      said.add(new TextPart(text, kept));
    }
    String refusal = ResponsesItemText.refusal(item);
    if (!refusal.isEmpty()) {
      said.add(new RefusalPart(refusal, kept));
    }
    return said;
  }

  private ToolCall call(JsonNode item, ProviderItem own) {
    boolean plain = ResponsesItemText.isPlainCall(item);
    ToolCall call =
        new ToolCall(
            "past_" + calls.size(),
            item.path("call_id").asString(""),
            item.path("name").asString(""),
            ResponsesItemText.arguments(item),
            plain ? Optional.empty() : Optional.of(own));
    calls.put(call.providerId(), call);
    return call;
  }

  private void result(JsonNode item) {
    String id = item.path("call_id").asString("");
    ToolCall call = calls.get(id);
    JsonNode output = item.path("output");
    List<Media> media = new ArrayList<>();
    for (UserPart part : output.isArray() ? content(output) : List.<UserPart>of()) {
      if (part instanceof MediaPart shown) {
        media.add(shown.media());
      }
    }
    // Of a call that only the provider knows, its id is all that there is.
    results.add(
        new ToolResult(
            call == null ? id : call.id(),
            call == null ? "unknown" : call.name(),
            text(output),
            false,
            media));
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
    if (content.isArray()) {
      return texts(content);
    }
    return content.isObject() ? content.toString() : content.asString("");
  }

  private static String texts(JsonNode content) {
    return content
        .valueStream()
        .map(part -> part.path("text").asString(""))
        .collect(Collectors.joining());
  }

  private static List<UserPart> content(JsonNode content) {
    if (content.isString()) {
      return List.of(new TextPart(content.asString("")));
    }
    return content.valueStream().map(ResponsesMessages::userPart).toList();
  }

  private static UserPart userPart(JsonNode part) {
    return part.path("text").isString()
        ? new TextPart(part.path("text").asString(""))
        : new MediaPart(media(part));
  }

  private static Media media(JsonNode part) {
    boolean image = part.path("type").asString("").equals("input_image");
    String name = part.path("filename").asString("");
    String usual = image ? "image/png" : "application/pdf";
    if (part.path("file_id").isString()) {
      return new Media.Stored(usual, part.path("file_id").asString(""), name);
    }
    String url = part.path(image ? "image_url" : "file_data").asString("");
    int end = url.indexOf(";base64,");
    if (url.startsWith("data:") && end > 0) {
      return new Media.Inline(url.substring(5, end), url.substring(end + 8), name);
    }
    return new Media.Remote(usual, image ? url : part.path("file_url").asString(""), name);
  }
}
