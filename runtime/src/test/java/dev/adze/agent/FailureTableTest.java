package dev.adze.agent;

import static dev.adze.agent.Fixtures.finish;
import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.event.RawResponse;
import dev.adze.event.ResponseDiscarded;
import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallStatus;
import dev.adze.event.ToolOutputAdded;
import dev.adze.internal.http.LoopbackServer;
import dev.adze.loop.RetryPolicy;
import dev.adze.loop.RunTimeouts;
import dev.adze.model.ModelException;
import dev.adze.model.ModelException.Kind;
import dev.adze.model.groq.GroqClient;
import dev.adze.model.openai.OpenAiClient;
import dev.adze.testing.RecordedEvents;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind of failure does to a run, through a real client and a real connection. */
class FailureTableTest {
  private static final byte[] HANG_UP = {};
  private static final String STREAM = "Content-Type: text/event-stream";
  private static final String ANSWER =
      event("{'choices':[{'index':0,'delta':{'content':'Done.'},'finish_reason':'stop'}]}")
          + "data: [DONE]\n\n";
  private static final String HALF = event("{'choices':[{'index':0,'delta':{'content':'I wa'}}]}");
  private static final String CALL =
      event(
              "{'choices':[{'index':0,'delta':{'tool_calls':[{'index':0,'id':'c','type':'function',"
                  + "'function':{'name':'work','arguments':'{}'}}]},"
                  + "'finish_reason':'tool_calls'}]}")
          + "data: [DONE]\n\n";

  private final RecordedEvents told = new RecordedEvents();
  private final Queue<byte[]> responses = new ArrayDeque<>();
  private final CountDownLatch answered = new CountDownLatch(1);
  private final LoopbackServer server =
      LoopbackServer.start((socket, out) -> {
        byte[] response;
        synchronized (responses) {
          response = responses.remove();
        }
        out.write(response);
        socket.close();
        answered.countDown();
      });
  private final OpenAiClient client =
      OpenAiClient.builder().apiKey("sk-test").baseUrl(server.url()).build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private FailureTableTest then(int status, String body, String... headers) {
    responses.add(LoopbackServer.response(status, body, headers));
    return this;
  }

  private FailureTableTest then(byte[] response) {
    responses.add(response);
    return this;
  }

  private Agent.Builder agent(FunctionTool... tools) {
    return Agent.builder().model(client, "tiny").tools(tools).retries(Fixtures.AT_ONCE);
  }

  private RunResult run(Agent.Builder agent) throws InterruptedException {
    return finish(Runner.builder(agent.build()).build().stream("hello", told));
  }

  private static Kind kind(RunResult result) {
    assertThat(result.stopReason()).isEqualTo(StopReason.FAILED);
    return ((ModelException) result.failure().orElseThrow()).kind();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 409, 429, 500, 502, 503, 529})
  void whatMayPassIsAskedAgain(int status) throws InterruptedException {
    then(status, "{'error':{'message':'later'}}").then(200, ANSWER, STREAM);

    assertThat(run(agent()).text()).isEqualTo("Done.");
    assertThat(server.requests()).hasSize(2);
    assertThat(told.only(ResponseDiscarded.class)).isEmpty();
    assertThat(told.only(RawResponse.class)).allMatch(chunk -> chunk.attempt() == 2);
  }

  @Test
  void aConnectionThatIsLostBeforeTheFirstWordIsMadeAgain() throws InterruptedException {
    then(HANG_UP).then(200, "", STREAM).then(200, ANSWER, STREAM);

    assertThat(run(agent()).text()).isEqualTo("Done.");
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void retriesComeToAnEnd() throws InterruptedException {
    for (int i = 0; i < 4; i++) {
      then(503, "{}");
    }

    RunResult result = run(agent());
    assertThat(kind(result)).isEqualTo(Kind.OVERLOADED);
    assertThat(server.requests()).hasSize(4);
    assertThat(result.steps().get(0).attempts()).isEqualTo(4);
  }

  @Test
  void aServerThatWantsToBeLeftAloneTooLongFailsTheRunAtOnce() throws InterruptedException {
    then(429, "{\"error\":{\"message\":\"later\"}}", "Retry-After: 3600");

    RunResult result = run(agent());
    assertThat(kind(result)).isEqualTo(Kind.RATE_LIMIT);
    assertThat(((ModelException) result.failure().orElseThrow()).retryAfter())
        .contains(Duration.ofHours(1));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aQuotaThatIsUsedUpIsNotAskedAgain() throws InterruptedException {
    then(429, "{\"error\":{\"message\":\"pay\",\"code\":\"insufficient_quota\"}}");

    assertThat(kind(run(agent()))).isEqualTo(Kind.QUOTA);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aStreamThatBreaksAfterTheFirstWordIsDiscardedAndAskedOnceMore() throws InterruptedException {
    then(200, HALF, STREAM).then(200, ANSWER, STREAM);

    RunResult result = run(agent());
    assertThat(result.text()).isEqualTo("Done.");
    told.assertOutline(
        "execution_start",
        "step_start",
        "raw_response_event",
        "response_discarded",
        "raw_response_event",
        "message_output_created",
        "step_complete",
        "final_output",
        "execution_complete FINAL_OUTPUT");
    assertThat(told.only(ResponseDiscarded.class).get(0).text()).isEqualTo("I wa");
    assertThat(told.only(RawResponse.class).stream().map(RawResponse::attempt))
        .containsExactly(1, 2);
    assertThat(result.messages()).hasSize(2);
  }

  @Test
  void aStreamThatBreaksTwiceFailsTheRun() throws InterruptedException {
    then(200, HALF, STREAM).then(200, HALF, STREAM);

    RunResult result = run(agent());
    assertThat(kind(result)).isEqualTo(Kind.PROTOCOL);
    assertThat(server.requests()).hasSize(2);
    assertThat(told.only(ResponseDiscarded.class)).hasSize(1);
    assertThat(result.messages()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"rate_limit_exceeded, true", "overloaded, true", "invalid_api_key, false"})
  void anErrorInsideAStreamIsAsIfItWereTheStatus(String code, boolean passes)
      throws InterruptedException {
    String error = event("{'error':{'message':'oh','code':'" + code + "'}}");
    then(200, error, STREAM).then(200, ANSWER, STREAM);

    RunResult result = run(agent());
    assertThat(result.stopReason()).isEqualTo(passes ? StopReason.FINAL_OUTPUT : StopReason.FAILED);
    assertThat(server.requests()).hasSize(passes ? 2 : 1);
  }

  @ParameterizedTest
  @CsvSource({
    "400, INVALID_REQUEST",
    "401, AUTHENTICATION",
    "403, PERMISSION",
    "404, NOT_FOUND",
  })
  void whatCannotPassFailsTheRunAndItsStateCanGoOn(int status, Kind kind)
      throws InterruptedException {
    then(status, "{\"error\":{\"message\":\"The provider's own words.\"}}");
    Runner runner = Runner.builder(agent().build()).build();
    Run run = runner.stream("hello", told);
    RunResult result = finish(run);

    assertThat(kind(result)).isEqualTo(kind);
    assertThat(result.failure().orElseThrow()).hasMessageContaining("The provider's own words.");
    assertThat(result.toString())
        .contains("[FAILED, 1 step, ")
        .contains("The provider's own words.");
    assertThat(server.requests()).hasSize(1);

    then(200, ANSWER, STREAM);
    RunResult mended = finish(runner.stream(RunRequest.resume(run.state()).build(), told));
    assertThat(mended.text()).isEqualTo("Done.");
    assertThat(mended.runId()).isEqualTo(result.runId());
    Fixtures.checkNumbers(told);
  }

  @Test
  void aToolThatThrowsOrTakesTooLongIsAnErrorThatTheModelReads() throws InterruptedException {
    FunctionTool endless =
        Fixtures.tool(
            "work",
            (arguments, context) -> {
              new CountDownLatch(1).await();
              return ToolOutput.of("never");
            });
    then(200, CALL, STREAM).then(200, ANSWER, STREAM);
    RunTimeouts soon = RunTimeouts.builder().tool(Duration.ofMillis(20)).build();

    assertThat(run(agent(endless).timeouts(soon)).text()).isEqualTo("Done.");
    assertThat(told.only(ToolOutputAdded.class).get(0).result().status())
        .isEqualTo(ToolCallStatus.TIMEOUT);
    assertThat(server.requests().get(1).body())
        .contains("it may take 0.02 seconds and took longer")
        .contains("InterruptedException");
  }

  @Test
  void anApprovalThatTakesTooLongIsADenialThatTheModelReads() throws InterruptedException {
    FunctionTool guarded = Fixtures.guarded("work", (arguments, context) -> ToolOutput.of("no!"));
    then(200, CALL, STREAM).then(200, ANSWER, STREAM);
    RunTimeouts soon = RunTimeouts.builder().approval(Duration.ofMillis(20)).build();
    Runner runner =
        Runner.builder(agent(guarded).timeouts(soon).build())
            .approver(request -> {
              new CountDownLatch(1).await();
              return null;
            })
            .build();

    assertThat(finish(runner.stream("hello", told)).text()).isEqualTo("Done.");
    assertThat(told.only(ToolOutputAdded.class).get(0).result().status())
        .isEqualTo(ToolCallStatus.DENIED);
    assertThat(server.requests().get(1).body()).contains("Nobody decided within 0.02 seconds.");
  }

  @Test
  void aRunThatWaitsToAskAgainIsCancelledAtOnce() throws InterruptedException {
    then(503, "{}");
    Duration hour = Duration.ofHours(1);
    RetryPolicy hours = RetryPolicy.builder().firstDelay(hour).maxDelay(hour).build();
    Runner runner = Runner.builder(agent().retries(hours).build()).build();
    Run run = runner.stream("hello", told);
    Fixtures.await(answered);
    run.cancel();
    run.cancel();

    assertThat(finish(run).stopReason()).isEqualTo(StopReason.CANCELLED);
    assertThat(told.outline())
        .isEqualTo(
            List.of(
                "execution_start", "step_start", "step_complete", "execution_complete CANCELLED"));
  }

  @Test
  void aCallThatTheProviderCannotReadIsACorrectionTurn() throws InterruptedException {
    String failed =
        "{'error':{'message':'Failed to call.','code':'tool_use_failed',"
            + "'failed_generation':'<function=work>{1'}}";
    then(400, failed.replace('\'', '"')).then(200, ANSWER, STREAM);
    try (GroqClient groq = GroqClient.builder().apiKey("gsk").baseUrl(server.url()).build()) {
      assertThat(run(agent().model(groq, "tiny")).text()).isEqualTo("Done.");
    }

    assertThat(server.requests()).hasSize(2);
    assertThat(server.requests().get(1).body()).contains("<function=work>{1");
  }

  @Test
  void aCancelHangsUp() throws InterruptedException {
    CountDownLatch hungUp = new CountDownLatch(1);
    try (LoopbackServer speaking =
            LoopbackServer.start((socket, out) -> {
              out.write(LoopbackServer.response(200, HALF, STREAM));
              out.flush();
              if (socket.getInputStream().read() < 0) {
                hungUp.countDown();
              }
            });
        OpenAiClient patient =
            OpenAiClient.builder().apiKey("sk-test").baseUrl(speaking.url()).build()) {
      Runner runner = Runner.builder(agent().model(patient, "tiny").build()).build();
      Run run =
          runner.stream(
              "hello",
              new RunListener() {
                @Override
                public void onEvent(RunEvent event) {
                  told.onEvent(event);
                  if (event instanceof RawResponse) {
                    answered.countDown();
                  }
                }
              });
      Fixtures.await(answered);
      run.cancel();

      assertThat(finish(run).stopReason()).isEqualTo(StopReason.CANCELLED);
      Fixtures.await(hungUp);
      told.assertPromises();
    }
  }

  private static String event(String json) {
    return "data: " + json.replace('\'', '"') + "\n\n";
  }
}
