package dev.adze.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.adze.agent.Agent;
import dev.adze.agent.EventStream;
import dev.adze.agent.RunListener;
import dev.adze.agent.Runner;
import dev.adze.approval.Approver;
import dev.adze.approval.Decision;
import dev.adze.event.ExecutionComplete;
import dev.adze.event.RunEvent;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolPermissionRequest;
import dev.adze.log.JsonLog;
import dev.adze.model.ModelClient;
import dev.adze.model.ModelRequest;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A request is answered with the events of a run, and another request decides its call. */
@Timeout(60)
class EventsOverHttpTest {
  private static final Pattern CALL =
      Pattern.compile("\"run_id\":\"([^\"]+)\".*\"call_id\":\"([^\"]+)\"");

  /** Has something to tell until its run is cancelled. */
  private static final FunctionTool WATCH =
      FunctionTool.of(
          ToolSpec.builder("watch", "{\"type\":\"object\",\"properties\":{}}").build(),
          (arguments, context) -> {
            CountDownLatch cancelled = new CountDownLatch(1);
            context.onCancel(cancelled::countDown);
            do {
              context.activity("still watching");
            } while (!cancelled.await(5, TimeUnit.MILLISECONDS));
            return ToolOutput.of("cancelled");
          });

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<StopReason> ends = new LinkedBlockingQueue<>();
  private HttpServer server;
  private Runner runner;

  // region approvals
  private final Map<String, CompletableFuture<Decision>> waiting = new ConcurrentHashMap<>();
  private final Approver approver =
      Approver.async(call -> waiting.get(call.runId() + "/" + call.callId()));

  /** Hears of a call before the approver is asked, and of its end however the run ends. */
  private final RunListener calls =
      new RunListener() {
        @Override
        public void onToolPermissionRequest(ToolPermissionRequest event) {
          waiting.put(event.runId() + "/" + event.callId(), new CompletableFuture<>());
        }

        @Override
        public void onToolCallComplete(ToolCallComplete event) {
          waiting.remove(event.runId() + "/" + event.result().call().id());
        }
      };

  private boolean decide(String runAndCall, Decision decision) {
    CompletableFuture<Decision> asked = waiting.get(runAndCall);
    return asked != null && asked.complete(decision);
  }

  // endregion

  @BeforeEach
  void start() throws IOException {
    // region any-number
    ModelClient model = request -> ScriptedModel.of(answer(request)).newCall(request);
    // endregion
    Agent agent =
        Agent.builder().model(model, "scripted").toolsOf(new Restaurant()).tools(WATCH).build();
    RunListener listener =
        new RunListener() {
          @Override
          public void onExecutionComplete(ExecutionComplete event) {
            ends.add(event.result().stopReason());
          }
        };
    runner = Runner.builder(agent).approver(approver).listener(calls).listener(listener).build();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/runs", exchange -> events(text(exchange), exchange));
    server.createContext("/decisions/", this::decide);
    server.start();
  }

  private static ScriptedTurn answer(ModelRequest request) {
    List<String> results = Model.results(request);
    if (!results.isEmpty()) {
      return ScriptedTurn.text(results.get(0));
    }
    return request.messages().toString().contains("watch")
        ? ScriptedTurn.toolCall("watch", "{}")
        : ScriptedTurn.toolCall("book", "{\"tableId\":\"window-5\",\"day\":\"FRIDAY\"}");
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  // region events
  private void events(String prompt, HttpExchange exchange) throws IOException {
    try (exchange;
        EventStream events = runner.open(prompt)) {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      for (RunEvent event : events) {
        String sent = "event: " + event.name() + "\ndata: " + JsonLog.toJson(event) + "\n\n";
        out.write(sent.getBytes(StandardCharsets.UTF_8));
        out.flush(); // Fails if the client has gone. Closing the stream then cancels the run.
      }
    }
  }

  // endregion

  private void decide(HttpExchange exchange) throws IOException {
    String call = exchange.getRequestURI().getPath().substring("/decisions/".length());
    Decision decision =
        text(exchange).equals("yes") ? Decision.approve() : Decision.deny("too late");
    try (exchange) {
      exchange.sendResponseHeaders(decide(call, decision) ? 204 : 404, -1);
    }
  }

  private static String text(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void clientsAtTheSameTimeHearTheirOwnRunsAndDecideAtOnce() throws Exception {
    List<Future<String>> answers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String decision = i % 2 == 0 ? "yes" : "no";
      answers.add(threads.submit(() -> visit(decision)));
    }
    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i).get())
          .contains(i % 2 == 0 ? "Booked window-5 on FRIDAY." : "too late");
    }
    assertThat(waiting).isEmpty();
  }

  @Test
  void aClientThatGoesAwayCancelsItsRun() throws Exception {
    try (InputStream body = send("/runs", "watch").body()) {
      assertThat(lines(body).takeWhile(line -> !line.endsWith("_activity")).count()).isPositive();
    }
    assertThat(ends.poll(30, TimeUnit.SECONDS)).isEqualTo(StopReason.CANCELLED);
  }

  @Test
  void aCallOfACancelledRunIsForgotten() throws Exception {
    EventStream events = runner.open("A table for Friday");
    for (ToolPermissionRequest asked : events.ofType(ToolPermissionRequest.class)) {
      assertThat(waiting).containsOnlyKeys(asked.runId() + "/" + asked.callId());
      break;
    }
    events.close();
    assertThat(events.run().await().stopReason()).isEqualTo(StopReason.CANCELLED);
    assertThat(waiting).isEmpty();
  }

  @Test
  void aCallThatNobodyWaitsForCannotBeDecided() throws Exception {
    assertThat(send("/decisions/run_1/call_1_1", "yes").statusCode()).isEqualTo(404);
  }

  /** Asks for a table, decides as soon as there is something to decide, and hears the rest. */
  private String visit(String decision) throws Exception {
    try (InputStream body = send("/runs", "A table for Friday").body()) {
      StringBuilder heard = new StringBuilder();
      boolean isAsked = false;
      for (String line : (Iterable<String>) lines(body)::iterator) {
        Matcher call = CALL.matcher(line);
        if (isAsked && call.find()) {
          String path = "/decisions/" + call.group(1) + "/" + call.group(2);
          assertThat(send(path, decision).statusCode()).isEqualTo(204);
          assertThat(send(path, decision).statusCode()).as("decided once").isEqualTo(404);
        }
        isAsked = line.equals("event: agent.tool_permission_request");
        heard.append(line).append('\n');
      }
      return heard.toString();
    }
  }

  private HttpResponse<InputStream> send(String path, String text) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    HttpRequest request = HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(text)).build();
    return client.send(request, BodyHandlers.ofInputStream());
  }

  private static Stream<String> lines(InputStream body) {
    return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8)).lines();
  }
}
