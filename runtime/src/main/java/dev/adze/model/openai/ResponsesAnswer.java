package dev.adze.model.openai;

import dev.adze.model.AssistantMessage;
import dev.adze.model.AssistantPart;
import dev.adze.model.FinishReason;
import dev.adze.model.McpApprovalRequest;
import dev.adze.model.ModelDelta;
import dev.adze.model.ModelRequest;
import dev.adze.model.ModelResponse;
import dev.adze.model.ProviderPart;
import dev.adze.model.RefusalPart;
import dev.adze.model.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The response in the making. Each item counts as it came when it was whole. The last event repeats
 * all of them, and gives those that did not come whole on their own.
 */
final class ResponsesAnswer {
  private final ModelRequest request;
  private final TreeMap<Integer, Slot> slots = new TreeMap<>();
  private @Nullable Slot latest;
  private int calls;
  private boolean over;
  private ResponsesHead head = ResponsesHead.NONE;

  ResponsesAnswer(ModelRequest request) {
    this.request = request;
  }

  /** The place of one item, and what was told of it already. */
  private static final class Slot {
    final int index;
    boolean begun;
    boolean said;
    boolean repeated;
    int part;
    String type = "";
    String callId = "";
    String name = "";
    @Nullable ResponsesItem item;

    Slot(int index) {
      this.index = index;
    }

    /** Whether this can be the place of an item that the last event repeats. */
    boolean suits(ResponsesItem repeat) {
      return !repeated && (!begun || type.equals(repeat.type()));
    }
  }

  String id() {
    return head.id();
  }

  /** Whether the provider has said that the response gets no further. */
  boolean over() {
    return over;
  }

  /** What is known of the response as a whole. */
  ResponsesHead head() {
    return head;
  }

  /** Sets what is known of the response as a whole. */
  void head(ResponsesHead value) {
    head = value;
  }

  /** Ends the response with what is known of it as a whole, the items that it repeats included. */
  void end(ResponsesHead value, List<ModelDelta> deltas) {
    head = value;
    over = true;
    for (int i = 0; i < value.output().size(); i++) {
      ResponsesItem item = value.output().get(i);
      Slot slot = place(i, item);
      slot.repeated = true;
      if (slot.item == null) {
        whole(slot, item, deltas);
      }
    }
  }

  /** A server may leave items out at the end that it sent before; the others then move up. */
  private Slot place(int index, ResponsesItem item) {
    Slot usual = slots.get(index);
    if (usual == null || usual.suits(item)) {
      return slot(index);
    }
    return slots.values().stream()
        .filter(slot -> slot.suits(item))
        .findFirst()
        .orElseGet(() -> slot(slots.lastKey() + 1));
  }

  private Slot slot(int index) {
    Slot slot = latest;
    if (slot == null || (index >= 0 && slot.index != index)) {
      slot = slots.computeIfAbsent(Math.max(index, 0), Slot::new);
      latest = slot;
    }
    return slot;
  }

  /** An item begins. */
  void begin(int index, ResponsesItem item, List<ModelDelta> deltas) {
    begin(slot(index < 0 ? slots.size() : index), item, deltas);
  }

  private void begin(Slot slot, ResponsesItem item, List<ModelDelta> deltas) {
    if (slot.begun) {
      return;
    }
    slot.begun = true;
    slot.type = item.type();
    if (ResponsesParts.hasCallId(item.type())) {
      slot.callId = request.callId(calls++);
      slot.name = item.name();
    }
    if (item.type().equals("function_call")) {
      slot.said = !item.arguments().isEmpty();
      deltas.add(new ModelDelta.ToolCallArguments(slot.callId, slot.name, item.arguments()));
    } else if (ResponsesParts.isProviderTool(item.type())) {
      deltas.add(new ModelDelta.ProviderTool(item.type()));
    }
  }

  /** An item is whole. What was not told of it piece by piece is told now. */
  void whole(int index, ResponsesItem item, List<ModelDelta> deltas) {
    whole(slot(index), item, deltas);
  }

  private void whole(Slot slot, ResponsesItem item, List<ModelDelta> deltas) {
    begin(slot, item, deltas);
    slot.item = item;
    if (slot.said) {
      return;
    }
    switch (item.type()) {
      case "message" -> {
        add(slot, new ModelDelta.Text(item.text()), item.text(), deltas);
        add(slot, new ModelDelta.Refusal(item.refusal()), item.refusal(), deltas);
      }
      case "reasoning" ->
          add(slot, new ModelDelta.Reasoning(item.reasoning()), item.reasoning(), deltas);
      case "function_call" ->
          add(slot, arguments(slot, item.arguments()), item.arguments(), deltas);
      default -> {}
    }
  }

  private static ModelDelta arguments(Slot slot, String arguments) {
    return new ModelDelta.ToolCallArguments(slot.callId, slot.name, arguments);
  }

  private static void add(Slot slot, ModelDelta delta, String text, List<ModelDelta> deltas) {
    if (!text.isEmpty()) {
      slot.said = true;
      deltas.add(delta);
    }
  }

  /** More of the answer's text. */
  void text(int index, String text, List<ModelDelta> deltas) {
    add(slot(index), new ModelDelta.Text(text), text, deltas);
  }

  /** More of a refusal. */
  void refusal(int index, String text, List<ModelDelta> deltas) {
    add(slot(index), new ModelDelta.Refusal(text), text, deltas);
  }

  /** More of what the model thinks. */
  void reasoning(int index, int part, String text, List<ModelDelta> deltas) {
    Slot slot = slot(index);
    boolean apart = slot.said && slot.part != part;
    slot.part = part;
    String more = apart ? ResponsesItem.PARAGRAPH + text : text;
    add(slot, new ModelDelta.Reasoning(more), text, deltas);
  }

  /** More of a call's arguments. */
  void arguments(int index, String text, List<ModelDelta> deltas) {
    Slot slot = slot(index);
    // Without its beginning there is nothing that the pieces could belong to yet.
    if (!slot.callId.isEmpty()) {
      add(slot, arguments(slot, text), text, deltas);
    }
  }

  /**
   * The whole response.
   *
   * @param origin where its items come from
   * @param keepAll whether every item is kept as it is
   * @return null if something was told of an item that is nowhere whole
   */
  @Nullable ModelResponse response(String origin, boolean keepAll) {
    List<ResponsesItem> items = new ArrayList<>();
    List<String> callIds = new ArrayList<>();
    for (Slot slot : slots.values()) {
      if (slot.item != null) {
        items.add(slot.item);
        callIds.add(slot.callId);
      } else if (slot.said) {
        return null;
      }
    }
    List<AssistantPart> parts = new ResponsesParts(items, origin, keepAll).parts(callIds);
    return ModelResponse.builder(new AssistantMessage(parts), finishReason(parts))
        .id(head.id())
        .model(head.model())
        .usage(head.usage())
        .build();
  }

  private FinishReason finishReason(List<AssistantPart> parts) {
    if (head.status().equals("incomplete")) {
      return switch (head.incompleteReason()) {
        case "max_output_tokens", "max_tokens" -> FinishReason.LENGTH;
        case "content_filter" -> FinishReason.CONTENT_FILTER;
        default -> FinishReason.UNKNOWN;
      };
    }
    if (parts.stream().anyMatch(ResponsesAnswer::waits)) {
      return FinishReason.TOOL_CALLS;
    }
    return parts.stream().anyMatch(RefusalPart.class::isInstance)
        ? FinishReason.REFUSAL
        : FinishReason.STOP;
  }

  private static boolean waits(AssistantPart part) {
    return part instanceof ToolCall
        || part instanceof McpApprovalRequest
        || (part instanceof ProviderPart provider && provider.awaitsClient());
  }
}
