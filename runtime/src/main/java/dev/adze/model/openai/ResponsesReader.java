package dev.adze.model.openai;

import dev.adze.model.ModelDelta;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamReadException;

/**
 * Adds the events of a stream, or a whole response, to the answer. Of an item's pieces only those
 * count that are told; all else about it comes again when it is whole.
 */
final class ResponsesReader {
  private final ResponsesAnswer answer;
  private final ResponsesEvent event = new ResponsesEvent();
  private final List<ModelDelta> deltas = new ArrayList<>();

  ResponsesReader(ResponsesAnswer answer) {
    this.answer = answer;
  }

  /** The event that was read last. */
  ResponsesEvent event() {
    return event;
  }

  /**
   * Reads one event.
   *
   * @param in before the JSON
   * @param json the same JSON, to the end of the array
   */
  void read(JsonParser in, byte[] json) {
    event.read(in, json);
  }

  /** Adds the event that was read last to the answer, and tells what it adds. */
  List<ModelDelta> add(byte[] json) {
    deltas.clear();
    int index = event.outputIndex();
    switch (event.type()) {
      case "response.output_text.delta" -> answer.text(index, event.delta(), deltas);
      case "response.refusal.delta" -> answer.refusal(index, event.delta(), deltas);
      case "response.reasoning_summary_text.delta", "response.reasoning_text.delta" ->
          answer.reasoning(index, event.part(), event.delta(), deltas);
      case "response.function_call_arguments.delta" ->
          answer.arguments(index, event.delta(), deltas);
      case "response.output_item.added" -> answer.begin(index, item(json), deltas);
      case "response.output_item.done" -> answer.whole(index, item(json), deltas);
      case "response.completed", "response.done" -> answer.end(head(json), deltas);
      case "response.incomplete" -> answer.end(head(json).withStatus("incomplete"), deltas);
      case "response.failed", "response.cancelled" ->
          answer.end(head(json).withStatus("failed"), deltas);
      case "response.created", "response.in_progress", "response.queued" -> answer.head(head(json));
      default -> {}
    }
    return told();
  }

  /** Adds a whole response to the answer, and tells what is in it. */
  List<ModelDelta> addWhole(byte[] json) {
    deltas.clear();
    ResponsesHead head = ResponsesHead.read(json, 0, json.length);
    if (head.isPending()) {
      answer.head(head);
    } else {
      answer.end(head, deltas);
    }
    return told();
  }

  /** What the event says of the response; what was known of it if it says nothing. */
  private ResponsesHead head(byte[] json) {
    return event.hasObject()
        ? ResponsesHead.read(json, event.objectStart(), event.objectEnd())
        : answer.head();
  }

  private ResponsesItem item(byte[] json) {
    if (!event.hasObject()) {
      throw new StreamReadException("the event is about an item, and has none");
    }
    return ResponsesHead.readItem(json, event.objectStart(), event.objectEnd());
  }

  private List<ModelDelta> told() {
    return switch (deltas.size()) {
      case 0 -> List.of();
      case 1 -> List.of(deltas.get(0));
      default -> List.copyOf(deltas);
    };
  }
}
