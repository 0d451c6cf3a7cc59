package dev.adze.agent;

import static dev.adze.agent.Fixtures.ECHO;
import static dev.adze.agent.Fixtures.calls;
import static dev.adze.agent.Fixtures.finish;
import static dev.adze.agent.Fixtures.observation;
import static dev.adze.agent.Fixtures.runner;
import static dev.adze.agent.Fixtures.tool;
import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.event.RawResponse;
import dev.adze.event.RunFailedException;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallComplete;
import dev.adze.loop.RetryPolicy;
import dev.adze.model.AssistantMessage;
import dev.adze.model.FinishReason;
import dev.adze.model.Message;
import dev.adze.model.ModelException;
import dev.adze.model.ToolMessage;
import dev.adze.model.ToolResult;
import dev.adze.model.Usage;
import dev.adze.model.UserMessage;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.testing.RecordedEvents;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What a listener is told on each path that does not need an approval. */
class EventSequenceTest {
  private final RecordedEvents told = new RecordedEvents();

  private RunResult run(ScriptedModel model, FunctionTool... tools) throws InterruptedException {
    return finish(runner(model, tools).stream("hello", told));
  }

  @Test
  void plainAnswer() throws InterruptedException {
    Usage usage = Usage.builder().inputTokens(7).outputTokens(3).build();
    RunResult result =
        run(ScriptedModel.of(ScriptedTurn.builder().text("a b c").usage(usage).build()));

    told.assertOutline(
        "execution_start",
        "step_start",
        "raw_response_event",
        "message_output_created",
        "step_complete",
        "final_output",
        "execution_complete FINAL_OUTPUT");
    assertThat(result.text()).isEqualTo("a b c");
    assertThat(result.usage()).isEqualTo(usage);
    assertThat(result.messages())
        .containsExactly(Message.user("hello"), Message.assistant("a b c"));
    assertThat(told.only(RawResponse.class).stream().map(RawResponse::text))
        .containsExactly("a ", "b ", "c", "");
    assertThat(told.only(RawResponse.class).stream().map(RawResponse::ordinal))
        .containsExactly(1, 2, 3, 4);
  }

  @Test
  void sequenceNumbersHaveNoGapsAndStepsCountFromOne() throws InterruptedException {
    run(calls("echo", "{}"), ECHO);

    List<Long> numbers = told.events().stream().map(event -> event.sequence()).toList();
    for (int i = 0; i < numbers.size(); i++) {
      assertThat(numbers.get(i)).isEqualTo(i + 1L);
    }
    assertThat(told.events().stream().map(event -> event.step()).distinct())
        .containsExactly(0, 1, 2);
    assertThat(told.events().stream().map(event -> event.runId()).distinct()).hasSize(1);
    assertThat(told.events()).allMatch(event -> event.header().agent().equals("tester"));
    assertThat(told.events()).allMatch(event -> event.header().time().toEpochMilli() > 0);
  }

  @Test
  void oneTool() throws InterruptedException {
    RunResult result = run(calls("echo", "{\"a\": 1}"), ECHO);

    told.assertOutline(
        "execution_start",
        "step_start",
        "raw_response_event",
        "tool_called call_1_1",
        "tool_call_start call_1_1",
        "tool_call_complete call_1_1 SUCCESS",
        "tool_output call_1_1",
        "step_complete",
        "step_start",
        "raw_response_event",
        "message_output_created",
        "step_complete",
        "final_output",
        "execution_complete FINAL_OUTPUT");
    assertThat(result.messages().get(2))
        .isEqualTo(
            new ToolMessage(List.of(new ToolResult("call_1_1", "echo", "{\"a\":1}", false))));
    assertThat(result.steps()).hasSize(2);
  }

  @Test
  void reasoningComesBeforeTheMessageAndTheMessageBeforeTheCalls() throws InterruptedException {
    ScriptedTurn turn =
        ScriptedTurn.builder().reasoning("hm").text("I look").toolCall("echo", "{}").build();
    run(ScriptedModel.of(turn, ScriptedTurn.text("done")), ECHO);

    assertThat(told.outline())
        .containsSequence(
            "raw_response_event",
            "reasoning_item_created",
            "message_output_created",
            "tool_called call_1_1",
            "tool_call_start call_1_1");
  }

  @Test
  void severalCallsAreAllCalledFirstAndPutOutTogetherInOrder() throws InterruptedException {
    run(calls("echo", "{}", "echo", "{}", "echo", "{}"), ECHO);

    List<String> names = told.outline();
    assertThat(names)
        .containsSequence("tool_called call_1_1", "tool_called call_1_2", "tool_called call_1_3");
    assertThat(names)
        .containsSequence(
            "tool_output call_1_1",
            "tool_output call_1_2",
            "tool_output call_1_3",
            "step_complete");
    assertThat(names.indexOf("tool_called call_1_3"))
        .isLessThan(names.indexOf("tool_call_start call_1_1"));
  }

  @Test
  void blankArgumentsMeanNone() throws InterruptedException {
    run(calls("echo", " "), ECHO);

    assertThat(observation(told)).isEqualTo("{}");
  }

  @Test
  void unknownToolNeverStartsAndTheModelReadsWhichThereAre() throws InterruptedException {
    RunResult result = run(calls("ecko", "{}"), ECHO, tool("other", (a, c) -> ToolOutput.of("")));

    assertThat(told.outline())
        .containsSequence(
            "tool_called call_1_1",
            "tool_call_complete call_1_1 UNKNOWN_TOOL",
            "tool_output call_1_1",
            "step_complete");
    assertThat(observation(told))
        .isEqualTo(
            "There is no tool \"ecko\"; did you mean \"echo\"? The tools are \"echo\","
                + " \"other\".");
    assertThat(result.stopReason()).isEqualTo(StopReason.FINAL_OUTPUT);
  }

  @Test
  void invalidArgumentsNeverStartAndTheModelReadsTheFaults() throws InterruptedException {
    run(calls("echo", "{\"a\":"), ECHO);

    assertThat(told.outline())
        .containsSequence("tool_called call_1_1", "tool_call_complete call_1_1 INVALID");
    assertThat(observation(told))
        .startsWith("1 problem in the arguments of \"echo\":")
        .endsWith("Call the tool again with all arguments corrected.");
  }

  @Test
  void throwingToolGivesItsMessageToTheModelAndItselfToListeners() throws InterruptedException {
    IOException thrown = new IOException("disk full");
    run(
        calls("save", "{}"),
        tool(
            "save",
            (arguments, context) -> {
              throw thrown;
            }));

    assertThat(told.outline())
        .containsSequence("tool_call_start call_1_1", "tool_call_complete call_1_1 ERROR");
    assertThat(observation(told)).isEqualTo("disk full");
    assertThat(told.only(ToolCallComplete.class).get(0).error()).containsSame(thrown);
  }

  @Test
  void exceptionWithoutMessageIsNamedByItsType() throws InterruptedException {
    run(
        calls("save", "{}"),
        tool(
            "save",
            (arguments, context) -> {
              throw new UnsupportedOperationException();
            }));

    assertThat(observation(told)).isEqualTo("UnsupportedOperationException");
  }

  @Test
  void activityIsToldBetweenStartAndCompleteAndNotAfter() throws InterruptedException {
    dev.adze.tool.ToolContext[] leaked = new dev.adze.tool.ToolContext[1];
    FunctionTool chatty =
        tool(
            "chatty",
            (arguments, context) -> {
              leaked[0] = context;
              context.activity("half");
              context.activity("nearly");
              return ToolOutput.of("ok");
            });
    ScriptedModel model =
        ScriptedModel.builder()
            .turn(ScriptedTurn.toolCall("chatty", "{}"))
            .turn(request -> {
              leaked[0].activity("too late");
              return ScriptedTurn.text("done");
            })
            .build();
    run(model, chatty);

    assertThat(told.outline())
        .containsSequence(
            "tool_call_start call_1_1",
            "tool_call_activity call_1_1",
            "tool_call_activity call_1_1",
            "tool_call_complete call_1_1 SUCCESS");
    assertThat(told.outline().stream().filter(name -> name.contains("activity"))).hasSize(2);
  }

  @Test
  void maxStepsStillRunsTheCallsOfTheLastStep() throws InterruptedException {
    ScriptedTurn call = ScriptedTurn.toolCall("echo", "{}");
    Agent agent =
        Agent.builder()
            .model(ScriptedModel.of(call, call, call), "scripted")
            .tools(ECHO)
            .maxSteps(2)
            .build();
    RunResult result = finish(Runner.builder(agent).build().stream("hello", told));

    assertThat(result.stopReason()).isEqualTo(StopReason.MAX_STEPS);
    assertThat(result.steps()).hasSize(2);
    assertThat(result.messages().get(4)).isInstanceOf(ToolMessage.class);
    assertThat(told.outline())
        .endsWith(
            "tool_call_complete call_2_1 SUCCESS",
            "tool_output call_2_1",
            "step_complete",
            "execution_complete MAX_STEPS");
    Assertions.assertThatThrownBy(result::text).isInstanceOf(RunFailedException.class);
  }

  @Test
  void modelFailureEndsTheRunWithItsCause() throws InterruptedException {
    ModelException failure =
        ModelException.builder(ModelException.Kind.AUTHENTICATION, "wrong key").build();
    RunResult result = run(ScriptedModel.of(ScriptedTurn.failure(failure)));

    told.assertOutline(
        "execution_start", "step_start", "step_complete", "execution_complete FAILED");
    assertThat(result.failure()).containsSame(failure);
  }

  @Test
  void anyExceptionOutOfTheModelEndsTheRunWithIt() throws InterruptedException {
    IllegalArgumentException bug = new IllegalArgumentException("bug in a client");
    ScriptedModel model =
        ScriptedModel.builder()
            .turn(request -> {
              throw bug;
            })
            .build();

    assertThat(run(model).failure()).containsSame(bug);
  }

  @Test
  void brokenResponseLeavesNoCallsAndNoAnswer() throws InterruptedException {
    ModelException broken =
        ModelException.builder(ModelException.Kind.NETWORK, "connection lost").build();
    ScriptedTurn turn =
        ScriptedTurn.builder().text("I will").toolCall("echo", "{}").failure(broken).build();
    Agent agent =
        Agent.builder()
            .model(ScriptedModel.of(turn), "scripted")
            .tools(ECHO)
            .retries(RetryPolicy.NONE)
            .build();
    RunResult result = finish(Runner.builder(agent).build().stream("hello", told));

    told.assertOutline(
        "execution_start",
        "step_start",
        "raw_response_event",
        "step_complete",
        "execution_complete FAILED");
    assertThat(result.messages()).containsExactly(Message.user("hello"));
    assertThat(result.steps().get(0).response()).isEmpty();
  }

  @Test
  void usedUpScriptSaysSo() throws InterruptedException {
    RunResult result = run(ScriptedModel.of());

    assertThat(result.failure().orElseThrow())
        .hasMessage(
            "A scripted model has one turn for each request, but the script has 0 and this is"
                + " request 1. Add a turn to the script.");
  }

  @Test
  void truncatedCallsNeverRunAndLeaveNoTraceInTheConversation() throws InterruptedException {
    ScriptedTurn turn =
        ScriptedTurn.builder()
            .text("I will")
            .toolCall("echo", "{\"a\":")
            .finishReason(FinishReason.LENGTH)
            .build();
    RunResult result = run(ScriptedModel.of(turn), ECHO);

    told.assertOutline(
        "execution_start",
        "step_start",
        "raw_response_event",
        "message_output_created",
        "step_complete",
        "execution_complete TRUNCATED");
    assertThat(result.messages())
        .containsExactly(Message.user("hello"), Message.assistant("I will"));
  }

  @Test
  void refusalEndsTheRunRefused() throws InterruptedException {
    RunResult result = run(ScriptedModel.of(ScriptedTurn.builder().refusal("I cannot").build()));

    assertThat(result.stopReason()).isEqualTo(StopReason.REFUSED);
    assertThat(told.outline()).contains("message_output_created", "step_complete");
  }

  @Test
  void filteredContentEndsTheRunFiltered() throws InterruptedException {
    ScriptedTurn turn =
        ScriptedTurn.builder().text("so").finishReason(FinishReason.CONTENT_FILTER).build();

    assertThat(run(ScriptedModel.of(turn)).stopReason()).isEqualTo(StopReason.CONTENT_FILTERED);
  }

  @Test
  void emptyResponseIsAskedOnceMoreInTheSameStep() throws InterruptedException {
    ScriptedTurn empty = ScriptedTurn.builder().build();
    RunResult result =
        run(
            ScriptedModel.of(empty, ScriptedTurn.toolCall("echo", "{}"), ScriptedTurn.text("done")),
            ECHO);

    assertThat(result.text()).isEqualTo("done");
    assertThat(result.steps()).hasSize(2);
    assertThat(told.outline()).contains("tool_called call_1_2_1");
    assertThat(told.only(RawResponse.class).stream().map(RawResponse::attempt).distinct())
        .containsExactly(1, 2);
  }

  @Test
  void twoEmptyResponsesFail() throws InterruptedException {
    ScriptedTurn empty = ScriptedTurn.builder().text(" \n").build();
    RunResult result = run(ScriptedModel.of(empty, empty));

    assertThat(result.failure().orElseThrow())
        .isInstanceOfSatisfying(
            ModelException.class,
            failure -> assertThat(failure.kind()).isEqualTo(ModelException.Kind.PROTOCOL));
    assertThat(result.messages()).containsExactly(Message.user("hello"));
  }

  @Test
  void pausedResponseGoesOnInTheSameStepAndIsOneMessage() throws InterruptedException {
    ScriptedModel model =
        ScriptedModel.of(
            ScriptedTurn.builder().text("I search").finishReason(FinishReason.PAUSED).build(),
            ScriptedTurn.text(" and found"));
    RunResult result = run(model);

    assertThat(result.text()).isEqualTo("I search and found");
    assertThat(result.steps()).hasSize(1);
    assertThat(result.messages()).hasSize(2);
    assertThat(model.requests().get(1).messages())
        .containsExactly(Message.user("hello"), Message.assistant("I search"));
  }

  @Test
  void endlessPausesFail() throws InterruptedException {
    ScriptedModel.Builder model = ScriptedModel.builder();
    for (int i = 0; i < 17; i++) {
      model.turn(ScriptedTurn.builder().text("so").finishReason(FinishReason.PAUSED).build());
    }

    assertThat(run(model.build()).failure().orElseThrow())
        .hasMessage("The provider paused 16 times in one step.");
  }

  @Test
  void withoutStreamingThereIsOneChunk() throws InterruptedException {
    RunRequest request = RunRequest.builder("hello").streaming(false).build();
    finish(runner(ScriptedModel.of(ScriptedTurn.text("a b c"))).stream(request, told));

    assertThat(told.only(RawResponse.class)).hasSize(1);
    assertThat(told.only(RawResponse.class).get(0).text()).isEqualTo("a b c");
    assertThat(told.only(RawResponse.class).get(0).chunk().json())
        .isEqualTo(
            "{\"id\":\"scripted-1\",\"object\":\"chat.completion\",\"model\":\"scripted\","
                + "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\","
                + "\"content\":\"a b c\"},\"finish_reason\":\"stop\"}]}");
  }

  @Test
  void theModelIsGivenInstructionsToolsOptionsAndTheConversation() throws InterruptedException {
    ScriptedModel model = calls("echo", "{}");
    Agent agent = Agent.builder().model(model, "m-1").instructions("Be brief.").tools(ECHO).build();
    RunResult result = finish(Runner.builder(agent).build().stream("hello", told));

    assertThat(model.requests()).hasSize(2);
    assertThat(model.requests().get(1).model()).isEqualTo("m-1");
    assertThat(model.requests().get(1).tools()).containsExactly(ECHO.spec());
    assertThat(model.requests().get(1).messages().stream().map(Object::getClass))
        .extracting(Class::getSimpleName)
        .containsExactly("SystemMessage", "UserMessage", "AssistantMessage", "ToolMessage");
    assertThat(result.messages().get(0)).isInstanceOf(UserMessage.class);
  }

  @Test
  void callIdsStayUniqueWhenARunGoesOnFromAnother() throws InterruptedException {
    RunResult first = run(calls("echo", "{}"), ECHO);
    List<Message> messages = new java.util.ArrayList<>(first.messages());
    messages.add(Message.user("again"));
    RecordedEvents second = new RecordedEvents();
    RunResult result =
        finish(
            runner(calls("echo", "{}"), ECHO).stream(RunRequest.builder(messages).build(), second));

    assertThat(second.outline()).contains("tool_called call_2_1");
    List<String> ids =
        result.messages().stream()
            .filter(AssistantMessage.class::isInstance)
            .flatMap(message -> ((AssistantMessage) message).toolCalls().stream())
            .map(call -> call.id())
            .collect(Collectors.toList());
    assertThat(ids).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void overlongObservationIsCutForTheModelAlone() throws InterruptedException {
    String output = "x".repeat(70_000);
    RunResult result =
        run(calls("long", "{}"), tool("long", (arguments, context) -> ToolOutput.of(output)));

    ToolMessage read = (ToolMessage) result.messages().get(2);
    assertThat(read.results().get(0).text())
        .hasSizeLessThan(65_700)
        .endsWith("\n[cut: the first 65536 of 70000 characters]");
    assertThat(observation(told)).isEqualTo(output);
  }
}
