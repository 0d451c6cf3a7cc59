package dev.adze.recordings;

import dev.adze.model.AssistantMessage;
import dev.adze.model.AssistantPart;
import dev.adze.model.HttpSettings;
import dev.adze.model.Message;
import dev.adze.model.ModelCall;
import dev.adze.model.ModelClient;
import dev.adze.model.ModelRequest;
import dev.adze.model.ProviderItem;
import dev.adze.model.ProviderPart;
import dev.adze.model.ReasoningPart;
import dev.adze.model.TextPart;
import dev.adze.model.anthropic.AnthropicClient;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The Messages API, as Anthropic writes it. */
final class AnthropicFormat implements WireFormat {
  @Override
  public boolean speaks(RecordedExchange exchange) {
    return exchange.path().matches("/v1/messages(\\?.*)?");
  }

  @Override
  public ModelClient client(RecordedExchange exchange, String server, HttpSettings http) {
    AnthropicClient.Builder client =
        AnthropicClient.builder()
            .apiKey("none")
            .http(http)
            .baseUrl(server + exchange.path().replace("/messages", ""));
    JsonNode thinking = exchange.request().path("thinking");
    switch (thinking.path("type").asString("")) {
      case "enabled" -> client.thinkingBudget(thinking.path("budget_tokens").asInt());
      case "adaptive" -> client.adaptiveThinking();
      default -> {}
    }
    JsonNode mark = exchange.request().findValue("cache_control");
    if (mark != null && AnthropicRequestForms.marksAsWe(exchange.request())) {
      boolean hour = mark.path("ttl").asString("").equals("1h");
      client.promptCache(hour ? Duration.ofHours(1) : Duration.ofMinutes(5));
    }
    AnthropicClient built = client.build();
    String origin = "anthropic-messages " + URI.create(server).getAuthority();
    return request -> call(built, request, origin);
  }

  /** What was recorded of the provider counts as this server's. */
  private static ModelCall call(ModelClient client, ModelRequest request, String origin) {
    ModelRequest own =
        ModelRequest.builder(
                request.model(),
                request.messages().stream().map(message -> own(message, origin)).toList())
            .tools(request.tools())
            .options(request.options())
            .output(request.output().orElse(null))
            .streaming(request.streaming())
            .callIdPrefix(request.callId(0).replaceFirst("1$", ""))
            .build();
    return client.newCall(own);
  }

  private static Message own(Message message, String origin) {
    return message instanceof AssistantMessage assistant
        ? new AssistantMessage(assistant.parts().stream().map(part -> own(part, origin)).toList())
        : message;
  }

  private static AssistantPart own(AssistantPart part, String origin) {
    if (part instanceof TextPart text) {
      return new TextPart(text.text(), own(text.item(), origin));
    } else if (part instanceof ReasoningPart reasoning) {
      return new ReasoningPart(reasoning.text(), own(reasoning.item(), origin));
    } else if (part instanceof ProviderPart provider) {
      return new ProviderPart(
          provider.type(),
          provider.awaitsClient(),
          own(Optional.of(provider.item()), origin).orElseThrow());
    }
    return part;
  }

  private static Optional<ProviderItem> own(Optional<ProviderItem> item, String origin) {
    return item.map(one ->
        one.origin().equals(AnthropicMessages.ORIGIN) ? new ProviderItem(origin, one.json()) : one);
  }

  @Override
  public Optional<String> notModelled(RecordedExchange exchange) {
    for (JsonNode message : exchange.request().path("messages").values()) {
      for (JsonNode block : message.path("content").values()) {
        JsonNode content = block.path("content");
        if (block.path("type").asString().equals("tool_result") && isForeign(content)) {
          return Optional.of("a tool's result of several texts, or of references to tools");
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isForeign(JsonNode content) {
    return content.valueStream().filter(one -> one.has("text")).count() > 1
        || content
            .valueStream()
            .anyMatch(one -> one.path("type").asString().equals("tool_reference"));
  }

  @Override
  public RecordedRequest request(RecordedExchange exchange) {
    JsonNode request = exchange.request();
    return new RecordedRequest(
        request.path("model").asString(),
        AnthropicMessages.read(request),
        AnthropicOptions.tools(request),
        AnthropicOptions.read(request),
        null,
        request.path("stream").asBoolean(false));
  }

  @Override
  public RecordedAnswer answer(RecordedExchange exchange) {
    return AnthropicAnswerReader.read(exchange);
  }

  @Override
  public String errorEvent() {
    return "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"api_error\","
        + "\"message\":\"Internal server error\"}}\n\n";
  }

  @Override
  public JsonNode comparable(
      JsonNode request, RecordedExchange exchange, @Nullable NotModelled notModelled) {
    return new AnthropicRequestForms(exchange, notModelled).comparable(request.asObject());
  }
}
