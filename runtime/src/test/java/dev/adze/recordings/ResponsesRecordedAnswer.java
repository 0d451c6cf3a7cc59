package dev.adze.recordings;

import dev.adze.model.FinishReason;
import dev.adze.model.ModelException.Kind;
import dev.adze.recordings.ResponsesItems.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Says what a recorded response is, once all of it was read.
 *
 * @param response as its last event has it
 * @param status how it ended
 * @param keepAll whether every item is kept as it is, since the provider stores it
 */
record ResponsesRecordedAnswer(JsonNode response, String status, boolean keepAll) {

  RecordedAnswer of(List<Item> items, List<RecordedAnswer.Chunk> chunks) {
    List<JsonNode> all = new ArrayList<>();
    for (Item item : items) {
      if (isToldAlone(item)) {
        all.add(told(item));
      } else if (!item.whole.isMissingNode()) {
        all.add(item.whole);
      } else if (item.said || awaitsWhole(item.begun)) {
        return RecordedAnswer.failed(Kind.PROTOCOL);
      }
    }
    return answer(all, chunks);
  }

  /** Whether the words of a message came in pieces, and nowhere else. */
  private static boolean isToldAlone(Item item) {
    JsonNode whole = item.whole;
    boolean silent =
        whole.isMissingNode()
            ? !awaitsWhole(item.begun)
            : whole.path("type").asString("").equals("message")
                && ResponsesItemText.text(whole).isEmpty()
                && ResponsesItemText.refusal(whole).isEmpty();
    return silent && item.text.length() + item.refusal.length() > 0;
  }

  private static boolean awaitsWhole(JsonNode begun) {
    String type = begun.path("type").asString("");
    return type.equals("function_call") || type.equals("mcp_approval_request");
  }

  private static JsonNode told(Item item) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("type", "message")
        .put("content", item.text.toString())
        .put("refusal", item.refusal.toString());
  }

  private RecordedAnswer answer(List<JsonNode> items, List<RecordedAnswer.Chunk> chunks) {
    List<String> parts = new ArrayList<>();
    List<RecordedAnswer.Call> calls = new ArrayList<>();
    boolean waits = false;
    for (int i = 0; i < items.size(); i++) {
      parts.addAll(ResponsesItemText.parts(items, i, keepAll));
      ResponsesItemText.call(items.get(i)).ifPresent(calls::add);
      waits |= ResponsesItemText.awaitsAnswer(items, i);
    }
    List<JsonNode> messages =
        items.stream().filter(item -> item.path("type").asString("").equals("message")).toList();
    String refusal =
        messages.stream().map(ResponsesItemText::refusal).collect(Collectors.joining());
    return new RecordedAnswer(
        response.path("id").asString(""),
        response.path("model").asString(""),
        chunks,
        parts,
        messages.stream().map(ResponsesItemText::text).collect(Collectors.joining()),
        refusal,
        calls,
        finishReason(waits || !calls.isEmpty(), refusal),
        tokens(),
        null);
  }

  private FinishReason finishReason(boolean waits, String refusal) {
    if (status.equals("incomplete")) {
      return switch (response.path("incomplete_details").path("reason").asString("")) {
        case "max_output_tokens", "max_tokens" -> FinishReason.LENGTH;
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
        count(usage.path("input_tokens")),
        count(usage.path("input_tokens_details").path("cached_tokens")),
        count(usage.path("output_tokens")),
        count(usage.path("output_tokens_details").path("reasoning_tokens")),
        usage.isObject() ? usage : MissingNode.getInstance());
  }

  private static long count(JsonNode number) {
    return number.isNumber() ? number.asLong(0) : 0;
  }
}
