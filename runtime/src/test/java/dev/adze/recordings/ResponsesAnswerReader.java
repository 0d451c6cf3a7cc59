package dev.adze.recordings;

import dev.adze.model.ModelException.Kind;
import dev.adze.recordings.ResponsesItems.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Reads a recorded answer of the Responses API as trees. */
final class ResponsesAnswerReader {
  private static final Set<String> ERROR_MEMBERS =
      Set.of("error", "errors", "message", "detail", "msg", "code");

  private final List<RecordedAnswer.Chunk> chunks = new ArrayList<>();
  private final ResponsesItems items = new ResponsesItems();
  private List<String> deltas = new ArrayList<>();
  private StringBuilder text = new StringBuilder();
  private JsonNode response = MissingNode.getInstance();
  private String status = "";
  private boolean over;
  private boolean chat;
  private @Nullable Kind failure;

  private ResponsesAnswerReader() {}

  /**
   * Reads the answer.
   *
   * @param keepAll whether every item is kept as it is, since the provider stores it
   */
  static RecordedAnswer read(RecordedExchange exchange, boolean keepAll) {
    if (exchange.status() < 200 || exchange.status() > 299) {
      return RecordedAnswer.failed(OpenAiErrors.kind(exchange.status(), tree(exchange.body())));
    }
    ResponsesAnswerReader reader = reader(exchange);
    if (reader.chat) {
      return ChatAnswerReader.read(exchange);
    }
    return reader.failure == null
        ? new ResponsesRecordedAnswer(reader.response, reader.status, keepAll)
            .of(reader.items.inOrder(), reader.chunks)
        : RecordedAnswer.failed(reader.failure);
  }

  /** The items of an answer that came whole, in order. */
  static List<JsonNode> items(RecordedExchange exchange) {
    return reader(exchange).items.inOrder().stream()
        .map(item -> item.whole)
        .filter(whole -> !whole.isMissingNode())
        .toList();
  }

  private static ResponsesAnswerReader reader(RecordedExchange exchange) {
    ResponsesAnswerReader reader = new ResponsesAnswerReader();
    String body = exchange.body().replaceFirst("^\uFEFF", "").stripLeading();
    if (body.startsWith("{")) {
      reader.whole(body);
    } else if (!body.startsWith("[") && !body.startsWith("<")) {
      reader.events(RecordedEvents.payloads(body));
    }
    if (!reader.chat && !reader.over && reader.failure == null) {
      reader.failure = Kind.PROTOCOL;
    }
    return reader;
  }

  private static JsonNode tree(String text) {
    try {
      return JsonMapper.shared().readTree(text);
    } catch (JacksonException noJson) {
      return MissingNode.getInstance();
    }
  }

  private void whole(String body) {
    JsonNode all = tree(body);
    chat = all.has("choices");
    if (chat) {
      return;
    }
    if (OpenAiErrors.isError(all)) {
      failure = OpenAiErrors.kind(0, all);
      return;
    }
    String told = all.path("status").asString("");
    if (told.equals("queued") || told.equals("in_progress")) {
      return;
    }
    if (told.isEmpty() && all.path("output").valueStream().noneMatch(JsonNode::isObject)) {
      failure = isFailure(all) ? OpenAiErrors.kind(0, all) : Kind.PROTOCOL;
      return;
    }
    response = all;
    end(told);
    chunk(body);
  }

  private void events(List<String> payloads) {
    for (String payload : payloads) {
      JsonNode event = tree(payload);
      if (!event.isObject()) {
        failure = Kind.PROTOCOL;
      } else if (event.has("choices")) {
        chat = true;
      } else {
        event(event);
        chunk(payload);
      }
      if (over || chat || failure != null) {
        return;
      }
    }
  }

  private void chunk(String json) {
    chunks.add(new RecordedAnswer.Chunk(json, deltas, text.toString()));
    deltas = new ArrayList<>();
    text = new StringBuilder();
  }

  private static boolean isFailure(JsonNode json) {
    return json.propertyStream()
        .anyMatch(one -> ERROR_MEMBERS.contains(one.getKey()) && !one.getValue().isNull());
  }

  private void event(JsonNode event) {
    int place = event.path("output_index").asInt(-1);
    String delta = event.path("delta").asString("");
    switch (event.path("type").asString("")) {
      case "" -> {
        if (isFailure(event)) {
          failure = OpenAiErrors.kind(0, event);
        }
      }
      case "error" -> failure = OpenAiErrors.kind(0, event);
      case "response.output_item.added", "response.output_item.done" -> item(event, place);
      case "response.output_text.delta" -> say(items.of(event), delta);
      case "response.refusal.delta" -> refuse(items.of(event), delta);
      case "response.reasoning_summary_text.delta", "response.reasoning_text.delta" ->
          think(items.of(event), event, delta);
      case "response.function_call_arguments.delta" -> argue(items.of(event), delta);
      case "response.completed", "response.done" -> end(event, "");
      case "response.incomplete" -> end(event, "incomplete");
      case "response.failed", "response.cancelled" -> end(event, "failed");
      case "response.created", "response.in_progress", "response.queued" -> head(event);
      default -> {}
    }
  }

  private void item(JsonNode event, int place) {
    JsonNode item = event.path("item");
    if (!item.isObject()) {
      failure = Kind.PROTOCOL;
    } else if (event.path("type").asString("").endsWith("added")) {
      begin(items.beginning(place, item), item);
    } else {
      done(items.ending(place, item), item);
    }
  }

  private void head(JsonNode event) {
    if (event.path("response").isObject()) {
      response = event.path("response");
    }
  }

  private void end(JsonNode event, String told) {
    head(event);
    end(told.isEmpty() ? response.path("status").asString("") : told);
    if (failure != null && !event.path("response").isObject()) {
      failure = OpenAiErrors.kind(0, event);
    }
  }

  /** The end repeats all items, and some are whole only there. */
  private void end(String told) {
    over = true;
    status = told;
    List<JsonNode> repeats =
        response.path("output").valueStream().filter(JsonNode::isObject).toList();
    List<Item> places = items.repeating(repeats);
    for (int i = 0; i < repeats.size(); i++) {
      if (places.get(i).whole.isMissingNode()) {
        done(places.get(i), repeats.get(i));
      }
    }
    if (told.equals("failed") || told.equals("cancelled")) {
      JsonNode error = response.path("error");
      failure = error.isObject() ? OpenAiErrors.kind(0, response) : Kind.SERVER;
    }
  }

  private void tell(Item item, String more, String line) {
    if (!more.isEmpty()) {
      item.said = true;
      deltas.add(line);
    }
  }

  private void say(Item item, String more) {
    item.text.append(more);
    text.append(more);
    tell(item, more, DeltaText.text(more));
  }

  private void refuse(Item item, String more) {
    item.refusal.append(more);
    tell(item, more, DeltaText.refusal(more));
  }

  private void think(Item item, JsonNode event, String more) {
    int part = event.path("summary_index").asInt(event.path("content_index").asInt(0));
    String gap = item.said && item.part != part ? "\n\n" : "";
    item.part = part;
    tell(item, more, DeltaText.reasoning(gap + more));
  }

  private void argue(Item item, String more) {
    if (item.isCall()) {
      tell(item, more, arguments(item, more));
    }
  }

  private String arguments(Item item, String more) {
    List<Item> calls = items.inOrder().stream().filter(Item::isCall).toList();
    return DeltaText.arguments(calls.indexOf(item), item.begun.path("name").asString(""), more);
  }

  private void begin(Item item, JsonNode begins) {
    if (!item.begun.isMissingNode()) {
      return;
    }
    item.begun = begins;
    String type = begins.path("type").asString("");
    if (item.isCall()) {
      String given = ResponsesItemText.arguments(begins);
      item.said = !given.isEmpty();
      deltas.add(arguments(item, given));
    } else if (ResponsesItemText.isProviderTool(type)) {
      deltas.add(DeltaText.provider(type));
    }
  }

  private void done(Item item, JsonNode whole) {
    begin(item, whole);
    item.whole = whole;
    if (item.said) {
      return;
    }
    switch (whole.path("type").asString("")) {
      case "message" -> {
        say(item, ResponsesItemText.text(whole));
        refuse(item, ResponsesItemText.refusal(whole));
      }
      case "reasoning" -> {
        String thought = ResponsesItemText.reasoning(whole);
        tell(item, thought, DeltaText.reasoning(thought));
      }
      case "function_call" -> argue(item, ResponsesItemText.arguments(whole));
      default -> {}
    }
  }
}
