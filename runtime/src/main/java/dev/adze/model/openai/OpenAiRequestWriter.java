package dev.adze.model.openai;

import dev.adze.internal.ExtraJson;
import dev.adze.internal.JsonTexts;
import dev.adze.model.AssistantMessage;
import dev.adze.model.Message;
import dev.adze.model.ModelOptions;
import dev.adze.model.ModelRequest;
import dev.adze.model.SystemMessage;
import dev.adze.model.TextPart;
import dev.adze.model.ToolCall;
import dev.adze.model.ToolMessage;
import dev.adze.model.ToolResult;
import dev.adze.model.UserMessage;
import dev.adze.model.UserPart;
import dev.adze.tool.ToolSpec;
import java.util.List;
import okio.Buffer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** Writes a request as one JSON object. Tool schemas and extra members go in as they stand. */
final class OpenAiRequestWriter {
  private final JsonGenerator out;
  private final ModelRequest request;
  private final OpenAiWireNames names;
  private final ExtraJson extra;

  private OpenAiRequestWriter(JsonGenerator out, ModelRequest request) {
    this.out = out;
    this.request = request;
    this.names = new OpenAiWireNames(request.tools());
    this.extra = ExtraJson.parse(request.options().extraJson().orElse("{}"));
  }

  /**
   * @param maxTokensField what the limit on the response's tokens is called
   */
  static Buffer write(ModelRequest request, String maxTokensField) {
    Buffer body = new Buffer();
    try (JsonGenerator out =
        JsonTexts.FACTORY.createGenerator(ObjectWriteContext.empty(), body.outputStream())) {
      new OpenAiRequestWriter(out, request).write(maxTokensField);
    }
    return body;
  }

  private void write(String maxTokensField) {
    out.writeStartObject();
    name("model");
    text(request.model());
    name("messages");
    out.writeStartArray();
    request.messages().forEach(this::message);
    out.writeEndArray();
    if (!request.tools().isEmpty()) {
      tools(request.tools());
    }
    name("stream");
    out.writeBoolean(request.streaming());
    if (request.streaming() && !extra.has("stream_options")) {
      name("stream_options");
      out.writeRawValue("{\"include_usage\":true}");
    }
    options(request.options(), maxTokensField);
    extra.writeTo(out);
    out.writeEndObject();
  }

  /** Starts a member of the request; one that the extra JSON has too would be there twice. */
  private void name(String name) {
    extra.refuse(name);
    out.writeName(name);
  }

  private void text(String text) {
    out.writeString(JsonTexts.wellFormed(text));
  }

  private void text(String name, String text) {
    out.writeName(name);
    text(text);
  }

  private void tools(List<ToolSpec> tools) {
    name("tools");
    out.writeStartArray();
    for (ToolSpec tool : tools) {
      out.writeStartObject();
      text("type", "function");
      out.writeName("function");
      out.writeStartObject();
      text("name", tool.name());
      if (!tool.description().isEmpty()) {
        text("description", tool.description());
      }
      out.writeName("parameters");
      out.writeRawValue(tool.inputSchema());
      out.writeEndObject();
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void options(ModelOptions options, String maxTokensField) {
    options.temperature().ifPresent(value -> number("temperature", value));
    options.topP().ifPresent(value -> number("top_p", value));
    options.maxOutputTokens().ifPresent(value -> integer(maxTokensField, value));
    options.seed().ifPresent(value -> integer("seed", value));
    if (!options.stop().isEmpty()) {
      name("stop");
      out.writeStartArray();
      options.stop().forEach(this::text);
      out.writeEndArray();
    }
    // Servers refuse to be told how to call tools when there are none.
    if (!request.tools().isEmpty()) {
      options
          .parallelToolCalls()
          .ifPresent(value -> {
            name("parallel_tool_calls");
            out.writeBoolean(value);
          });
    }
  }

  private void number(String name, double value) {
    name(name);
    out.writeNumber(value);
  }

  private void integer(String name, long value) {
    name(name);
    out.writeNumber(value);
  }

  private void message(Message message) {
    if (message instanceof SystemMessage system) {
      begin("system");
      text("content", system.text());
      out.writeEndObject();
    } else if (message instanceof UserMessage user) {
      begin("user");
      userContent(user.parts());
      out.writeEndObject();
    } else if (message instanceof AssistantMessage assistant) {
      begin("assistant");
      assistant(assistant);
      out.writeEndObject();
    } else if (message instanceof ToolMessage results) {
      results.results().forEach(this::toolResult);
    }
  }

  private void begin(String role) {
    out.writeStartObject();
    text("role", role);
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
        out.writeStartObject();
        text("type", "text");
        text("text", text.text());
        out.writeEndObject();
      }
    }
    out.writeEndArray();
  }

  /**
   * Reasoning stays away: most servers refuse or ignore it. A refusal goes as content, which says
   * the same to the model and is known to every server.
   */
  private void assistant(AssistantMessage message) {
    String content = message.text() + message.refusal();
    List<ToolCall> calls = message.toolCalls();
    if (content.isEmpty() && !calls.isEmpty()) {
      out.writeName("content");
      out.writeNull();
    } else {
      text("content", content);
    }
    if (!calls.isEmpty()) {
      out.writeName("tool_calls");
      out.writeStartArray();
      calls.forEach(this::toolCall);
      out.writeEndArray();
    }
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

  private void toolResult(ToolResult result) {
    begin("tool");
    text("tool_call_id", names.callId(result));
    text("content", result.text());
    out.writeEndObject();
  }
}
