package dev.adze.benchmarks.springaiopenai;

import dev.adze.benchmarks.kit.TokenStream;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;

/** Spring AI's client, without a Spring application around it. */
public final class SpringAiOpenAiStream implements TokenStream {
  private final OpenAiChatModel model;

  /** A client of the server. */
  public SpringAiOpenAiStream(String server) {
    OpenAiChatOptions options =
        OpenAiChatOptions.builder().baseUrl(server).apiKey("none").model("tiny").build();
    model = OpenAiChatModel.builder().options(options).build();
  }

  @Override
  public void stream(Tokens tokens) {
    model.stream(new Prompt("Tell me.")).doOnNext(response -> tell(response, tokens)).blockLast();
  }

  private static void tell(ChatResponse response, Tokens tokens) {
    if (response.getResult() != null) {
      String text = response.getResult().getOutput().getText();
      if (text != null && !text.isEmpty()) {
        tokens.add(text);
      }
    }
  }
}
