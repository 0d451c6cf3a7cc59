package dev.adze.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.model.AssistantMessage;
import dev.adze.model.Message;
import dev.adze.model.ToolCall;
import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that are killed in the middle of their runs, each going on with what the one before it
 * left. {@code -Dkill.rounds=100} kills more of them.
 */
class KilledRunTest {
  private static final int ROUNDS = Integer.getInteger("kill.rounds", 24);

  @TempDir private Path folder;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void noToolRunsTwiceAndNoCompleteStepIsLost() throws Exception {
    long seed = Long.getLong("tests.seed", 11);
    Random random = new Random(seed);
    List<String> done = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      boolean inTheTool = round % 2 == 1;
      done.addAll(inTheTool ? kill(1 + random.nextInt(4), 0) : kill(0, 1 + random.nextInt(60)));
      assertThat(paid()).as("seed %d, round %d", seed, round).doesNotHaveDuplicates();
    }

    try (FileOutputStream nowhere = new FileOutputStream(folder.resolve("out").toFile());
        KilledRunProgram last = new KilledRunProgram(folder, nowhere, 0)) {
      last.recover();
      assertThat(last.left()).as("seed %d", seed).isEmpty();
      assertThat(paid()).as("seed %d", seed).doesNotHaveDuplicates();
      assertThat(last.session().grants()).as("seed %d", seed).isNotEmpty();
      assertThat(Conversation.checked(last.session().messages())).as("seed %d", seed).isNotEmpty();
      assertThat(calls(last.session().messages()))
          .as("seed %d", seed)
          .doesNotHaveDuplicates()
          .containsAll(paid().stream().map(line -> line.split(" ")[1]).toList());
    }
    List<String> records = Files.readAllLines(folder.resolve("session.jsonl"));
    for (String run : done) {
      assertThat(records)
          .as("seed %d", seed)
          .filteredOn(line -> line.contains(run))
          .hasSizeGreaterThanOrEqualTo(5);
    }
    assertThat(done).hasSizeGreaterThan(ROUNDS / 4);
  }

  private List<String> paid() throws IOException {
    Path file = folder.resolve("paid");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private static List<String> calls(List<Message> messages) {
    return messages.stream()
        .filter(AssistantMessage.class::isInstance)
        .flatMap(message -> ((AssistantMessage) message).toolCalls().stream())
        .map(ToolCall::id)
        .toList();
  }

  /**
   * Kills a process.
   *
   * @param held in which payment; 0 for none
   * @param lines when it has printed so many lines; 0 for never
   * @return the runs that it said have ended
   */
  private List<String> kill(int held, int lines) throws IOException, InterruptedException {
    Process process = Programs.start(KilledRunProgram.class, folder.toString(), "" + held);
    List<String> done = new ArrayList<>();
    int read = 0;
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        read++;
        if (line.matches("done run_[0-9a-f-]{36}")) {
          done.add(line.substring("done ".length()));
        }
        if (read == lines || line.equals(KilledRunProgram.HELD)) {
          // Not the process itself, which would close the stream with what it still holds.
          process.toHandle().destroyForcibly();
        }
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(read).isGreaterThanOrEqualTo(lines);
    return done;
  }
}
