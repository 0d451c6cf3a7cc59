package dev.adze.model.openai;

import dev.adze.internal.ExtraJson;
import dev.adze.internal.JsonTexts;
import dev.adze.model.ModelOptions;
import dev.adze.model.ModelRequest;
import dev.adze.model.ToolChoice;
import dev.adze.tool.OutputType;
import dev.adze.tool.SchemaProfile;
import dev.adze.tool.ToolSpec;
import java.util.regex.Pattern;
import okio.Buffer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/**
 * Writes a request of the Responses API as one JSON object. Unless extra JSON says otherwise, the
 * provider is asked to store nothing, and to give out its reasoning encrypted, so that a
 * conversation holds all that it needs to go on.
 */
final class ResponsesRequestWriter {
  /** OpenAI's models from before reasoning, which refuse to be asked for it. No new ones come. */
  private static final Pattern WITHOUT_REASONING =
      Pattern.compile("(ft:)?(gpt-3|gpt-4|chatgpt-4|gpt-5(\\.\\d+)?-chat).*");

  private final JsonGenerator out;
  private final ModelRequest request;
  private final ExtraJson extra;
  private final String origin;

  private ResponsesRequestWriter(
      JsonGenerator out, ModelRequest request, ExtraJson extra, String origin) {
    this.out = out;
    this.request = request;
    this.extra = extra;
    this.origin = origin;
  }

  /**
   * @param extra the extra members, which are used up
   * @param origin whose items may be sent
   */
  static Buffer write(ModelRequest request, ExtraJson extra, String origin) {
    Buffer body = new Buffer();
    try (JsonGenerator out =
        JsonTexts.FACTORY.createGenerator(ObjectWriteContext.empty(), body.outputStream())) {
      new ResponsesRequestWriter(out, request, extra, origin).write();
    }
    return body;
  }

  private void write() {
    out.writeStartObject();
    model();
    conversation();
    tools();
    name("stream");
    out.writeBoolean(request.streaming());
    storage();
    options(request.options());
    output();
    extra.writeTo(out);
    out.writeEndObject();
  }

  /** Starts a member of the request; one that the extra JSON has too would be there twice. */
  private void name(String name) {
    extra.refuse(name);
    out.writeName(name);
  }

  private void text(String name, String text) {
    out.writeName(name);
    out.writeString(JsonTexts.wellFormed(text));
  }

  /** A prompt that the provider keeps names a model of its own, and needs no other. */
  private void model() {
    if (!request.model().isEmpty()) {
      name("model");
      out.writeString(JsonTexts.wellFormed(request.model()));
    }
  }

  private void conversation() {
    boolean stored = extra.isTrue("store");
    boolean goesOn = extra.has("previous_response_id") || extra.has("conversation");
    ResponsesInputWriter input = new ResponsesInputWriter(out, request, origin, stored, goesOn);
    input.instructions(extra.has("instructions"));
    if (input.isEmpty()) {
      // A prompt that the provider keeps, or a response that it goes on from, says it all.
      return;
    }
    name("input");
    input.write();
  }

  private void storage() {
    boolean stored = extra.isTrue("store");
    if (!extra.has("store")) {
      out.writeName("store");
      out.writeBoolean(false);
    }
    if (!stored && !extra.has("include") && !WITHOUT_REASONING.matcher(request.model()).matches()) {
      out.writeName("include");
      out.writeRawValue("[\"reasoning.encrypted_content\"]");
    }
  }

  private void tools() {
    if (request.tools().isEmpty() && !extra.has("tools")) {
      // Servers refuse to be told how to call tools when there are none.
      return;
    }
    String more = extra.takeList("tools");
    name("tools");
    out.writeStartArray();
    request.tools().forEach(this::tool);
    if (!more.isBlank()) {
      out.writeRawValue(more);
    }
    out.writeEndArray();
    request.options().toolChoice().ifPresent(this::toolChoice);
    request
        .options()
        .parallelToolCalls()
        .ifPresent(value -> {
          name("parallel_tool_calls");
          out.writeBoolean(value);
        });
  }

  /** Strict mode is this API's default, so that it has to be told of a tool that cannot have it. */
  private void tool(ToolSpec tool) {
    boolean strict =
        request.options().strictTools().orElse(true) && tool.supports(SchemaProfile.OPENAI_STRICT);
    out.writeStartObject();
    text("type", "function");
    text("name", tool.name());
    if (!tool.description().isEmpty()) {
      text("description", tool.description());
    }
    out.writeName("parameters");
    out.writeRawValue(strict ? tool.inputSchema(SchemaProfile.OPENAI_STRICT) : tool.inputSchema());
    out.writeName("strict");
    out.writeBoolean(strict);
    out.writeEndObject();
  }

  private void toolChoice(ToolChoice choice) {
    name("tool_choice");
    if (choice instanceof ToolChoice.Tool tool) {
      out.writeStartObject();
      text("type", "function");
      text("name", tool.name());
      out.writeEndObject();
    } else if (choice instanceof ToolChoice.None) {
      out.writeString("none");
    } else {
      out.writeString(choice instanceof ToolChoice.Required ? "required" : "auto");
    }
  }

  private void options(ModelOptions options) {
    if (options.seed().isPresent() || !options.stop().isEmpty()) {
      throw new IllegalArgumentException(
          "The Responses API has neither a seed nor stop texts, but the options have "
              + (options.seed().isPresent() ? "a seed" : "stop texts")
              + ". Leave them out, or build the client with OpenAiApi.CHAT_COMPLETIONS.");
    }
    options.temperature().ifPresent(value -> number("temperature", value));
    options.topP().ifPresent(value -> number("top_p", value));
    options
        .maxOutputTokens()
        .ifPresent(value -> {
          name("max_output_tokens");
          out.writeNumber(value);
        });
    options
        .reasoningEffort()
        .ifPresent(effort -> {
          ExtraJson more = extra.takeObject("reasoning");
          more.refuse("effort");
          name("reasoning");
          out.writeStartObject();
          text("effort", effort);
          more.writeTo(out);
          out.writeEndObject();
        });
  }

  private void number(String name, double value) {
    name(name);
    out.writeNumber(value);
  }

  private void output() {
    OutputType<?> type = request.output().orElse(null);
    if (type == null) {
      return;
    }
    ExtraJson more = extra.takeObject("text");
    more.refuse("format");
    boolean strict = type.supports(SchemaProfile.OPENAI_STRICT);
    name("text");
    out.writeStartObject();
    out.writeName("format");
    out.writeStartObject();
    text("type", "json_schema");
    text("name", type.name());
    if (!type.description().isEmpty()) {
      text("description", type.description());
    }
    out.writeName("schema");
    out.writeRawValue(strict ? type.schema(SchemaProfile.OPENAI_STRICT) : type.schema());
    out.writeName("strict");
    out.writeBoolean(strict);
    out.writeEndObject();
    more.writeTo(out);
    out.writeEndObject();
  }
}
