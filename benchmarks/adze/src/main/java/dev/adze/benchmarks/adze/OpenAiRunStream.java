package dev.adze.benchmarks.adze;

import dev.adze.agent.Runner;
import dev.adze.benchmarks.kit.TokenStream;
import dev.adze.model.openai.OpenAiClient;

/** A whole run of Adze's that asks OpenAI: an event for each token, delivered in order. */
public final class OpenAiRunStream implements TokenStream {
  private final Runner runner;

  /** A client of the server. */
  public OpenAiRunStream(String server) {
    runner = Clients.runner(OpenAiClient.builder().baseUrl(server).apiKey("none").build());
  }

  @Override
  public void stream(Tokens tokens) throws InterruptedException {
    Clients.run(runner, tokens);
  }
}
