package dev.adze.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.event.RunEvent;
import dev.adze.event.StopReason;
import dev.adze.log.JsonLog;
import dev.adze.testing.RecordedEvents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of the examples that consume a run's events in one way or another. */
@Timeout(60)
class StreamingExamplesTest {
  private static final String SCRIPTED = "No API key is set: a script plays the model.\n";

  @TempDir private Path folder;

  private final Printed printed = new Printed();

  @Test
  void rawResponsesShowTheAnswerAsItComesAndAChunkAsItIs() throws Exception {
    RawResponses.run(Model.scripted(RawResponses.script()), printed.screen());
    assertThat(printed.text())
        .isEqualTo(
            SCRIPTED
                + """
                Calculate 25 * 4 and explain the result
                25 * 4 is 100: four quarters are a whole.
                It came in 15 chunks. The first of them:
                data: {"id":"scripted-1","object":"chat.completion.chunk","model":"a script",\
                "choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"scripted-1-call-1",\
                "type":"function","function":{"name":"calculator","arguments":""}}]},\
                "finish_reason":null}]}
                arguments of call_1_1:\s
                FINAL_OUTPUT: 2 steps, 0 tokens
                """);
  }

  @Test
  void runItemsTellOfToolsStepsAndTheAnswer() throws Exception {
    RunItems.run(Model.scripted(RunItems.script()), printed.screen());
    assertThat(printed.text())
        .isEqualTo(
            SCRIPTED
                + """
                Calculate 15 * 7 + 23 and explain the steps
                Calling tool: calculator
                   Arguments: {"expression":"15 * 7 + 23"}
                Tool completed: calculator
                   Result: 128
                Step 1 completed
                   Observation: 128
                Step 2 completed
                Final answer: 15 * 7 is 105, and 23 more make 128.
                FINAL_OUTPUT: 2 steps, 0 tokens
                """);
  }

  @Test
  void multiToolCountsItsSteps() {
    MultiTool.run(Model.scripted(MultiTool.script()), printed.screen());
    assertThat(printed.text())
        .isEqualTo(
            SCRIPTED
                + """
                Calculate the square root of 144, then search for information about that number
                Step 1: Calling advancedCalculator
                   Arguments: {"operation":"sqrt","value":144.0}
                Result: 12.0
                Step 1 completed
                Step 2: Calling webSearch
                   Arguments: {"query":"number 12.0"}
                Result: Search results for 'number 12.0': [Relevant information found]
                Step 2 completed
                Step 3 completed
                Final Answer:
                I found: Search results for 'number 12.0': [Relevant information found]
                FINAL_OUTPUT: 3 steps, 0 tokens
                """);
  }

  @Test
  void theFileHasEveryEventAndGivesThemBack() throws Exception {
    Path log = folder.resolve("logs/execution_log.json");
    StreamToFile.run(Model.scripted(StreamToFile.script()), log, printed.screen());
    assertThat(printed.text())
        .startsWith(SCRIPTED + "Calculate 50 * 3 + 25 and explain the calculation\n")
        .contains("The full event history is in " + log + "\n1 agent.execution_complete\n")
        .contains("15 raw_response_event\n", "1 agent.tool_call_start\n", "1 tool_output\n");

    List<RunEvent> events = JsonLog.read(log);
    RecordedEvents.of(events).assertPromises();
    assertThat(RecordedEvents.of(events).result().text())
        .isEqualTo("50 * 3 is 150, and 25 more make 175.");
    assertThat(Files.readString(log)).startsWith("[\n").endsWith("\n]\n");
  }

  @Test
  void threeProvidersAnswerSideBySide() throws Exception {
    Map<String, Model> models = new LinkedHashMap<>();
    for (String agent : List.of("OpenAIAgent", "AnthropicAgent", "GroqAgent")) {
      models.put(agent, Model.scripted(Providers.script()));
    }
    Providers.run(models, printed.screen());
    assertThat(printed.text())
        .isEqualTo(
            """
            What is 12 * 12?
            OpenAIAgent (a script)
               12 * 12 is 144.
            AnthropicAgent (a script)
               12 * 12 is 144.
            GroqAgent (a script)
               12 * 12 is 144.
            """);
  }

  @Test
  void aFailingToolIsSeenAndTheRunGoesOn() throws Exception {
    Model model = Model.scripted(ErrorHandling.script());
    assertThat(ErrorHandling.run(model, printed.screen()).stopReason())
        .isEqualTo(StopReason.FINAL_OUTPUT);
    assertThat(printed.text())
        .startsWith(SCRIPTED + "Calculate 100 / 0 and then 50 * 2\n")
        .contains("Tool error detected: Division by zero\n", "Tool success: 100\n")
        .endsWith(
            """
            Execution completed: 100 / 0 has no value, and 50 * 2 is 100.
            FINAL_OUTPUT: 2 steps, 0 tokens
            """);
  }

  @Test
  void onlyTheEventsThatMatterAreConsumed() {
    FilteredEvents.run(Model.scripted(FilteredEvents.script()), printed.screen());
    FilteredEvents.firstOutput(Model.scripted(FilteredEvents.script()), printed.screen());
    assertThat(printed.text())
        .isEqualTo(
            SCRIPTED
                + """
                Compute 2 ^ 10 and 3 ^ 7
                Important event: tool_output SUCCESS: 1024
                Important event: tool_output SUCCESS: 2187
                Important event: agent.final_output They are 1024 and 2187.
                The first result is enough: 1024
                """);
  }
}
