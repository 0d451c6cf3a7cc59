package dev.adze.benchmarks.adze;

import dev.adze.agent.Agent;
import dev.adze.agent.Runner;
import dev.adze.benchmarks.kit.TokenStream;
import dev.adze.model.openai.OpenAiClient;

/** A whole run of Adze's in which the model calls a tool before it answers. */
public final class OpenAiToolRunStream implements TokenStream {
  private final Runner runner;

  /** A client of the server. */
  public OpenAiToolRunStream(String server) {
    Agent agent =
        Agent.builder()
            .name("teller")
            .model(OpenAiClient.builder().baseUrl(server).apiKey("none").build(), "tiny")
            .toolsOf(new ShopTools())
            .build();
    runner = Runner.builder(agent).build();
  }

  @Override
  public void stream(Tokens tokens) throws InterruptedException {
    Clients.run(runner, tokens);
  }
}
