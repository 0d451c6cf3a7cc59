package dev.adze.model.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.internal.http.LoopbackServer;
import dev.adze.model.AssistantMessage;
import dev.adze.model.Message;
import dev.adze.model.ModelOptions;
import dev.adze.model.ModelRequest;
import dev.adze.model.ReasoningPart;
import dev.adze.model.RefusalPart;
import dev.adze.model.TextPart;
import dev.adze.model.ToolCall;
import dev.adze.model.ToolMessage;
import dev.adze.model.ToolResult;
import dev.adze.model.UserMessage;
import dev.adze.tool.ToolSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client writes, byte for byte. */
class OpenAiRequestTest {
  private static final List<Message> HI = List.of(Message.user("hi"));
  private static final String PLAIN =
      "{'choices':[{'index':0,'message':{'content':'ok'},'finish_reason':'stop'}]}";

  @Test
  void writesAPlainRequest() {
    assertThat(body(ModelRequest.builder("gpt", HI).streaming(false)))
        .isEqualTo(
            json("{'model':'gpt','messages':[{'role':'user','content':'hi'}],'stream':false}"));
  }

  @Test
  void asksAStreamForItsUsage() {
    assertThat(body(ModelRequest.builder("gpt", List.of())))
        .isEqualTo(
            json(
                "{'model':'gpt','messages':[],'stream':true,'stream_options':{'include_usage':true}}"));
  }

  @Test
  void writesToolsWithTheirSchemaAsItStands() {
    String schema = "{ \"type\":\"object\", \"properties\":{\"n\":{\"maximum\":1.0e2}} }";
    ToolSpec described = ToolSpec.builder("a", schema).description("Does \"a\".").build();
    ToolSpec bare = ToolSpec.builder("b", "{}").build();

    assertThat(body(ModelRequest.builder("m", List.of()).tools(List.of(described, bare))))
        .contains(
            "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"a\",\"description\":"
                + "\"Does \\\"a\\\".\",\"parameters\":"
                + schema
                + "}},{\"type\":\"function\",\"function\":{\"name\":\"b\",\"parameters\":{}}}]")
        .doesNotContain("strict");
  }

  @Test
  void writesOptions() {
    ModelOptions options =
        ModelOptions.builder()
            .temperature(0)
            .topP(0.5)
            .maxOutputTokens(7)
            .seed(9_000_000_000L)
            .stop(List.of("\n", "END"))
            .parallelToolCalls(false)
            .extraJson(" { \"tool_choice\" : \"auto\", \"x\":[1.00, {\"y\":null}] } ")
            .build();
    ModelRequest.Builder request =
        ModelRequest.builder("m", List.of())
            .streaming(false)
            .tools(List.of(ToolSpec.builder("t", "{}").build()))
            .options(options);

    assertThat(body(request))
        .endsWith(
            "\"stream\":false,\"temperature\":0.0,\"top_p\":0.5,\"max_tokens\":7,"
                + "\"seed\":9000000000,\"stop\":[\"\\n\",\"END\"],\"parallel_tool_calls\":false,"
                + "\"tool_choice\":\"auto\",\"x\":[1.00, {\"y\":null}]}");
  }

  @Test
  void doesNotSpeakOfToolCallsWithoutTools() {
    ModelOptions options = ModelOptions.builder().parallelToolCalls(true).build();

    assertThat(body(ModelRequest.builder("m", HI).options(options))).doesNotContain("parallel");
  }

  @Test
  void letsExtraJsonReplaceTheOptionsOfTheStream() {
    ModelOptions options = ModelOptions.builder().extraJson("{\"stream_options\":null}").build();

    assertThat(body(ModelRequest.builder("m", HI).options(options)))
        .endsWith("\"stream\":true,\"stream_options\":null}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'model':1}",
        "{'x':1,'stream':true}",
        "{'temperature':1}",
        "{'x':1,'x':2}",
        "[]",
        "",
        "{'x':}",
        "{} {}"
      })
  void refusesExtraJsonThatWouldBreakTheRequest(String extra) {
    ModelOptions options = ModelOptions.builder().temperature(1).extraJson(json(extra)).build();
    ModelRequest request = ModelRequest.builder("m", HI).options(options).build();
    OpenAiClient client = OpenAiClient.builder().apiKey("k").build();

    assertThatThrownBy(() -> client.newCall(request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Extra JSON must");
  }

  @Test
  void writesAConversationWithCalls() {
    List<Message> messages =
        List.of(
            Message.system("Be brief."),
            new UserMessage(List.of(new TextPart("a"), new TextPart("b"))),
            new AssistantMessage(
                List.of(
                    new ReasoningPart("hm"),
                    new ToolCall("c1", "p1", "f", "{\"x\": 1}"),
                    new ToolCall("c2", " ", "g", ""))),
            results("c1", "c2"),
            new AssistantMessage(
                List.of(new TextPart("Now"), new ToolCall("c3", "p1", "f", "{\"x\":"))),
            results("c3"),
            Message.assistant("Done."));

    assertThat(body(ModelRequest.builder("m", messages).streaming(false)))
        .contains(
            json(
                "[{'role':'system','content':'Be brief.'},"
                    + "{'role':'user','content':[{'type':'text','text':'a'},"
                    + "{'type':'text','text':'b'}]},"
                    + "{'role':'assistant','content':null,'tool_calls':["
                    + "{'id':'p1','type':'function','function':{'name':'f',"
                    + "'arguments':'{^x^: 1}'}},"
                    + "{'id':'c2','type':'function','function':{'name':'g','arguments':'{}'}}]},"
                    + "{'role':'tool','tool_call_id':'p1','content':'result of c1'},"
                    + "{'role':'tool','tool_call_id':'c2','content':'result of c2'},"
                    + "{'role':'assistant','content':'Now','tool_calls':["
                    + "{'id':'c3','type':'function','function':{'name':'f',"
                    + "'arguments':'{^INVALID_JSON^:^{#x#:^}'}}]},"
                    + "{'role':'tool','tool_call_id':'c3','content':'result of c3'},"
                    + "{'role':'assistant','content':'Done.'}]"));
  }

  @Test
  void neverGivesOneIdToTwoCalls() {
    List<Message> messages =
        List.of(
            new AssistantMessage(
                List.of(
                    new ToolCall("a", "c", "f", "{}"),
                    new ToolCall("b", "c", "f", "{}"),
                    new ToolCall("c", "", "f", "{}"))),
            results("a", "b", "c"));

    assertThat(body(ModelRequest.builder("m", messages)))
        .contains("\"id\":\"c\"", "\"id\":\"b\"", "\"id\":\"c_\"")
        .contains("\"tool_call_id\":\"c\",\"content\":\"result of a\"")
        .contains("\"tool_call_id\":\"b\",\"content\":\"result of b\"")
        .contains("\"tool_call_id\":\"c_\",\"content\":\"result of c\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "7", "null x", "{} x", "{'a':1,}", "<f>"})
  void wrapsArgumentsThatAreNoObject(String arguments) {
    Message call =
        new AssistantMessage(List.of(new ToolCall("a", "p", "f", arguments.replace('\'', '"'))));
    String wrapped = "{^INVALID_JSON^:^" + arguments.replace("'", "#") + "^}";

    assertThat(body(ModelRequest.builder("m", List.of(call, results("a")))))
        .contains(json("'arguments':'" + wrapped + "'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", " null "})
  void writesNoArgumentsAsAnEmptyObject(String arguments) {
    Message call = new AssistantMessage(List.of(new ToolCall("a", "p", "f", arguments)));

    assertThat(body(ModelRequest.builder("m", List.of(call, results("a")))))
        .contains("\"arguments\":\"{}\"");
  }

  @Test
  void writesNamesThatServersAccept() {
    Message calls =
        new AssistantMessage(
            List.of(
                new ToolCall("a", "1", "get weather!", "{}"),
                new ToolCall("b", "2", "", "{}"),
                new ToolCall("c", "3", "x".repeat(70), "{}"),
                new ToolCall("d", "4", "known.tool", "{}")));
    ToolSpec known = ToolSpec.builder("known.tool", "{}").build();

    assertThat(
            body(
                ModelRequest.builder("m", List.of(calls, results("a", "b", "c", "d")))
                    .tools(List.of(known))))
        .contains("\"get_weather_\"", "\"unnamed\"", "\"" + "x".repeat(64) + "\"")
        .contains("{\"name\":\"known.tool\",\"arguments\":");
  }

  @Test
  void writesARefusalAsWhatTheModelSaid() {
    Message refusal = new AssistantMessage(List.of(new RefusalPart("No.")));

    assertThat(body(ModelRequest.builder("m", List.of(refusal, new AssistantMessage(List.of())))))
        .contains(json("[{'role':'assistant','content':'No.'}]"));
  }

  @Test
  void writesAnyText() {
    assertThat(body(ModelRequest.builder("m", List.of(Message.user("é😀\u0000\ud83d!\ude00")))))
        .contains("\"é😀\\u0000\ufffd!\ufffd\"");
  }

  @Test
  void refusesAResultWithoutItsCall() {
    ModelRequest request = ModelRequest.builder("m", List.of(results("a"))).build();
    OpenAiClient client = OpenAiClient.builder().apiKey("k").build();

    assertThatThrownBy(() -> client.newCall(request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no call \"a\" of tool");
  }

  private static ToolMessage results(String... callIds) {
    return new ToolMessage(
        List.of(callIds).stream()
            .map(id -> new ToolResult(id, "tool", "result of " + id, false))
            .toList());
  }

  private static String body(ModelRequest.Builder request) {
    try (LoopbackServer server = LoopbackServer.answering(200, json(PLAIN));
        OpenAiClient client = OpenAiClient.builder().baseUrl(server.url()).build()) {
      client.newCall(request.build()).execute(chunk -> {});
      return server.requests().get(0).body();
    }
  }

  /** JSON with ' for ", ^ for " inside of a text, and # for " inside of a text in a text. */
  private static String json(String text) {
    return text.replace("'", "\"").replace("^", "\\\"").replace("#", "\\\\\\\"");
  }
}
