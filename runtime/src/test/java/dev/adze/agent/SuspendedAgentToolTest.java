package dev.adze.agent;

import static dev.adze.agent.Fixtures.finish;
import static dev.adze.agent.Fixtures.guarded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.approval.ApprovalRequest;
import dev.adze.approval.ArgumentMatch;
import dev.adze.approval.Decision;
import dev.adze.approval.Grant;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStart;
import dev.adze.event.ToolCallStatus;
import dev.adze.event.ToolPermissionRequest;
import dev.adze.loop.LoopInput;
import dev.adze.loop.LoopInput.DecisionMade;
import dev.adze.loop.RunLoop;
import dev.adze.loop.RunSetup;
import dev.adze.loop.RunState;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolHints;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs within a call that stop for a decision, and go on with it in another leg. */
@Timeout(30)
class SuspendedAgentToolTest extends BankerTests {
  @Test
  void theOuterRunStopsForTheInnerDecisionAndGoesOnWithIt() throws InterruptedException {
    RunState state = sealed(suspended(hostOfBanker()));

    assertThat(state.pendingApprovals()).hasSize(1);
    ApprovalRequest waiting = state.pendingApprovals().get(0);
    assertThat(waiting.callId()).isEqualTo(PAY);
    assertThat(waiting.agent()).isEqualTo("banker");
    assertThat(waiting.arguments()).isEqualTo("{\"euros\":10}");
    assertThat(state.awaits(PAY)).isTrue();
    assertThat(state.awaits("call_1_1")).isFalse();

    RunResult result =
        resume(hostOfBanker(), RunRequest.resume(state).decide(PAY, Decision.approve()));

    assertThat(result.text()).isEqualTo("All done.");
    assertThat(ran).containsExactly(PAY + " {\"euros\":10}");
    assertThat(asked).isEmpty();
    assertThat(banker.requests()).hasSize(2);
    assertThat(told.only(ToolCallStart.class)).hasSize(2);
    assertThat(told.only(ToolCallComplete.class)).hasSize(2);
    assertThat(told.only(ToolPermissionRequest.class))
        .extracting(ToolPermissionRequest::callId)
        .containsOnly(PAY);
  }

  @Test
  void aDenialIsReadByTheInnerModel() throws InterruptedException {
    RunState state = sealed(suspended(hostOfBanker()));

    resume(hostOfBanker(), RunRequest.resume(state).decide(PAY, Decision.deny("too much")));

    assertThat(ran).isEmpty();
    assertThat(status(PAY)).isEqualTo(ToolCallStatus.DENIED);
    assertThat(banker.requests().get(1).messages().toString()).contains("too much");
  }

  @Test
  void editedArgumentsRun() throws InterruptedException {
    RunState state = sealed(suspended(hostOfBanker()));

    resume(
        hostOfBanker(),
        RunRequest.resume(state).decide(PAY, Decision.approveWith("{\"euros\":5}")));

    assertThat(ran).containsExactly(PAY + " {\"euros\":5}");
  }

  @Test
  void whatIsNotDecidedIsAskedAgain() throws InterruptedException {
    RunState state = sealed(suspended(hostOfBanker()));

    resume(hostOfBanker(), RunRequest.resume(state));

    assertThat(asked).containsExactly("banker " + PAY);
    assertThat(ran).isEmpty();
  }

  @Test
  void itMayStopAgainAndAgain() throws InterruptedException {
    RunState state = sealed(suspended(hostOfBanker()));
    Runner undecided = Runner.builder(hostOfBanker()).approver(request -> Decision.defer()).build();
    Run again = undecided.stream(RunRequest.resume(state).build(), told);
    assertThat(finish(again).stopReason()).isEqualTo(StopReason.AWAITING_APPROVAL);

    resume(
        hostOfBanker(), RunRequest.resume(sealed(again.state())).decide(PAY, Decision.approve()));

    assertThat(ran).containsExactly(PAY + " {\"euros\":10}");
    assertThat(banker.requests()).hasSize(2);
  }

  @Test
  void aRunWithinARunWithinARunGoesOn() throws InterruptedException {
    ScriptedModel clerk =
        ScriptedModel.of(ScriptedTurn.toolCall("ask", ASK), ScriptedTurn.text("Told."));
    Agent host =
        hostOf(
            agent("clerk", clerk, agent("banker", banker, pay).asTool("ask", ""))
                .asTool("ask", ""));
    RunState state = sealed(suspended(host));
    String deep = "call_1_1-1_1-1_1";
    assertThat(state.pendingApprovals()).extracting(ApprovalRequest::callId).containsExactly(deep);

    RunResult result = resume(host, RunRequest.resume(state).decide(deep, Decision.approve()));

    assertThat(result.text()).isEqualTo("All done.");
    assertThat(ran).containsExactly(deep + " {\"euros\":10}");
    assertThat(clerk.requests()).hasSize(2);
  }

  @Test
  void theApprovalOfTheAgentItselfHoldsOn() throws InterruptedException {
    Agent host =
        hostOf(agent("banker", banker, pay).asTool("ask", "").requiringApproval("it costs"));
    Run run =
        Runner.builder(host)
            .approver(
                request -> request.callId().equals(PAY) ? Decision.defer() : Decision.approve())
            .build()
            .stream("Hi", told);
    assertThat(finish(run).stopReason()).isEqualTo(StopReason.AWAITING_APPROVAL);

    resume(host, RunRequest.resume(sealed(run.state())).decide(PAY, Decision.approve()));

    assertThat(asked).isEmpty();
    assertThat(ran).hasSize(1);
  }

  /** Attack: tampered state. */
  @Test
  void aForgedDecisionInAnInnerRunIsAskedForAgain() throws InterruptedException {
    String json = suspended(hostOfBanker()).toJson();
    String forged = json.replace("\"deferred\"", "\"decided\",\"approved\":true");
    assertThat(forged).isNotEqualTo(json);

    resume(hostOfBanker(), RunRequest.resume(RunState.fromJson(forged)));

    assertThat(asked).containsExactly("banker " + PAY);
    assertThat(ran).isEmpty();
  }

  /**
   * Attack: a call that was at work has nothing left to decide, so no decision of it is looked for.
   */
  @Test
  void aForgedDecisionOfACallAtWorkInAnInnerRunIsAskedForAgain() throws InterruptedException {
    FunctionTool twice =
        FunctionTool.of(
                ToolSpec.builder("pay", Fixtures.SCHEMA)
                    .hints(new ToolHints(false, true, true, true))
                    .build(),
                (arguments, context) -> {
                  ran.add(context.callId());
                  return ToolOutput.of("paid");
                })
            .requiringApproval("it costs money");
    Agent host = hostOf(agent("banker", banker, twice).asTool("ask", "Pays."));
    String json = suspended(host).toJson();
    String forged =
        json.replace("\"deferred\"", "\"started\",\"decision\":{\"kind\":\"approved\"}");
    assertThat(forged).isNotEqualTo(json);

    resume(host, RunRequest.resume(RunState.fromJson(forged)));

    assertThat(asked).containsExactly("banker " + PAY);
    assertThat(ran).isEmpty();
  }

  private static RunState resumedInBetween(RunState state, Agent host, DecisionMade... made) {
    RunSetup setup =
        RunSetup.builder(state.runId(), "host")
            .agents(Runner.builder(host).build().team().setups())
            .build();
    return RunLoop.apply(state, new LoopInput.Resumed(setup, List.of(made)), Duration.ZERO).state();
  }

  /**
   * Attack: a state without a seal is sealed by whoever resumes it, before the inner run is asked.
   */
  @Test
  void aForgedDecisionIsNotSealedInBetween() throws InterruptedException {
    String forged =
        suspended(hostOfBanker()).toJson().replace("\"deferred\"", "\"decided\",\"approved\":true");
    RunState between = resumedInBetween(RunState.fromJson(forged), hostOfBanker());

    resume(hostOfBanker(), RunRequest.resume(sealed(between)));

    assertThat(asked).containsExactly("banker " + PAY);
    assertThat(ran).isEmpty();
  }

  /** Attack: swapped arguments. */
  @Test
  void aDecisionOfOtherArgumentsIsNone() throws InterruptedException {
    DecisionMade other =
        new DecisionMade(PAY, "of others", new LoopInput.Answer.Decided(Decision.approve()));
    RunState between = resumedInBetween(sealed(suspended(hostOfBanker())), hostOfBanker(), other);

    resume(hostOfBanker(), RunRequest.resume(sealed(between)));

    assertThat(asked).containsExactly("banker " + PAY);
    assertThat(ran).isEmpty();
  }

  @Test
  void aGrantThatIsTakenBackWhileTheRunWaitsIsGoneInTheInnerRunToo() throws InterruptedException {
    FunctionTool lend = guarded("lend", (arguments, context) -> ToolOutput.of("lent"));
    ScriptedModel model =
        ScriptedModel.of(
            ScriptedTurn.builder().toolCall("pay", "{}").toolCall("lend", "{}").build(),
            ScriptedTurn.toolCall("pay", "{}"),
            ScriptedTurn.text("done"));
    Agent host = hostOf(agent("banker", model, pay, lend).asTool("ask", ""));
    Run run =
        Runner.builder(host)
            .approver(request ->
                request.tool().name().equals("lend")
                    ? Decision.defer()
                    : Decision.approveAlways(
                        Grant.of(request, ArgumentMatch.any(), Grant.Scope.RUN)))
            .build()
            .stream("Hi", told);
    assertThat(finish(run).stopReason()).isEqualTo(StopReason.AWAITING_APPROVAL);
    assertThat(ran).hasSize(1);
    RunState state = sealed(run.state());
    String grant = state.grants().get(0).id();

    resume(
        host,
        RunRequest.resume(state.withoutGrant(grant)).decide("call_1_1-1_2", Decision.deny("no")));

    assertThat(asked).containsExactly("banker call_1_1-2_1");
    assertThat(ran).hasSize(1);
  }

  @Test
  void aGrantOfTheInnerAgentBelongsToTheWholeRun() throws InterruptedException {
    RunState state = sealed(suspended(hostOfBanker()));
    Grant grant = Grant.of(state.pendingApprovals().get(0), ArgumentMatch.any(), Grant.Scope.RUN);

    Run run =
        Runner.builder(hostOfBanker()).build().stream(
            RunRequest.resume(state).decide(PAY, Decision.approveAlways(grant)).build(), told);
    finish(run);

    assertThat(ran).hasSize(1);
    assertThat(run.state().grants()).containsExactly(grant);
  }
}
