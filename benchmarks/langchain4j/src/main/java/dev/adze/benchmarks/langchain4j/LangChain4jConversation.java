package dev.adze.benchmarks.langchain4j;

import dev.adze.benchmarks.kit.Conversation;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.agent.tool.ToolSpecifications;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.internal.Json;
import dev.langchain4j.internal.JsonSchemaElementUtils;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.tool.DefaultToolExecutor;
import java.lang.reflect.Method;
import java.util.Map;

/** An AI service with the error handlers that it has if nobody sets others. */
public final class LangChain4jConversation implements Conversation {
  /** What is asked. */
  public interface Assistant {
    /** Asks. */
    String chat(String text);
  }

  private static final class Script implements ChatModel {
    private final ToolExecutionRequest call;
    private String result = "";

    private Script(ToolExecutionRequest call) {
      this.call = call;
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
      ChatMessage last = request.messages().get(request.messages().size() - 1);
      AiMessage answer;
      if (last instanceof ToolExecutionResultMessage message) {
        result = message.text();
        answer = AiMessage.from("done");
      } else {
        answer = AiMessage.from(call);
      }
      return ChatResponse.builder().aiMessage(answer).build();
    }
  }

  /** Nothing to set up. */
  public LangChain4jConversation() {}

  @Override
  public String schema(Object owner, Method method) {
    ToolSpecification tool = ToolSpecifications.toolSpecificationFrom(method);
    return tool.parameters() == null
        ? "{\"type\":\"object\"}"
        : Json.toJson(JsonSchemaElementUtils.toMap(tool.parameters()));
  }

  @Override
  public String call(Object owner, Method method, String arguments) {
    Script script =
        new Script(
            ToolExecutionRequest.builder()
                .id("call_1")
                .name(method.getName())
                .arguments(arguments)
                .build());
    AiServices.builder(Assistant.class)
        .chatModel(script)
        .tools(
            Map.of(
                ToolSpecifications.toolSpecificationFrom(method),
                new DefaultToolExecutor(owner, method)))
        .build()
        .chat("Call it.");
    return script.result;
  }
}
