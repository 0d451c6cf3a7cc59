package dev.adze.recordings;

import dev.adze.model.AssistantMessage;
import dev.adze.model.AssistantPart;
import dev.adze.model.FinishReason;
import dev.adze.model.HttpSettings;
import dev.adze.model.McpApprovalRequest;
import dev.adze.model.McpToolsPart;
import dev.adze.model.Message;
import dev.adze.model.ModelClient;
import dev.adze.model.ModelOptions;
import dev.adze.model.ModelRequest;
import dev.adze.model.ProviderItem;
import dev.adze.model.ProviderPart;
import dev.adze.model.ReasoningPart;
import dev.adze.model.RefusalPart;
import dev.adze.model.TextPart;
import dev.adze.model.ToolCall;
import dev.adze.model.openai.OpenAiApi;
import dev.adze.model.openai.OpenAiClient;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** OpenAI's Responses API, as OpenAI and the servers that have it too write it. */
final class ResponsesFormat implements WireFormat {
  /** A response may also be fetched that was made in the background. */
  @Override
  public boolean speaks(RecordedExchange exchange) {
    String path = exchange.path().replaceFirst("\\?.*", "");
    return exchange.method().equalsIgnoreCase("GET")
        ? path.matches(".*/responses/[^/]+")
        : path.matches(".*/responses/?");
  }

  /** A client that takes the recorded items for those of the server that replays them. */
  @Override
  public ModelClient client(RecordedExchange exchange, String server, HttpSettings http) {
    String path = exchange.path();
    int query = path.indexOf('?');
    OpenAiClient client =
        OpenAiClient.builder()
            .api(OpenAiApi.RESPONSES)
            .apiKey("none")
            .http(http)
            .baseUrl(
                server
                    + path.replaceFirst("/responses([/?].*)?$", "")
                    + (query < 0 ? "" : path.substring(query)))
            .build();
    String origin = "openai-responses " + URI.create(server).getAuthority();
    RecordedRequest recorded =
        exchange.hasRequest() && notModelled(exchange).isEmpty() ? request(exchange) : null;
    return new AdaptedClient(client, request -> own(request, recorded, origin));
  }

  private static ModelRequest own(
      ModelRequest request, @Nullable RecordedRequest recorded, String origin) {
    return ModelRequest.builder(
            request.model(),
            request.messages().stream().map(message -> own(message, origin)).toList())
        .tools(request.tools())
        .options(
            recorded == null || request.options() != ModelOptions.NONE
                ? request.options()
                : recorded.options())
        .output(recorded == null ? null : recorded.output())
        .streaming(request.streaming())
        .callIdPrefix(request.callId(0).substring(0, request.callId(0).length() - 1))
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
    } else if (part instanceof RefusalPart refusal) {
      return new RefusalPart(refusal.text(), own(refusal.item(), origin));
    } else if (part instanceof ReasoningPart reasoning) {
      return new ReasoningPart(reasoning.text(), own(reasoning.item(), origin));
    } else if (part instanceof ToolCall call) {
      return new ToolCall(
          call.id(), call.providerId(), call.name(), call.arguments(), own(call.item(), origin));
    } else if (part instanceof ProviderPart provider) {
      return new ProviderPart(
          provider.type(), provider.awaitsClient(), own(provider.item(), origin));
    } else if (part instanceof McpToolsPart tools) {
      return new McpToolsPart(tools.server(), tools.tools(), own(tools.item(), origin));
    } else if (part instanceof McpApprovalRequest asks) {
      return new McpApprovalRequest(
          asks.id(),
          asks.providerId(),
          asks.server(),
          asks.name(),
          asks.arguments(),
          own(asks.item(), origin));
    }
    return part;
  }

  private static Optional<ProviderItem> own(Optional<ProviderItem> item, String origin) {
    return item.map(one -> own(one, origin));
  }

  private static ProviderItem own(ProviderItem item, String origin) {
    return item.origin().equals(ResponsesMessages.ORIGIN)
        ? new ProviderItem(origin, item.json())
        : item;
  }

  @Override
  public Optional<String> notModelled(RecordedExchange exchange) {
    Optional<String> reason = ResponsesInputCheck.reason(exchange.request());
    if (reason.isPresent()) {
      return reason;
    }
    try {
      request(exchange).build();
      return reason;
    } catch (RuntimeException refused) {
      return Optional.of("a request that our types refuse: " + refused.getMessage());
    }
  }

  @Override
  public Optional<String> notReplayable(RecordedRun run) {
    List<RecordedExchange> exchanges = run.exchanges();
    if (ResponsesInputCheck.answersUnknownCalls(run.first().request())) {
      return Optional.of("a run that begins with a result whose call only the provider knows");
    }
    for (int step = 0; step < exchanges.size(); step++) {
      Optional<String> reason = notReplayable(answer(exchanges.get(step)));
      if (reason.isPresent()) {
        return reason;
      }
      List<JsonNode> items = ResponsesAnswerReader.items(exchanges.get(step));
      for (int i = 0; i < items.size(); i++) {
        if (ResponsesItemText.awaitsAnswer(items, i)) {
          return Optional.of("a run with an item that waits for what is no function");
        }
      }
      if (step + 1 < exchanges.size()
          && !isSentBack(items, exchanges.get(step), exchanges.get(step + 1))) {
        return Optional.of("a run whose program changed the provider's items");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> notReplayable(RecordedAnswer answer) {
    List<RecordedAnswer.Call> calls = answer.calls();
    if (calls.stream().map(RecordedAnswer.Call::id).distinct().count() < calls.size()) {
      return Optional.of("a run with two calls of the same id");
    }
    return answer.finishReason() == FinishReason.UNKNOWN && !answer.refusal().isEmpty()
        ? Optional.of("a run with a refusal that is cut off, and nobody says why")
        : Optional.empty();
  }

  /** Whether the items of an answer come back in the next request as they were, and all of them. */
  private static boolean isSentBack(
      List<JsonNode> items, RecordedExchange before, RecordedExchange after) {
    JsonNode sent = after.request().path("input");
    int known = Math.min(before.request().path("input").size(), sent.size());
    List<JsonNode> added = sent.valueStream().skip(known).toList();
    return said(items, after).equals(said(added, after));
  }

  /** What of some items is the model's, in the form that they are compared in. */
  private static List<JsonNode> said(List<JsonNode> items, RecordedExchange exchange) {
    ObjectNode request = JsonMapper.shared().createObjectNode().put("instructions", "none");
    ArrayNode input = request.putArray("input");
    items.stream()
        .filter(item -> !item.path("type").asString("").equals("function_call_output"))
        .forEach(item -> input.add(item.deepCopy()));
    new ResponsesItemForms(exchange, null).input(request);
    return List.copyOf(request.path("input").values());
  }

  @Override
  public RecordedRequest request(RecordedExchange exchange) {
    JsonNode request = exchange.request();
    return new RecordedRequest(
        request.path("model").asString(""),
        ResponsesMessages.read(request),
        ResponsesOptions.tools(request),
        ResponsesOptions.read(request),
        ResponsesOptions.output(request),
        request.path("stream").asBoolean(false));
  }

  @Override
  public RecordedAnswer answer(RecordedExchange exchange) {
    boolean stored =
        exchange.request().path("store").asBoolean(false) && notModelled(exchange).isEmpty();
    return ResponsesAnswerReader.read(exchange, stored);
  }

  @Override
  public String errorEvent() {
    return "event: error\ndata: {\"type\":\"error\",\"code\":\"server_error\","
        + "\"message\":\"The server had an error.\",\"param\":null,\"sequence_number\":9}\n\n";
  }

  @Override
  public JsonNode comparable(
      JsonNode request, RecordedExchange exchange, @Nullable NotModelled notModelled) {
    return new ResponsesRequestForms(exchange, notModelled).comparable(request.asObject());
  }
}
