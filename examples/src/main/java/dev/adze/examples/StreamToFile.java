package dev.adze.examples;

import dev.adze.agent.Agent;
import dev.adze.agent.Runner;
import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.log.JsonLog;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every event goes to a file as it happens, and comes back from it later. */
public final class StreamToFile {
  private static final String QUESTION = "Calculate 50 * 3 + 25 and explain the calculation";

  private StreamToFile() {}

  /**
   * Runs the agent; the log is in the folder {@code logs}.
   *
   * @param args not used
   * @throws InterruptedException if the program is interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    Path log = Path.of("logs/execution_log.json").toAbsolutePath();
    Screen.exitIfFailed(run(Model.fromEnvironment(script()), log, Screen.ofProcess()));
  }

  static RunResult run(Model model, Path path, Screen screen) throws InterruptedException {
    screen.question(model, QUESTION);
    Agent agent =
        Agent.builder()
            .name("StreamingAgent")
            .model(model.client(), model.name())
            .toolsOf(new Calculator())
            .maxSteps(5)
            .build();
    // region write
    RunResult result;
    try (JsonLog log = JsonLog.array(path)) {
      result = Runner.builder(agent).listener(log).build().run(QUESTION);
    }
    // endregion
    screen.line("Execution completed. The full event history is in " + path);
    // region read
    Map<String, Long> counts =
        JsonLog.read(path).stream()
            .collect(Collectors.groupingBy(RunEvent::name, TreeMap::new, Collectors.counting()));
    // endregion
    counts.forEach((name, count) -> screen.line(count + " " + name));
    screen.summary(result);
    return result;
  }

  static ScriptedModel script() {
    return ScriptedModel.builder()
        .turn(ScriptedTurn.toolCall("calculator", "{\"expression\":\"50 * 3 + 25\"}"))
        .turn(request ->
            ScriptedTurn.text(
                "50 * 3 is 150, and 25 more make " + Model.results(request).get(0) + "."))
        .build();
  }
}
