package dev.adze.agent;

import static dev.adze.agent.Fixtures.finish;
import static dev.adze.agent.Fixtures.tool;
import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.event.ExecutionComplete;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStatus;
import dev.adze.internal.http.LoopbackServer;
import dev.adze.model.ModelException;
import dev.adze.model.ModelException.Kind;
import dev.adze.model.openai.OpenAiClient;
import dev.adze.testing.RecordedEvents;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whole runs through a real client, against servers that behave and servers that do not. */
class RunOverHttpTest {
  private static final String KEY = "sk-secret-of-the-test";
  private static final String ANSWER =
      event("{'choices':[{'index':0,'delta':{'content':'Done.'},'finish_reason':'stop'}]}")
          + "data: [DONE]\n\n";

  private final RecordedEvents told = new RecordedEvents();

  @Test
  void everyMistakeOfTheModelComesBackToItAndTheRunGoesOn() throws InterruptedException {
    FunctionTool echo = tool("echo", (arguments, context) -> ToolOutput.of(arguments));
    FunctionTool broken =
        tool(
            "broken",
            (arguments, context) -> {
              throw new IOException("the disk is full");
            });
    String calls =
        event(
            "{'choices':[{'index':0,'delta':{'tool_calls':["
                + call(0, "echo", "{\\\\'a\\\\':")
                + ","
                + call(1, "ecco", "{}")
                + ","
                + call(2, "broken", "{}")
                + "]},'finish_reason':'tool_calls'}]}");
    AtomicInteger requests = new AtomicInteger();
    try (LoopbackServer server =
        LoopbackServer.start((socket, out) -> {
          String body = requests.getAndIncrement() == 0 ? calls + "data: [DONE]\n\n" : ANSWER;
          out.write(LoopbackServer.response(200, body, "Content-Type: text/event-stream"));
          socket.close();
        })) {
      RunResult result = run(server.url(), echo, broken);

      assertThat(result.text()).isEqualTo("Done.");
      assertThat(told.only(ToolCallComplete.class))
          .extracting(complete -> complete.result().status())
          .containsExactlyInAnyOrder(
              ToolCallStatus.INVALID, ToolCallStatus.UNKNOWN_TOOL, ToolCallStatus.ERROR);
      assertThat(server.requests().get(1).body())
          .contains("1 problem in the arguments of \\\"echo\\\"")
          .contains("{\\\"INVALID_JSON\\\"")
          .contains("\\\"ecco\\\"")
          .contains("\\\"echo\\\"")
          .contains("the disk is full");
    }
  }

  @Test
  void aServerThatIsNotThereFailsTheRun() throws InterruptedException, IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = closed.getLocalPort();
    }

    RunResult result = run("http://127.0.0.1:" + port + "/v1");

    assertFailed(result, Kind.NETWORK);
    assertThat(result.failure().orElseThrow()).hasMessageContaining("127.0.0.1:" + port);
  }

  @Test
  void aRefusedKeyFailsTheRun() throws InterruptedException {
    try (LoopbackServer server =
        LoopbackServer.answering(
            401, "{\"error\":{\"message\":\"Incorrect API key.\",\"type\":\"auth\"}}")) {
      RunResult result = run(server.url());

      assertFailed(result, Kind.AUTHENTICATION);
      assertThat(result.failure().orElseThrow()).hasMessageContaining("Incorrect API key.");
    }
  }

  @Test
  void aStreamThatIsCutInTheMiddleFailsTheRun() throws InterruptedException {
    try (LoopbackServer server =
        LoopbackServer.streaming("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Do\"}}]}")) {
      RunResult result = run(server.url());

      assertFailed(result, Kind.PROTOCOL);
    }
  }

  private RunResult run(String url, FunctionTool... tools) throws InterruptedException {
    try (OpenAiClient client = OpenAiClient.builder().apiKey(KEY).baseUrl(url).build()) {
      Agent agent =
          Agent.builder()
              .name("tester")
              .model(client, "tiny")
              .tools(tools)
              .retries(Fixtures.AT_ONCE)
              .build();
      return finish(Runner.builder(agent).build().stream("hello", told));
    }
  }

  private void assertFailed(RunResult result, Kind kind) {
    assertThat(result.stopReason()).isEqualTo(StopReason.FAILED);
    assertThat(result.failure().orElseThrow())
        .isInstanceOfSatisfying(
            ModelException.class, failure -> assertThat(failure.kind()).isEqualTo(kind));
    assertThat(told.only(ExecutionComplete.class)).hasSize(1);
    assertThat(told.events().get(told.events().size() - 1)).isInstanceOf(ExecutionComplete.class);
    assertThat(told.events().toString() + result.failure()).doesNotContain(KEY);
  }

  private static String event(String json) {
    return "data: " + json.replace('\'', '"') + "\n\n";
  }

  private static String call(int index, String name, String arguments) {
    return ("{'index':" + index + ",'id':'c" + index + "','type':'function',")
        + ("'function':{'name':'"
            + name
            + "','arguments':'"
            + arguments.replace("\\\\", "\\")
            + "'}}");
  }
}
