package dev.adze.examples;

import dev.adze.agent.Agent;
import dev.adze.agent.RunListener;
import dev.adze.agent.Runner;
import dev.adze.event.ExecutionComplete;
import dev.adze.event.MessageOutputCreated;
import dev.adze.event.RawResponse;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStart;
import dev.adze.model.ModelClient;
import dev.adze.model.ModelOptions;
import dev.adze.model.ModelRequest;
import dev.adze.model.ToolMessage;
import dev.adze.model.openai.OpenAiClient;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import java.io.PrintStream;
import java.util.Map;

/** An agent computes with a tool, and everything it does is printed as it happens. */
public final class BasicStreaming {
  private static final String QUESTION = "What is 15 * 7 + 23?";

  private BasicStreaming() {}

  /**
   * Asks the model {@code OPENAI_MODEL} (gpt-4o if not set) at {@code OPENAI_BASE_URL} (OpenAI if
   * not set) with the key {@code OPENAI_API_KEY}. Without a key, a script plays the model.
   *
   * @param args not used
   * @throws InterruptedException if the program is interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    RunResult result = run(System.getenv(), System.out);
    if (result.stopReason() != StopReason.FINAL_OUTPUT) {
      System.exit(1);
    }
  }

  static RunResult run(Map<String, String> environment, PrintStream out)
      throws InterruptedException {
    String model = environment.getOrDefault("OPENAI_MODEL", "gpt-4o");
    ModelClient client = client(environment);
    if (client instanceof ScriptedModel) {
      out.println("OPENAI_API_KEY is not set: a script plays the model " + model + ".");
    }
    out.println(QUESTION);

    Agent agent =
        Agent.builder()
            .name("StreamingAgent")
            .model(client, model)
            .toolsOf(new Calculator())
            .options(ModelOptions.builder().temperature(0.3).build())
            .maxSteps(5)
            .build();
    Runner runner = Runner.builder(agent).build();
    return runner.stream(QUESTION, new Printer(out)).await();
  }

  private record Printer(PrintStream out) implements RunListener {
    @Override
    public void onRawResponse(RawResponse chunk) {
      out.print(chunk.text());
      out.flush();
    }

    @Override
    public void onMessageOutputCreated(MessageOutputCreated message) {
      out.println();
    }

    @Override
    public void onToolCallStart(ToolCallStart start) {
      out.println("-> " + start.call().name() + " " + start.arguments());
    }

    @Override
    public void onToolCallComplete(ToolCallComplete complete) {
      String status = complete.result().status().wireName();
      out.println("<- " + status + ": " + complete.result().output().display());
    }

    @Override
    public void onExecutionComplete(ExecutionComplete complete) {
      RunResult result = complete.result();
      out.println(result.stopReason() + " after " + result.steps().size() + " steps");
      result.failure().ifPresent(failure -> out.println(failure.getMessage()));
    }
  }

  private static ModelClient client(Map<String, String> environment) {
    String key = environment.getOrDefault("OPENAI_API_KEY", "");
    if (key.isBlank()) {
      return ScriptedModel.builder()
          .turn(ScriptedTurn.toolCall("calculator", "{\"expression\":\"15 * 7 + 23\"}"))
          .turn(request -> ScriptedTurn.text("15 * 7 + 23 is " + toolResult(request) + "."))
          .build();
    }
    OpenAiClient.Builder client = OpenAiClient.builder().apiKey(key);
    String baseUrl = environment.getOrDefault("OPENAI_BASE_URL", "");
    return baseUrl.isBlank() ? client.build() : client.baseUrl(baseUrl).build();
  }

  private static String toolResult(ModelRequest request) {
    ToolMessage last = (ToolMessage) request.messages().get(request.messages().size() - 1);
    return last.results().get(0).text().replace("Result: ", "");
  }
}
