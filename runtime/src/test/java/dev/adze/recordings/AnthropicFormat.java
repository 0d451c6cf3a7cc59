package dev.adze.recordings;

import dev.adze.model.AssistantMessage;
import dev.adze.model.AssistantPart;
import dev.adze.model.HttpSettings;
import dev.adze.model.Message;
import dev.adze.model.ModelClient;
import dev.adze.model.ModelRequest;
import dev.adze.model.ProviderItem;
import dev.adze.model.ProviderPart;
import dev.adze.model.ReasoningPart;
import dev.adze.model.TextPart;
import dev.adze.model.ToolCall;
import dev.adze.model.anthropic.AnthropicClient;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The Messages API, as Anthropic writes it. */
final class AnthropicFormat implements WireFormat {
  @Override
  public boolean speaks(RecordedExchange exchange) {
    return exchange.path().matches("(/.*)?/v1/messages(\\?.*)?");
  }

  @Override
  public ModelClient client(RecordedExchange exchange, String server, HttpSettings http) {
    JsonNode recorded = AnthropicRequest.of(exchange).body();
    AnthropicClient.Builder client =
        AnthropicClient.builder()
            .apiKey("none")
            .http(http)
            .baseUrl(server + exchange.path().replaceFirst("/messages", ""));
    JsonNode thinking = recorded.path("thinking");
    if (AnthropicOptions.isOurThinking(thinking)) {
      if (thinking.has("display")) {
        client.thinkingDisplay(thinking.path("display").asString());
      }
      if (thinking.has("budget_tokens")) {
        client.thinkingBudget(thinking.path("budget_tokens").asInt());
      } else {
        client.adaptiveThinking();
      }
    }
    AnthropicMarks.of(recorded.asObject())
        .ifPresent(marks -> client.promptCache(marks.prefix(), marks.conversation()));
    if (recorded
        .path("messages")
        .valueStream()
        .anyMatch(message -> message.path("role").asString("").equals("system"))) {
      client.instructionsInPlace();
    }
    if (AnthropicDocuments.cited(recorded.asObject())) {
      client.citations();
    }
    AnthropicClient built = client.build();
    String origin = "anthropic-messages " + URI.create(server).getAuthority();
    return new AdaptedClient(built, request -> own(request, origin));
  }

  /** What was recorded of the provider counts as this server's. */
  private static ModelRequest own(ModelRequest request, String origin) {
    return ModelRequest.builder(
            request.model(),
            request.messages().stream().map(message -> own(message, origin)).toList())
        .tools(request.tools())
        .options(request.options())
        .output(request.output().orElse(null))
        .streaming(request.streaming())
        .callIdPrefix(request.callId(0).replaceFirst("1$", ""))
        .build();
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
    } else if (part instanceof ToolCall call) {
      return new ToolCall(
          call.id(), call.providerId(), call.name(), call.arguments(), own(call.item(), origin));
    }
    return part;
  }

  private static Optional<ProviderItem> own(Optional<ProviderItem> item, String origin) {
    return item.map(one ->
        one.origin().equals(AnthropicMessages.ORIGIN) ? new ProviderItem(origin, one.json()) : one);
  }

  @Override
  public Optional<String> notModelled(RecordedExchange exchange) {
    return AnthropicRequest.of(exchange).notModelled();
  }

  @Override
  public Optional<String> notReplayable(RecordedRun run) {
    return AnthropicRuns.notReplayable(run);
  }

  @Override
  public RecordedRequest request(RecordedExchange exchange) {
    JsonNode request = AnthropicRequest.of(exchange).body();
    return new RecordedRequest(
        request.path("model").asString(),
        AnthropicMessages.read(request),
        AnthropicTools.specs(request),
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
    AnthropicRequest recorded = AnthropicRequest.of(exchange);
    AnthropicRequestForms forms = new AnthropicRequestForms(recorded);
    if (notModelled == null) {
      if (recorded.hasOtherMarks()) {
        AnthropicMarks.remove(request.asObject());
      }
      return forms.comparable(request.asObject());
    }
    recorded.leftOut().forEach(what -> notModelled.add(what, exchange.id()));
    return forms.comparable(recorded.body());
  }
}
