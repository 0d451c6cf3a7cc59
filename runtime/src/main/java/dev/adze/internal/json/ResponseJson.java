package dev.adze.internal.json;

import dev.adze.model.AssistantMessage;
import dev.adze.model.FinishReason;
import dev.adze.model.Message;
import dev.adze.model.ModelResponse;
import dev.adze.model.Usage;
import java.util.List;

/** Responses of models and what they took. */
public final class ResponseJson {
  private ResponseJson() {}

  /**
   * Writes a response as the object at hand.
   *
   * @param messages a conversation that is written beside it; a message that is in it is only named
   */
  public static void write(JsonOut out, ModelResponse response, List<Message> messages) {
    out.field("id", response.id()).field("model", response.model());
    int at = messages.lastIndexOf(response.message());
    if (at < 0) {
      out.object("message", () -> MessageJson.write(out, response.message()));
    } else {
      out.field("message_at", at);
    }
    out.field("finish_reason", response.finishReason());
    write(out, response.usage());
  }

  /**
   * Reads a response.
   *
   * @param messages the conversation that was written beside it
   * @throws IndexOutOfBoundsException if it has no such message
   */
  public static ModelResponse read(JsonIn in, List<Message> messages) {
    Message message =
        in.has("message_at")
            ? messages.get(in.integer("message_at"))
            : MessageJson.read(in.get("message"));
    return ModelResponse.builder(
            (AssistantMessage) message, in.constant("finish_reason", FinishReason.class))
        .id(in.text("id"))
        .model(in.text("model"))
        .usage(readUsage(in))
        .build();
  }

  /** Writes what a response took as a field of the object at hand. */
  public static void write(JsonOut out, Usage usage) {
    out.object(
        "usage",
        () -> {
          out.field("input_tokens", usage.inputTokens())
              .field("output_tokens", usage.outputTokens())
              .field("cached_input_tokens", usage.cachedInputTokens())
              .field("reasoning_tokens", usage.reasoningTokens());
          usage.providerJson().ifPresent(json -> out.jsonText("provider", json));
        });
  }

  /** Reads what a response took from a field. */
  public static Usage readUsage(JsonIn in) {
    JsonIn usage = in.get("usage");
    return Usage.builder()
        .inputTokens(usage.number("input_tokens"))
        .outputTokens(usage.number("output_tokens"))
        .cachedInputTokens(usage.number("cached_input_tokens"))
        .reasoningTokens(usage.number("reasoning_tokens"))
        .providerJson(usage.has("provider") ? usage.jsonText("provider") : null)
        .build();
  }
}
