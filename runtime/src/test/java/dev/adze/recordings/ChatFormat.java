package dev.adze.recordings;

import dev.adze.model.HttpSettings;
import dev.adze.model.ModelClient;
import dev.adze.model.openai.OpenAiClient;
import dev.adze.tool.ToolSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Chat completions, as OpenAI and every compatible server write them. */
final class ChatFormat implements WireFormat {
  @Override
  public boolean speaks(RecordedExchange exchange) {
    return exchange.path().contains("/chat/completions");
  }

  @Override
  public ModelClient client(RecordedExchange exchange, String server, HttpSettings http) {
    String path = exchange.path();
    OpenAiClient.Builder client =
        OpenAiClient.builder()
            .apiKey("none")
            .http(http)
            .baseUrl(server + path.substring(0, path.indexOf("/chat/completions")));
    if (exchange.request().has("max_completion_tokens")) {
      client.maxTokensField("max_completion_tokens");
    }
    return client.build();
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
    return Stream.of(request.path("messages"))
        .flatMap(JsonNode::valueStream)
        .flatMap(message -> message.path("content").valueStream())
        .map(part -> part.path("type").asString(""))
        .filter(type -> !type.equals("text"))
        .findFirst()
        .map(type -> "a message part of type \"" + type + "\"");
  }

  @Override
  public RecordedRequest request(RecordedExchange exchange) {
    JsonNode request = exchange.request();
    List<ToolSpec> tools = request.path("tools").valueStream().map(ChatFormat::tool).toList();
    return new RecordedRequest(
        request.path("model").asString(),
        ChatMessages.read(request.path("messages")),
        tools,
        ChatOptions.read(request),
        null,
        exchange.streamed());
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
    return ToolSpec.builder(
            function.path("name").asString(), function.path("parameters").toString())
        .description(function.path("description").asString(""))
        .build();
  }
}
