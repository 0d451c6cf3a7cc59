package dev.adze.recordings;

import dev.adze.model.FinishReason;
import dev.adze.model.ModelException.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Reads a recorded answer of the Responses API as trees. */
final class ResponsesAnswerReader {
  private final List<RecordedAnswer.Chunk> chunks = new ArrayList<>();
  private final TreeMap<Integer, JsonNode> items = new TreeMap<>();
  private final TreeMap<Integer, JsonNode> begun = new TreeMap<>();
  private final TreeMap<Integer, Integer> reasoningParts = new TreeMap<>();
  private final Set<Integer> said = new HashSet<>();
  private JsonNode response = MissingNode.getInstance();
  private @Nullable Kind failure;

  private ResponsesAnswerReader() {}

  static RecordedAnswer read(RecordedExchange exchange) {
    if (exchange.status() == 200 && exchange.body().isBlank()) {
      return RecordedAnswer.failed(Kind.PROTOCOL);
    }
    if (exchange.status() != 200) {
      return RecordedAnswer.failed(kind(exchange.status(), tree(exchange.body()).path("error")));
    }
    if (exchange.body().contains("\"chat.completion.chunk\"")) {
      return ChatAnswerReader.read(exchange);
    }
    ResponsesAnswerReader reader = reader(exchange);
    return reader.failure == null ? reader.answer() : RecordedAnswer.failed(reader.failure);
  }

  /** The items of an answer, in order. */
  static List<JsonNode> items(RecordedExchange exchange) {
    return List.copyOf(reader(exchange).items.values());
  }

  private static ResponsesAnswerReader reader(RecordedExchange exchange) {
    ResponsesAnswerReader reader = new ResponsesAnswerReader();
    if (exchange.streamed()) {
      RecordedEvents.payloads(exchange.body()).forEach(reader::event);
    } else {
      reader.whole(exchange.body());
    }
    return reader;
  }

  /** What an error stands for: first its code tells, then its status, which may be unknown. */
  private static Kind kind(int status, JsonNode error) {
    String code = error.path("code").asString("");
    if (error.asString("").startsWith("Incorrect API key")) {
      return Kind.AUTHENTICATION;
    }
    return switch (code) {
      case "model_not_found" -> Kind.NOT_FOUND;
      case "invalid_api_key" -> Kind.AUTHENTICATION;
      case "context_length_exceeded" -> Kind.CONTEXT_LENGTH;
      case "insufficient_quota" -> Kind.QUOTA;
      case "rate_limit_exceeded" -> Kind.RATE_LIMIT;
      case "server_error" -> Kind.SERVER;
      default ->
          switch (status) {
            case 401 -> Kind.AUTHENTICATION;
            case 403 -> Kind.PERMISSION;
            case 404 -> Kind.NOT_FOUND;
            case 429 -> Kind.RATE_LIMIT;
            case 500, 502 -> Kind.SERVER;
            case 503 -> Kind.OVERLOADED;
            default -> Kind.INVALID_REQUEST;
          };
    };
  }

  private static JsonNode tree(String text) {
    try {
      return JsonMapper.shared().readTree(text);
    } catch (JacksonException noJson) {
      return MissingNode.getInstance();
    }
  }

  private void whole(String body) {
    response = JsonMapper.shared().readTree(body);
    if (response.path("error").isObject()) {
      failure = kind(0, response.path("error"));
      return;
    }
    if (Set.of("queued", "in_progress").contains(response.path("status").asString())) {
      failure = Kind.PROTOCOL;
      return;
    }
    List<String> deltas = new ArrayList<>();
    end(deltas);
    chunk(body.stripLeading(), deltas);
  }

  private void chunk(String json, List<String> deltas) {
    String text =
        deltas.stream()
            .filter(delta -> delta.startsWith("text "))
            .map(delta -> delta.substring(6, delta.length() - 1).replace("\\n", "\n"))
            .collect(Collectors.joining());
    chunks.add(new RecordedAnswer.Chunk(json, deltas, text));
  }

  private void event(String payload) {
    JsonNode event = JsonMapper.shared().readTree(payload);
    int index = event.path("output_index").asInt(0);
    String delta = event.path("delta").asString("");
    List<String> deltas = new ArrayList<>();
    switch (event.path("type").asString()) {
      case "error" -> fail(event.has("error") ? event.path("error") : event);
      case "response.failed" -> fail(event.path("response").path("error"));
      case "response.output_item.added" -> begin(index, event.path("item"), deltas);
      case "response.output_item.done" -> done(index, event.path("item"), deltas);
      case "response.output_text.delta" -> say(index, delta, DeltaText.text(delta), deltas);
      case "response.refusal.delta" -> say(index, delta, DeltaText.refusal(delta), deltas);
      case "response.reasoning_summary_text.delta", "response.reasoning_text.delta" -> {
        int part = event.path("summary_index").asInt(event.path("content_index").asInt(0));
        Integer before = reasoningParts.put(index, part);
        String gap = before != null && before != part && said.contains(index) ? "\n\n" : "";
        say(index, delta, DeltaText.reasoning(gap + delta), deltas);
      }
      case "response.function_call_arguments.delta" ->
          say(index, delta, arguments(index, delta), deltas);
      case "response.completed", "response.incomplete" -> {
        response = event.path("response");
        end(deltas);
      }
      default -> {}
    }
    chunk(payload, deltas);
  }

  private void fail(JsonNode error) {
    failure = failure == null ? kind(0, error) : failure;
  }

  private void say(int index, String text, String line, List<String> deltas) {
    if (!text.isEmpty()) {
      said.add(index);
      deltas.add(line);
    }
  }

  private String arguments(int index, String more) {
    int place = 0;
    for (JsonNode before : begun.headMap(index).values()) {
      place += isCall(before) ? 1 : 0;
    }
    return DeltaText.arguments(place, begun.get(index).path("name").asString(), more);
  }

  private static boolean isCall(JsonNode item) {
    return item.path("type").asString().equals("function_call");
  }

  private void begin(int index, JsonNode item, List<String> deltas) {
    if (begun.put(index, item) != null) {
      return;
    }
    String type = item.path("type").asString();
    if (isCall(item)) {
      String arguments = item.path("arguments").asString("");
      deltas.add(arguments(index, arguments));
      if (!arguments.isEmpty()) {
        said.add(index);
      }
    } else if (isProviderTool(type)) {
      deltas.add(DeltaText.provider(type));
    }
  }

  private static boolean isProviderTool(String type) {
    return (type.endsWith("_call") || type.equals("program"))
        && !Set.of("local_shell_call", "apply_patch_call", "computer_call").contains(type);
  }

  private void done(int index, JsonNode item, List<String> deltas) {
    begin(index, item, deltas);
    items.put(index, item);
    if (said.contains(index)) {
      return;
    }
    switch (item.path("type").asString()) {
      case "message" -> {
        say(index, text(item), DeltaText.text(text(item)), deltas);
        say(index, refusal(item, ""), DeltaText.refusal(refusal(item, "")), deltas);
      }
      case "reasoning" -> say(index, reasoning(item), DeltaText.reasoning(reasoning(item)), deltas);
      case "function_call" -> {
        String arguments = item.path("arguments").asString("");
        say(index, arguments, arguments(index, arguments), deltas);
      }
      default -> {}
    }
  }

  /** The last event repeats all items, and some are whole only there. */
  private void end(List<String> deltas) {
    int index = 0;
    for (JsonNode item : response.path("output").values()) {
      if (!items.containsKey(index)) {
        done(index, item, deltas);
      }
      index++;
    }
  }

  private static String text(JsonNode message) {
    return joined(message.path("content"), "text", "");
  }

  private static String refusal(JsonNode message, String between) {
    return joined(message.path("content"), "refusal", between);
  }

  private static String reasoning(JsonNode item) {
    String own = joined(item.path("content"), "text", "\n\n");
    return own.isEmpty() ? joined(item.path("summary"), "text", "\n\n") : own;
  }

  private static String joined(JsonNode parts, String member, String between) {
    return parts
        .valueStream()
        .map(part -> part.path(member).asString(""))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(between));
  }

  private RecordedAnswer answer() {
    List<JsonNode> all = List.copyOf(items.values());
    List<String> parts = new ArrayList<>();
    List<RecordedAnswer.Call> calls = new ArrayList<>();
    boolean waits = false;
    for (int i = 0; i < all.size(); i++) {
      JsonNode item = all.get(i);
      parts.addAll(ResponsesItemText.parts(all, i));
      if (isCall(item)) {
        calls.add(
            new RecordedAnswer.Call(
                item.path("call_id").asString(),
                item.path("name").asString(),
                item.path("arguments").asString()));
      }
      waits |= isCall(item) || ResponsesItemText.awaitsAnswer(all, i);
    }
    String refusal = all.stream().map(item -> refusal(item, "")).collect(Collectors.joining());
    String text =
        all.stream()
            .filter(item -> item.path("type").asString().equals("message"))
            .map(ResponsesAnswerReader::text)
            .collect(Collectors.joining());
    return new RecordedAnswer(
        response.path("id").asString(),
        response.path("model").asString(),
        chunks,
        parts,
        text,
        refusal,
        calls,
        finishReason(waits, refusal),
        tokens(),
        null);
  }

  private FinishReason finishReason(boolean waits, String refusal) {
    if (response.path("status").asString().equals("incomplete")) {
      return switch (response.path("incomplete_details").path("reason").asString()) {
        case "max_output_tokens" -> FinishReason.LENGTH;
        case "content_filter" -> FinishReason.CONTENT_FILTER;
        default -> FinishReason.UNKNOWN;
      };
    }
    if (waits) {
      return FinishReason.TOOL_CALLS;
    }
    return refusal.isEmpty() ? FinishReason.STOP : FinishReason.REFUSAL;
  }

  private RecordedAnswer.Tokens tokens() {
    JsonNode usage = response.path("usage");
    return new RecordedAnswer.Tokens(
        usage.path("input_tokens").asLong(0),
        usage.path("input_tokens_details").path("cached_tokens").asLong(0),
        usage.path("output_tokens").asLong(0),
        usage.path("output_tokens_details").path("reasoning_tokens").asLong(0),
        usage);
  }
}
