package dev.adze.examples;

import dev.adze.agent.Agent;
import dev.adze.agent.Run;
import dev.adze.agent.Runner;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.testing.RecordedEvents;
import java.util.LinkedHashMap;
import java.util.Map;

/** The same agent with three providers at once; only the model differs. */
public final class Providers {
  private static final String QUESTION = "What is 12 * 12?";

  private Providers() {}

  /**
   * Asks each provider whose key is set; a script answers for the others.
   *
   * @param args not used
   * @throws InterruptedException if the program is interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    Map<String, Model> models = new LinkedHashMap<>();
    models.put("OpenAIAgent", Model.openAi(script()));
    models.put("AnthropicAgent", Model.anthropic(script()));
    models.put("GroqAgent", Model.groq(script()));
    run(models, Screen.ofProcess());
  }

  static void run(Map<String, Model> models, Screen screen) throws InterruptedException {
    screen.line(QUESTION);
    // region run
    Map<Run, Agent> runs = new LinkedHashMap<>();
    models.forEach((name, model) -> {
      Agent agent =
          Agent.builder()
              .name(name)
              .model(model.client(), model.name())
              .toolsOf(new Calculator())
              .maxSteps(5)
              .build();
      runs.put(Runner.builder(agent).build().stream(QUESTION, new RecordedEvents()), agent);
    });
    for (Map.Entry<Run, Agent> entry : runs.entrySet()) {
      RunResult result = entry.getKey().await();
      screen.line(entry.getValue().name() + " (" + entry.getValue().modelName() + ")");
      screen.line("   " + outcome(result));
    }
    // endregion
  }

  private static String outcome(RunResult result) {
    return result.stopReason() == StopReason.FINAL_OUTPUT
        ? result.text()
        : result.stopReason() + result.failure().map(failure -> ": " + failure).orElse("");
  }

  static ScriptedModel script() {
    return ScriptedModel.builder()
        .turn(ScriptedTurn.toolCall("calculator", "{\"expression\":\"12 * 12\"}"))
        .turn(request -> ScriptedTurn.text("12 * 12 is " + Model.results(request).get(0) + "."))
        .build();
  }
}
