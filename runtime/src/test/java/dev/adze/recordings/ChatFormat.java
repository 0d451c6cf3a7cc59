package dev.adze.recordings;

import dev.adze.json.JsonReader;
import dev.adze.json.JsonWriter;
import dev.adze.model.AssistantMessage;
import dev.adze.model.HttpSettings;
import dev.adze.model.Message;
import dev.adze.model.ModelClient;
import dev.adze.model.ReasoningPart;
import dev.adze.model.groq.GroqClient;
import dev.adze.model.openai.OpenAiClient;
import dev.adze.tool.OutputType;
import dev.adze.tool.SchemaProfile;
import dev.adze.tool.ToolSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Chat completions, as OpenAI and every compatible server write them. */
final class ChatFormat implements WireFormat {
  /** Of the server that replays exchanges. */
  private static final String ORIGIN = "openai-chat 127.0.0.1";

  private static final Set<String> ROLES =
      Set.of("system", "developer", "user", "assistant", "tool");

  /** Content that every server knows by that name, and what reasoning a few give. */
  private static final Set<String> CONTENT =
      Set.of("text", "image_url", "video_url", "input_audio", "file", "thinking");

  @Override
  public boolean speaks(RecordedExchange exchange) {
    return exchange.path().contains("/chat/completions");
  }

  @Override
  public ModelClient client(RecordedExchange exchange, String server, HttpSettings http) {
    JsonNode request = exchange.request();
    String baseUrl = server + exchange.path().replace("/chat/completions", "");
    if (isGroq(exchange)) {
      return GroqClient.builder().apiKey("none").http(http).baseUrl(baseUrl).build();
    }
    OpenAiClient.Builder client =
        OpenAiClient.builder()
            .apiKey("none")
            .http(http)
            .baseUrl(baseUrl)
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

  /** Whether the client for Groq is the one under test. */
  static boolean isGroq(RecordedExchange exchange) {
    return exchange.provider().equals("groq");
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
    return request
        .path("messages")
        .valueStream()
        .map(message -> notModelled(message, request))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> notModelled(JsonNode message, JsonNode request) {
    String role = message.path("role").asString("");
    if (!ROLES.contains(role)) {
      return Optional.of("a message of the role \"" + role + "\"");
    }
    for (JsonNode part : message.path("content").values()) {
      String type = part.path("type").asString("");
      if (!CONTENT.contains(type) || !part.has(type)) {
        return Optional.of("content of the type \"" + type + "\"");
      }
      if (part.path("input_audio").isString()) {
        return Optional.of("audio as Mistral has it, without a format");
      }
      if (!role.equals("user") && !type.equals("text") && !type.equals("thinking")) {
        return Optional.of("content of the type \"" + type + "\" said by the role " + role);
      }
    }
    if (role.equals("tool") && !isCalled(message.path("tool_call_id"), request)) {
      return Optional.of("a result of no call in the conversation");
    }
    return Optional.empty();
  }

  private static boolean isCalled(JsonNode id, JsonNode request) {
    return request
        .path("messages")
        .valueStream()
        .flatMap(message -> message.path("tool_calls").valueStream())
        .anyMatch(call -> call.path("id").equals(id));
  }

  @Override
  public Optional<String> notReplayable(RecordedRun run) {
    List<RecordedExchange> exchanges = run.exchanges();
    for (int step = 1; step < exchanges.size(); step++) {
      List<Message> messages = request(exchanges.get(step)).messages();
      List<String> sentBack =
          ((AssistantMessage) messages.get(messages.size() - 2))
              .parts().stream().filter(ReasoningPart.class::isInstance).map(PartText::of).toList();
      List<String> reasoned =
          answer(exchanges.get(step - 1)).parts().stream()
              .filter(part -> part.startsWith("reasoning "))
              .toList();
      if (!sentBack.equals(reasoned)) {
        return Optional.of("a run whose program changed the provider's reasoning");
      }
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

  private static ToolSpec tool(JsonNode declaration) {
    JsonNode function = declaration.path("function");
    String schema =
        function.path("parameters").isObject()
            ? function.path("parameters").toString()
            : NO_PARAMETERS;
    return ToolSpec.builder(function.path("name").asString(), schema)
        .description(function.path("description").asString(""))
        .strictProfiles(profiles(function, "parameters"))
        .build();
  }

  private static @Nullable OutputType<?> output(JsonNode format) {
    return format.isObject()
        ? OutputType.of(
            format.path("name").asString(),
            format.path("description").asString(""),
            format.path("schema").toString(),
            JsonReader::readAny,
            JsonWriter::any,
            profiles(format, "schema"))
        : null;
  }

  private static SchemaProfile[] profiles(JsonNode declared, String schema) {
    return declared.path("strict").asBoolean(false)
            && StrictSchema.keepsRules(declared.path(schema))
        ? new SchemaProfile[] {SchemaProfile.OPENAI_STRICT}
        : new SchemaProfile[0];
  }
}
