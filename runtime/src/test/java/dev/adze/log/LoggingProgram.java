package dev.adze.log;

import dev.adze.agent.Agent;
import dev.adze.agent.Run;
import dev.adze.agent.Runner;
import dev.adze.event.RunEvent;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs and logs until it is killed, and prints each event that the log has taken. */
final class LoggingProgram {
  private static final int AT_ONCE = 3;

  private LoggingProgram() {}

  public static void main(String[] arguments) throws InterruptedException {
    Path file = Path.of(arguments[1]);
    JsonLog log =
        arguments[0].equals("array") ? JsonLog.array(file) : JsonLog.lines(file).required();
    FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    while (true) {
      List<Run> runs = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        runs.add(runner(log).stream("hello", event -> print(out, event)));
      }
      for (Run run : runs) {
        run.await();
      }
    }
  }

  private static Runner runner(JsonLog log) {
    FunctionTool echo =
        FunctionTool.of(
            ToolSpec.builder("echo", "{\"type\":\"object\"}").build(),
            (given, context) -> ToolOutput.of(given.repeat(500)));
    ScriptedModel model =
        ScriptedModel.of(
            ScriptedTurn.builder().text("a b c d e ").toolCall("echo", "{\"a\":1}").build(),
            ScriptedTurn.text("done"));
    Agent agent = Agent.builder().model(model, "scripted").tools(echo).build();
    return Runner.builder(agent).listener(log).build();
  }

  private static void print(FileOutputStream out, RunEvent event) {
    String line = event.runId() + " " + event.sequence() + "\n";
    try {
      out.write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
