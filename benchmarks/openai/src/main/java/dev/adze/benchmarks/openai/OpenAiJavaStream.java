package dev.adze.benchmarks.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.adze.benchmarks.kit.TokenStream;

/** The blocking client of openai-java. */
public final class OpenAiJavaStream implements TokenStream {
  private final OpenAIClient client;
  private final ChatCompletionCreateParams request =
      ChatCompletionCreateParams.builder().model("tiny").addUserMessage("Tell me.").build();

  /** A client of the server. */
  public OpenAiJavaStream(String server) {
    client = OpenAIOkHttpClient.builder().baseUrl(server).apiKey("none").maxRetries(0).build();
  }

  @Override
  public void stream(Tokens tokens) {
    try (StreamResponse<ChatCompletionChunk> chunks =
        client.chat().completions().createStreaming(request)) {
      chunks.stream()
          .flatMap(chunk -> chunk.choices().stream())
          .flatMap(choice -> choice.delta().content().stream())
          .filter(text -> !text.isEmpty())
          .forEach(tokens::add);
    }
  }
}
