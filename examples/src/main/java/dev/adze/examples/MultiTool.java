package dev.adze.examples;

import dev.adze.agent.Agent;
import dev.adze.agent.EventStream;
import dev.adze.agent.Runner;
import dev.adze.annotation.Name;
import dev.adze.annotation.Tool;
import dev.adze.event.ExecutionComplete;
import dev.adze.event.FinalOutput;
import dev.adze.event.RunEvent;
import dev.adze.event.StepComplete;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStart;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;

/** An agent with the tools of three classes, whose events are iterated over. */
public final class MultiTool {
  private static final String QUESTION =
      "Calculate the square root of 144, then search for information about that number";

  private MultiTool() {}

  // region tool
  /** Knows functions of one number. */
  static final class AdvancedCalculator {
    enum Operation {
      @Name("sqrt")
      SQRT,
      @Name("sin")
      SIN,
      @Name("cos")
      COS,
      @Name("log")
      LOG
    }

    /**
     * Performs an advanced mathematical operation.
     *
     * @param operation what to compute; angles are in radians, the logarithm is natural
     * @param value of what
     */
    @Tool(readOnly = true, openWorld = false)
    double advancedCalculator(Operation operation, double value) {
      return switch (operation) {
        case SQRT -> Math.sqrt(value);
        case SIN -> Math.sin(value);
        case COS -> Math.cos(value);
        case LOG -> Math.log(value);
      };
    }
  }

  // endregion

  /** Searches the web. */
  static final class WebSearch {
    /**
     * Searches for information (simulated).
     *
     * @param query what to look for
     */
    @Tool(readOnly = true)
    String webSearch(String query) {
      return "Search results for '" + query + "': [Relevant information found]";
    }
  }

  /**
   * Runs the agent.
   *
   * @param args not used
   */
  public static void main(String[] args) {
    run(Model.fromEnvironment(script()), Screen.ofProcess());
  }

  static void run(Model model, Screen screen) {
    screen.question(model, QUESTION);
    Agent agent =
        Agent.builder()
            .name("MultiToolAgent")
            .model(model.client(), model.name())
            .toolsOf(new Calculator(), new AdvancedCalculator(), new WebSearch())
            .maxSteps(8)
            .build();
    Runner runner = Runner.builder(agent).build();
    try (EventStream events = runner.open(QUESTION)) {
      for (RunEvent event : events) {
        if (event instanceof ToolCallStart start) {
          screen.line("Step " + event.step() + ": Calling " + start.call().name());
          screen.line("   Arguments: " + start.arguments());
        } else if (event instanceof ToolCallComplete complete) {
          screen.line("Result: " + complete.result().output().output());
        } else if (event instanceof StepComplete) {
          screen.line("Step " + event.step() + " completed");
        } else if (event instanceof FinalOutput answer) {
          screen.line("Final Answer:");
          screen.line(answer.text());
        } else if (event instanceof ExecutionComplete complete) {
          screen.summary(complete.result());
        }
      }
    }
  }

  static ScriptedModel script() {
    return ScriptedModel.builder()
        .turn(ScriptedTurn.toolCall("advancedCalculator", "{\"operation\":\"sqrt\",\"value\":144}"))
        .turn(request ->
            ScriptedTurn.toolCall(
                "webSearch", "{\"query\":\"number " + Model.results(request).get(0) + "\"}"))
        .turn(request -> ScriptedTurn.text("I found: " + Model.results(request).get(1)))
        .build();
  }
}
