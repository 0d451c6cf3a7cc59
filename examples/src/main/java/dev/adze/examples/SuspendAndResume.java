package dev.adze.examples;

import dev.adze.agent.Agent;
import dev.adze.agent.RunRequest;
import dev.adze.agent.Runner;
import dev.adze.agent.StateStore;
import dev.adze.annotation.RequiresApproval;
import dev.adze.annotation.Tool;
import dev.adze.approval.ApprovalRequest;
import dev.adze.approval.Approver;
import dev.adze.approval.Approvers;
import dev.adze.approval.Decision;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.loop.RunState;
import dev.adze.loop.StateSeal;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** A run stops where a decision is needed; another process decides, and the run goes on there. */
public final class SuspendAndResume {
  private static final String QUESTION = "Send 250.00 to Ada";

  private SuspendAndResume() {}

  /** Moves money. */
  static final class Bank {
    /**
     * Transfers money.
     *
     * @param to who gets it
     * @param amount in euros
     */
    @Tool
    @RequiresApproval("moves money")
    String transfer(String to, BigDecimal amount) {
      return "Transferred " + amount + " to " + to;
    }
  }

  /**
   * Run once, it stops and waits. Run again, it has the person at the terminal decide, and ends.
   *
   * @param args not used
   * @throws Exception if the folder cannot be used
   */
  public static void main(String[] args) throws Exception {
    Model model = Model.fromEnvironment(script());
    run(model, Path.of("suspended"), Approvers.console(), Screen.ofProcess());
  }

  static void run(Model model, Path folder, Approver approver, Screen screen) throws Exception {
    Path waiting = Files.createDirectories(folder).resolve("waiting-run");
    if (Files.exists(waiting)) {
      resume(runner(model, folder), Files.readString(waiting), approver, screen);
      Files.delete(waiting);
      return;
    }
    screen.question(model, QUESTION);
    // region suspend
    RunRequest request = RunRequest.builder(QUESTION).approver(call -> Decision.defer()).build();
    RunResult result = runner(model, folder).stream(request, screen).await();
    if (result.stopReason() == StopReason.AWAITING_APPROVAL) {
      Files.writeString(waiting, result.runId());
      screen.line("The run is kept in " + folder + ". Start this program again to decide.");
    }
    // endregion
  }

  // region resume
  private static void resume(Runner runner, String runId, Approver approver, Screen screen)
      throws Exception {
    RunState state = runner.load(runId).orElseThrow();
    RunRequest.Builder request = RunRequest.resume(state);
    for (ApprovalRequest call : state.pendingApprovals()) {
      request.decide(call.callId(), approver.decide(call));
    }
    runner.stream(request.build(), screen).await();
  }

  // endregion

  private static Runner runner(Model model, Path folder) throws IOException {
    Agent agent =
        Agent.builder()
            .name("BankAgent")
            .model(model.client(), model.name())
            .toolsOf(new Bank())
            .build();
    // region store
    StateSeal seal = StateSeal.of(key(folder.resolve("seal.key")));
    StateStore store = StateStore.inFolder(folder.resolve("runs"));
    return Runner.builder(agent).stateStore(store, seal).build();
    // endregion
  }

  /** The demo's key. A program keeps its own with its other secrets, not beside the states. */
  private static byte[] key(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.write(file, SecureRandom.getSeed(32));
    }
    return Files.readAllBytes(file);
  }

  /** Says what the conversation needs next, because each process begins it anew. */
  static ScriptedModel script() {
    return ScriptedModel.builder()
        .turn(request ->
            Model.results(request).isEmpty()
                ? ScriptedTurn.toolCall("transfer", "{\"to\":\"Ada\",\"amount\":250.00}")
                : ScriptedTurn.text(Model.results(request).get(0)))
        .build();
  }
}
