package dev.adze.benchmarks.adze;

import dev.adze.benchmarks.kit.TokenStream;
import dev.adze.model.ModelClient;
import dev.adze.model.openai.OpenAiClient;

/** Adze's client for OpenAI, without a run around it. */
public final class OpenAiClientStream implements TokenStream {
  private final ModelClient client;

  /** A client of the server. */
  public OpenAiClientStream(String server) {
    client = OpenAiClient.builder().baseUrl(server).apiKey("none").build();
  }

  @Override
  public void stream(Tokens tokens) {
    Clients.stream(client, tokens);
  }
}
