package dev.adze.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The console at a real terminal: {@code script} gives the program one and passes keys on. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SystemTerminalTest {
  private static final Path SCRIPT = Path.of("/usr/bin/script");

  private Process process;
  private final StringBuilder screen = new StringBuilder();

  @AfterEach
  void end() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void anAnswerAtTheTerminalDecides() throws Exception {
    startAtTerminal("ask");
    seen("Allow this call?");
    type("n caf\u00e9 first\n");
    seen("DECIDED Denied[reason=caf\u00e9 first]");
    seen("READERS 0");
  }

  @Test
  void whatWasTypedBeforeTheQuestionIsNoAnswer() throws Exception {
    startAtTerminal("type-ahead");
    seen("type ahead now");
    type("y\n");
    seen("Allow this call?");
    type("n\n");
    seen("DECIDED Denied[reason=The person at the terminal said no.]");
  }

  @Test
  void theEndOfTheInputDenies() throws Exception {
    startAtTerminal("ask");
    seen("Allow this call?");
    type("\u0004");
    seen("DECIDED Denied[reason=The terminal's input ended");
    seen("READERS 0");
  }

  @Test
  void anInterruptLeavesNoReaderAndTheNextLineToTheProgram() throws Exception {
    startAtTerminal("interrupt");
    seen("Allow this call?");
    seen("THROWN InterruptedException");
    seen("READERS 0");
    type("hello\n");
    seen("LINE hello");
  }

  @Test
  void oneYesRunsOneCall() throws Exception {
    startAtTerminal("demo");
    seen("eur: 50");
    seen("Allow this call?");
    type("y\n");
    seen("RAN {\"eur\":50}");
    seen("eur: 60");
    seen("Allow this call?");
    type("n\n");
    seen("READ The approver denied the call; it has not run. The person at the terminal said no.");
    seen("RUNS 1");
  }

  @Test
  void alwaysRunsTheLaterCallsUnasked() throws Exception {
    startAtTerminal("demo");
    seen("Allow this call?");
    type("a\n");
    seen("RAN {\"eur\":50}");
    seen("RUNS 2");
    assertThat(screen).doesNotContain("Allow this call?");
  }

  @Test
  void otherArgumentsRunInPlaceOfTheModels() throws Exception {
    startAtTerminal("demo");
    seen("Allow this call?");
    type("e\n");
    seen("All arguments in one line of JSON");
    type("{\"eur\": 5}\n");
    seen("RAN {\"eur\":5}");
    seen("Allow this call?");
    type("n\n");
    seen("READ The approver changed the arguments: the tool ran with {\"eur\":5}.");
    seen("RUNS 1");
  }

  @Test
  void aNoReachesTheModelWithItsReason() throws Exception {
    startAtTerminal("demo");
    seen("Allow this call?");
    type("n too much\n");
    seen("Allow this call?");
    type("n\n");
    seen("READ The approver denied the call; it has not run. too much");
    seen("RUNS 0");
  }

  @Test
  void theEndOfTheInputDeniesEveryCall() throws Exception {
    startAtTerminal("demo");
    seen("Allow this call?");
    type("\u0004");
    seen("Allow this call?");
    type("\u0004");
    seen("RUNS 0");
    seen("READERS 0");
  }

  @Test
  void theInterruptKeyEndsTheProgramAndNothingHasRun() throws Exception {
    assumeFalse(
        ignoresInterrupts(), "A build in the background hands down that it ignores SIGINT.");
    startAtTerminal("demo");
    seen("Allow this call?");
    type("\u0003");
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    String rest = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(screen + rest).doesNotContain("RAN").doesNotContain("RUNS");
  }

  @Test
  void aProcessWithoutATerminalDeniesAtOnce() throws Exception {
    start(List.of(java(), "-cp", System.getProperty("java.class.path"), program(), "ask"));
    type("y\n");
    seen("DECIDED Denied[reason=The call needs a person's approval, and this process has no");
  }

  private void startAtTerminal(String what) throws IOException {
    assumeTrue(
        Files.isExecutable(SCRIPT) && System.getProperty("os.name").equals("Linux"),
        "The program script of util-linux is not here to give the test a terminal.");
    String command = java() + " -cp \"$CP\" -Dfile.encoding=UTF-8 " + program() + " " + what;
    start(List.of(SCRIPT.toString(), "-qefc", command, "/dev/null"));
  }

  private void start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("CP", System.getProperty("java.class.path"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    process = builder.start();
  }

  private void type(String keys) throws IOException {
    OutputStream out = process.getOutputStream();
    out.write(keys.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Reads on until the text has been printed; the class's time limit bounds the wait. */
  private void seen(String text) throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    while (screen.indexOf(text) < 0) {
      int next = out.read();
      assertThat(next).as("the output goes on after: %s", screen).isNotNegative();
      screen.append((char) next);
    }
    screen.delete(0, screen.indexOf(text) + text.length());
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String program() {
    return TerminalProgram.class.getName();
  }

  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("SigIgn:"))
          .map(line -> Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16))
          .anyMatch(mask -> (mask & 2) != 0);
    }
  }
}
