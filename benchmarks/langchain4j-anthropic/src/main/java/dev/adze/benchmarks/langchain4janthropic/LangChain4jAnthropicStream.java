package dev.adze.benchmarks.langchain4janthropic;

import dev.adze.benchmarks.kit.TokenStream;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.concurrent.CompletableFuture;

/** LangChain4j's client, with the transport that it chooses. */
public final class LangChain4jAnthropicStream implements TokenStream {
  private final AnthropicStreamingChatModel model;

  /** A client of the server. */
  public LangChain4jAnthropicStream(String server) {
    model =
        AnthropicStreamingChatModel.builder()
            .baseUrl(server)
            .apiKey("none")
            .modelName("tiny")
            .maxTokens(100_000)
            .build();
  }

  @Override
  public void stream(Tokens tokens) throws Exception {
    CompletableFuture<ChatResponse> done = new CompletableFuture<>();
    model.chat(
        "Tell me.",
        new StreamingChatResponseHandler() {
          @Override
          public void onPartialResponse(String text) {
            tokens.add(text);
          }

          @Override
          public void onCompleteResponse(ChatResponse response) {
            done.complete(response);
          }

          @Override
          public void onError(Throwable error) {
            done.completeExceptionally(error);
          }
        });
    done.get();
  }
}
