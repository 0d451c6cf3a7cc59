package dev.adze.examples;

import dev.adze.agent.Agent;
import dev.adze.agent.Runner;
import dev.adze.annotation.RequiresApproval;
import dev.adze.annotation.Tool;
import dev.adze.approval.Approver;
import dev.adze.approval.Approvers;
import dev.adze.event.RunResult;
import dev.adze.log.JsonLog;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.tool.ToolOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One tool runs freely, two ask a person first, and a log keeps everything that happened. */
public final class Permissions {
  private static final String QUESTION =
      "Calculate 25 * 4, then write the result to 'calculation_result.txt', and finally run a"
          + " system check command 'ls -la'";

  private Permissions() {}

  // region tools
  /** Writes files into one folder. */
  record FileWriter(Path folder) {
    /**
     * Writes content to a file.
     *
     * @param filename a name without folders
     * @param content the whole text of the file
     */
    @Tool
    @RequiresApproval(value = "changes a file on this machine", preview = "describe")
    ToolOutput fileWriter(String filename, String content) throws IOException {
      Path file = folder.resolve(filename).normalize();
      if (!folder.equals(file.getParent())) {
        throw new IllegalArgumentException("A file name has no folders. Use the name alone.");
      }
      Files.writeString(file, content);
      return ToolOutput.builder("Wrote " + content.length() + " characters to " + filename)
          .observation("File " + filename + " written successfully")
          .display("Wrote: " + filename)
          .build();
    }

    String describe(String filename, String content) {
      String verb = Files.exists(folder.resolve(filename)) ? "Overwrites " : "Creates ";
      return verb + folder.resolve(filename);
    }
  }

  /** Runs commands of the system. */
  static final class SystemCommands {
    /**
     * Executes a system command (simulated).
     *
     * @param command as it is typed in a shell
     */
    @Tool
    @RequiresApproval("runs a command on this machine")
    ToolOutput sensitiveSystemCommand(String command) {
      return ToolOutput.builder("Simulated execution of: " + command)
          .observation("System command '" + command + "' executed (simulated)")
          .display("Executed: " + command)
          .build();
    }
  }

  // endregion

  /**
   * Runs the agent; the person at the terminal decides.
   *
   * @param args not used
   * @throws InterruptedException if the program is interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    Path folder = Path.of("").toAbsolutePath();
    Model model = Model.fromEnvironment(script());
    Screen screen = Screen.ofProcess();
    Screen.exitIfFailed(run(model, folder, Approvers.console(), screen));
    screen.line("The files are in " + folder);
  }

  static RunResult run(Model model, Path folder, Approver approver, Screen screen)
      throws InterruptedException {
    screen.question(model, QUESTION);
    // region run
    Agent agent =
        Agent.builder()
            .name("PermissionAgent")
            .model(model.client(), model.name())
            .toolsOf(new Calculator(), new FileWriter(folder), new SystemCommands())
            .maxSteps(6)
            .build();
    try (JsonLog log = JsonLog.array(folder.resolve("logs/permission_execution_log.json"))) {
      Runner runner = Runner.builder(agent).approver(approver).listener(log).build();
      return runner.stream(QUESTION, screen).await();
    }
    // endregion
  }

  static ScriptedModel script() {
    return ScriptedModel.builder()
        .turn(ScriptedTurn.toolCall("calculator", "{\"expression\":\"25 * 4\"}"))
        .turn(request -> {
          String content = "25 * 4 = " + Model.results(request).get(0);
          return ScriptedTurn.toolCall(
              "fileWriter",
              "{\"filename\":\"calculation_result.txt\",\"content\":\"" + content + "\"}");
        })
        .turn(ScriptedTurn.toolCall("sensitiveSystemCommand", "{\"command\":\"ls -la\"}"))
        .turn(request -> ScriptedTurn.text(String.join("; ", Model.results(request))))
        .build();
  }
}
