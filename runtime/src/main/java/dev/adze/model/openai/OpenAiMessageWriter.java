package dev.adze.model.openai;

import dev.adze.internal.ExtraJson;
import dev.adze.internal.JsonTexts;
import dev.adze.internal.http.WireNames;
import dev.adze.model.AssistantMessage;
import dev.adze.model.MediaPart;
import dev.adze.model.Message;
import dev.adze.model.ModelRequest;
import dev.adze.model.ProviderItem;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/**
 * Writes a conversation as the messages of a request. What another provider wants to have back, and
 * what providers did by themselves, stays away: no server takes it.
 */
final class OpenAiMessageWriter {
  private static final List<String> REASONING_TEXTS = List.of("reasoning_content", "reasoning");

  private final JsonGenerator out;
  private final OpenAiDialect dialect;
  private final String instructionsRole;
  private final WireNames names;

  OpenAiMessageWriter(JsonGenerator out, OpenAiDialect dialect, ModelRequest request) {
    this.out = out;
    this.dialect = dialect;
    this.instructionsRole = dialect.instructionsRole(request.model());
    this.names = new WireNames(request.tools(), OpenAiDialect.LONGEST_TOOL_NAME, true);
  }

  void write(List<Message> messages) {
    out.writeStartArray();
    for (Message message : messages) {
      if (message instanceof ToolMessage results) {
        toolResults(results);
      } else {
        names.requireResults();
        message(message);
      }
    }
    names.requireResults();
    out.writeEndArray();
  }

  private void message(Message message) {
    if (message instanceof SystemMessage system) {
      begin(instructionsRole);
      text("content", system.text());
      out.writeEndObject();
    } else if (message instanceof UserMessage user) {
      begin("user");
      userContent(user.parts());
      out.writeEndObject();
    } else if (message instanceof AssistantMessage assistant && saysAnything(assistant)) {
      begin("assistant");
      assistant(assistant);
      out.writeEndObject();
    }
  }

  /** Servers refuse a message with neither content nor calls. */
  private static boolean saysAnything(AssistantMessage message) {
    return message.parts().stream()
        .anyMatch(part ->
            part instanceof TextPart || part instanceof RefusalPart || part instanceof ToolCall);
  }

  private void begin(String role) {
    out.writeStartObject();
    text("role", role);
  }

  private void text(String name, String text) {
    out.writeName(name);
    out.writeString(JsonTexts.wellFormed(text));
  }

  private void textPart(String text) {
    out.writeStartObject();
    text("type", "text");
    text("text", text);
    out.writeEndObject();
  }

  /** One text goes as a string, which every server takes; a list of parts is newer. */
  private void userContent(List<UserPart> parts) {
    if (parts.size() == 1 && parts.get(0) instanceof TextPart single) {
      text("content", single.text());
      return;
    }
    out.writeName("content");
    out.writeStartArray();
    for (UserPart part : parts) {
      if (part instanceof TextPart text) {
        textPart(text.text());
      } else if (part instanceof MediaPart media) {
        OpenAiMedia.write(out, media.media(), dialect);
      }
    }
    out.writeEndArray();
  }

  /** A refusal goes as content, which says the same to the model and is known to every server. */
  private void assistant(AssistantMessage message) {
    List<ToolCall> calls = message.toolCalls();
    List<String> thinking = own(message).filter(json -> ExtraJson.parse(json).has("type")).toList();
    String content = message.text() + message.refusal();
    if (!thinking.isEmpty()) {
      contentWithThinking(thinking, content);
    } else if (content.isEmpty() && !calls.isEmpty()) {
      out.writeName("content");
      out.writeNull();
    } else {
      text("content", content);
    }
    reasoning(message);
    if (!calls.isEmpty()) {
      out.writeName("tool_calls");
      out.writeStartArray();
      calls.forEach(this::toolCall);
      out.writeEndArray();
    }
  }

  private void contentWithThinking(List<String> thinking, String content) {
    out.writeName("content");
    out.writeStartArray();
    thinking.forEach(out::writeRawValue);
    if (!content.isEmpty()) {
      textPart(content);
    }
    out.writeEndArray();
  }

  /** The server's own reasoning, in the member in which it gave it. */
  private void reasoning(AssistantMessage message) {
    String details =
        own(message)
            .map(json -> ExtraJson.parse(json).takeList("reasoning_details"))
            .filter(list -> !list.isBlank())
            .collect(Collectors.joining(","));
    if (!details.isEmpty()) {
      out.writeName("reasoning_details");
      out.writeRawValue("[" + details + "]");
      return;
    }
    for (String field : REASONING_TEXTS) {
      if (dialect.reasoningBack()
          && own(message).anyMatch(json -> ExtraJson.parse(json).has(field))) {
        text(field, message.reasoning());
        return;
      }
    }
  }

  /** What this server, and no other, gave with its reasoning. */
  private Stream<String> own(AssistantMessage message) {
    return message.parts().stream()
        .filter(ReasoningPart.class::isInstance)
        .map(part -> ((ReasoningPart) part).item())
        .flatMap(Optional::stream)
        .filter(item -> item.origin().equals(dialect.origin()))
        .map(ProviderItem::json);
  }

  private void toolCall(ToolCall call) {
    out.writeStartObject();
    text("id", names.newCallId(call));
    text("type", "function");
    out.writeName("function");
    out.writeStartObject();
    text("name", names.toolName(call.name()));
    text("arguments", JsonTexts.objectOf(call.arguments()));
    out.writeEndObject();
    out.writeEndObject();
  }

  private void toolResults(ToolMessage message) {
    for (ToolResult result : message.results()) {
      begin("tool");
      text("tool_call_id", names.callId(result));
      text("content", result.text());
      out.writeEndObject();
    }
    List<ToolResult> attached =
        message.results().stream().filter(result -> !result.attachments().isEmpty()).toList();
    if (!attached.isEmpty()) {
      attachments(attached);
    }
  }

  /** A result is text alone, so its images and files follow, said by the user. */
  private void attachments(List<ToolResult> results) {
    begin("user");
    out.writeName("content");
    out.writeStartArray();
    for (ToolResult result : results) {
      textPart("Attached to the result of " + names.toolName(result.name()) + ":");
      for (Media media : result.attachments()) {
        OpenAiMedia.write(out, media, dialect);
      }
    }
    out.writeEndArray();
    out.writeEndObject();
  }
}
