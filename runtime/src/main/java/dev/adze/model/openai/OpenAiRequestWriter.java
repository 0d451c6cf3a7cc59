package dev.adze.model.openai;

import dev.adze.internal.ExtraJson;
import dev.adze.internal.JsonTexts;
import dev.adze.model.ModelOptions;
import dev.adze.model.ModelRequest;
import dev.adze.model.ToolChoice;
import dev.adze.tool.OutputType;
import dev.adze.tool.SchemaProfile;
import dev.adze.tool.ToolSpec;
import okio.Buffer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** Writes a request as one JSON object. Tool schemas and extra members go in as they stand. */
final class OpenAiRequestWriter {
  private final JsonGenerator out;
  private final ModelRequest request;
  private final OpenAiDialect dialect;
  private final ExtraJson extra;

  private OpenAiRequestWriter(JsonGenerator out, ModelRequest request, OpenAiDialect dialect) {
    this.out = out;
    this.request = request;
    this.dialect = dialect;
    this.extra = ExtraJson.parse(request.options().extraJson().orElse("{}"));
  }

  static Buffer write(ModelRequest request, OpenAiDialect dialect) {
    Buffer body = new Buffer();
    try (JsonGenerator out =
        JsonTexts.FACTORY.createGenerator(ObjectWriteContext.empty(), body.outputStream())) {
      new OpenAiRequestWriter(out, request, dialect).write();
    }
    return body;
  }

  private void write() {
    out.writeStartObject();
    if (!request.model().isEmpty()) {
      name("model");
      text(request.model());
    }
    name("messages");
    new OpenAiMessageWriter(out, dialect, request).write(request.messages());
    tools(extra.takeList("tools"));
    name("stream");
    out.writeBoolean(request.streaming());
    if (request.streaming() && dialect.usageInStreams() && !extra.has("stream_options")) {
      name("stream_options");
      out.writeRawValue("{\"include_usage\":true}");
    }
    options(request.options());
    request.output().ifPresent(this::output);
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

  /**
   * @param more elements for tools that the provider runs; blank if there are none
   */
  private void tools(String more) {
    if (request.tools().isEmpty() && more.isBlank()) {
      return;
    }
    name("tools");
    out.writeStartArray();
    request.tools().forEach(this::tool);
    if (!more.isBlank()) {
      out.writeRawValue(more);
    }
    out.writeEndArray();
  }

  private void tool(ToolSpec tool) {
    boolean strict =
        request.options().strictTools().orElse(false) && tool.supports(SchemaProfile.OPENAI_STRICT);
    out.writeStartObject();
    text("type", "function");
    out.writeName("function");
    out.writeStartObject();
    text("name", tool.name());
    if (!tool.description().isEmpty()) {
      text("description", tool.description());
    }
    out.writeName("parameters");
    out.writeRawValue(strict ? tool.inputSchema(SchemaProfile.OPENAI_STRICT) : tool.inputSchema());
    if (strict) {
      out.writeName("strict");
      out.writeBoolean(true);
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private void options(ModelOptions options) {
    options.temperature().ifPresent(value -> number("temperature", value));
    options.topP().ifPresent(value -> number("top_p", value));
    options.maxOutputTokens().ifPresent(value -> integer(dialect.maxTokensField(), value));
    options.seed().ifPresent(value -> integer("seed", value));
    if (!options.stop().isEmpty()) {
      name("stop");
      out.writeStartArray();
      options.stop().forEach(this::text);
      out.writeEndArray();
    }
    options
        .reasoningEffort()
        .ifPresent(value -> {
          name("reasoning_effort");
          text(value);
        });
    // Servers refuse to be told how to call tools when there are none.
    if (!request.tools().isEmpty()) {
      options.toolChoice().ifPresent(this::toolChoice);
      options
          .parallelToolCalls()
          .ifPresent(value -> {
            name("parallel_tool_calls");
            out.writeBoolean(value);
          });
    }
  }

  private void toolChoice(ToolChoice choice) {
    name("tool_choice");
    if (choice instanceof ToolChoice.Tool tool) {
      out.writeStartObject();
      text("type", "function");
      out.writeName("function");
      out.writeStartObject();
      text("name", tool.name());
      out.writeEndObject();
      out.writeEndObject();
    } else if (choice instanceof ToolChoice.None) {
      text("none");
    } else {
      text(choice instanceof ToolChoice.Required ? "required" : "auto");
    }
  }

  private void output(OutputType<?> output) {
    boolean strict = output.supports(SchemaProfile.OPENAI_STRICT);
    name("response_format");
    out.writeStartObject();
    text("type", "json_schema");
    out.writeName("json_schema");
    out.writeStartObject();
    text("name", output.name());
    if (!output.description().isEmpty()) {
      text("description", output.description());
    }
    out.writeName("schema");
    out.writeRawValue(strict ? output.schema(SchemaProfile.OPENAI_STRICT) : output.schema());
    if (strict) {
      out.writeName("strict");
      out.writeBoolean(true);
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private void number(String name, double value) {
    name(name);
    out.writeNumber(value);
  }

  private void integer(String name, long value) {
    name(name);
    out.writeNumber(value);
  }
}
