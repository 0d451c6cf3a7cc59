package dev.adze.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.event.Limit;
import dev.adze.event.MessageOutputCreated;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStatus;
import dev.adze.loop.RunLimits;
import dev.adze.loop.StateSeal;
import dev.adze.model.ModelClient;
import dev.adze.model.Usage;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.testing.RecordedEvents;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Limits that a run shares with the runs within its calls. */
@Timeout(30)
class InnerLimitsTest {
  private static final String ASK = "{\"input\":\"Where is Oslo?\"}";

  /** A call, for ten tokens. */
  private static final ScriptedTurn TEN =
      ScriptedTurn.builder()
          .text("Let me see.")
          .toolCall("echo", "{}")
          .usage(Usage.builder().inputTokens(10).build())
          .build();

  private final RecordedEvents told = new RecordedEvents();

  @Test
  void whatTheInnerRunUsesCounts() throws InterruptedException {
    Usage usage = Usage.builder().inputTokens(10).outputTokens(1).build();
    Agent inner =
        inner(
            ScriptedModel.of(
                ScriptedTurn.builder().toolCall("echo", "{}").usage(usage).build(),
                ScriptedTurn.builder().text("ok").usage(usage).build()),
            Fixtures.ECHO);
    ScriptedModel outer =
        ScriptedModel.of(
            ScriptedTurn.builder().toolCall("ask", ASK).usage(usage).build(),
            ScriptedTurn.builder().text("done").usage(usage).build());

    RunResult result = run(host(outer, inner).build());

    assertThat(result.usage().totalTokens()).isEqualTo(44);
    assertThat(result.steps().get(0).usage().totalTokens()).isEqualTo(33);
    assertThat(result.steps()).hasSize(2);
  }

  @Test
  void theOuterLimitOfTokensHoldsTheInnerRunToo() throws InterruptedException {
    ScriptedModel model = ScriptedModel.of(TEN, TEN, TEN, TEN, TEN);
    Agent inner = inner(model, Fixtures.ECHO);
    Agent host =
        host(asking("ask"), inner).limits(RunLimits.builder().maxTokens(25).build()).build();

    RunResult result = run(host);

    assertThat(result.stopReason()).isEqualTo(StopReason.LIMIT);
    assertThat(result.limit()).contains(Limit.TOKENS);
    assertThat(model.requests()).hasSize(3);
    assertThat(Fixtures.observation(told)).contains("tokens were used up");
    Fixtures.checkPromises(told, result);
  }

  @Test
  void noCallBeyondTheOuterLimitRuns() throws InterruptedException {
    AtomicInteger ran = new AtomicInteger();
    FunctionTool count =
        Fixtures.sequential(
            "count",
            (arguments, context) -> {
              ran.incrementAndGet();
              return ToolOutput.of("");
            });
    ScriptedTurn two =
        ScriptedTurn.builder().toolCall("count", "{}").toolCall("count", "{}").build();
    Agent inner = inner(ScriptedModel.of(two, two, two), count);
    Agent host =
        host(asking("ask"), inner).limits(RunLimits.builder().maxToolCalls(4).build()).build();

    RunResult result = run(host);

    assertThat(result.limit()).contains(Limit.TOOL_CALLS);
    assertThat(ran).hasValue(2);
    Fixtures.checkPromises(told, result);
  }

  @Test
  void theAnswerThatUsesThemUpIsTold() throws InterruptedException {
    AtomicInteger ran = new AtomicInteger();
    Agent inner = inner(ScriptedModel.of(TEN), counting("echo", ran));
    RunLimits limits = RunLimits.builder().maxTokens(10).build();

    RunResult result = run(host(asking("ask"), inner).limits(limits).build());

    assertThat(result.limit()).contains(Limit.TOKENS);
    assertThat(told.only(MessageOutputCreated.class))
        .extracting(event -> event.header().depth() + " " + event.message().text())
        .containsExactly("1 Let me see.");
    assertThat(told.only(ToolCallComplete.class))
        .extracting(event -> event.result().status())
        .containsExactly(ToolCallStatus.CANCELLED, ToolCallStatus.CANCELLED);
    assertThat(ran).hasValue(0);
    Fixtures.checkPromises(told, result);
  }

  @Test
  void aModelThatUsesThemUpAndSaysNothingIsNotAskedAgain() throws InterruptedException {
    ScriptedTurn nothing =
        ScriptedTurn.builder().usage(Usage.builder().inputTokens(10).build()).build();
    ScriptedModel model = ScriptedModel.of(nothing, TEN);
    RunLimits limits = RunLimits.builder().maxTokens(10).build();

    RunResult result = run(host(asking("ask"), inner(model)).limits(limits).build());

    assertThat(result.limit()).contains(Limit.TOKENS);
    assertThat(model.requests()).hasSize(1);
    Fixtures.checkPromises(told, result);
  }

  /** While its state is being kept the outer run counts nothing, so nothing may begin. */
  @Test
  void theyHoldWhileTheOuterRunIsBusy() throws InterruptedException {
    AtomicInteger ran = new AtomicInteger();
    BusyStore store = new BusyStore(Duration.ofMillis(200));
    ScriptedModel scripted = ScriptedModel.of(TEN, TEN, TEN);
    ModelClient model =
        request -> {
          store.awaitBusy();
          return scripted.newCall(request);
        };
    FunctionTool echo =
        Fixtures.tool(
            "echo",
            (arguments, context) -> {
              ran.incrementAndGet();
              store.letGo();
              return ToolOutput.of("");
            });
    FunctionTool quick =
        Fixtures.tool(
            "quick",
            (arguments, context) -> {
              store.beBusy();
              return ToolOutput.of("");
            });
    Agent inner = Agent.builder().name("inner").model(model, "m").tools(echo).build();
    Agent host =
        host(asking("ask", "quick"), inner, quick)
            .limits(RunLimits.builder().maxTokens(10).build())
            .build();

    RunResult result =
        Fixtures.finish(
            Runner.builder(host).stateStore(store, StateSeal.of(new byte[32])).build().stream(
                "Hi", told));

    assertThat(result.limit()).contains(Limit.TOKENS);
    assertThat(ran).hasValue(0);
    assertThat(scripted.requests()).hasSize(1);
    Fixtures.checkPromises(told, result);
  }

  @Test
  void theyHoldForAllInnerRunsTogether() throws InterruptedException {
    AtomicInteger ran = new AtomicInteger();
    FunctionTool count = counting("echo", ran);
    ScriptedModel model = ScriptedModel.of(TEN, TEN, TEN, TEN, TEN, TEN, TEN, TEN);
    Agent inner = inner(model, count);
    Agent host =
        host(asking("ask", "ask", "ask"), inner)
            .limits(RunLimits.builder().maxToolCalls(5).build())
            .build();

    RunResult result = run(host);

    assertThat(result.limit()).contains(Limit.TOOL_CALLS);
    assertThat(ran).hasValueLessThanOrEqualTo(2);
    Fixtures.checkPromises(told, result);
  }

  private static FunctionTool counting(String name, AtomicInteger ran) {
    return Fixtures.tool(
        name,
        (arguments, context) -> {
          ran.incrementAndGet();
          return ToolOutput.of("");
        });
  }

  private static Agent inner(ScriptedModel model, FunctionTool... tools) {
    return Agent.builder().name("inner").model(model, "m").tools(List.of(tools)).build();
  }

  private static Agent.Builder host(ScriptedModel model, Agent inner, FunctionTool... tools) {
    return Agent.builder()
        .name("host")
        .model(model, "m")
        .tools(inner.asTool("ask", "Asks."))
        .tools(tools);
  }

  /** A model that makes these calls at once, and then is done. */
  private static ScriptedModel asking(String... names) {
    ScriptedTurn.Builder turn = ScriptedTurn.builder();
    for (String name : names) {
      turn.toolCall(name, name.equals("ask") ? ASK : "{}");
    }
    return ScriptedModel.of(turn.build(), ScriptedTurn.text("done"));
  }

  private RunResult run(Agent agent) throws InterruptedException {
    return Fixtures.finish(Runner.builder(agent).build().stream("Hi", told));
  }
}
