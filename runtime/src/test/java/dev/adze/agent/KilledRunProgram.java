package dev.adze.agent;

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
import dev.adze.tool.ToolSpec;
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
import java.util.stream.Stream;

/**
 * Goes on with the runs that the last process left in the folder, and then runs one after the other
 * until it is killed. It prints each event, and each run that has ended.
 */
final class KilledRunProgram implements AutoCloseable {
  static final String HELD = "held";

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
    this.session = Session.open(folder.resolve("session.jsonl"));
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
      print("done " + result.runId());
    }
    return result;
  }

  private Runner runner() {
    ScriptedModel.Builder model = ScriptedModel.builder();
    for (int i = 0; i < 4; i++) {
      model.turn(request -> {
        List<Message> messages = request.messages();
        boolean paid = messages.get(messages.size() - 1) instanceof ToolMessage;
        return paid ? ScriptedTurn.text("done") : ScriptedTurn.toolCall("pay", "{}");
      });
    }
    Agent agent =
        Agent.builder().name("killed").model(model.build(), "scripted").tools(pay()).build();
    return Runner.builder(agent).stateStore(store, StateSeal.of(new byte[32])).build();
  }

  private FunctionTool pay() {
    return FunctionTool.of(
        ToolSpec.builder("pay", "{\"type\":\"object\"}").build(),
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
