package dev.adze.benchmarks.anthropic;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import dev.adze.benchmarks.kit.TokenStream;

/** The blocking client of anthropic-java. */
public final class AnthropicJavaStream implements TokenStream {
  private final AnthropicClient client;
  private final MessageCreateParams request =
      MessageCreateParams.builder()
          .model("tiny")
          .maxTokens(100_000)
          .addUserMessage("Tell me.")
          .build();

  /** A client of the server. */
  public AnthropicJavaStream(String server) {
    client = AnthropicOkHttpClient.builder().baseUrl(server).apiKey("none").maxRetries(0).build();
  }

  @Override
  public void stream(Tokens tokens) {
    try (StreamResponse<RawMessageStreamEvent> events =
        client.messages().createStreaming(request)) {
      events.stream()
          .flatMap(event -> event.contentBlockDelta().stream())
          .flatMap(event -> event.delta().text().stream())
          .forEach(delta -> tokens.add(delta.text()));
    }
  }
}
