package dev.adze.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.event.RunResult;
import dev.adze.internal.http.LoopbackServer;
import dev.adze.model.ModelClient;
import dev.adze.model.anthropic.AnthropicClient;
import dev.adze.model.groq.GroqClient;
import dev.adze.model.openai.OpenAiApi;
import dev.adze.model.openai.OpenAiClient;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tool, a wrong answer and a right one, with each provider's own way to ask for a type. */
@Timeout(30)
class OutputOverHttpTest {
  private static final String GOOD = "{\"allowed\":true,\"score\":7}";
  private static final String BAD = "{\"allowed\":true}";

  @Test
  void overChatCompletions() throws InterruptedException {
    try (LoopbackServer server =
            serving(
                chat(
                    "'tool_calls':["
                        + "{'id':'c1','type':'function','function':{'name':'echo',"
                        + "'arguments':'{}'}}]"),
                chat("'content':" + quoted(BAD)),
                chat("'content':" + quoted(GOOD)));
        OpenAiClient client = OpenAiClient.builder().baseUrl(server.url()).build()) {
      List<JsonNode> requests = run(client, server);

      assertThat(requests.get(0).at("/response_format/json_schema/name").stringValue())
          .isEqualTo("Verdict");
      assertThat(requests.get(2).at("/messages/3/content").stringValue()).isEqualTo(BAD);
      assertThat(requests.get(2).at("/messages/4/content").toString()).contains("score: missing");
    }
  }

  @Test
  void overGroq() throws InterruptedException {
    try (LoopbackServer server =
            serving(
                chat(
                    "'tool_calls':["
                        + "{'id':'c1','type':'function','function':{'name':'echo',"
                        + "'arguments':'{}'}}]"),
                chat("'content':" + quoted(BAD)),
                chat("'content':" + quoted(GOOD)));
        GroqClient client = GroqClient.builder().apiKey("k").baseUrl(server.url()).build()) {
      List<JsonNode> requests = run(client, server);

      assertThat(requests.get(2).at("/messages/4/content").toString()).contains("score: missing");
    }
  }

  @Test
  void overResponses() throws InterruptedException {
    try (LoopbackServer server =
            serving(
                responses("{'type':'function_call','call_id':'c1','name':'echo','arguments':'{}'}"),
                responses(text(BAD)),
                responses(text(GOOD)));
        OpenAiClient client =
            OpenAiClient.builder().api(OpenAiApi.RESPONSES).baseUrl(server.url()).build()) {
      List<JsonNode> requests = run(client, server);

      assertThat(requests.get(0).at("/text/format/name").stringValue()).isEqualTo("Verdict");
      assertThat(requests.get(2).path("input").toString()).contains("score: missing");
    }
  }

  @Test
  void overMessages() throws InterruptedException {
    try (LoopbackServer server =
            serving(
                messages("{'type':'tool_use','id':'c1','name':'echo','input':{}}", "tool_use"),
                messages("{'type':'text','text':" + quoted(BAD) + "}", "end_turn"),
                messages("{'type':'text','text':" + quoted(GOOD) + "}", "end_turn"));
        AnthropicClient client = AnthropicClient.builder().baseUrl(server.url()).build()) {
      List<JsonNode> requests = run(client, server);

      assertThat(requests.get(0).path("output_config").toString()).contains("json_schema");
      assertThat(requests.get(2).path("messages").toString()).contains("score: missing");
    }
  }

  private static List<JsonNode> run(ModelClient client, LoopbackServer server)
      throws InterruptedException {
    Agent agent =
        Agent.builder().model(client, "m").tools(Fixtures.ECHO).output(Verdict.TYPE).build();

    RunResult result =
        Runner.builder(agent).build().run(RunRequest.builder("Hi").streaming(false).build());

    assertThat(result.output(Verdict.TYPE)).isEqualTo(new Verdict(true, 7));
    assertThat(result.steps()).hasSize(3);
    return server.requests().stream()
        .map(request -> JsonMapper.shared().readTree(request.body()))
        .toList();
  }

  private static LoopbackServer serving(String... bodies) {
    AtomicInteger served = new AtomicInteger();
    return LoopbackServer.start((socket, out) -> {
      out.write(LoopbackServer.response(200, bodies[served.getAndIncrement()]));
      socket.close();
    });
  }

  private static String chat(String message) {
    return json("{'choices':[{'index':0,'message':{'role':'assistant',")
        + json(message)
        + json("},'finish_reason':'" + (message.contains("tool_calls") ? "tool_calls" : "stop"))
        + json("'}]}");
  }

  private static String responses(String item) {
    return json("{'id':'r','status':'completed','output':[" + item + "]}");
  }

  private static String text(String text) {
    return "{'type':'message','content':[{'type':'output_text','text':" + quoted(text) + "}]}";
  }

  private static String messages(String content, String stopReason) {
    return json(
        "{'type':'message','id':'msg','content':["
            + content
            + "],'stop_reason':'"
            + stopReason
            + "','usage':{'input_tokens':1,'output_tokens':2}}");
  }

  /** A JSON string, which holds no quote of ours. */
  private static String quoted(String text) {
    return '"' + text.replace("\"", "\\\"") + '"';
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
