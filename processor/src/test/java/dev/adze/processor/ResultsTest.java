package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.agent.Agent;
import dev.adze.agent.Run;
import dev.adze.agent.Runner;
import dev.adze.event.RunEvent;
import dev.adze.event.ToolCallActivity;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStatus;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolContext;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolStatus;
import dev.adze.tool.UnwritableResultException;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of what a tool returns. */
class ResultsTest {
  @TempDir static Path output;

  private static final Map<String, FunctionTool> TOOLS = new LinkedHashMap<>();
  private static URLClassLoader loader;
  private static Object owner;
  private static CompletableFuture<?> promise;

  @BeforeAll
  static void bind() throws ReflectiveOperationException {
    Compiled compiled =
        Compiled.compile().sources(Path.of("src/test/resources/results")).into(output);
    assertThat(compiled.texts()).isEmpty();
    loader = compiled.loader();
    owner = loader.loadClass("results.Results").getConstructor().newInstance();
    promise = (CompletableFuture<?>) owner.getClass().getField("promise").get(owner);
    agent(ScriptedModel.of(ScriptedTurn.text("done")))
        .tools()
        .forEach(tool -> TOOLS.put(tool.spec().name(), tool));
  }

  @AfterAll
  static void close() throws IOException {
    loader.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "promised | {} | \"INDOORS\"",
        "perhaps | {\"there\":true} | {\"name\":\"Ada\"}",
        "perhaps | {\"there\":false} | null",
        "words | {\"any\":true} | words",
        "guestOrNull | {\"there\":true} | {\"name\":\"Ada\"}",
        "guestOrNull | {\"there\":false} | null",
        "numberOrNull | {\"there\":true} | 7",
        "numberOrNull | {\"there\":false} | null",
        "wordsOrNull | {\"there\":true} | words",
        "outputOrNull | {\"there\":true} | out",
        "promisedOrNull | {\"there\":true} | 7",
        "promisedOrNull | {\"there\":false} | null",
        "optionalInt | {\"there\":true} | 7",
        "optionalInt | {\"there\":false} | null",
        "optionalLong | {\"there\":true} | 7000000000",
        "optionalLong | {\"there\":false} | null",
        "optionalDouble | {\"there\":true} | 0.5",
        "optionalDouble | {\"there\":false} | null",
      })
  void isWaitedForAndUnwrapped(String tool, String arguments, String expected) throws Exception {
    assertThat(call(tool, arguments).output()).isEqualTo(expected);
    assertThat(call(tool, arguments).status()).isEqualTo(ToolStatus.SUCCESS);
  }

  @Test
  void nothingIsSaidInWords() throws Exception {
    assertThat(call("words", "{\"any\":false}").observation()).isEqualTo("No result.");
    assertThat(call("words", "{\"any\":false}").output()).isEmpty();
    assertThat(call("wordsOrNull", "{\"there\":false}").observation()).isEqualTo("No result.");
    assertThat(call("outputOrNull", "{\"there\":false}").observation()).isEqualTo("No result.");
    assertThat(call("promisedNothing", "{}").observation()).isEqualTo("Done.");
  }

  @Test
  void anOutputIsPassedOn() throws Exception {
    assertThat(call("promisedOutput", "{}")).isEqualTo(ToolOutput.error("not this time"));
  }

  @Test
  void theSchemaIsThatOfWhatIsUnwrapped() {
    assertThat(schema("promised")).isEqualTo("{\"type\":\"string\",\"const\":\"INDOORS\"}");
    assertThat(schema("perhaps"))
        .isEqualTo(
            "{\"anyOf\":[{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"}},"
                + "\"required\":[\"name\"],\"additionalProperties\":false},{\"type\":\"null\"}]}");
    assertThat(schema("guestOrNull")).isEqualTo(schema("perhaps"));
    for (String tool : List.of("numberOrNull", "promisedOrNull", "optionalInt")) {
      assertThat(schema(tool))
          .contains("\"anyOf\":[{\"type\":\"integer\"", ",{\"type\":\"null\"}]");
    }
    for (String tool :
        List.of("words", "wordsOrNull", "promisedNothing", "promisedOutput", "endless")) {
      assertThat(TOOLS.get(tool).spec().outputSchema()).as(tool).isEmpty();
    }
  }

  @Test
  void aStageFailsWithItsCause() {
    assertThatThrownBy(() -> call("broken", "{}"))
        .isInstanceOf(IOException.class)
        .hasMessage("on purpose, later");
    assertThatThrownBy(() -> call("brokenForGood", "{}")).isInstanceOf(StackOverflowError.class);
  }

  @ParameterizedTest
  @CsvSource({"promisedNull", "none"})
  void nullIsNoResult(String tool) {
    assertThatThrownBy(() -> call(tool, "{}"))
        .isInstanceOf(NullPointerException.class)
        .hasMessage(tool + " returned null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nan | JSON has no NaN; only finite numbers are written.",
        "infinite | JSON has no -Infinity; only finite numbers are written."
      })
  void whatCannotBeWrittenIsAnErrorThatSaysThatTheToolHasRun(String tool, String why) {
    assertThatThrownBy(() -> call(tool, "{}"))
        .isInstanceOf(UnwritableResultException.class)
        .hasMessage("\"" + tool + "\" has run, but its result cannot be written as JSON: " + why);
  }

  @Test
  void nullWhereTheTypeTellsOfNoneCannotBeWritten() {
    assertThatThrownBy(() -> call("nameless", "{}"))
        .isInstanceOf(UnwritableResultException.class)
        .hasCauseInstanceOf(NullPointerException.class);
  }

  @Test
  void anUnwritableResultIsAnErrorResultOfTheCallAndTheRunGoesOn() throws Exception {
    List<RunEvent> events = new ArrayList<>();
    Run run = run("nan", events);

    assertThat(run.toFuture().get(10, TimeUnit.SECONDS).text()).isEqualTo("done");
    assertThat(events)
        .filteredOn(ToolCallComplete.class::isInstance)
        .singleElement()
        .satisfies(event -> {
          ToolCallComplete complete = (ToolCallComplete) event;
          assertThat(complete.result().status()).isEqualTo(ToolCallStatus.ERROR);
          assertThat(complete.result().output().observation()).contains("has run, but");
        });
  }

  @Test
  void cancellingTheRunEndsTheWaitAndCancelsTheStage() throws Exception {
    List<RunEvent> events = new ArrayList<>();
    CompletableFuture<Void> waiting = new CompletableFuture<>();
    Agent agent = agent(turns("endless"));
    Run run =
        Runner.builder(agent).build().stream(
            "go",
            event -> {
              events.add(event);
              if (event instanceof ToolCallActivity) {
                waiting.complete(null);
              }
            });
    waiting.get(10, TimeUnit.SECONDS);
    run.cancel();
    run.toFuture().get(10, TimeUnit.SECONDS);

    assertThat(events)
        .filteredOn(ToolCallComplete.class::isInstance)
        .singleElement()
        .satisfies(event -> {
          ToolCallComplete complete = (ToolCallComplete) event;
          assertThat(complete.result().status()).isEqualTo(ToolCallStatus.CANCELLED);
          assertThat(complete.result().abandoned()).isFalse();
        });
    assertThatThrownBy(() -> promise.get(10, TimeUnit.SECONDS))
        .isInstanceOf(CancellationException.class);
  }

  private static Run run(String tool, List<RunEvent> events) {
    return Runner.builder(agent(turns(tool))).build().stream("go", events::add);
  }

  private static ScriptedModel turns(String tool) {
    return ScriptedModel.of(
        ScriptedTurn.builder().toolCall(tool, "{}").build(), ScriptedTurn.text("done"));
  }

  private static Agent agent(ScriptedModel model) {
    return Agent.builder().model(model, "scripted").toolsOf(owner).build();
  }

  private static String schema(String tool) {
    return TOOLS.get(tool).spec().outputSchema().orElseThrow();
  }

  private static ToolOutput call(String tool, String arguments) throws Exception {
    return TOOLS.get(tool).prepare(arguments).call(ToolContext.preApproved("the test"));
  }
}
