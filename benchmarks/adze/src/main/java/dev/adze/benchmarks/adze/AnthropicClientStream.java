package dev.adze.benchmarks.adze;

import dev.adze.benchmarks.kit.TokenStream;
import dev.adze.model.ModelClient;
import dev.adze.model.anthropic.AnthropicClient;

/** Adze's client for Anthropic, without a run around it. */
public final class AnthropicClientStream implements TokenStream {
  private final ModelClient client;

  /** A client of the server. */
  public AnthropicClientStream(String server) {
    client = AnthropicClient.builder().baseUrl(server).apiKey("none").build();
  }

  @Override
  public void stream(Tokens tokens) {
    Clients.stream(client, tokens);
  }
}
