package dev.adze.agent;

import dev.adze.approval.ArgumentMatch;
import dev.adze.approval.Decision;
import dev.adze.approval.Grant;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.loop.RunState;
import dev.adze.loop.StateSeal;
import dev.adze.model.Message;
import dev.adze.model.ToolMessage;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Goes on with the runs that the last process left in the folder, and then runs one after the other
 * until it is killed. It prints each event, and each run that has ended.
 */
final class KilledRunProgram implements AutoCloseable {
  static final String HELD = "held";

  private static final StateSeal SEAL = StateSeal.of(new byte[32]);

  private final Path folder;
  private final Session session;
  private final StateStore store;
  private final FileOutputStream out;
  private final int held;
  private int payments;

  /**
   * @param held in which payment to wait for the end; 0 for none
   */
  KilledRunProgram(Path folder, FileOutputStream out, int held) throws IOException {
    this.folder = folder;
    this.held = held;
    this.session = Session.open(folder.resolve("session.jsonl"), SEAL);
    this.store = StateStore.inFolder(folder.resolve("states"));
    this.out = out;
  }

  public static void main(String[] arguments) throws Exception {
    try (KilledRunProgram program =
        new KilledRunProgram(
            Path.of(arguments[0]),
            new FileOutputStream(FileDescriptor.out),
            Integer.parseInt(arguments[1]))) {
      program.recover();
      while (true) {
        program.finish(RunRequest.builder("hello"));
      }
    }
  }

  /** Goes on with every run that was left. */
  void recover() throws IOException, InterruptedException {
    for (String runId : left()) {
      RunState state = runner().load(runId).orElseThrow();
      RunResult result = finish(RunRequest.resume(state));
      boolean hadEnded = result.failure().orElse(null) instanceof StaleStateException;
      if (!hadEnded && result.stopReason() != StopReason.FINAL_OUTPUT) {
        throw new IllegalStateException(runId + " ended with " + result, result.failure().get());
      }
    }
  }

  /** The ids of the runs that the store has. */
  List<String> left() throws IOException {
    Path states = folder.resolve("states");
    if (Files.notExists(states)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(states)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("state-") && name.endsWith(".json"))
          .map(name -> name.substring("state-".length(), name.length() - ".json".length()))
          .toList();
    }
  }

  Session session() {
    return session;
  }

  private RunResult finish(RunRequest.Builder request) throws InterruptedException {
    RunResult result =
        runner().stream(request.session(session).build(), event -> print(event.name())).await();
    if (result.stopReason() == StopReason.FINAL_OUTPUT) {
      result.output(Verdict.TYPE);
      print("done " + result.runId());
    }
    return result;
  }

  /** Pays once, hands over to the clerk, and has the wrong answer of the clerk corrected. */
  private Runner runner() {
    Agent clerk =
        Agent.builder()
            .name("clerk")
            .model(
                model(last ->
                    ScriptedTurn.text(
                        last instanceof ToolMessage
                            ? "All is paid."
                            : "{\"allowed\":true,\"score\":1}")),
                "scripted")
            .output(Verdict.TYPE)
            .build();
    Agent agent =
        Agent.builder()
            .name("killed")
            .model(
                model(last ->
                    ScriptedTurn.toolCall(
                        last instanceof ToolMessage ? "transfer_to_clerk" : "pay", "{}")),
                "scripted")
            .tools(pay())
            .handoffs(clerk)
            .build();
    return Runner.builder(agent)
        .approver(request ->
            Decision.approveAlways(Grant.of(request, ArgumentMatch.any(), Grant.Scope.SESSION)))
        .stateStore(store, SEAL)
        .build();
  }

  private static ScriptedModel model(Function<Message, ScriptedTurn> turn) {
    ScriptedModel.Builder model = ScriptedModel.builder();
    for (int i = 0; i < 4; i++) {
      model.turn(request -> turn.apply(request.messages().get(request.messages().size() - 1)));
    }
    return model.build();
  }

  private FunctionTool pay() {
    return Fixtures.guarded(
        "pay",
        (arguments, context) -> {
          String line = context.runId() + " " + context.callId() + "\n";
          Files.writeString(
              folder.resolve("paid"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
          payments++;
          if (payments == held) {
            print(HELD);
            new CountDownLatch(1).await();
          }
          return ToolOutput.of("paid");
        });
  }

  private void print(String line) {
    try {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    session.close();
  }
}
