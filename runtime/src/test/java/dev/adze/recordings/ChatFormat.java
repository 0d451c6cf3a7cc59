package dev.adze.recordings;

import dev.adze.json.JsonReader;
import dev.adze.json.JsonWriter;
import dev.adze.model.HttpSettings;
import dev.adze.model.ModelClient;
import dev.adze.model.openai.OpenAiClient;
import dev.adze.tool.OutputType;
import dev.adze.tool.SchemaProfile;
import dev.adze.tool.ToolSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Chat completions, as OpenAI and every compatible server write them. */
final class ChatFormat implements WireFormat {
  /** Of the server that replays exchanges. */
  private static final String ORIGIN = "openai-chat 127.0.0.1";

  @Override
  public boolean speaks(RecordedExchange exchange) {
    return exchange.path().contains("/chat/completions");
  }

  @Override
  public ModelClient client(RecordedExchange exchange, String server, HttpSettings http) {
    JsonNode request = exchange.request();
    OpenAiClient.Builder client =
        OpenAiClient.builder()
            .apiKey("none")
            .http(http)
            .baseUrl(server + exchange.path().replace("/chat/completions", ""))
            .developerRole(roles(request).anyMatch("developer"::equals))
            .reasoningBack(true);
    if (exchange.hasRequest()) {
      client.usageInStreams(request.path("stream_options").path("include_usage").asBoolean(false));
    }
    if (request.has("max_completion_tokens")) {
      client.maxTokensField("max_completion_tokens");
    }
    return client.build();
  }

  private static Stream<String> roles(JsonNode request) {
    return request.path("messages").valueStream().map(message -> message.path("role").asString());
  }

  @Override
  public Optional<String> notModelled(RecordedExchange exchange) {
    JsonNode request = exchange.request();
    if (request.has("functions")) {
      return Optional.of("\"functions\", which \"tools\" have replaced");
    }
    if (request.path("n").asInt(1) != 1) {
      return Optional.of("several choices");
    }
    if (roles(request).distinct().filter(List.of("system", "developer")::contains).count() > 1) {
      return Optional.of("instructions in two roles");
    }
    return Optional.empty();
  }

  @Override
  public RecordedRequest request(RecordedExchange exchange) {
    JsonNode request = exchange.request();
    List<ToolSpec> tools =
        request
            .path("tools")
            .valueStream()
            .filter(tool -> tool.has("function"))
            .map(ChatFormat::tool)
            .toList();
    return new RecordedRequest(
        request.path("model").asString(),
        ChatMessages.read(request.path("messages"), ORIGIN),
        tools,
        ChatOptions.read(request),
        output(request.path("response_format").path("json_schema")),
        request.path("stream").asBoolean(false));
  }

  @Override
  public RecordedAnswer answer(RecordedExchange exchange) {
    return ChatAnswerReader.read(exchange);
  }

  @Override
  public String errorEvent() {
    return "data: {\"error\":{\"message\":\"The server had an error.\",\"type\":\"server_error\","
        + "\"param\":null,\"code\":null}}\n\n";
  }

  @Override
  public JsonNode comparable(
      JsonNode request, RecordedExchange exchange, @Nullable NotModelled notModelled) {
    return new ChatRequestForms(exchange, notModelled).comparable(request.asObject());
  }

  static ToolSpec tool(JsonNode declaration) {
    JsonNode function = declaration.path("function");
    ToolSpec.Builder tool =
        ToolSpec.builder(function.path("name").asString(), function.path("parameters").toString())
            .description(function.path("description").asString(""));
    ToolSpec strict = tool.strictProfiles(SchemaProfile.OPENAI_STRICT).build();
    return function.path("strict").asBoolean(false) && isStrict(strict)
        ? strict
        : tool.strictProfiles().build();
  }

  /** Whether a schema that was written for strict mode keeps to it as we know it. */
  static boolean isStrict(ToolSpec tool) {
    try {
      return !tool.inputSchema(SchemaProfile.OPENAI_STRICT).isEmpty();
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }

  private static @Nullable OutputType<?> output(JsonNode format) {
    if (!format.isObject()) {
      return null;
    }
    SchemaProfile[] profiles =
        format.path("strict").asBoolean(false)
            ? new SchemaProfile[] {SchemaProfile.OPENAI_STRICT}
            : new SchemaProfile[0];
    return OutputType.of(
        format.path("name").asString(),
        format.path("description").asString(""),
        format.path("schema").toString(),
        JsonReader::readAny,
        JsonWriter::any,
        profiles);
  }
}
