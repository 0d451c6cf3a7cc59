package dev.adze.benchmarks.springai;

import dev.adze.benchmarks.kit.Conversation;
import java.lang.reflect.Method;
import java.util.List;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.DefaultToolCallingManager;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.model.tool.ToolCallingManager;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.method.MethodToolCallback;
import org.springframework.ai.tool.support.ToolDefinitions;

/** The tool calling manager with the error handling that it has if nobody sets another. */
public final class SpringAiConversation implements Conversation {
  private final ToolCallingManager manager = DefaultToolCallingManager.builder().build();

  /** Nothing else to set up. */
  public SpringAiConversation() {}

  @Override
  public String schema(Object owner, Method method) {
    return ToolDefinitions.from(method).inputSchema();
  }

  @Override
  public String call(Object owner, Method method, String arguments) {
    ToolCallback callback =
        MethodToolCallback.builder()
            .toolDefinition(ToolDefinitions.from(method))
            .toolMethod(method)
            .toolObject(owner)
            .build();
    AssistantMessage call =
        AssistantMessage.builder()
            .content("")
            .toolCalls(
                List.of(
                    new AssistantMessage.ToolCall(
                        "call_1", "function", method.getName(), arguments)))
            .build();
    Prompt prompt =
        new Prompt(
            List.of(new UserMessage("Call it.")),
            ToolCallingChatOptions.builder().toolCallbacks(callback).build());
    List<Message> history =
        manager
            .executeToolCalls(prompt, new ChatResponse(List.of(new Generation(call))))
            .conversationHistory();
    ToolResponseMessage last = (ToolResponseMessage) history.get(history.size() - 1);
    return last.getResponses().get(0).responseData();
  }
}
