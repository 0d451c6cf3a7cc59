package dev.adze.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.approval.ApprovalRequest;
import dev.adze.approval.Decision;
import dev.adze.event.FinalOutput;
import dev.adze.event.RawResponse;
import dev.adze.event.RunEvent;
import dev.adze.event.RunFailedException;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStart;
import dev.adze.event.ToolCallStatus;
import dev.adze.event.ToolCalled;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.testing.RecordedEvents;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolContext;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Agents that run within a call of another one. */
@Timeout(30)
class AgentToolTest {
  private static final String ASK = "{\"input\":\"Where is Oslo?\"}";

  private final RecordedEvents told = new RecordedEvents();

  @Test
  void agentsThatAreToolsNeedNamesOfTheirOwn() {
    ScriptedModel model = ScriptedModel.of(ScriptedTurn.text("unasked"));
    FunctionTool same = agent("host", model, Fixtures.ECHO).asTool("ask", "Knows places.");
    FunctionTool deeper = agent("between", model, same).asTool("ask", "Knows others.");
    Agent handsOver =
        Agent.builder()
            .model(model, "scripted")
            .handoffs(agent("desk", model, deeper))
            .name("host")
            .build();

    for (Agent agent :
        List.of(agent("host", model, same), agent("host", model, deeper), handsOver)) {
      assertThatThrownBy(() -> Runner.builder(agent).build())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("two are called \"host\"");
    }
  }

  @Test
  void oneAgentMayBeTheToolOfSeveral() {
    ScriptedModel model = ScriptedModel.of(ScriptedTurn.text("unasked"));
    Agent shared = agent("geographer", model);
    FunctionTool tool = shared.asTool("ask", "Knows places.");
    Agent desk = agent("desk", model, tool);
    Agent host =
        Agent.builder()
            .name("host")
            .model(model, "scripted")
            .tools(tool)
            .handoffs(desk, shared)
            .build();
    assertThat(Runner.builder(host).build().agent()).isSameAs(host);
  }

  @Test
  void theInnerRunIsTheCall() throws InterruptedException {
    ScriptedModel inner =
        ScriptedModel.of(ScriptedTurn.toolCall("echo", "{}"), ScriptedTurn.text("In Norway."));
    Agent geographer = agent("geographer", inner, Fixtures.ECHO);
    ScriptedModel outer =
        ScriptedModel.of(ScriptedTurn.toolCall("ask", ASK), ScriptedTurn.text("Norway!"));

    RunResult result = run(agent("host", outer, geographer.asTool("ask", "Knows places.")));

    assertThat(result.text()).isEqualTo("Norway!");
    assertThat(outer.requests().get(0).tools().get(0).description()).isEqualTo("Knows places.");
    assertThat(inner.requests().get(0).messages().toString()).contains("Where is Oslo?");
    assertThat(inner.requests().get(0).messages()).hasSize(1);
    assertThat(Fixtures.observation(told)).isEqualTo("In Norway.");
    assertThat(told.events().stream().map(AgentToolTest::describe).distinct())
        .containsExactly(
            "0 execution_start",
            "0 step_start",
            "0 raw_response_event",
            "0 tool_called call_1_1",
            "0 tool_call_start call_1_1",
            "1 step_start",
            "1 raw_response_event",
            "1 tool_called call_1_1-1_1",
            "1 tool_call_start call_1_1-1_1",
            "1 tool_call_complete call_1_1-1_1 SUCCESS",
            "1 tool_output call_1_1-1_1",
            "1 step_complete",
            "1 message_output_created",
            "0 tool_call_complete call_1_1 SUCCESS",
            "0 tool_output call_1_1",
            "0 step_complete",
            "0 message_output_created",
            "0 final_output",
            "0 execution_complete FINAL_OUTPUT");
    for (RunEvent event : told.events()) {
      boolean deep = event.header().depth() == 1;
      assertThat(event.header().agent()).isEqualTo(deep ? "geographer" : "host");
      assertThat(event.header().parentCallId())
          .isEqualTo(deep ? Optional.of("call_1_1") : Optional.empty());
      assertThat(event.runId()).isEqualTo(result.runId());
    }
    Fixtures.checkPromises(told, result);
  }

  @Test
  void theInnerRunHasStepsOfItsOwn() throws InterruptedException {
    ScriptedTurn echo = ScriptedTurn.toolCall("echo", "{}");
    Agent inner =
        Agent.builder()
            .name("inner")
            .model(ScriptedModel.of(echo, echo, echo), "m")
            .tools(Fixtures.ECHO)
            .maxSteps(2)
            .build();

    RunResult result = run(calling(inner).build());

    assertThat(result.text()).isEqualTo("done");
    ToolCallComplete complete = completed("call_1_1");
    assertThat(complete.result().status()).isEqualTo(ToolCallStatus.ERROR);
    assertThat(complete.error().orElseThrow()).isInstanceOf(RunFailedException.class);
    assertThat(Fixtures.observation(told)).isNotNull();
    assertThat(complete.result().output().observation()).contains("MAX_STEPS");
  }

  @Test
  void theOuterApproverDecidesForTheInnerAgent() throws InterruptedException {
    ConcurrentLinkedQueue<ApprovalRequest> asked = new ConcurrentLinkedQueue<>();
    AtomicInteger paid = new AtomicInteger();
    Agent inner = agent("inner", paying(), pay(paid));

    Run run =
        Runner.builder(calling(inner).build())
            .approver(request -> {
              asked.add(request);
              return Decision.approve();
            })
            .build()
            .stream("Hi", told);

    assertThat(Fixtures.finish(run).text()).isEqualTo("done");
    assertThat(paid).hasValue(1);
    assertThat(asked).hasSize(1);
    assertThat(asked.peek().agent()).isEqualTo("inner");
    assertThat(asked.peek().callId()).isEqualTo("call_1_1-1_1");
  }

  @Test
  void withoutAnApproverTheInnerAgentPaysNothing() throws InterruptedException {
    AtomicInteger paid = new AtomicInteger();

    run(calling(agent("inner", paying(), pay(paid))).build());

    assertThat(paid).hasValue(0);
    assertThat(completed("call_1_1-1_1").result().status()).isEqualTo(ToolCallStatus.DENIED);
  }

  @Test
  void theAgentItselfMayNeedApproval() throws InterruptedException {
    ScriptedModel model = ScriptedModel.of(ScriptedTurn.text("never"));
    FunctionTool ask = agent("inner", model).asTool("ask", "").requiringApproval("it is costly");
    ScriptedModel outer =
        ScriptedModel.of(ScriptedTurn.toolCall("ask", ASK), ScriptedTurn.text("done"));

    run(agent("host", outer, ask));

    assertThat(model.requests()).isEmpty();
    assertThat(completed("call_1_1").result().status()).isEqualTo(ToolCallStatus.DENIED);
  }

  @Test
  void aCancelGoesAllTheWayDown() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicReference<Boolean> interrupted = new AtomicReference<>(false);
    FunctionTool slow =
        Fixtures.tool(
            "slow",
            (arguments, context) -> {
              begun.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.set(context.isCancelled());
                throw e;
              }
              return ToolOutput.of("");
            });
    Agent innermost = agent("c", ScriptedModel.of(ScriptedTurn.toolCall("slow", "{}")), slow);
    Agent middle =
        agent(
            "b", ScriptedModel.of(ScriptedTurn.toolCall("ask", ASK)), innermost.asTool("ask", ""));
    Run run = Runner.builder(calling(middle).build()).build().stream("Hi", told);
    Fixtures.await(begun);

    run.cancel();
    RunResult result = Fixtures.finish(run);

    assertThat(result.stopReason()).isEqualTo(StopReason.CANCELLED);
    assertThat(interrupted).hasValue(true);
    assertThat(told.only(ToolCallStart.class))
        .extracting(event -> event.header().depth())
        .containsExactly(0, 1, 2);
    assertThat(told.only(ToolCallComplete.class))
        .extracting(event -> event.header().depth())
        .containsExactly(2, 1, 0);
    assertThat(told.only(ToolCallComplete.class)).noneMatch(event -> event.result().abandoned());
    Fixtures.checkPromises(told, result);
  }

  @Test
  void aToolThatDoesNotLetGoIsAbandonedAtEveryDepth() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch letGo = new CountDownLatch(1);
    FunctionTool stuck =
        Fixtures.tool(
            "stuck",
            (arguments, context) -> {
              begun.countDown();
              while (letGo.getCount() > 0) {
                try {
                  letGo.await();
                } catch (InterruptedException ignored) {
                  // As a tool should not.
                }
              }
              return ToolOutput.of("");
            });
    Agent inner = agent("inner", ScriptedModel.of(ScriptedTurn.toolCall("stuck", "{}")), stuck);
    Run run = Runner.builder(calling(inner).build()).build().stream("Hi", told);
    Fixtures.await(begun);

    run.cancel();
    RunResult result = Fixtures.finish(run);
    letGo.countDown();

    assertThat(completed("call_1_1-1_1").result().abandoned()).isTrue();
    assertThat(completed("call_1_1").result().abandoned()).isFalse();
    Fixtures.checkPromises(told, result);
  }

  @Test
  void innerAgentsMayHandOverAndRunSideBySide() throws InterruptedException {
    ScriptedTurn toDesk = ScriptedTurn.toolCall("transfer_to_desk", "{}");
    ScriptedTurn answer = ScriptedTurn.text("from the desk");
    Agent desk = agent("desk", ScriptedModel.of(answer, answer));
    Agent inner =
        Agent.builder()
            .name("inner")
            .model(ScriptedModel.of(toDesk, toDesk), "m")
            .handoffs(desk)
            .build();
    ScriptedModel outer =
        ScriptedModel.of(
            ScriptedTurn.builder().toolCall("ask", ASK).toolCall("ask", ASK).build(),
            ScriptedTurn.text("done"));

    RunResult result = run(agent("host", outer, inner.asTool("ask", "")));

    assertThat(result.steps().get(0).calls())
        .extracting(call -> call.output().observation())
        .containsExactly("from the desk", "from the desk");
    assertThat(told.only(FinalOutput.class)).hasSize(1);
    Fixtures.checkPromises(told, result);
  }

  @Test
  void agentsThatRunEachOtherWithoutEndAreStopped() throws InterruptedException {
    ScriptedModel model =
        ScriptedModel.of(
            Collections.nCopies(40, ScriptedTurn.toolCall("ask", ASK))
                .toArray(new ScriptedTurn[0]));
    AtomicReference<Agent> host = new AtomicReference<>();
    FunctionTool again =
        FunctionTool.of(
            ToolSpec.builder("ask", "{}").build(),
            (arguments, context) -> host.get().asTool("ask", "").prepare(arguments).call(context));
    host.set(Agent.builder().name("host").model(model, "m").tools(again).maxSteps(1).build());

    run(host.get());

    assertThat(told.events()).extracting(event -> event.header().depth()).contains(8);
    assertThat(model.requests()).hasSize(9);
    assertThat(told.only(ToolCallComplete.class).get(0).result().output().observation())
        .contains("8 deep");
  }

  @Test
  void outsideARunItSaysWhatToDo() {
    FunctionTool ask = agent("inner", ScriptedModel.of()).asTool("ask", "");

    assertThatThrownBy(() -> ask.prepare(ASK).call(ToolContext.preApproved("a test")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("with a Runner");
  }

  @Test
  void theInnerRunStreamsItsText() throws InterruptedException {
    run(calling(agent("inner", ScriptedModel.of(ScriptedTurn.text("one two")))).build());

    assertThat(
            told.only(RawResponse.class).stream()
                .filter(event -> event.header().depth() == 1)
                .map(event -> event.chunk().text())
                .reduce("", String::concat))
        .isEqualTo("one two");
    assertThat(told.only(ToolCalled.class)).hasSize(1);
  }

  private static ScriptedModel paying() {
    return ScriptedModel.of(ScriptedTurn.toolCall("pay", "{}"), ScriptedTurn.text("Well."));
  }

  private static FunctionTool pay(AtomicInteger paid) {
    return Fixtures.guarded(
        "pay",
        (arguments, context) -> {
          paid.incrementAndGet();
          return ToolOutput.of("paid");
        });
  }

  /** An agent that asks the inner one, once, and then is done. */
  private static Agent.Builder calling(Agent inner) {
    return Agent.builder()
        .name("host")
        .model(ScriptedModel.of(ScriptedTurn.toolCall("ask", ASK), ScriptedTurn.text("done")), "m")
        .tools(inner.asTool("ask", "Asks."));
  }

  private static Agent agent(String name, ScriptedModel model, FunctionTool... tools) {
    return Agent.builder().name(name).model(model, "m").tools(List.of(tools)).build();
  }

  private ToolCallComplete completed(String callId) {
    return told.only(ToolCallComplete.class).stream()
        .filter(event -> event.result().call().id().equals(callId))
        .findFirst()
        .orElseThrow();
  }

  private static String describe(RunEvent event) {
    return event.header().depth() + " " + RecordedEvents.of(List.of(event)).outline().get(0);
  }

  private RunResult run(Agent agent) throws InterruptedException {
    return Fixtures.finish(Runner.builder(agent).build().stream("Hi", told));
  }
}
