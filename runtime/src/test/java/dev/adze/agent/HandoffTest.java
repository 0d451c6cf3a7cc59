package dev.adze.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.approval.Decision;
import dev.adze.event.HandoffOccurred;
import dev.adze.event.HandoffRequested;
import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCalled;
import dev.adze.event.ToolOutputAdded;
import dev.adze.loop.RunState;
import dev.adze.model.Message;
import dev.adze.model.ModelOptions;
import dev.adze.model.ModelRequest;
import dev.adze.model.ToolMessage;
import dev.adze.model.ToolResult;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.testing.RecordedEvents;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Conversations that one agent hands over to another. */
@Timeout(30)
class HandoffTest {
  private final RecordedEvents told = new RecordedEvents();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  @Test
  void theOtherAgentGoesOnWithTheConversation() throws InterruptedException {
    ScriptedModel triage = ScriptedModel.of(ScriptedTurn.toolCall("transfer_to_billing", "{}"));
    ScriptedModel billing =
        ScriptedModel.of(ScriptedTurn.toolCall("refund", "{}"), ScriptedTurn.text("Refunded."));
    FunctionTool refund = Fixtures.tool("refund", (arguments, context) -> ToolOutput.of("ok"));
    Agent other =
        Agent.builder()
            .name("billing")
            .description("Knows all about invoices.")
            .model(billing, "big")
            .instructions("You do billing.")
            .options(ModelOptions.builder().temperature(0.25).build())
            .tools(refund)
            .build();
    Agent first =
        Agent.builder()
            .name("triage")
            .model(triage, "small")
            .instructions("You do triage.")
            .tools(Fixtures.ECHO)
            .handoffs(other)
            .build();

    RunResult result = run(first);

    assertThat(result.text()).isEqualTo("Refunded.");
    ModelRequest asked = triage.requests().get(0);
    assertThat(names(asked)).containsExactly("echo", "transfer_to_billing");
    assertThat(asked.tools().get(1).description())
        .isEqualTo(
            "Hands the conversation over to the agent \"billing\". Knows all about invoices.");
    ModelRequest next = billing.requests().get(0);
    assertThat(next.model()).isEqualTo("big");
    assertThat(next.options().temperature()).hasValue(0.25);
    assertThat(names(next)).containsExactly("refund");
    assertThat(next.messages()).hasSize(4).startsWith(Message.system("You do billing."));
    assertThat(told.outline())
        .containsExactly(
            "execution_start",
            "step_start",
            "raw_response_event",
            "handoff_requested",
            "handoff_occured",
            "step_complete",
            "step_start",
            "raw_response_event",
            "tool_called call_2_1",
            "tool_call_start call_2_1",
            "tool_call_complete call_2_1 SUCCESS",
            "tool_output call_2_1",
            "step_complete",
            "step_start",
            "raw_response_event",
            "message_output_created",
            "step_complete",
            "final_output",
            "execution_complete FINAL_OUTPUT");
    for (RunEvent event : told.events()) {
      assertThat(event.header().agent()).isEqualTo(event.step() < 2 ? "triage" : "billing");
    }
    Fixtures.checkPromises(told, result);
  }

  @Test
  void ofSeveralHandoffsTheFirstCounts() throws InterruptedException {
    AtomicReference<String> ran = new AtomicReference<>("");
    FunctionTool note =
        Fixtures.tool(
            "note",
            (arguments, context) -> {
              ran.set(context.callId());
              return ToolOutput.of("noted");
            });
    ScriptedModel triage =
        ScriptedModel.of(
            ScriptedTurn.builder()
                .toolCall("note", "{}")
                .toolCall("transfer_to_b", "no JSON")
                .toolCall("transfer_to_c", "{}")
                .toolCall("transfer_to_b", "")
                .build());
    Agent b = named("b", ScriptedModel.of(ScriptedTurn.text("b here")));
    Agent c = named("c", ScriptedModel.of());
    Agent first = Agent.builder().name("a").model(triage, "m").tools(note).handoffs(c, b).build();

    RunResult result = run(first);

    assertThat(result.text()).isEqualTo("b here");
    assertThat(ran).hasValue("call_1_1");
    assertThat(told.only(HandoffRequested.class))
        .extracting(HandoffRequested::target)
        .containsExactly("b", "c", "b");
    assertThat(told.only(HandoffOccurred.class))
        .extracting(HandoffOccurred::target)
        .containsExactly("b");
    assertThat(told.only(ToolCalled.class)).hasSize(1);
    assertThat(told.only(ToolOutputAdded.class)).hasSize(1);
    List<ToolResult> read = ((ToolMessage) result.messages().get(2)).results();
    assertThat(read).extracting(ToolResult::error).containsExactly(false, false, true, true);
    assertThat(read.get(1).text()).contains("handed over to \"b\"");
    assertThat(read.get(2).text()).contains("Only the first handoff").contains("\"b\"");
    assertThat(result.steps().get(0).calls()).hasSize(4);
    Fixtures.checkPromises(told, result);
  }

  @Test
  void agentsThatHandOverToEachOtherAreBoundByTheSteps() throws InterruptedException {
    ScriptedTurn toB = ScriptedTurn.toolCall("transfer_to_b", "{}");
    ScriptedTurn toA = ScriptedTurn.toolCall("transfer_to_a", "{}");
    AtomicReference<Agent> a = new AtomicReference<>();
    Agent b =
        Agent.builder()
            .name("b")
            .model(ScriptedModel.of(toA, toA, toA), "m")
            .handoff(a::get)
            .build();
    a.set(
        Agent.builder()
            .name("a")
            .model(ScriptedModel.of(toB, toB, toB), "m")
            .maxSteps(5)
            .handoffs(b)
            .build());

    RunResult result = run(a.get());

    assertThat(result.stopReason()).isEqualTo(StopReason.MAX_STEPS);
    assertThat(told.only(HandoffOccurred.class))
        .extracting(event -> event.header().agent())
        .containsExactly("a", "b", "a", "b", "a");
    Fixtures.checkPromises(told, result);
  }

  @Test
  void theAgentWhoseTurnItIsGoesOnInAnotherProcess() throws InterruptedException {
    FunctionTool pay = Fixtures.guarded("pay", (arguments, context) -> ToolOutput.of("paid"));
    ScriptedModel triage = ScriptedModel.of(ScriptedTurn.toolCall("transfer_to_desk", "{}"));
    ScriptedModel desk =
        ScriptedModel.of(ScriptedTurn.toolCall("pay", "{}"), ScriptedTurn.text("Paid."));
    Agent other = Agent.builder().name("desk").model(desk, "m").tools(pay).build();
    Agent first = Agent.builder().name("triage").model(triage, "m").handoffs(other).build();
    Runner deferring = Runner.builder(first).approver(request -> Decision.defer()).build();
    Run run = deferring.stream("Hi", told);
    assertThat(Fixtures.finish(run).stopReason()).isEqualTo(StopReason.AWAITING_APPROVAL);

    RunState kept = RunState.fromJson(run.state().toJson());
    assertThat(kept.agent()).isEqualTo("triage");
    assertThat(kept.activeAgent()).isEqualTo("desk");
    Runner agreeing =
        Runner.builder(first)
            .approver(request -> {
              asked.add(request.agent());
              return Decision.approve();
            })
            .build();
    RunResult result = Fixtures.finish(agreeing.stream(RunRequest.resume(kept).build(), told));

    assertThat(result.text()).isEqualTo("Paid.");
    assertThat(asked).containsExactly("desk");
    assertThat(kept.pendingApprovals().get(0).agent()).isEqualTo("desk");
    assertThat(desk.requests()).hasSize(2);
    Fixtures.checkNumbers(told);

    Runner without = Runner.builder(named("triage", triage)).build();
    assertThatThrownBy(() -> without.stream(RunRequest.resume(kept).build(), told))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no \"desk\" among [triage]");
  }

  /** The handoff was made in a step in which another call waits. */
  @Test
  void aHandoffThatWasMadeIsFollowedInAnotherProcessOrRefused() throws InterruptedException {
    FunctionTool pay = Fixtures.guarded("pay", (arguments, context) -> ToolOutput.of("paid"));
    ScriptedModel triage =
        ScriptedModel.of(
            ScriptedTurn.builder()
                .toolCall("transfer_to_desk", "{}")
                .toolCall("pay", "{}")
                .build());
    Agent desk = named("desk", ScriptedModel.of(ScriptedTurn.text("desk here")));
    Agent first =
        Agent.builder().name("triage").model(triage, "m").tools(pay).handoffs(desk).build();
    Run run =
        Runner.builder(first).approver(request -> Decision.defer()).build().stream("Hi", told);
    assertThat(Fixtures.finish(run).stopReason()).isEqualTo(StopReason.AWAITING_APPROVAL);
    RunState kept = RunState.fromJson(run.state().toJson());
    assertThat(kept.activeAgent()).isEqualTo("triage");

    Agent alone = Agent.builder().name("triage").model(triage, "m").tools(pay).build();
    assertThatThrownBy(
            () -> Runner.builder(alone).build().stream(RunRequest.resume(kept).build(), told))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"triage\" cannot hand over to \"desk\" any more");
    Run resumed =
        Runner.builder(first)
            .approver(request -> {
              asked.add(request.agent());
              return Decision.approve();
            })
            .build()
            .stream(RunRequest.resume(kept).build(), told);
    assertThat(Fixtures.finish(resumed).text()).isEqualTo("desk here");
    assertThat(asked).containsExactly("triage");
    Fixtures.checkNumbers(told);
  }

  @Test
  void eachAgentHasItsOwnTypeOfAnswer() throws InterruptedException {
    ScriptedModel triage = ScriptedModel.of(ScriptedTurn.toolCall("transfer_to_judge", "{}"));
    ScriptedModel judge =
        ScriptedModel.of(
            ScriptedTurn.text("Fine by me."), ScriptedTurn.text("{\"allowed\":true,\"score\":1}"));
    Agent other = Agent.builder().name("judge").model(judge, "m").output(Verdict.TYPE).build();

    RunResult result =
        run(Agent.builder().name("triage").model(triage, "m").handoffs(other).build());

    assertThat(triage.requests().get(0).output()).isEmpty();
    assertThat(result.output(Verdict.TYPE)).isEqualTo(new Verdict(true, 1));
    assertThat(judge.requests()).hasSize(2);
  }

  @Test
  void anUnknownToolIsToldOfTheHandoffsToo() throws InterruptedException {
    ScriptedModel triage =
        ScriptedModel.of(
            ScriptedTurn.toolCall("transfer_to_Billing", "{}"), ScriptedTurn.text("Sorry."));
    Agent billing = named("billing", ScriptedModel.of());

    run(Agent.builder().name("triage").model(triage, "m").handoffs(billing).build());

    assertThat(Fixtures.observation(told)).contains("did you mean \"transfer_to_billing\"");
  }

  @Test
  void namesAreMadeFitForEveryProvider() {
    Agent odd = named("Büro & Co.", ScriptedModel.of());
    Agent agent = Agent.builder().model(ScriptedModel.of(), "m").handoffs(odd).build();

    assertThat(Team.of(agent).specs("agent"))
        .extracting(ToolSpec::name)
        .containsExactly("transfer_to_B_ro___Co_");
  }

  @Test
  void twoOfOneNameAreRefused() {
    Agent twin = named("twin", ScriptedModel.of());
    Agent same = named("agent", ScriptedModel.of());
    FunctionTool taken = Fixtures.tool("transfer_to_twin", (arguments, context) -> null);

    assertThatThrownBy(() -> runner(Agent.builder().handoffs(same)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("two are called \"agent\"");
    assertThatThrownBy(() -> runner(Agent.builder().tools(taken).handoffs(twin)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("two of \"agent\" are called \"transfer_to_twin\"");
    assertThatThrownBy(() -> runner(Agent.builder().handoffs(twin, twin)))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Runner runner(Agent.Builder agent) {
    return Runner.builder(agent.model(ScriptedModel.of(), "m").build()).build();
  }

  private static Agent named(String name, ScriptedModel model) {
    return Agent.builder().name(name).model(model, "m").build();
  }

  private static List<String> names(ModelRequest request) {
    return request.tools().stream().map(ToolSpec::name).toList();
  }

  private RunResult run(Agent agent) throws InterruptedException {
    return Fixtures.finish(Runner.builder(agent).build().stream("Hi", told));
  }
}
