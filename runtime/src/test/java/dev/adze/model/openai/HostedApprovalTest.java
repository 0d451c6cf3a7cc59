package dev.adze.model.openai;

import static dev.adze.model.openai.ResponsesServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.agent.Agent;
import dev.adze.agent.RunRequest;
import dev.adze.agent.Runner;
import dev.adze.approval.Approver;
import dev.adze.approval.Decision;
import dev.adze.event.McpApprovalRequested;
import dev.adze.event.McpListTools;
import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolPermissionRequest;
import dev.adze.internal.http.LoopbackServer;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.testing.RecordedEvents;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a provider wants of its client: calls at an MCP server are decided like the agent's own. */
@Timeout(30)
class HostedApprovalTest {
  private static final String LISTED =
      "{'type':'mcp_list_tools','id':'l','server_label':'docs','tools':[{'name':'read'}]}";
  private static final String ECHO =
      "{'type':'function_call','call_id':'c1','name':'echo','arguments':'{}'}";

  private final RecordedEvents told = new RecordedEvents();

  @Test
  void theApproverDecidesAndTheProviderIsTold() throws InterruptedException {
    try (LoopbackServer server =
        serving(LISTED + "," + asks("r1", "{}") + "," + asks("r2", "{}"))) {
      RunResult result =
          run(
              server,
              request ->
                  request.callId().equals("call_1_1")
                      ? Decision.approve()
                      : Decision.deny("Not that."));

      assertThat(result.stopReason()).isEqualTo(StopReason.FINAL_OUTPUT);
      assertThat(result.text()).isEqualTo("Done.");
      assertThat(server.requests().get(1).body())
          .contains(
              json(
                  "{'type':'mcp_approval_response','approval_request_id':'r1','approve':true},"
                      + "{'type':'mcp_approval_response','approval_request_id':'r2',"
                      + "'approve':false,'reason':'The approver denied the call; it has not run."
                      + " Not that.'}]"));
      // The two are decided side by side, so that either decision may be the first.
      for (String call : List.of("call_1_1", "call_1_2")) {
        told.assertOrder(
            "execution_start",
            "step_start",
            "raw_response_event",
            "mcp_list_tools",
            "mcp_approval_requested " + call,
            "tool_permission_request " + call,
            "tool_permission_decision " + call,
            "step_complete",
            "step_start",
            "raw_response_event",
            "message_output_created",
            "step_complete",
            "final_output",
            "execution_complete FINAL_OUTPUT");
      }
      assertThat(told.events()).hasSize(17);
      assertThat(only(McpListTools.class).tools()).containsExactly("read");
      assertThat(only(McpApprovalRequested.class).request().server()).isEqualTo("docs");
      ToolPermissionRequest asked = only(ToolPermissionRequest.class);
      assertThat(asked.request().arguments()).isEqualTo("{}");
      assertThat(asked.request().tool().name()).isEqualTo("read");
      assertThat(asked.request().tool().approvalReason())
          .isEqualTo("The provider calls it, at the MCP server \"docs\".");
    }
  }

  @Test
  void itsAnswersComeBehindTheResultsOfTheAgentsOwnTools() throws InterruptedException {
    try (LoopbackServer server = serving(asks("r1", "{}") + "," + ECHO)) {
      RunResult result = run(server, request -> Decision.approve());

      assertThat(result.steps().get(0).calls()).hasSize(1);
      assertThat(server.requests().get(1).body())
          .contains(
              json(
                  "{'type':'function_call_output','call_id':'c1','output':'echoed'},"
                      + "{'type':'mcp_approval_response','approval_request_id':'r1',"
                      + "'approve':true}]"));
    }
  }

  @Test
  void nobodyIsAskedAboutArgumentsThatAreNoObject() throws InterruptedException {
    try (LoopbackServer server = serving(asks("r1", "{'n") + "," + asks("r2", "7"))) {
      run(server, request -> Decision.approve());

      told.assertCount(ToolPermissionRequest.class, 0);
      assertThat(server.requests().get(1).body())
          .contains("\"approve\":false,\"reason\":\"The arguments are no JSON: ")
          .contains("\"approve\":false,\"reason\":\"The arguments must be a JSON object.\"");
    }
  }

  @Test
  void aDecisionThatWasPutOffIsMadeInAnotherLeg() throws InterruptedException {
    try (LoopbackServer server = serving(asks("r1", "{}"));
        OpenAiClient client = ResponsesServer.client(server)) {
      Runner runner = runner(client, request -> Decision.defer());
      var run = runner.stream(request(), told);
      assertThat(run.await().stopReason()).isEqualTo(StopReason.AWAITING_APPROVAL);
      assertThat(server.requests()).hasSize(1);

      RunResult result =
          runner.run(RunRequest.resume(run.state()).decide("call_1_1", Decision.approve()).build());

      assertThat(result.text()).isEqualTo("Done.");
      assertThat(server.requests().get(1).body())
          .contains(json("'approval_request_id':'r1','approve':true"));
    }
  }

  /** The provider would make the call as it was asked for, which nobody has approved. */
  @Test
  void anEditInAnotherLegIsADenialAsWell() throws InterruptedException {
    try (LoopbackServer server = serving(asks("r1", "{}"));
        OpenAiClient client = ResponsesServer.client(server)) {
      Runner runner = runner(client, request -> Decision.defer());
      var run = runner.stream(request(), told);
      assertThat(run.await().stopReason()).isEqualTo(StopReason.AWAITING_APPROVAL);
      RunRequest edited =
          RunRequest.resume(run.state())
              .decide("call_1_1", Decision.approveWith("{\"page\":1}"))
              .streaming(false)
              .build();

      runner.stream(edited, told).await();

      assertThat(server.requests().get(1).body())
          .contains("\"approve\":false,\"reason\":\"")
          .contains("approved with other arguments");
      told.assertPromises();
    }
  }

  /** Attack: which of the two does the server read, and which one the rule? */
  @Test
  void nobodyIsAskedAboutArgumentsThatSayOneThingTwice() throws InterruptedException {
    String arguments = "{\\\"path\\\":\\\"/etc\\\",\\\"path\\\":\\\"/tmp\\\"}";
    try (LoopbackServer server = serving(asks("r1", arguments))) {
      run(server, request -> Decision.approve());

      told.assertCount(ToolPermissionRequest.class, 0);
      assertThat(server.requests().get(1).body()).contains("\"approve\":false");
    }
  }

  @Test
  void whoeverHasTheConversationIsTheOneWhoAsks() throws InterruptedException {
    AtomicReference<String> agent = new AtomicReference<>();
    try (LoopbackServer server = serving(asks("r1", "{}"));
        OpenAiClient client = ResponsesServer.client(server)) {
      Agent desk = Agent.builder().name("desk").model(client, "m").build();
      Agent triage =
          Agent.builder()
              .name("triage")
              .model(ScriptedModel.of(ScriptedTurn.toolCall("transfer_to_desk", "{}")), "s")
              .handoffs(desk)
              .build();
      Runner runner =
          Runner.builder(triage)
              .approver(asked -> {
                agent.set(asked.agent());
                return Decision.approve();
              })
              .build();

      RunResult result = runner.stream(request(), told).await();

      assertThat(result.text()).isEqualTo("Done.");
      assertThat(agent).hasValue("desk");
      assertThat(told.only(McpApprovalRequested.class).get(0).header().agent()).isEqualTo("desk");
      told.assertPromises();
    }
  }

  @Test
  void anItemThatNobodyCanServeEndsTheRunAndIsNamed() throws InterruptedException {
    try (LoopbackServer server =
        serving("{'type':'computer_call','id':'x','call_id':'c'}," + asks("r1", "{}"))) {
      RunResult result = run(server, request -> Decision.approve());

      assertThat(result.stopReason()).isEqualTo(StopReason.FAILED);
      assertThat(result.failure().orElseThrow()).hasMessageContaining("\"computer_call\"");
      told.assertCount(ToolPermissionRequest.class, 0);
      assertThat(server.requests()).hasSize(1);
    }
  }

  private RunResult run(LoopbackServer server, Approver approver) throws InterruptedException {
    try (OpenAiClient client = ResponsesServer.client(server)) {
      RunResult result = runner(client, approver).stream(request(), told).await();
      told.assertPromises();
      return result;
    }
  }

  private static RunRequest request() {
    return RunRequest.builder("hi").streaming(false).build();
  }

  private static Runner runner(OpenAiClient client, Approver approver) {
    FunctionTool echo =
        FunctionTool.of(
            ToolSpec.builder("echo", "{\"type\":\"object\"}").build(),
            (arguments, context) -> ToolOutput.of("echoed"));
    Agent agent = Agent.builder().name("a").model(client, "m").tools(echo).build();
    return Runner.builder(agent).approver(approver).build();
  }

  /** A server that gives the items first, and then an answer. */
  private static LoopbackServer serving(String items) {
    AtomicInteger requests = new AtomicInteger();
    return LoopbackServer.start((socket, out) -> {
      String now =
          requests.getAndIncrement() == 0
              ? items
              : "{'type':'message','role':'assistant','content':"
                  + "[{'type':'output_text','text':'Done.'}]}";
      out.write(LoopbackServer.response(200, response(now)));
      socket.close();
    });
  }

  private static String response(String items) {
    return json("{'id':'resp','status':'completed','output':[" + items + "]}");
  }

  private static String asks(String id, String arguments) {
    return "{'type':'mcp_approval_request','id':'"
        + id
        + "','server_label':'docs','name':'read','arguments':'"
        + arguments.replace("'", "\\'")
        + "'}";
  }

  private <E extends RunEvent> E only(Class<E> type) {
    return told.only(type).get(0);
  }
}
