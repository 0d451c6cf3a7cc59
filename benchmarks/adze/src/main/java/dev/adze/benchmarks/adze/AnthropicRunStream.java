package dev.adze.benchmarks.adze;

import dev.adze.agent.Runner;
import dev.adze.benchmarks.kit.TokenStream;
import dev.adze.model.anthropic.AnthropicClient;

/** A whole run of Adze's that asks Anthropic: an event for each token, delivered in order. */
public final class AnthropicRunStream implements TokenStream {
  private final Runner runner;

  /** A client of the server. */
  public AnthropicRunStream(String server) {
    runner = Clients.runner(AnthropicClient.builder().baseUrl(server).apiKey("none").build());
  }

  @Override
  public void stream(Tokens tokens) throws InterruptedException {
    Clients.run(runner, tokens);
  }
}
