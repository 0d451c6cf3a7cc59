package dev.adze.recordings;

import dev.adze.model.Message;
import dev.adze.model.ModelOptions;
import dev.adze.model.ModelRequest;
import dev.adze.model.SystemMessage;
import dev.adze.model.UserMessage;
import dev.adze.tool.OutputType;
import dev.adze.tool.ToolSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recorded request in our types.
 *
 * @param model the model
 * @param messages the conversation, with the instructions
 * @param tools that the model may call
 * @param options how to answer; what we have no option for is extra JSON
 * @param output the type in which an answer is wanted; null for text
 * @param streaming whether the response was asked for in pieces
 */
record RecordedRequest(
    String model,
    List<Message> messages,
    List<ToolSpec> tools,
    ModelOptions options,
    @Nullable OutputType<?> output,
    boolean streaming) {

  RecordedRequest {
    messages = List.copyOf(messages);
    tools = List.copyOf(tools);
  }

  /** A request for a response whose own was not recorded. */
  static RecordedRequest unknown(boolean streaming) {
    List<Message> messages = List.of(UserMessage.of("This request was not recorded."));
    return new RecordedRequest("unknown", messages, List.of(), ModelOptions.NONE, null, streaming);
  }

  /** As a client takes it. */
  ModelRequest build() {
    return ModelRequest.builder(model, messages)
        .tools(tools)
        .options(options)
        .output(output)
        .streaming(streaming)
        .build();
  }

  /** The instructions before the conversation; empty if there are none. */
  String instructions() {
    return !messages.isEmpty() && messages.get(0) instanceof SystemMessage system
        ? system.text()
        : "";
  }

  /** The messages after the instructions. */
  List<Message> conversation() {
    return !messages.isEmpty() && messages.get(0) instanceof SystemMessage
        ? messages.subList(1, messages.size())
        : messages;
  }

  /** Whether a user speaks last, or nobody, and not a tool. */
  boolean startsRun() {
    return messages.isEmpty() || messages.get(messages.size() - 1) instanceof UserMessage;
  }
}
