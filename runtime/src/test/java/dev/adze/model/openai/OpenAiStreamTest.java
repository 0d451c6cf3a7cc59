package dev.adze.model.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.internal.http.LoopbackServer;
import dev.adze.model.FinishReason;
import dev.adze.model.Message;
import dev.adze.model.ModelChunk;
import dev.adze.model.ModelDelta;
import dev.adze.model.ModelException;
import dev.adze.model.ModelException.Kind;
import dev.adze.model.ModelRequest;
import dev.adze.model.ModelResponse;
import dev.adze.model.TextPart;
import dev.adze.model.ToolCall;
import dev.adze.model.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client makes of streams as servers really send them. */
class OpenAiStreamTest {
  private static final String STOP = "{'choices':[{'index':0,'delta':{},'finish_reason':'stop'}]}";
  private static final String DONE = "[DONE]";

  private final List<ModelChunk> chunks = new ArrayList<>();

  @Test
  void readsAnAnswerWithItsUsage() {
    ModelResponse response =
        stream(
            "{'id':'r1','model':'m-2','choices':[{'index':0,'delta':{'role':'assistant','content':'',"
                + "'refusal':null},'logprobs':null,'finish_reason':null}],'usage':null}",
            text("Hé"),
            text("llo 😀"),
            STOP,
            "{'id':'r1','choices':[],'usage':{'prompt_tokens':9,'completion_tokens':4,"
                + "'total_tokens':13,'prompt_tokens_details':{'cached_tokens':3},"
                + "'completion_tokens_details':{'reasoning_tokens':2,'audio_tokens':0}}}",
            DONE);

    assertThat(response.message().parts()).containsExactly(new TextPart("Héllo 😀"));
    assertThat(response.finishReason()).isEqualTo(FinishReason.STOP);
    assertThat(response.id()).isEqualTo("r1");
    assertThat(response.model()).isEqualTo("m-2");
    assertThat(response.usage())
        .isEqualTo(
            Usage.builder()
                .inputTokens(9)
                .outputTokens(4)
                .cachedInputTokens(3)
                .reasoningTokens(2)
                .build());
    assertThat(chunks).extracting(ModelChunk::text).containsExactly("", "Hé", "llo 😀", "", "");
    assertThat(chunks).extracting(ModelChunk::messageId).containsOnly("r1");
  }

  @Test
  void keepsEachChunkVerbatim() {
    String odd = "{ 'choices' : [ {'delta':{'content':'a\\u0062'}, 'x':[1.50, {}] } ] }";

    stream(odd, STOP, DONE);

    assertThat(chunks.get(0).json()).isEqualTo(odd.replace('\'', '"'));
    assertThat(chunks.get(0).text()).isEqualTo("ab");
  }

  @Test
  void readsReasoningApartFromTheAnswer() {
    ModelResponse response =
        stream(
            delta("'reasoning_content':'Let me','content':null"),
            delta("'reasoning':' think','reasoning_content':' think'"),
            delta("'reasoning_details':[{'type':'reasoning.text','text':'.'}]"),
            delta("'content':[{'type':'thinking','thinking':[{'type':'text','text':'!'}]}]"),
            delta("'content':[{'type':'text','text':'A'},{'type':'reference','ids':[1]}]"),
            delta("'content':['B']"),
            STOP,
            DONE);

    assertThat(response.message().reasoning()).isEqualTo("Let me think.!");
    assertThat(response.message().parts()).hasSize(2).endsWith(new TextPart("AB"));
    assertThat(chunks).extracting(ModelChunk::text).containsExactly("", "", "", "", "A", "B", "");
  }

  @Test
  void readsARefusal() {
    ModelResponse response =
        stream(delta("'refusal':'I '"), delta("'refusal':'won’t'"), STOP, DONE);

    assertThat(response.message().refusal()).isEqualTo("I won’t");
    assertThat(response.message().text()).isEmpty();
    assertThat(response.finishReason()).isEqualTo(FinishReason.REFUSAL);
  }

  @Test
  void readsCallsInPieces() {
    ModelResponse response =
        stream(
            call("'index':0,'id':'a','type':'function','function':{'name':'f','arguments':''}"),
            call("'index':1,'id':'b','function':{'name':'g','arguments':''}"),
            call("'index':0,'function':{'arguments':'{^x^:'}"),
            call("'index':1,'function':{'arguments':'{}'}"),
            call("'index':0,'function':{'arguments':'1}'}"),
            finish("tool_calls"),
            DONE);

    assertThat(response.message().toolCalls())
        .containsExactly(
            new ToolCall("call_1", "a", "f", "{\"x\":1}"), new ToolCall("call_2", "b", "g", "{}"));
    assertThat(response.finishReason()).isEqualTo(FinishReason.TOOL_CALLS);
    assertThat(chunks.get(2).deltas())
        .containsExactly(new ModelDelta.ToolCallArguments("call_1", "f", "{\"x\":"));
  }

  @Test
  void readsWholeCallsInOneDeltaWithoutIndexOrId() {
    ModelResponse response =
        stream(
            delta(
                "'tool_calls':[{'function':{'name':'f','arguments':'{}'}},"
                    + "{'function':{'name':'f','arguments':{'x':[1,2.50]}}},"
                    + "{'id':null,'function':{'name':'g','arguments':null}}]"),
            finish("stop"));

    assertThat(response.message().toolCalls())
        .containsExactly(
            new ToolCall("call_1", "", "f", "{}"),
            new ToolCall("call_2", "", "f", "{\"x\":[1,2.50]}"),
            new ToolCall("call_3", "", "g", ""));
    assertThat(response.finishReason()).isEqualTo(FinishReason.TOOL_CALLS);
  }

  @Test
  void tellsCallsApartThatHaveOneIndex() {
    ModelResponse response =
        stream(
            call("'index':0,'id':'a','function':{'name':'f','arguments':'{}'}"),
            call("'index':0,'id':'b','function':{'name':'f','arguments':'{^y^'}"),
            call("'index':0,'function':{'arguments':':2}'}"),
            call("'index':0,'function':{'name':'h','arguments':'{}'}"),
            finish("tool_calls"),
            DONE);

    assertThat(response.message().toolCalls())
        .containsExactly(
            new ToolCall("call_1", "a", "f", "{}"),
            new ToolCall("call_2", "b", "f", "{\"y\":2}"),
            new ToolCall("call_3", "", "h", "{}"));
  }

  @Test
  void goesOnWithACallWhoseIdAndNameAreEmptyOrRepeated() {
    ModelResponse response =
        stream(
            call("'index':0,'id':'a','function':{'name':'f','arguments':'{'}"),
            call("'index':0,'id':'','function':{'name':'','arguments':'^x^'}"),
            call("'index':0,'id':'a','function':{'name':'f','arguments':':1'}"),
            call("'index':0,'function':{'name':'f','arguments':'}'}"),
            call("'index':0,'id':'','type':'function'"),
            finish("tool_calls"),
            DONE);

    assertThat(response.message().toolCalls())
        .containsExactly(new ToolCall("call_1", "a", "f", "{\"x\":1}"));
  }

  @Test
  void goesOnWithACallWhoseIdIsAnotherWithEachPiece() {
    ModelResponse response =
        stream(
            call("'index':0,'id':'a1','function':{'name':'f','arguments':''}"),
            call("'index':0,'id':'a2','function':{'arguments':'{^x^'}"),
            call("'index':1,'id':'b1','function':{'name':'g','arguments':'{'}"),
            call("'index':0,'id':'a3','function':{'name':null,'arguments':':1}'}"),
            call("'index':1,'id':'b2','function':{'name':'','arguments':'}'}"),
            finish("tool_calls"),
            DONE);

    assertThat(response.message().toolCalls())
        .containsExactly(
            new ToolCall("call_1", "a1", "f", "{\"x\":1}"),
            new ToolCall("call_2", "b1", "g", "{}"));
  }

  @Test
  void readsTheOldFormOfACall() {
    ModelResponse response =
        stream(
            delta("'function_call':{'name':'f','arguments':'{'}"),
            delta("'function_call':{'arguments':'}'}"),
            finish("function_call"),
            DONE);

    assertThat(response.message().toolCalls())
        .containsExactly(new ToolCall("call_1", "", "f", "{}"));
    assertThat(response.finishReason()).isEqualTo(FinishReason.TOOL_CALLS);
  }

  @Test
  void countsTheFirstChoiceOnly() {
    ModelResponse response =
        stream(
            "{'choices':[{'delta':{'content':'other'},'finish_reason':'length','index':1},"
                + "{'delta':{'content':'first'},'index':0}]}",
            STOP,
            DONE);

    assertThat(response.message().text()).isEqualTo("first");
    assertThat(chunks.get(0).text()).isEqualTo("first");
    assertThat(response.finishReason()).isEqualTo(FinishReason.STOP);
  }

  @Test
  void takesTheDeltaWhereTheWholeMessageIsRepeated() {
    ModelResponse response =
        stream(
            "{'choices':[{'delta':{'content':'a'},'message':{'content':'a'}}]}",
            "{'choices':[{'message':{'content':'ab'},'delta':{'content':'b'}}]}",
            STOP,
            DONE);

    assertThat(response.message().text()).isEqualTo("ab");
  }

  @Test
  void skipsWhatItDoesNotKnow() {
    ModelResponse response =
        stream(
            "{'type':'ping'}",
            "{'choices':[],'prompt_filter_results':[{'x':{}}]}",
            "{'choices':[{'index':0,'delta':{'content':7,'tool_calls':null,'audio':{'a':[1]}},"
                + "'content_filter_results':{}}],'error':null,'usage':[],'obfuscation':'xyz'}",
            "{'choices':null,'usage':null}",
            "{'choices':[{'index':0,'delta':null,'finish_reason':''}]}",
            text("a"),
            STOP,
            DONE);

    assertThat(response.message().text()).isEqualTo("a");
  }

  @Test
  void takesUsageFromAChunkWithContentAndReasoningThatIsCountedApart() {
    ModelResponse response =
        stream(
            "{'choices':[{'index':0,'delta':{'content':'a'}}],'usage':{'prompt_tokens':5,"
                + "'completion_tokens':1,'total_tokens':16}}",
            STOP,
            DONE);

    assertThat(response.usage()).isEqualTo(Usage.builder().inputTokens(5).outputTokens(11).build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999999999999999999", "1e999999999", "9223372036854775807"})
  void losesNoAnswerToACountBeyondAllCounts(String tokens) {
    ModelResponse response =
        stream(
            text("a"),
            STOP,
            "{'choices':[],'usage':{'prompt_tokens':" + tokens + ",'completion_tokens':3}}",
            DONE);

    assertThat(response.message().text()).isEqualTo("a");
    assertThat(response.usage().outputTokens()).isEqualTo(3);
    // A limit on tokens is held against sums, which must not come out negative.
    assertThat(response.usage().plus(response.usage()).totalTokens()).isGreaterThan(1L << 53);
  }

  @Test
  void takesNothingOffASumForACountBelowZero() {
    ModelResponse response =
        stream(
            text("a"),
            STOP,
            "{'choices':[],'usage':{'prompt_tokens':-7,'completion_tokens':3,"
                + "'prompt_tokens_details':{'cached_tokens':-1}}}",
            DONE);

    assertThat(response.usage()).isEqualTo(Usage.builder().outputTokens(3).build());
  }

  @ParameterizedTest
  @CsvSource({
    "stop,STOP",
    "length,LENGTH",
    "model_length,LENGTH",
    "content_filter,CONTENT_FILTER",
    "tool_calls,TOOL_CALLS",
    "eos,STOP",
    "whatever,UNKNOWN"
  })
  void knowsWhyAResponseEnded(String reason, FinishReason expected) {
    assertThat(stream(text("a"), finish(reason), DONE).finishReason()).isEqualTo(expected);
  }

  @Test
  void keepsTheReasonOfACallThatWasCutOff() {
    ModelResponse response =
        stream(
            call("'index':0,'id':'a','function':{'name':'f','arguments':'{'}"), finish("length"));

    assertThat(response.finishReason()).isEqualTo(FinishReason.LENGTH);
    assertThat(response.message().toolCalls()).hasSize(1);
  }

  @Test
  void needsNoDoneAfterAFinishReason() {
    assertThat(stream(text("a"), STOP).message().text()).isEqualTo("a");
  }

  @Test
  void takesWhatAWholeAnswerTookForItsEnd() {
    String took = "{'choices':[],'usage':{'prompt_tokens':5,'completion_tokens':1}}";

    ModelResponse response = stream(text("a"), took);

    assertThat(response.message().text()).isEqualTo("a");
    assertThat(response.finishReason()).isEqualTo(FinishReason.UNKNOWN);
    assertFails(Kind.PROTOCOL, "before it was whole", took);
    assertFails(Kind.PROTOCOL, "before it was whole", text("a"), took.replace("[]", "null"));
  }

  @Test
  void refusesAStreamThatEndsWithoutSayingWhy() {
    assertFails(Kind.PROTOCOL, "before it was whole", text("a"));
    assertFails(Kind.PROTOCOL, "before it was whole", DONE);
    assertFails(Kind.PROTOCOL, "before it was whole");
  }

  @Test
  void refusesWhatIsNoJson() {
    assertFails(Kind.PROTOCOL, "sent what cannot be understood", text("a"), "{'choices':[{");
    assertFails(Kind.PROTOCOL, ": nonsense", "nonsense " + "x".repeat(5000));
    assertFails(Kind.PROTOCOL, "more than one JSON value", STOP + " " + STOP, DONE);
    assertFails(Kind.PROTOCOL, "more than one JSON value", STOP + " x", DONE);
    assertFails(Kind.PROTOCOL, "must be a JSON object", "7", DONE);
  }

  @ParameterizedTest
  @CsvSource({
    "rate_limit_exceeded,RATE_LIMIT",
    "server_error,SERVER",
    "429,RATE_LIMIT",
    "502,SERVER",
    "context_length_exceeded,CONTEXT_LENGTH",
    "null,SERVER"
  })
  void classifiesAnErrorInsideTheStream(String code, Kind kind) {
    String json = code.matches("\\d+|null") ? code : "'" + code + "'";
    String error = "{'error':{'message':'sorry','code':" + json + "}}";

    ModelException failure = assertFails(kind, "broke off with an error", text("a"), error, STOP);

    assertThat(failure).hasMessageEndingWith(": sorry");
    assertThat(failure.code().orElse("null")).isEqualTo(code);
    assertThat(chunks).hasSize(1);
  }

  @Test
  void findsErrorsOfEveryShape() {
    assertFails(Kind.SERVER, "sorry", text("a"), "{'error':'sorry'}");
    assertFails(Kind.SERVER, "sorry", "{'object':'error','message':'sorry','code':7}");
    assertFails(
        Kind.SERVER,
        "sorry",
        "{'choices':[{'delta':{'content':'a'}}],'error':{'message':'sorry'}}");
    assertFails(Kind.SERVER, "error", text("a"), finish("error"), DONE);
  }

  private ModelException assertFails(Kind kind, String words, String... events) {
    chunks.clear();
    List<ModelException> failures = new ArrayList<>();
    assertThatThrownBy(() -> stream(events))
        .isInstanceOfSatisfying(
            ModelException.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(kind);
              assertThat(failure.getMessage()).contains(words).hasSizeLessThan(1500);
              failures.add(failure);
            });
    return failures.get(0);
  }

  private ModelResponse stream(String... events) {
    String[] json =
        List.of(events).stream()
            .map(e -> e.replace('\'', '"').replace("^", "\\\""))
            .toArray(String[]::new);
    try (LoopbackServer server = LoopbackServer.streaming(json);
        OpenAiClient client = OpenAiClient.builder().baseUrl(server.url()).build()) {
      ModelRequest request = ModelRequest.builder("m", List.of(Message.user("hi"))).build();
      ModelResponse response = client.newCall(request).execute(chunks::add);
      String joined = chunks.stream().map(ModelChunk::text).collect(Collectors.joining());
      assertThat(joined).as("text of all chunks").isEqualTo(response.message().text());
      return response;
    }
  }

  private static String text(String text) {
    return delta("'content':'" + text + "'");
  }

  private static String delta(String members) {
    return "{'id':'r1','choices':[{'index':0,'delta':{" + members + "},'finish_reason':null}]}";
  }

  private static String call(String members) {
    return delta("'tool_calls':[{" + members + "}]");
  }

  private static String finish(String reason) {
    return "{'choices':[{'index':0,'delta':{},'finish_reason':'" + reason + "'}]}";
  }
}
