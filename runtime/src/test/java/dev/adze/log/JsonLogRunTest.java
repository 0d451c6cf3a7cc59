package dev.adze.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.agent.Agent;
import dev.adze.agent.RunListener;
import dev.adze.agent.Runner;
import dev.adze.event.ExecutionComplete;
import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCalled;
import dev.adze.event.ToolOutputAdded;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.testing.RecordedEvents;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a log means to runs. */
class JsonLogRunTest {
  @TempDir private Path folder;

  private final RecordedEvents heard = new RecordedEvents();
  private final AtomicInteger ran = new AtomicInteger();

  private Agent agent(String arguments) {
    FunctionTool tool =
        FunctionTool.of(
            ToolSpec.builder("pay", "{\"type\":\"object\"}").build(),
            (given, context) -> {
              ran.incrementAndGet();
              return ToolOutput.of("paid with VISA4242");
            });
    return Agent.builder()
        .model(
            ScriptedModel.of(ScriptedTurn.toolCall("pay", arguments), ScriptedTurn.text("done")),
            "scripted")
        .tools(tool)
        .build();
  }

  @Test
  void theLogHearsEachEventFirst() throws Exception {
    Path file = folder.resolve("run.jsonl");
    AtomicInteger missing = new AtomicInteger();
    RunListener before =
        new RunListener() {
          @Override
          public void onEvent(RunEvent event) {
            List<RunEvent> logged = JsonLog.read(file);
            if (logged.size() != event.sequence()) {
              missing.incrementAndGet();
            }
          }
        };
    try (JsonLog log = JsonLog.lines(file)) {
      Runner.builder(agent("{}")).listener(before).listener(log).build().run("hello");
    }

    assertThat(missing).hasValue(0);
  }

  @Test
  void aRunEndsWithTheLogThatItRequires() throws Exception {
    JsonLog log = JsonLog.lines(folder.resolve("run.jsonl")).required();
    RunListener closing =
        new RunListener() {
          @Override
          public void onToolCalled(ToolCalled event) {
            log.close();
          }
        };
    Runner runner = Runner.builder(agent("{}")).listener(log).listener(closing).build();
    RunResult result;
    try (Quiet quiet = new Quiet("dev.adze.agent")) {
      result = runner.stream("hello", heard).await();
      assertThat(quiet.records()).hasSize(1);
    }

    assertThat(result.stopReason()).isEqualTo(StopReason.FAILED);
    assertThat(result.failure()).containsInstanceOf(UncheckedIOException.class);
    assertThat(ran).hasValue(0);
    heard.assertCount(ToolOutputAdded.class, 1);
    assertThat(heard.result()).isSameAs(result);
  }

  @Test
  void aRunGoesOnWithoutALogThatItDoesNotRequire() throws Exception {
    JsonLog log = JsonLog.lines(folder.resolve("run.jsonl"));
    log.close();
    RunResult result;
    try (Quiet quiet = new Quiet(JsonLog.class.getName())) {
      result = Runner.builder(agent("{}")).listener(log).build().run("hello");
      assertThat(quiet.records()).hasSize(1);
    }

    assertThat(result.text()).isEqualTo("done");
  }

  @Test
  void whatIsRedactedIsNowhereInTheFile() throws Exception {
    for (boolean array : new boolean[] {true, false}) {
      Path file = folder.resolve("run-" + array);
      try (JsonLog open = array ? JsonLog.array(file) : JsonLog.lines(file)) {
        JsonLog log = open.redacting(text -> text.replace("VISA4242", "****"));
        Runner.builder(agent("{\"card\":\"VISA4242\"}"))
            .listener(log)
            .build()
            .run("pay with VISA4242");
      }

      assertThat(Files.readString(file)).doesNotContain("VISA4242").contains("****");
      assertThat(JsonLog.read(file)).last().isInstanceOf(ExecutionComplete.class);
    }
  }

  @Test
  void whatCannotBeRedactedIsNotWritten() throws Exception {
    Path file = folder.resolve("run.jsonl");
    try (JsonLog open = JsonLog.lines(file);
        Quiet quiet = new Quiet(JsonLog.class.getName())) {
      JsonLog log =
          open.redacting(text -> {
            if (text.contains("VISA4242")) {
              throw new IllegalStateException("cannot");
            }
            return text;
          });
      Runner.builder(agent("{\"card\":\"VISA4242\"}")).listener(log).build().run("hello");
      assertThat(quiet.records()).hasSize(1);
    }

    assertThat(Files.readString(file)).isNotEmpty().doesNotContain("VISA4242");
  }
}
