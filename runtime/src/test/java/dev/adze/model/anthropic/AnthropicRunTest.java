package dev.adze.model.anthropic;

import static dev.adze.model.anthropic.AnthropicServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.agent.Agent;
import dev.adze.agent.RunRequest;
import dev.adze.agent.Runner;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.internal.http.LoopbackServer;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whole runs: what one response left behind is what the next request must have. */
@Timeout(30)
class AnthropicRunTest {
  private static final String THINKING = "{'type':'thinking','thinking':'Hm','signature':'s1'}";
  private static final String USE =
      "{'type':'server_tool_use','id':'s','name':'web_search','input':{'q':1}}";

  @Test
  void goesOnWithAPausedResponseInTheSameStep() throws InterruptedException {
    String paused = message(THINKING + "," + USE, "pause_turn");
    String rest =
        message(
            "{'type':'web_search_tool_result','tool_use_id':'s','content':[]},"
                + "{'type':'text','text':'Done.'}",
            "end_turn");
    try (LoopbackServer server = serving(paused, rest)) {
      RunResult result = run(server);

      assertThat(result.stopReason()).isEqualTo(StopReason.FINAL_OUTPUT);
      assertThat(result.text()).isEqualTo("Done.");
      assertThat(result.steps()).hasSize(1);
      assertThat(result.usage().outputTokens()).isEqualTo(4);
      assertThat(server.requests()).hasSize(2);
      assertThat(server.requests().get(1).body())
          .contains(json("{'role':'assistant','content':[" + THINKING + "," + USE + "]}],'tools'"));
    }
  }

  @Test
  void sendsThinkingAndPartsOfTheProviderBackWithTheResultsOfItsTools()
      throws InterruptedException {
    String calls =
        message(
            THINKING
                + ",{'type':'text','text':'Both.'},"
                + "{'type':'tool_use','id':'toolu_1','name':'echo','input':{'a':1}},"
                + "{'type':'tool_use','id':'toolu_2','name':'nope','input':{}}",
            "tool_use");
    try (LoopbackServer server =
        serving(calls, message("{'type':'text','text':'Done.'}", "end_turn"))) {
      RunResult result = run(server);

      assertThat(result.text()).isEqualTo("Done.");
      assertThat(server.requests().get(1).body())
          .contains(
              json(
                  "{'role':'assistant','content':["
                      + THINKING
                      + ",{'type':'text','text':'Both.'},"
                      + "{'type':'tool_use','id':'toolu_1','name':'echo','input':{'a':1}},"
                      + "{'type':'tool_use','id':'toolu_2','name':'nope','input':{}}]},"
                      + "{'role':'user','content':[{'type':'tool_result','tool_use_id':'toolu_1',"
                      + "'content':'{^a^:1}'},{'type':'tool_result','tool_use_id':'toolu_2',"))
          .contains(json("'is_error':true}]}]"));
    }
  }

  private static String message(String content, String stopReason) {
    return json(
        "{'type':'message','id':'msg','content':["
            + content
            + "],'stop_reason':'"
            + stopReason
            + "','usage':{'input_tokens':1,'output_tokens':2}}");
  }

  /** A server that gives these bodies one after the other. */
  private static LoopbackServer serving(String... bodies) {
    AtomicInteger served = new AtomicInteger();
    return LoopbackServer.start((socket, out) -> {
      out.write(LoopbackServer.response(200, bodies[served.getAndIncrement()]));
      socket.close();
    });
  }

  private static RunResult run(LoopbackServer server) throws InterruptedException {
    FunctionTool echo =
        FunctionTool.of(
            ToolSpec.builder("echo", "{}").build(),
            (arguments, context) -> ToolOutput.of(arguments));
    try (AnthropicClient client = AnthropicClient.builder().baseUrl(server.url()).build()) {
      Agent agent =
          Agent.builder().name("agent").model(client, "claude").tools(List.of(echo)).build();
      return Runner.builder(agent).build().run(RunRequest.of("Hi"));
    }
  }
}
