package dev.adze.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.event.FinalOutput;
import dev.adze.event.Limit;
import dev.adze.event.MessageOutputCreated;
import dev.adze.event.RunFailedException;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.json.JsonReader;
import dev.adze.loop.RunLimits;
import dev.adze.loop.RunTimeouts;
import dev.adze.model.Message;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.testing.RecordedEvents;
import dev.adze.tool.InvalidOutputException;
import dev.adze.tool.OutputType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that have to be of a type. */
@Timeout(30)
class OutputTest {
  private static final String GOOD = "{\"allowed\":false,\"score\":0}";
  private static final String BAD = "{\"allowed\":\"no\",\"score\":101}";

  private final RecordedEvents told = new RecordedEvents();

  @Test
  void theAnswerIsAValue() throws InterruptedException {
    ScriptedModel model = ScriptedModel.of(ScriptedTurn.text(GOOD));

    RunResult result = run(model, Verdict.TYPE);

    assertThat(result.output(Verdict.TYPE)).isEqualTo(new Verdict(false, 0));
    assertThat(result.text()).isEqualTo(GOOD);
    assertThat(told.only(FinalOutput.class)).extracting(FinalOutput::text).containsExactly(GOOD);
    assertThat(model.requests().get(0).output()).contains(Verdict.TYPE);
    assertThat(result.messages()).hasSize(2);
    Fixtures.checkPromises(told, result);
  }

  /** None of these values may read as if there were no answer. */
  @ParameterizedTest
  @MethodSource("emptyValues")
  void anEmptyValueIsAnAnswer(String json, OutputType<?> type, Object value)
      throws InterruptedException {
    RunResult result = run(ScriptedModel.of(ScriptedTurn.text(json)), type);

    assertThat(result.stopReason()).isEqualTo(StopReason.FINAL_OUTPUT);
    assertThat(result.text()).isEqualTo(json);
    assertThat((Object) result.output(type)).isEqualTo(value);
  }

  static Stream<Arguments> emptyValues() {
    return Stream.of(
        Arguments.of("false", type(JsonReader::readBoolean), false),
        Arguments.of("0", type(in -> in.readInt(-1, 1)), 0),
        Arguments.of("\"\"", type(JsonReader::readString), ""),
        Arguments.of("[]", type(OutputTest::readNothing), List.of()));
  }

  private static <T> OutputType<T> type(Function<JsonReader, T> decoder) {
    return OutputType.of("value", "", "{}", decoder, (out, value) -> {});
  }

  private static List<String> readNothing(JsonReader in) {
    in.beginArray();
    assertThat(in.nextElement()).isFalse();
    return List.of();
  }

  @Test
  void theModelReadsAllThatIsWrongAndCorrectsIt() throws InterruptedException {
    ScriptedModel model = ScriptedModel.of(ScriptedTurn.text(BAD), ScriptedTurn.text(GOOD));

    RunResult result = run(model, Verdict.TYPE);

    assertThat(result.output(Verdict.TYPE)).isEqualTo(new Verdict(false, 0));
    assertThat(result.steps()).hasSize(2);
    assertThat(told.only(MessageOutputCreated.class)).hasSize(2);
    assertThat(told.only(FinalOutput.class)).hasSize(1);
    List<Message> read = model.requests().get(1).messages();
    assertThat(read).hasSize(3);
    assertThat(read.get(1).toString()).contains("101");
    assertThat(read.get(2).toString())
        .contains("2 problems in the answer")
        .contains("/allowed")
        .contains("/score");
    Fixtures.checkPromises(told, result);
  }

  @Test
  void correctionsHaveALimit() throws InterruptedException {
    ScriptedTurn bad = ScriptedTurn.text(BAD);
    ScriptedModel model = ScriptedModel.of(bad, bad, bad, bad);

    RunResult result =
        run(model, Verdict.TYPE, RunLimits.builder().maxSteps(9).maxCorrections(2).build());

    assertThat(result.stopReason()).isEqualTo(StopReason.LIMIT);
    assertThat(result.limit()).contains(Limit.CORRECTIONS);
    assertThat(model.requests()).hasSize(3);
    assertThat(told.only(FinalOutput.class)).isEmpty();
    assertThatThrownBy(() -> result.output(Verdict.TYPE)).isInstanceOf(RunFailedException.class);
    Fixtures.checkPromises(told, result);
  }

  @Test
  void aCorrectionTakesAStep() throws InterruptedException {
    ScriptedModel model = ScriptedModel.of(ScriptedTurn.text(BAD), ScriptedTurn.text(GOOD));

    RunResult result = run(model, Verdict.TYPE, RunLimits.builder().maxSteps(1).build());

    assertThat(result.stopReason()).isEqualTo(StopReason.MAX_STEPS);
    assertThat(model.requests()).hasSize(1);
  }

  @Test
  void theModelMayCallToolsFirst() throws InterruptedException {
    ScriptedModel model =
        ScriptedModel.of(
            ScriptedTurn.builder().text("I look it up.").toolCall("echo", "{}").build(),
            ScriptedTurn.text(GOOD));

    RunResult result = run(model, Verdict.TYPE);

    assertThat(result.output(Verdict.TYPE)).isEqualTo(new Verdict(false, 0));
    assertThat(result.steps()).hasSize(2);
    Fixtures.checkPromises(told, result);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "```json\n" + GOOD + "\n```",
        "\n```\r\n" + GOOD + "```\n",
        "``` JSON \n" + GOOD + "\n```",
        " \n" + GOOD + "\n"
      })
  void aFenceAroundTheWholeAnswerIsNotPartOfIt(String text) throws InterruptedException {
    RunResult result = run(ScriptedModel.of(ScriptedTurn.text(text)), Verdict.TYPE);

    assertThat(result.text()).isEqualTo(GOOD);
  }

  @Test
  void aFenceInAStringIsPartOfTheAnswer() throws InterruptedException {
    OutputType<String> type = type(JsonReader::readString);

    RunResult result =
        run(ScriptedModel.of(ScriptedTurn.text("```json\n\"```\\n```\"\n```")), type);

    assertThat(result.output(type)).isEqualTo("```\n```");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Here it is: " + GOOD,
        "Here it is:\n```json\n" + GOOD + "\n```",
        "```json\n" + GOOD + "\n```\nAnything else?",
        "```json\n" + GOOD + "\n```\n```json\n" + GOOD + "\n```",
        "```java\n" + GOOD + "\n```",
        "```json\n" + GOOD,
        "```json" + GOOD + "```",
        "``````",
        "```"
      })
  void anythingElseBesideTheAnswerIsAFault(String text) throws InterruptedException {
    ScriptedModel model = ScriptedModel.of(ScriptedTurn.text(text), ScriptedTurn.text(GOOD));

    RunResult result = run(model, Verdict.TYPE);

    assertThat(result.text()).isEqualTo(GOOD);
    assertThat(model.requests()).hasSize(2);
  }

  @Test
  void whatTheDecoderThrowsFailsTheRun() throws InterruptedException {
    OutputType<String> broken =
        type(in -> {
          throw new IllegalStateException("no room");
        });

    RunResult result = run(ScriptedModel.of(ScriptedTurn.text("{}")), broken);

    assertThat(result.stopReason()).isEqualTo(StopReason.FAILED);
    assertThat(result.failure().orElseThrow()).hasMessage("no room");
    Fixtures.checkPromises(told, result);
  }

  @Test
  void aDecoderThatDoesNotReturnFailsTheRun() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    OutputType<String> stuck =
        type(in -> {
          awaitForEver(never);
          return "";
        });
    Agent agent =
        Agent.builder()
            .model(ScriptedModel.of(ScriptedTurn.text("{}")), "scripted")
            .output(stuck)
            .timeouts(RunTimeouts.builder().preparation(Duration.ofMillis(50)).build())
            .build();

    RunResult result = Fixtures.finish(Runner.builder(agent).build().stream("Hi", told));

    assertThat(result.stopReason()).isEqualTo(StopReason.FAILED);
    assertThat(result.failure().orElseThrow()).hasMessageContaining("took too long");
    never.countDown();
  }

  @Test
  void aCancelDoesNotWaitForADecoder() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    OutputType<String> stuck =
        type(in -> {
          begun.countDown();
          awaitForEver(never);
          return "";
        });
    Run run = runner(ScriptedModel.of(ScriptedTurn.text("{}")), stuck).stream("Hi", told);
    Fixtures.await(begun);

    run.cancel();
    RunResult result = Fixtures.finish(run);

    assertThat(result.stopReason()).isEqualTo(StopReason.CANCELLED);
    Fixtures.checkPromises(told, result);
    never.countDown();
  }

  private static void awaitForEver(CountDownLatch never) {
    boolean over = false;
    while (!over) {
      try {
        never.await();
        over = true;
      } catch (InterruptedException ignored) {
        // A user's constructor may do this.
      }
    }
  }

  @Test
  void anAnswerOfAnotherTypeIsNoValue() throws InterruptedException {
    RunResult result = run(ScriptedModel.of(ScriptedTurn.text(GOOD)), Verdict.TYPE);

    assertThatThrownBy(() -> result.output(type(JsonReader::readString)))
        .isInstanceOf(InvalidOutputException.class);
  }

  @Test
  void aRefusalIsNoAnswer() throws InterruptedException {
    ScriptedModel model = ScriptedModel.of(ScriptedTurn.builder().refusal("I won't.").build());

    RunResult result = run(model, Verdict.TYPE);

    assertThat(result.stopReason()).isEqualTo(StopReason.REFUSED);
    assertThat(told.only(FinalOutput.class)).isEmpty();
  }

  private static Runner runner(ScriptedModel model, OutputType<?> type) {
    return runner(model, type, RunLimits.DEFAULTS);
  }

  private static Runner runner(ScriptedModel model, OutputType<?> type, RunLimits limits) {
    return Runner.builder(
            Agent.builder()
                .model(model, "scripted")
                .tools(Fixtures.ECHO)
                .output(type)
                .limits(limits)
                .build())
        .build();
  }

  private RunResult run(ScriptedModel model, OutputType<?> type) throws InterruptedException {
    return run(model, type, RunLimits.DEFAULTS);
  }

  private RunResult run(ScriptedModel model, OutputType<?> type, RunLimits limits)
      throws InterruptedException {
    return Fixtures.finish(runner(model, type, limits).stream("Hi", told));
  }
}
