package dev.adze.model.anthropic;

import static dev.adze.model.anthropic.AnthropicServer.json;
import static dev.adze.model.anthropic.AnthropicServer.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.adze.internal.http.LoopbackServer;
import dev.adze.model.FinishReason;
import dev.adze.model.ModelChunk;
import dev.adze.model.ModelDelta;
import dev.adze.model.ModelException;
import dev.adze.model.ModelException.Kind;
import dev.adze.model.ModelResponse;
import dev.adze.model.ProviderItem;
import dev.adze.model.ProviderPart;
import dev.adze.model.ReasoningPart;
import dev.adze.model.RefusalPart;
import dev.adze.model.TextPart;
import dev.adze.model.ToolCall;
import dev.adze.model.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stream of events, or a whole message, adds up to. */
@Timeout(30)
class AnthropicStreamTest {
  private static final String START =
      "{'type':'message_start','message':{'id':'msg','model':'claude','content':[],"
          + "'stop_reason':null,'usage':{'input_tokens':10,'cache_read_input_tokens':3,"
          + "'cache_creation_input_tokens':2,'output_tokens':1,'service_tier':'standard'}}}";
  private static final String TEXT =
      "{'type':'content_block_start','index':0,'content_block':{'type':'text','text':''}}";
  private static final String HI =
      "{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'Hi'}}";
  private static final String BLOCK_STOP = "{'type':'content_block_stop','index':0}";
  private static final String END =
      "{'type':'message_delta','delta':{'stop_reason':'end_turn','stop_sequence':null},"
          + "'usage':{'output_tokens':7}}";
  private static final String STOP = "{'type':'message_stop'}";

  private final List<ModelChunk> chunks = new ArrayList<>();

  @Test
  void readsText() {
    ModelResponse response =
        stream(chunks, START, "{'type':'ping'}", TEXT, HI, BLOCK_STOP, END, STOP);

    assertThat(response.message().parts()).containsExactly(new TextPart("Hi"));
    assertThat(response.finishReason()).isEqualTo(FinishReason.STOP);
    assertThat(response.id()).isEqualTo("msg");
    assertThat(response.model()).isEqualTo("claude");
    assertThat(chunks).hasSize(7);
    assertThat(chunks.get(3).text()).isEqualTo("Hi");
    assertThat(chunks.get(3).json()).isEqualTo(json(HI));
    assertThat(chunks.get(3).messageId()).isEqualTo("msg");
  }

  @Test
  void takesTheLaterFigureOfEachKindForTheWhole() {
    String end =
        "{'type':'message_delta','delta':{'stop_reason':'end_turn'},'usage':{'input_tokens':20,"
            + "'cache_read_input_tokens':null,'output_tokens':9,"
            + "'output_tokens_details':{'thinking_tokens':4}}}";
    Usage usage = stream(chunks, START, TEXT, HI, end, STOP).usage();

    assertThat(usage.inputTokens()).isEqualTo(20 + 3 + 2);
    assertThat(usage.cachedInputTokens()).isEqualTo(3);
    assertThat(usage.outputTokens()).isEqualTo(9);
    assertThat(usage.reasoningTokens()).isEqualTo(4);
    assertThat(usage.providerJson())
        .contains(
            json(
                "{'input_tokens':20,'cache_read_input_tokens':3,'cache_creation_input_tokens':2,"
                    + "'output_tokens':9,'service_tier':'standard',"
                    + "'output_tokens_details':{'thinking_tokens':4}}"));
  }

  @Test
  void putsArgumentsTogether() {
    ModelResponse response =
        stream(
            chunks,
            START,
            start(0, "{'type':'tool_use','id':'toolu_1','name':'f','input':{}}"),
            delta(0, "input_json_delta", "partial_json", ""),
            delta(0, "input_json_delta", "partial_json", "{ ^a^"),
            delta(0, "input_json_delta", "partial_json", ":1.0 }"),
            start(1, "{'type':'tool_use','id':'toolu_2','name':'g','input':{}}"),
            delta(1, "input_json_delta", "partial_json", ""),
            END.replace("end_turn", "tool_use"),
            STOP);

    assertThat(response.message().parts())
        .containsExactly(
            new ToolCall("call_1", "toolu_1", "f", json("{ 'a':1.0 }")),
            new ToolCall("call_2", "toolu_2", "g", "{}"));
    assertThat(response.finishReason()).isEqualTo(FinishReason.TOOL_CALLS);
    assertThat(deltas())
        .containsExactly(
            new ModelDelta.ToolCallArguments("call_1", "f", ""),
            new ModelDelta.ToolCallArguments("call_1", "f", json("{ 'a'")),
            new ModelDelta.ToolCallArguments("call_1", "f", ":1.0 }"),
            new ModelDelta.ToolCallArguments("call_2", "g", ""));
  }

  @Test
  void takesArgumentsFromTheStartOfABlockAndContentFromTheStartOfTheMessage() {
    String call =
        "{'type':'tool_use','id':'t','name':'f','input':{'p':[1, 2]},"
            + "'caller':{'type':'code_execution_20250825','tool_id':'srv'}}";
    String start =
        "{'message':{'content':["
            + call
            + "],'stop_reason':'tool_use','container':{'id':'c','expires_at':'2030-01-01T00:00:00Z'"
            + "}},'type':'message_start'}";
    ModelResponse response = stream(chunks, start, start(0, call), STOP);

    assertThat(response.message().parts().get(0))
        .isEqualTo(new ToolCall("call_1", "t", "f", json("{'p':[1, 2]}"), item(response, call)));
    assertThat(response.message().toolCalls()).hasSize(2);
    assertThat(response.message().parts().get(2))
        .isEqualTo(
            new ProviderPart(
                "container",
                false,
                item(response, "{'id':'c','expires_at':'2030-01-01T00:00:00Z'}").orElseThrow()));
    assertThat(response.finishReason()).isEqualTo(FinishReason.TOOL_CALLS);
  }

  @Test
  void keepsThinkingWithItsSignature() {
    ModelResponse response =
        stream(
            chunks,
            START,
            start(0, "{'type':'thinking','thinking':'','signature':''}"),
            delta(0, "thinking_delta", "thinking", "Hm\\n"),
            delta(0, "thinking_delta", "thinking", ""),
            delta(0, "thinking_delta", "thinking", "é"),
            delta(0, "signature_delta", "signature", "sig=="),
            start(1, "{'type':'redacted_thinking','data':'xyz'}"),
            start(2, "{'type':'thinking','thinking':'','signature':''}"),
            delta(2, "thinking_delta", "thinking", "cut"),
            END,
            STOP);

    assertThat(response.message().parts())
        .containsExactly(
            new ReasoningPart(
                "Hm\né",
                item(response, "{'type':'thinking','thinking':'Hm\\né','signature':'sig=='}")),
            new ReasoningPart("", item(response, "{'type':'redacted_thinking','data':'xyz'}")),
            new ReasoningPart("cut"));
    assertThat(deltas())
        .containsExactly(
            new ModelDelta.Reasoning("Hm\n"),
            new ModelDelta.Reasoning("é"),
            new ModelDelta.Reasoning("cut"));
  }

  @Test
  void keepsCitations() {
    ModelResponse response =
        stream(
            chunks,
            START,
            "{'type':'content_block_start','index':0,'content_block':{'citations':[],'type':'text',"
                + "'text':''}}",
            "{'type':'content_block_delta','index':0,'delta':{'type':'citations_delta',"
                + "'citation':{'url':'u', 'n':1}}}",
            HI,
            "{'type':'content_block_delta','index':0,'delta':{'citation':{'n':2},"
                + "'type':'citations_delta'}}",
            END,
            STOP);

    assertThat(response.message().parts())
        .containsExactly(
            new TextPart(
                "Hi",
                item(
                    response,
                    "{'citations':[{'url':'u', 'n':1},{'n':2}],'type':'text','text':'Hi'}")));
  }

  @Test
  void keepsCitationsThatAreNoneOutOfWhatGoesBack() {
    ModelResponse response =
        stream(
            chunks,
            START,
            start(0, "{'type':'text','text':'','citations':['a',[],1,{'n':1}]}"),
            HI,
            "{'type':'content_block_delta','index':0,'delta':{'type':'citations_delta'}}",
            "{'type':'content_block_delta','index':0,'delta':{'type':'citations_delta',"
                + "'citation':7}}",
            END,
            STOP);

    assertThat(response.message().parts())
        .containsExactly(
            new TextPart(
                "Hi", item(response, "{'type':'text','text':'Hi','citations':[{'n':1}]}")));
  }

  @Test
  void keepsBlocksThatGrowOddlyAsJson() {
    ModelResponse response =
        stream(
            chunks,
            START,
            start(0, "{'type':'brand_new'}"),
            "{'type':'content_block_delta','index':0,'delta':{'type':'odd_delta','x':{'a':1}}}",
            delta(0, "odd_delta", "x", "b"),
            "{'type':'content_block_delta','index':1,'delta':{'type':'o^dd_delta','x':1}}",
            END,
            STOP);

    assertThat(response.message().parts())
        .containsExactly(
            provider(response, "{'type':'brand_new','x':'b'}"),
            new ProviderPart(
                "o\"dd", false, item(response, "{'type':'o^dd','x':1}").orElseThrow()));
  }

  @Test
  void takesTextOfABlockThatNobodyKnowsForNoneOfTheAnswer() {
    ModelResponse response =
        stream(
            chunks,
            START,
            start(0, "{'type':'brand_new','text':'a','signature':'s'}"),
            delta(0, "text_delta", "text", "b"),
            delta(0, "signature_delta", "signature", "t"),
            delta(0, "thinking_delta", "thinking", "c"),
            END,
            STOP);

    assertThat(response.message().parts())
        .containsExactly(
            provider(response, "{'type':'brand_new','text':'ab','signature':'st','thinking':'c'}"));
    assertThat(response.message().text()).isEmpty();
    assertThat(deltas()).isEmpty();
  }

  @Test
  void passesOnWhatOnlyTheProviderUnderstands() {
    String result =
        "{'type':'web_search_tool_result','tool_use_id':'s','content':[{'x':'^', 'y':[ 1 ]}]}";
    ModelResponse response =
        stream(
            chunks,
            START,
            start(0, "{'type':'server_tool_use','id':'s','name':'web_search','input':{}}"),
            delta(0, "input_json_delta", "partial_json", "{^q^:"),
            delta(0, "input_json_delta", "partial_json", "1}"),
            start(1, result),
            start(2, "{'type':'compaction','content':null}"),
            delta(2, "compaction_delta", "content", "a"),
            delta(2, "compaction_delta", "content", "^b"),
            start(3, "{'type':'brand_new','n':1.50}"),
            END,
            STOP);

    assertThat(response.message().parts())
        .containsExactly(
            provider(
                response,
                "{'type':'server_tool_use','id':'s','name':'web_search','input':{'q':1}}"),
            provider(response, result),
            provider(response, "{'type':'compaction','content':'a^b'}"),
            provider(response, "{'type':'brand_new','n':1.50}"));
    assertThat(deltas()).containsExactly(new ModelDelta.ProviderTool("web_search"));
  }

  @Test
  void saysThatNobodyCanGoOnBehindAnItemOfAnUnknownKind() {
    ModelResponse response =
        stream(
            chunks,
            START,
            start(0, "{'type':'computer_thing','id':'x'}"),
            END.replace("end_turn", "tool_use"),
            STOP);

    assertThat(response.message().parts())
        .singleElement()
        .isInstanceOfSatisfying(
            ProviderPart.class, part -> assertThat(part.awaitsClient()).isTrue());
  }

  @ParameterizedTest
  @CsvSource({
    "end_turn, STOP",
    "stop_sequence, STOP",
    "tool_use, TOOL_CALLS",
    "max_tokens, LENGTH",
    "model_context_window_exceeded, LENGTH",
    "refusal, REFUSAL",
    "pause_turn, PAUSED",
    "compaction, PAUSED",
    "something_new, UNKNOWN"
  })
  void saysWhyAResponseEnded(String reason, FinishReason expected) {
    ModelResponse response = stream(chunks, START, TEXT, HI, END.replace("end_turn", reason), STOP);

    assertThat(response.finishReason()).isEqualTo(expected);
  }

  @Test
  void saysWhyTheModelDeclined() {
    ModelResponse response =
        stream(
            chunks,
            START,
            "{'type':'message_delta','delta':{'stop_reason':'refusal','stop_details':"
                + "{'type':'refusal','category':null,'explanation':'Not this.'}}}",
            STOP);

    assertThat(response.message().refusal()).isEqualTo("Not this.");
    assertThat(response.message().parts()).hasOnlyElementsOfType(RefusalPart.class);
    assertThat(response.finishReason()).isEqualTo(FinishReason.REFUSAL);
  }

  @Test
  void toleratesEventsAndDeltasThatItDoesNotKnow() {
    ModelResponse response =
        stream(
            chunks,
            START,
            TEXT,
            "{'type':'vibe','delta':null,'index':null}",
            "{'type':'content_block_delta','index':0,'delta':{'type':'mood_delta','mood':{'x':1}}}",
            HI,
            END,
            STOP);

    assertThat(response.message().parts()).containsExactly(new TextPart("Hi"));
  }

  @Test
  void isWholeWithoutItsLastEventOnceItHasSaidWhyItEnded() {
    assertThat(stream(chunks, START, TEXT, HI, END).message().text()).isEqualTo("Hi");
    assertThat(failure(START, TEXT, HI).kind()).isEqualTo(Kind.PROTOCOL);
    assertThat(failure("{'type':'ping'}").kind()).isEqualTo(Kind.PROTOCOL);
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_request_error, INVALID_REQUEST",
    "authentication_error, AUTHENTICATION",
    "billing_error, QUOTA",
    "permission_error, PERMISSION",
    "not_found_error, NOT_FOUND",
    "request_too_large, CONTEXT_LENGTH",
    "rate_limit_error, RATE_LIMIT",
    "api_error, SERVER",
    "timeout_error, TIMEOUT",
    "overloaded_error, OVERLOADED",
    "new_error, SERVER"
  })
  void classifiesAnErrorInAStreamAsIfItWereTheStatus(String type, Kind kind) {
    String error = "{'type':'error','error':{'type':'" + type + "','message':'Sorry.'}}";
    ModelException failure = failure(START, TEXT, HI, error);

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.code()).contains(type);
    assertThat(failure).hasMessageContaining("Sorry.");
    assertThat(chunks.get(2).text()).isEqualTo("Hi");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsAWholeMessageWhateverWasAskedFor(boolean streaming) {
    String message =
        json(
            "{'content':[ {'type':'thinking','thinking':'T','signature':'S'},"
                + " {'text':'Hi','type':'text','citations':null},"
                + " {'input':{ 'a' : 1 },'name':'f','id':'t','type':'tool_use',"
                + "'caller':{'type':'direct'}}],"
                + "'id':'msg','model':'c','stop_reason':'tool_use','type':'message',"
                + "'usage':{'input_tokens':1,'output_tokens':2}}");
    try (LoopbackServer server = LoopbackServer.answering(200, message)) {
      ModelResponse response = AnthropicServer.ask(server, chunks, streaming);

      assertThat(response.message().parts())
          .containsExactly(
              new ReasoningPart(
                  "T", item(response, "{'type':'thinking','thinking':'T','signature':'S'}")),
              new TextPart("Hi"),
              new ToolCall("call_1", "t", "f", json("{ 'a' : 1 }")));
      assertThat(response.usage().providerJson())
          .contains(json("{'input_tokens':1,'output_tokens':2}"));
      assertThat(chunks).singleElement().extracting(ModelChunk::json).isEqualTo(message);
      assertThat(deltas())
          .containsExactly(
              new ModelDelta.Reasoning("T"),
              new ModelDelta.Text("Hi"),
              new ModelDelta.ToolCallArguments("call_1", "f", json("{ 'a' : 1 }")));
    }
  }

  @Test
  void keepsLargePartsByteForByteWhereverTheParserReadsOn() {
    StringBuilder long1 = new StringBuilder();
    for (int i = 0; i < 4_000; i++) {
      long1.append("é😀 \\u00e9 ").append(i);
    }
    String result = "{'type':'web_fetch_tool_result','tool_use_id':'s', 'content':'" + long1 + "'}";
    ModelResponse response =
        stream(chunks, START, start(0, result) + " ".repeat(9_000), start(1, result), END, STOP);

    assertThat(response.message().parts())
        .containsExactly(provider(response, result), provider(response, result));
  }

  private static String start(int index, String block) {
    return "{'type':'content_block_start','index':" + index + ",'content_block':" + block + "}";
  }

  private static String delta(int index, String type, String member, String text) {
    return "{'type':'content_block_delta','index':"
        + index
        + ",'delta':{'type':'"
        + type
        + "','"
        + member
        + "':'"
        + text
        + "'}}";
  }

  private ModelException failure(String... events) {
    chunks.clear();
    return catchThrowableOfType(ModelException.class, () -> stream(chunks, events));
  }

  private List<ModelDelta> deltas() {
    return chunks.stream().flatMap(chunk -> chunk.deltas().stream()).toList();
  }

  private static ProviderPart provider(ModelResponse response, String json) {
    String type = json.substring("{'type':'".length(), json.indexOf("',"));
    return new ProviderPart(type, false, item(response, json).orElseThrow());
  }

  /** The item of the server that the response came from. */
  private static Optional<ProviderItem> item(ModelResponse response, String json) {
    Matcher origin =
        Pattern.compile("origin=(anthropic-messages 127.0.0.1:[0-9]+),")
            .matcher(response.message().toString());
    assertThat(origin.find()).as("There is an item in %s", response).isTrue();
    return Optional.of(new ProviderItem(origin.group(1), json(json)));
  }
}
