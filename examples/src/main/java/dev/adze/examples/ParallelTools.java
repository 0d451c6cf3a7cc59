package dev.adze.examples;

import dev.adze.agent.Agent;
import dev.adze.agent.Runner;
import dev.adze.annotation.Tool;
import dev.adze.event.RunResult;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.tool.ToolContext;
import java.util.List;

/** The calls of one response run at the same time; one that must be alone waits for them. */
public final class ParallelTools {
  private static final String QUESTION = "Where is it sunny: Rome, Oslo or Lima? Note it down.";

  private ParallelTools() {}

  /** Where forecasts come from. */
  interface WeatherService {
    String sky(String city) throws InterruptedException;
  }

  // region tools
  /** Knows the weather. */
  record Weather(WeatherService service) {
    /**
     * Tells the weather of a city.
     *
     * @param city its name
     */
    @Tool(readOnly = true, timeout = "PT10S")
    String weather(String city, ToolContext context) throws InterruptedException {
      context.activity("asking about " + city);
      return city + " is " + service.sky(city);
    }

    /**
     * Notes something down.
     *
     * @param text what to remember
     */
    @Tool(sequential = true, destructive = false)
    String note(String text) {
      return "Noted: " + text;
    }
  }

  // endregion

  /**
   * Runs the agent; each forecast takes half a second.
   *
   * @param args not used
   * @throws InterruptedException if the program is interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    WeatherService slow =
        city -> {
          Thread.sleep(500);
          return city.equals("Rome") ? "sunny" : "grey";
        };
    Screen.exitIfFailed(run(Model.fromEnvironment(script()), slow, Screen.ofProcess()));
  }

  static RunResult run(Model model, WeatherService service, Screen screen)
      throws InterruptedException {
    screen.question(model, QUESTION);
    Agent agent =
        Agent.builder()
            .name("WeatherAgent")
            .model(model.client(), model.name())
            .toolsOf(new Weather(service))
            .build();
    Runner runner = Runner.builder(agent).maxParallelTools(3).build();
    return runner.stream(QUESTION, screen).await();
  }

  static ScriptedModel script() {
    ScriptedTurn.Builder calls = ScriptedTurn.builder();
    for (String city : List.of("Rome", "Oslo", "Lima")) {
      calls.toolCall("weather", "{\"city\":\"" + city + "\"}");
    }
    calls.toolCall("note", "{\"text\":\"compare the forecasts\"}");
    return ScriptedModel.builder()
        .turn(calls.build())
        .turn(request -> ScriptedTurn.text(String.join("; ", Model.results(request)) + "."))
        .build();
  }
}
