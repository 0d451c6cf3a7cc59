package dev.adze.approval;

import dev.adze.agent.Agent;
import dev.adze.agent.Runner;
import dev.adze.event.RunResult;
import dev.adze.model.Message;
import dev.adze.model.ToolMessage;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.concurrent.atomic.AtomicInteger;

/** What {@link SystemTerminalTest} runs at a terminal of its own. */
final class TerminalProgram {
  private TerminalProgram() {}

  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "ask" -> ask();
      case "type-ahead" -> {
        System.out.println("type ahead now");
        while (System.in.available() == 0) {
          Thread.onSpinWait();
        }
        ask();
      }
      case "interrupt" -> interrupt();
      case "demo" -> demo();
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void ask() throws Exception {
    System.out.println("DECIDED " + Approvers.console().decide(ConsoleApproverTest.request("{}")));
    System.out.println("READERS " + readers());
  }

  /** A run whose model pays twice, one step after the other. */
  private static void demo() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    FunctionTool pay =
        FunctionTool.of(
            ToolSpec.builder("pay", "{}").requiresApproval("it costs money").build(),
            (arguments, context) -> {
              runs.incrementAndGet();
              System.out.println("RAN " + arguments);
              return ToolOutput.of("paid");
            });
    ScriptedModel model =
        ScriptedModel.of(
            ScriptedTurn.builder().toolCall("pay", "{\"eur\":50}").build(),
            ScriptedTurn.builder().toolCall("pay", "{\"eur\":60}").build(),
            ScriptedTurn.text("done"));
    Agent agent = Agent.builder().model(model, "scripted").tools(pay).build();
    RunResult result =
        Runner.builder(agent).approver(Approvers.console()).build().run("Pay what I owe.");
    for (Message message : result.messages()) {
      if (message instanceof ToolMessage tool) {
        System.out.println("READ " + tool.results().get(0).text());
      }
    }
    System.out.println("RUNS " + runs);
    System.out.println("READERS " + readers());
  }

  private static void interrupt() throws Exception {
    Thread asking =
        new Thread(() -> {
          try {
            ask();
          } catch (Exception e) {
            System.out.println("THROWN " + e.getClass().getSimpleName());
          }
        });
    asking.start();
    while (readers() == 0) {
      Thread.onSpinWait();
    }
    asking.interrupt();
    asking.join();
    System.out.println("READERS " + readers());
    System.out.println("LINE " + new BufferedReader(new InputStreamReader(System.in)).readLine());
  }

  private static long readers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("adze-console"))
        .count();
  }
}
