package dev.adze.benchmarks.adze;

import dev.adze.agent.Agent;
import dev.adze.agent.RunListener;
import dev.adze.agent.Runner;
import dev.adze.benchmarks.kit.TokenStream.Tokens;
import dev.adze.event.RawResponse;
import dev.adze.model.ModelClient;
import dev.adze.model.ModelRequest;
import dev.adze.model.UserMessage;
import java.util.List;

/** One question, asked in two ways. */
final class Clients {
  private static final String QUESTION = "Tell me.";

  private Clients() {}

  /** Asks the client itself. */
  static void stream(ModelClient client, Tokens tokens) {
    ModelRequest request = ModelRequest.builder("tiny", List.of(UserMessage.of(QUESTION))).build();
    client
        .newCall(request)
        .execute(chunk -> {
          String text = chunk.text();
          if (!text.isEmpty()) {
            tokens.add(text);
          }
        });
  }

  /** What an agent that asks the client is run by. */
  static Runner runner(ModelClient client) {
    return Runner.builder(Agent.builder().name("teller").model(client, "tiny").build()).build();
  }

  /** Asks through a whole run, of which every event is delivered. */
  static void run(Runner runner, Tokens tokens) throws InterruptedException {
    RunListener listener =
        new RunListener() {
          @Override
          public void onRawResponse(RawResponse event) {
            String text = event.text();
            if (!text.isEmpty()) {
              tokens.add(text);
            }
          }
        };
    // Throws if the run failed.
    runner.stream(QUESTION, listener).await().text();
  }
}
