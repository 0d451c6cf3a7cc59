package dev.adze.model.anthropic;

import dev.adze.model.AssistantMessage;
import dev.adze.model.AssistantPart;
import dev.adze.model.FinishReason;
import dev.adze.model.ModelDelta;
import dev.adze.model.ModelRequest;
import dev.adze.model.ModelResponse;
import dev.adze.model.ProviderItem;
import dev.adze.model.ProviderPart;
import dev.adze.model.ReasoningPart;
import dev.adze.model.RefusalPart;
import dev.adze.model.TextPart;
import dev.adze.model.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The response in the making: what the events so far add up to. */
final class AnthropicAnswer {
  /** No block of the wire: the place where the provider's tools keep their files. */
  static final String CONTAINER = "container";

  private final ModelRequest request;
  private final String origin;
  private final List<AnthropicBlock> blocks = new ArrayList<>();
  private final AnthropicUsage usage = new AnthropicUsage();
  private String id = "";
  private String model = "";
  private String stopReason = "";
  private String refusal = "";
  private String container = "";
  private int calls;
  private boolean begun;
  private boolean stopped;

  AnthropicAnswer(ModelRequest request, String origin) {
    this.request = request;
    this.origin = origin;
  }

  String id() {
    return id;
  }

  void id(String value) {
    id = value;
  }

  void model(String value) {
    model = value;
  }

  AnthropicUsage usage() {
    return usage;
  }

  /** Whether there is a message at all. */
  boolean begun() {
    return begun;
  }

  void begin() {
    begun = true;
  }

  /** Whether the message is whole. */
  boolean stopped() {
    return stopped;
  }

  void stop() {
    stopped = true;
  }

  /** Whether the model has said why it ended, so that nothing but the end can follow. */
  boolean finished() {
    return stopped || !stopReason.isEmpty();
  }

  void stopReason(String reason) {
    stopReason = reason;
  }

  void container(String json) {
    container = json;
  }

  /** Sets why the model declined. */
  void refusal(String explanation, List<ModelDelta> deltas) {
    if (refusal.isEmpty() && !explanation.isBlank()) {
      refusal = explanation;
      deltas.add(new ModelDelta.Refusal(explanation));
    }
  }

  /** Adds the start of a block, or a whole one. */
  void add(AnthropicBlock block, List<ModelDelta> deltas) {
    blocks.add(block);
    if (block.type().equals(AnthropicBlock.TOOL_USE)) {
      block.callId(request.callId(calls++));
      deltas.add(argumentsOf(block, block.firstArguments()));
    } else if (block.isProviderCall()) {
      String name = block.name().isEmpty() ? block.type() : block.name();
      deltas.add(new ModelDelta.ProviderTool(name));
    } else if (!block.text().isEmpty() && block.isSaid()) {
      deltas.add(said(block, block.text()));
    }
  }

  /** Adds more of a block. */
  void add(long index, AnthropicDelta delta, List<ModelDelta> deltas) {
    AnthropicBlock block = find(index);
    if (block == null) {
      String type = delta.type().replaceFirst("_delta$", "");
      block = AnthropicBlock.of(index, type);
      blocks.add(block);
    }
    block.add(delta);
    ModelDelta added = meaning(block, delta);
    if (added != null) {
      deltas.add(added);
    }
  }

  private static @Nullable ModelDelta meaning(AnthropicBlock block, AnthropicDelta delta) {
    String text =
        switch (delta.type()) {
          case "text_delta" -> delta.text("text");
          case "thinking_delta" -> delta.text("thinking");
          case "input_json_delta" -> delta.text("partial_json");
          default -> "";
        };
    if (text.isEmpty()) {
      return null;
    }
    if (delta.type().equals("input_json_delta")) {
      return block.type().equals(AnthropicBlock.TOOL_USE) ? argumentsOf(block, text) : null;
    }
    return block.isSaid() ? said(block, text) : null;
  }

  private static ModelDelta said(AnthropicBlock block, String text) {
    return block.type().equals(AnthropicBlock.THINKING)
        ? new ModelDelta.Reasoning(text)
        : new ModelDelta.Text(text);
  }

  private static ModelDelta argumentsOf(AnthropicBlock block, String json) {
    return new ModelDelta.ToolCallArguments(block.callId(), block.name(), json);
  }

  /**
   * The latest, of an index if there is one: content that came with the message's start may have
   * the same one.
   */
  private @Nullable AnthropicBlock find(long index) {
    for (int i = blocks.size() - 1; i >= 0; i--) {
      if (index < 0 || blocks.get(i).index() == index) {
        return blocks.get(i);
      }
    }
    return null;
  }

  ModelResponse response() {
    List<AssistantPart> parts = new ArrayList<>();
    for (AnthropicBlock block : blocks) {
      AssistantPart part = part(block);
      if (part != null) {
        parts.add(part);
      }
    }
    if (!refusal.isEmpty()) {
      parts.add(new RefusalPart(refusal, Optional.of(item("{}"))));
    }
    if (!container.isEmpty()) {
      parts.add(new ProviderPart(CONTAINER, false, item(container)));
    }
    return ModelResponse.builder(new AssistantMessage(parts), finishReason())
        .id(id)
        .model(model)
        .usage(usage.total())
        .build();
  }

  private @Nullable AssistantPart part(AnthropicBlock block) {
    return switch (block.type()) {
      case AnthropicBlock.TEXT -> text(block);
      case AnthropicBlock.THINKING -> thinking(block);
      case AnthropicBlock.REDACTED -> new ReasoningPart("", Optional.of(item(block.json())));
      case AnthropicBlock.TOOL_USE ->
          new ToolCall(
              block.callId(), block.id(), block.name(), block.arguments(), specialItem(block));
      default -> new ProviderPart(block.type(), awaitsClient(block), item(block.json()));
    };
  }

  private @Nullable AssistantPart text(AnthropicBlock block) {
    return block.text().isEmpty() && !block.isSpecial()
        ? null
        : new TextPart(block.text(), specialItem(block));
  }

  private @Nullable AssistantPart thinking(AnthropicBlock block) {
    if (block.isSigned()) {
      return new ReasoningPart(block.text(), Optional.of(item(block.json())));
    }
    return block.text().isEmpty() ? null : new ReasoningPart(block.text());
  }

  private Optional<ProviderItem> specialItem(AnthropicBlock block) {
    return block.isSpecial() ? Optional.of(item(block.json())) : Optional.empty();
  }

  private ProviderItem item(String json) {
    return new ProviderItem(origin, json);
  }

  /** Whether the response ended for this block and not for a call, so that nobody can go on. */
  private boolean awaitsClient(AnthropicBlock block) {
    return stopReason.equals("tool_use")
        && calls == 0
        && block == blocks.get(blocks.size() - 1)
        && !block.type().endsWith("_result");
  }

  private FinishReason finishReason() {
    FinishReason reason =
        switch (stopReason) {
          case "end_turn", "stop_sequence" -> FinishReason.STOP;
          case "tool_use" -> FinishReason.TOOL_CALLS;
          case "max_tokens", "model_context_window_exceeded" -> FinishReason.LENGTH;
          case "refusal" -> FinishReason.REFUSAL;
          // After a compaction on its own the provider waits to be asked for the answer.
          case "pause_turn", "compaction" -> FinishReason.PAUSED;
          default -> FinishReason.UNKNOWN;
        };
    boolean vague = reason == FinishReason.STOP || reason == FinishReason.UNKNOWN;
    return vague && calls > 0 ? FinishReason.TOOL_CALLS : reason;
  }
}
