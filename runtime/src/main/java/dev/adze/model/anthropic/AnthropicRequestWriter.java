package dev.adze.model.anthropic;

import static dev.adze.model.anthropic.AnthropicContent.member;

import dev.adze.internal.ExtraJson;
import dev.adze.internal.JsonTexts;
import dev.adze.model.Message;
import dev.adze.model.ModelOptions;
import dev.adze.model.ModelRequest;
import dev.adze.model.SystemMessage;
import dev.adze.model.ToolChoice;
import dev.adze.tool.OutputType;
import dev.adze.tool.SchemaProfile;
import dev.adze.tool.ToolSpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okio.Buffer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** Writes a request as one JSON object. Tool schemas and extra members go in as they stand. */
final class AnthropicRequestWriter {
  private final JsonGenerator out;
  private final ModelRequest request;
  private final AnthropicSettings settings;
  private final ExtraJson extra;
  private final AnthropicStrictBudget strict = new AnthropicStrictBudget();

  private final AnthropicGivenTools givenTools;

  private AnthropicRequestWriter(
      JsonGenerator out, ModelRequest request, AnthropicSettings settings) {
    this.out = out;
    this.request = request;
    this.settings = settings;
    this.extra = ExtraJson.parse(request.options().extraJson().orElse("{}"));
    this.givenTools = AnthropicGivenTools.parse(extra.takeList("tools"));
  }

  static Buffer write(ModelRequest request, AnthropicSettings settings) {
    Buffer body = new Buffer();
    try (JsonGenerator out =
        JsonTexts.FACTORY.createGenerator(ObjectWriteContext.empty(), body.outputStream())) {
      new AnthropicRequestWriter(out, request, settings).write();
    }
    return body;
  }

  private void write() {
    ModelOptions options = request.options();
    out.writeStartObject();
    name("model");
    out.writeString(JsonTexts.wellFormed(request.model()));
    name("max_tokens");
    out.writeNumber(options.maxOutputTokens().orElse(settings.maxTokensWithThinking()));
    String schema = output();
    system(schema);
    AnthropicConversation conversation = new AnthropicConversation(request, settings);
    name("messages");
    // A request that has the provider set the marks has no room for ours of the conversation.
    conversation.write(out, extra.has("cache_control") ? "" : settings.conversationCache());
    tools(options);
    name("stream");
    out.writeBoolean(request.streaming());
    options(options);
    thinking(conversation);
    outputConfig(options, schema);
    container(conversation.container());
    extra.writeTo(out);
    out.writeEndObject();
  }

  /** Starts a member of the request; one that the extra JSON has too would be there twice. */
  private void name(String name) {
    extra.refuse(name);
    out.writeName(name);
  }

  /** The schema that the provider holds the answer to; empty if there is none that it can. */
  private String output() {
    return request
        .output()
        .filter(type -> type.supports(SchemaProfile.ANTHROPIC_STRICT))
        .map(type -> type.schema(SchemaProfile.ANTHROPIC_STRICT))
        .filter(strict::takes)
        .orElse("");
  }

  private void system(String schema) {
    List<String> texts = new ArrayList<>();
    Stream<Message> messages = request.messages().stream();
    (settings.instructionsInPlace()
            ? messages.takeWhile(SystemMessage.class::isInstance)
            : messages.filter(SystemMessage.class::isInstance))
        .map(message -> ((SystemMessage) message).text())
        .filter(text -> !text.isBlank())
        .forEach(texts::add);
    if (schema.isEmpty()) {
      request.output().map(AnthropicRequestWriter::wish).ifPresent(texts::add);
    }
    if (texts.isEmpty()) {
      return;
    }
    name("system");
    out.writeStartArray();
    for (int i = 0; i < texts.size(); i++) {
      new AnthropicContent.Text(texts.get(i))
          .write(out, i == texts.size() - 1 ? settings.prefixCache() : "");
    }
    out.writeEndArray();
  }

  /** What the provider cannot be told to enforce, the model is asked for. */
  private static String wish(OutputType<?> type) {
    return "Give the final answer as one JSON value that fits this JSON Schema, and nothing else:\n"
        + type.schema();
  }

  private void tools(ModelOptions options) {
    List<ToolSpec> tools =
        request.tools().stream().filter(tool -> !givenTools.has(tool.name())).toList();
    if (tools.isEmpty() && givenTools.isEmpty()) {
      return;
    }
    name("tools");
    out.writeStartArray();
    givenTools.writeTo(out);
    boolean wanted = options.strictTools().orElse(false);
    for (int i = 0; i < tools.size(); i++) {
      tool(tools.get(i), wanted, i == tools.size() - 1);
    }
    out.writeEndArray();
    toolChoice(options);
  }

  private void tool(ToolSpec tool, boolean wanted, boolean last) {
    boolean strictly =
        wanted
            && tool.supports(SchemaProfile.ANTHROPIC_STRICT)
            && strict.takesTool(tool.inputSchema(SchemaProfile.ANTHROPIC_STRICT));
    out.writeStartObject();
    member(out, "name", tool.name());
    if (!tool.description().isEmpty()) {
      member(out, "description", tool.description());
    }
    out.writeName("input_schema");
    out.writeRawValue(
        strictly ? tool.inputSchema(SchemaProfile.ANTHROPIC_STRICT) : tool.inputSchema());
    if (strictly) {
      out.writeName("strict");
      out.writeBoolean(true);
    }
    if (last && !settings.prefixCache().isEmpty()) {
      out.writeName("cache_control");
      out.writeRawValue(settings.prefixCache());
    }
    out.writeEndObject();
  }

  /** Whether one response may have several calls is said here, so it needs a choice too. */
  private void toolChoice(ModelOptions options) {
    boolean single = !options.parallelToolCalls().orElse(true);
    if (options.toolChoice().isEmpty() && !single) {
      return;
    }
    ToolChoice choice = options.toolChoice().orElseGet(ToolChoice::auto);
    name("tool_choice");
    out.writeStartObject();
    if (choice instanceof ToolChoice.Tool tool) {
      member(out, "type", "tool");
      member(out, "name", tool.name());
    } else if (choice instanceof ToolChoice.None) {
      member(out, "type", "none");
    } else {
      member(out, "type", choice instanceof ToolChoice.Required ? "any" : "auto");
    }
    if (single && !(choice instanceof ToolChoice.None)) {
      out.writeName("disable_parallel_tool_use");
      out.writeBoolean(true);
    }
    out.writeEndObject();
  }

  private void options(ModelOptions options) {
    options.temperature().ifPresent(value -> number("temperature", value));
    options.topP().ifPresent(value -> number("top_p", value));
    if (!options.stop().isEmpty()) {
      name("stop_sequences");
      out.writeStartArray();
      options.stop().forEach(text -> out.writeString(JsonTexts.wellFormed(text)));
      out.writeEndArray();
    }
  }

  /** What an agent's options say of thinking goes before what the client says. */
  private void thinking(AnthropicConversation conversation) {
    boolean taken = settings.thinkingTokens() < 0 || conversation.takesThinkingBudget();
    if (!settings.thinking().isEmpty() && taken && !extra.has("thinking")) {
      out.writeName("thinking");
      out.writeRawValue(settings.thinking());
    }
  }

  private void number(String name, double value) {
    name(name);
    out.writeNumber(value);
  }

  private void outputConfig(ModelOptions options, String schema) {
    if (options.reasoningEffort().isEmpty() && schema.isEmpty()) {
      return;
    }
    name("output_config");
    out.writeStartObject();
    options.reasoningEffort().ifPresent(effort -> member(out, "effort", effort));
    if (!schema.isEmpty()) {
      out.writeName("format");
      out.writeStartObject();
      member(out, "type", "json_schema");
      out.writeName("schema");
      out.writeRawValue(schema);
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  /** The tools of the provider go on where they were, for as long as it keeps their files. */
  private void container(String json) {
    if (json.isEmpty() || extra.has("container")) {
      return;
    }
    String id = "";
    String expires = "";
    for (Map.Entry<String, String> member : JsonTexts.members(json).entrySet()) {
      switch (member.getKey()) {
        case "id" -> id = member.getValue();
        case "expires_at" -> expires = member.getValue();
        default -> {}
      }
    }
    if (id.startsWith("\"") && !isOver(expires)) {
      out.writeName("container");
      out.writeRawValue(id);
    }
  }

  private static boolean isOver(String quotedTime) {
    try {
      return OffsetDateTime.parse(quotedTime.replace("\"", "")).toInstant().isBefore(Instant.now());
    } catch (DateTimeException e) {
      return false;
    }
  }
}
