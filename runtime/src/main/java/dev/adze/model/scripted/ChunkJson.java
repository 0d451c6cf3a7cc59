package dev.adze.model.scripted;

import dev.adze.json.JsonWriter;
import dev.adze.model.AssistantMessage;
import dev.adze.model.FinishReason;
import dev.adze.model.ModelDelta;
import dev.adze.model.ModelResponse;
import dev.adze.model.ToolCall;
import dev.adze.model.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what a server with the chat completions interface would have sent. */
final class ChunkJson {
  private final String id;
  private final String model;

  ChunkJson(String id, String model) {
    this.id = id;
    this.model = model;
  }

  /**
   * A chunk with one piece of the response.
   *
   * @param call the place of the call that the piece belongs to, if it belongs to one
   * @param providerId the id of that call in its first piece, empty in the others
   */
  String delta(ModelDelta delta, int call, String providerId) {
    JsonWriter out = choice("chat.completion.chunk").name("delta").beginObject();
    if (delta instanceof ModelDelta.Text text) {
      out.name("content").value(text.text());
    } else if (delta instanceof ModelDelta.Reasoning reasoning) {
      out.name("reasoning").value(reasoning.text());
    } else if (delta instanceof ModelDelta.Refusal refusal) {
      out.name("refusal").value(refusal.text());
    } else if (delta instanceof ModelDelta.ToolCallArguments arguments) {
      callPiece(out, arguments, call, providerId);
    }
    return out.endObject()
        .name("finish_reason")
        .nullValue()
        .endObject()
        .endArray()
        .endObject()
        .toString();
  }

  private static void callPiece(
      JsonWriter out, ModelDelta.ToolCallArguments piece, int call, String providerId) {
    out.name("tool_calls").beginArray().beginObject().name("index").value(call);
    if (!providerId.isEmpty()) {
      out.name("id").value(providerId).name("type").value("function");
    }
    out.name("function").beginObject();
    if (!providerId.isEmpty()) {
      out.name("name").value(piece.name());
    }
    out.name("arguments").value(piece.arguments()).endObject().endObject().endArray();
  }

  /** The last chunk of a streamed response. */
  String end(FinishReason reason, Usage usage) {
    JsonWriter out = choice("chat.completion.chunk").name("delta").beginObject().endObject();
    finishReason(out, reason);
    usage(out.endObject().endArray(), usage);
    return out.endObject().toString();
  }

  /** A response that is not streamed. */
  String whole(ModelResponse response) {
    AssistantMessage message = response.message();
    JsonWriter out = choice("chat.completion").name("message").beginObject();
    out.name("role").value("assistant");
    text(out, "content", message.text());
    text(out, "reasoning", message.reasoning());
    text(out, "refusal", message.refusal());
    calls(out, message.toolCalls());
    out.endObject();
    finishReason(out, response.finishReason());
    usage(out.endObject().endArray(), response.usage());
    return out.endObject().toString();
  }

  /** Opens the text up to the place where a choice holds its delta or its message. */
  private JsonWriter choice(String object) {
    return new JsonWriter()
        .beginObject()
        .name("id")
        .value(id)
        .name("object")
        .value(object)
        .name("model")
        .value(model)
        .name("choices")
        .beginArray()
        .beginObject()
        .name("index")
        .value(0);
  }

  private static void text(JsonWriter out, String name, String text) {
    if (!text.isEmpty()) {
      out.name(name).value(text);
    }
  }

  private static void calls(JsonWriter out, List<ToolCall> calls) {
    if (calls.isEmpty()) {
      return;
    }
    out.name("tool_calls").beginArray();
    for (ToolCall call : calls) {
      out.beginObject().name("id").value(call.providerId()).name("type").value("function");
      out.name("function").beginObject().name("name").value(call.name());
      out.name("arguments").value(call.arguments()).endObject().endObject();
    }
    out.endArray();
  }

  private static void finishReason(JsonWriter out, FinishReason reason) {
    out.name("finish_reason");
    String name = wireName(reason);
    if (name == null) {
      out.nullValue();
    } else {
      out.value(name);
    }
  }

  private static @Nullable String wireName(FinishReason reason) {
    return switch (reason) {
      case STOP, REFUSAL -> "stop";
      case TOOL_CALLS -> "tool_calls";
      case LENGTH -> "length";
      case CONTENT_FILTER -> "content_filter";
      case PAUSED -> "pause_turn";
      case UNKNOWN -> null;
    };
  }

  private static void usage(JsonWriter out, Usage usage) {
    if (!usage.equals(Usage.NONE)) {
      out.name("usage").beginObject();
      out.name("prompt_tokens").value(usage.inputTokens());
      out.name("completion_tokens").value(usage.outputTokens());
      out.name("total_tokens").value(usage.totalTokens()).endObject();
    }
  }
}
