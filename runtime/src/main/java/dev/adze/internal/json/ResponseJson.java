package dev.adze.internal.json;

import dev.adze.model.AssistantMessage;
import dev.adze.model.FinishReason;
import dev.adze.model.Message;
import dev.adze.model.ModelResponse;
import dev.adze.model.Usage;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Responses of models and what they took. */
public final class ResponseJson {
  private ResponseJson() {}

  /**
   * Writes a response into an empty object.
   *
   * @param messages a conversation that is kept beside it; a message that is in it is only named
   */
  public static void write(ObjectNode to, ModelResponse response, List<Message> messages) {
    to.put("id", response.id()).put("model", response.model());
    int at = messages.lastIndexOf(response.message());
    if (at < 0) {
      MessageJson.write(to.putObject("message"), response.message());
    } else {
      to.put("message_at", at);
    }
    Trees.constant(to, "finish_reason", response.finishReason());
    write(to.putObject("usage"), response.usage());
  }

  /**
   * Reads a response.
   *
   * @param messages the conversation that was kept beside it
   */
  public static ModelResponse read(JsonNode from, List<Message> messages) {
    Message message =
        from.has("message_at")
            ? messages.get(Trees.number(from, "message_at"))
            : MessageJson.read(from.required("message"));
    return ModelResponse.builder(
            (AssistantMessage) message, Trees.constant(from, "finish_reason", FinishReason.class))
        .id(Trees.text(from, "id"))
        .model(Trees.text(from, "model"))
        .usage(readUsage(from.required("usage")))
        .build();
  }

  /** Writes what a response took into an empty object. */
  public static void write(ObjectNode to, Usage usage) {
    to.put("input_tokens", usage.inputTokens()).put("output_tokens", usage.outputTokens());
    to.put("cached_input_tokens", usage.cachedInputTokens());
    to.put("reasoning_tokens", usage.reasoningTokens());
    usage.providerJson().ifPresent(json -> to.put("provider", json));
  }

  /** Reads what a response took. */
  public static Usage readUsage(JsonNode from) {
    return Usage.builder()
        .inputTokens(Trees.longNumber(from, "input_tokens"))
        .outputTokens(Trees.longNumber(from, "output_tokens"))
        .cachedInputTokens(Trees.longNumber(from, "cached_input_tokens"))
        .reasoningTokens(Trees.longNumber(from, "reasoning_tokens"))
        .providerJson(from.has("provider") ? Trees.text(from, "provider") : null)
        .build();
  }
}
