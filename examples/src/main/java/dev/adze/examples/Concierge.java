package dev.adze.examples;

import dev.adze.agent.Agent;
import dev.adze.agent.Run;
import dev.adze.agent.Runner;
import dev.adze.approval.Approver;
import dev.adze.approval.Approvers;
import dev.adze.event.RawResponse;
import dev.adze.event.RunResult;
import dev.adze.model.ModelClient;
import dev.adze.model.openai.OpenAiClient;
import java.io.PrintStream;

/**
 * An agent that finds tables on its own, and books one only if the person at the terminal agrees.
 */
public final class Concierge {
  private Concierge() {}

  /**
   * Asks OpenAI, or the server that the environment names.
   *
   * @param args not used
   * @throws InterruptedException if the program is interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    ask(OpenAiClient.fromEnvironment(), Approvers.console(), System.out);
  }

  static RunResult ask(ModelClient model, Approver approver, PrintStream out)
      throws InterruptedException {
    Agent agent =
        Agent.builder()
            .name("concierge")
            .model(model, "gpt-4o")
            .toolsOf(new Restaurant())
            .maxSteps(6)
            .build();
    Runner runner = Runner.builder(agent).approver(approver).build();
    Run run =
        runner.stream(
            "Book a table for four on Friday.",
            event -> {
              if (event instanceof RawResponse chunk) {
                out.print(chunk.text());
              }
            });
    return run.await();
  }
}
