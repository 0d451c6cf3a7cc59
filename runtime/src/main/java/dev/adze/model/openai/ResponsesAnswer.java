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
import dev.adze.model.openai.ResponsesSlots.Slot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The response in the making. Each item counts as it came when it was whole. The last event repeats
 * all of them, and gives those that did not come whole on their own.
 */
final class ResponsesAnswer {
  private final ModelRequest request;
  private final ResponsesSlots slots = new ResponsesSlots();
  private int calls;
  private boolean over;
  private ResponsesHead head = ResponsesHead.NONE;

  ResponsesAnswer(ModelRequest request) {
    this.request = request;
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
    List<Slot> places = slots.repeating(value.output());
    for (int i = 0; i < places.size(); i++) {
      if (places.get(i).item == null) {
        whole(places.get(i), value.output().get(i), deltas);
      }
    }
  }

  /** An item begins. */
  void begin(int index, ResponsesItem item, List<ModelDelta> deltas) {
    begin(slots.beginning(index, item), item, deltas);
  }

  private void begin(Slot slot, ResponsesItem item, List<ModelDelta> deltas) {
    if (!slot.begin(item)) {
      return;
    }
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
    whole(slots.ending(index, item), item, deltas);
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
    Slot slot = slots.at(index);
    slot.text.append(text);
    add(slot, new ModelDelta.Text(text), text, deltas);
  }

  /** More of a refusal. */
  void refusal(int index, String text, List<ModelDelta> deltas) {
    Slot slot = slots.at(index);
    slot.refusal.append(text);
    add(slot, new ModelDelta.Refusal(text), text, deltas);
  }

  /** More of what the model thinks. */
  void reasoning(int index, int part, String text, List<ModelDelta> deltas) {
    Slot slot = slots.at(index);
    boolean apart = slot.said && slot.part != part;
    slot.part = part;
    String more = apart ? ResponsesItem.PARAGRAPH + text : text;
    add(slot, new ModelDelta.Reasoning(more), text, deltas);
  }

  /** More of a call's arguments. */
  void arguments(int index, String text, List<ModelDelta> deltas) {
    Slot slot = slots.at(index);
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
   * @return null if a call, or what was told of something else than a message, is nowhere whole
   */
  @Nullable ModelResponse response(String origin, boolean keepAll) {
    List<ResponsesItem> items = new ArrayList<>();
    List<String> callIds = new ArrayList<>();
    for (Slot slot : slots.inOrder()) {
      ResponsesItem item = whole(slot);
      if (item != null) {
        items.add(item);
        callIds.add(slot.callId);
      } else if (slot.said || !slot.callId.isEmpty()) {
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

  /**
   * An item as the provider gave it whole. Some servers stream the text of a message, and then give
   * none or an empty one; since the provider says that the response is over, that text is all.
   */
  private static @Nullable ResponsesItem whole(Slot slot) {
    ResponsesItem item = slot.item;
    boolean told = slot.text.length() + slot.refusal.length() > 0;
    boolean silent = item == null ? slot.callId.isEmpty() : item.isSilent();
    return told && silent
        ? ResponsesItem.told(slot.text.toString(), slot.refusal.toString())
        : item;
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
