package dev.adze.agent;

import static dev.adze.agent.Fixtures.calls;
import static dev.adze.agent.Fixtures.finish;
import static dev.adze.agent.Fixtures.guarded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.approval.Decision;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStatus;
import dev.adze.loop.RunState;
import dev.adze.loop.StateSeal;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.testing.RecordedEvents;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A host that has a banker pay within a call, for what becomes of that when it waits. */
abstract class BankerTests {
  private static final StateSeal SEAL = StateSeal.of(new byte[32]);
  static final String ASK = "{\"input\":\"Pay the bill.\"}";
  static final String PAY = "call_1_1-1_1";

  final RecordedEvents told = new RecordedEvents();
  final List<String> ran = Collections.synchronizedList(new ArrayList<>());
  final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  final FunctionTool pay =
      guarded(
          "pay",
          (arguments, context) -> {
            ran.add(context.callId() + " " + arguments);
            return ToolOutput.of("paid");
          });
  final ScriptedModel banker = calls("pay", "{\"euros\":10}");
  final ScriptedModel host =
      ScriptedModel.of(ScriptedTurn.toolCall("ask", ASK), ScriptedTurn.text("All done."));

  static Agent agent(String name, ScriptedModel model, FunctionTool... tools) {
    return Agent.builder().name(name).model(model, "scripted").tools(tools).build();
  }

  Agent hostOf(FunctionTool... tools) {
    return agent("host", host, tools);
  }

  Agent hostOfBanker() {
    return hostOf(agent("banker", banker, pay).asTool("ask", "Pays."));
  }

  RunState suspended(Agent agent) throws InterruptedException {
    Run run =
        Runner.builder(agent).approver(request -> Decision.defer()).build().stream("Hi", told);
    assertThat(finish(run).stopReason()).isEqualTo(StopReason.AWAITING_APPROVAL);
    assertThat(ran).isEmpty();
    return run.state();
  }

  static RunState sealed(RunState state) {
    return RunState.fromJson(state.toJson(SEAL), SEAL);
  }

  RunResult resume(Agent agent, RunRequest.Builder request) throws InterruptedException {
    Runner runner =
        Runner.builder(agent)
            .approver(call -> {
              asked.add(call.agent() + " " + call.callId());
              return Decision.deny("no");
            })
            .build();
    return finish(runner.stream(request.build(), told));
  }

  ToolCallStatus status(String callId) {
    return told.only(ToolCallComplete.class).stream()
        .map(ToolCallComplete::result)
        .filter(result -> result.call().id().equals(callId))
        .findFirst()
        .orElseThrow()
        .status();
  }
}
