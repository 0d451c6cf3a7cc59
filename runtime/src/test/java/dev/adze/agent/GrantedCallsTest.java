package dev.adze.agent;

import static dev.adze.agent.Fixtures.agent;
import static dev.adze.agent.Fixtures.checkPromises;
import static dev.adze.agent.Fixtures.finish;
import static dev.adze.agent.Fixtures.guarded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.approval.ApprovalMode;
import dev.adze.approval.ApprovalRequest;
import dev.adze.approval.ApprovalRules;
import dev.adze.approval.Approver;
import dev.adze.approval.ArgumentMatch;
import dev.adze.approval.Decision;
import dev.adze.approval.Grant;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolPermissionDecision;
import dev.adze.event.ToolPermissionRequest;
import dev.adze.loop.RunState;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.testing.RecordedEvents;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a grant saves from being asked, and what it does not. */
class GrantedCallsTest {
  private final RecordedEvents told = new RecordedEvents();
  private final List<String> ran = Collections.synchronizedList(new ArrayList<>());
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final FunctionTool pay = paying("it costs money");

  private FunctionTool paying(String reason) {
    return Fixtures.tool(
            "pay",
            (arguments, context) -> {
              ran.add(arguments);
              return ToolOutput.of("paid");
            })
        .requiringApproval(reason);
  }

  /** Calls pay with 1, then with 2, then says "done". */
  private static ScriptedModel two() {
    return ScriptedModel.of(
        ScriptedTurn.builder().toolCall("pay", "{\"n\":1}").build(),
        ScriptedTurn.builder().toolCall("pay", "{\"n\":2}").build(),
        ScriptedTurn.text("done"));
  }

  /** Grants the first call and denies every later one. */
  private Approver granting(ArgumentMatch match, Grant.Scope scope, UnaryOperator<Grant> change) {
    return request -> {
      asked.add(request.arguments());
      return asked.size() == 1
          ? Decision.approveAlways(change.apply(Grant.of(request, match, scope)))
          : Decision.deny("no");
    };
  }

  private Approver always(Grant.Scope scope) {
    return granting(ArgumentMatch.any(), scope, grant -> grant);
  }

  private Run run(Approver approver, FunctionTool tool) throws InterruptedException {
    Run run = Runner.builder(agent(two(), tool)).approver(approver).build().stream("hello", told);
    checkPromises(told, finish(run));
    return run;
  }

  @Test
  void aGrantedCallIsNotAskedForAgain() throws InterruptedException {
    Run run = run(always(Grant.Scope.RUN), pay);

    assertThat(ran).containsExactly("{\"n\":1}", "{\"n\":2}");
    assertThat(asked).containsExactly("{\"n\":1}");
    Grant grant = run.state().grants().get(0);
    assertThat(grant.id()).isEqualTo(run.id() + "/call_1_1");
    assertThat(told.only(ToolPermissionRequest.class)).hasSize(2);
    assertThat(told.only(ToolPermissionDecision.class).get(1).decidedBy())
        .isEqualTo("grant " + grant.id());
  }

  @Test
  void aGrantCoversOnlyTheArgumentsThatItMatches() throws InterruptedException {
    run(granting(ArgumentMatch.equalTo("/n", "1"), Grant.Scope.RUN, grant -> grant), pay);

    assertThat(ran).containsExactly("{\"n\":1}");
    assertThat(asked).containsExactly("{\"n\":1}", "{\"n\":2}");
  }

  @Test
  void aGrantThatHasEndedCoversNothing() throws InterruptedException {
    run(granting(ArgumentMatch.any(), Grant.Scope.RUN, grant -> grant.until(Instant.EPOCH)), pay);

    assertThat(ran).containsExactly("{\"n\":1}");
  }

  @Test
  void aToolThatMayNotBeRememberedIsAskedForEachTime() throws InterruptedException {
    FunctionTool strict =
        FunctionTool.of(
            pay.spec().toBuilder().approvalRememberable(false).build(),
            (arguments, context) -> {
              ran.add(arguments);
              return ToolOutput.of("paid");
            });
    Run run = run(always(Grant.Scope.RUN), strict);

    assertThat(ran).containsExactly("{\"n\":1}");
    assertThat(asked).hasSize(2);
    assertThat(run.state().grants()).isEmpty();
  }

  @Test
  void aGrantThatWasTakenBackInTheRunCoversNothingMore() throws InterruptedException {
    Run[] run = new Run[1];
    FunctionTool tool =
        guarded(
            "pay",
            (arguments, context) -> {
              ran.add(arguments);
              run[0].revoke(run[0].id() + "/call_1_1");
              return ToolOutput.of("paid");
            });
    Runner runner = Runner.builder(agent(two(), tool)).approver(always(Grant.Scope.RUN)).build();
    finish(
        runner.stream(
            RunRequest.of("hello"),
            new RunListener() {
              @Override
              public void onStart(Run started) {
                run[0] = started;
              }
            }));

    assertThat(ran).containsExactly("{\"n\":1}");
    assertThat(run[0].state().grants()).isEmpty();
  }

  /** Suspends a run between its two calls, with a grant of the first one. */
  private RunState suspended() throws InterruptedException {
    Run run =
        Runner.builder(
            agent(
                ScriptedModel.of(
                    ScriptedTurn.builder().toolCall("pay", "{\"n\":1}").build(),
                    ScriptedTurn.builder().toolCall("wait", "{}").build()),
                pay,
                waiting()))
            .approver(request ->
                request.tool().name().equals("wait")
                    ? Decision.defer()
                    : always(Grant.Scope.RUN).decide(request))
            .build()
            .stream("hello", told);
    assertThat(finish(run).stopReason()).isEqualTo(StopReason.AWAITING_APPROVAL);
    assertThat(run.state().grants()).hasSize(1);
    return run.state();
  }

  private static FunctionTool waiting() {
    return guarded("wait", (arguments, context) -> ToolOutput.of("waited"));
  }

  private void goOn(RunState state, FunctionTool tool) throws InterruptedException {
    ran.clear();
    asked.clear();
    ScriptedModel model =
        ScriptedModel.of(
            ScriptedTurn.builder().toolCall("pay", "{\"n\":2}").build(), ScriptedTurn.text("done"));
    RunRequest request = RunRequest.resume(state).build();
    finish(
        Runner.builder(agent(model, tool, waiting()))
            .approver(call -> {
              if (call.tool().name().equals("pay")) {
                asked.add(call.arguments());
              }
              return Decision.deny("no");
            })
            .build()
            .stream(request, new RecordedEvents()));
  }

  @Test
  void aGrantHoldsInTheNextLeg() throws InterruptedException {
    goOn(suspended(), pay);

    assertThat(ran).containsExactly("{\"n\":2}");
    assertThat(asked).isEmpty();
  }

  @Test
  void aGrantThatWasTakenBackFromTheStateIsGone() throws InterruptedException {
    RunState state = suspended();
    goOn(state.withoutGrant(state.grants().get(0).id()), pay);

    assertThat(ran).isEmpty();
    assertThat(asked).containsExactly("{\"n\":2}");
  }

  @Test
  void aGrantOfATextThatNobodyVouchesForIsDropped() throws InterruptedException {
    RunState state = RunState.fromJson(suspended().toJson());
    assertThat(state.grants()).hasSize(1);
    goOn(state, pay);

    assertThat(ran).isEmpty();
    assertThat(asked).containsExactly("{\"n\":2}");
  }

  @Test
  void aGrantIsDeadWhenTheContractChanges() throws InterruptedException {
    goOn(suspended(), paying("it costs more money"));

    assertThat(ran).isEmpty();
    assertThat(asked).containsExactly("{\"n\":2}");
  }

  private RunResult another(String name, List<Grant> grants) throws InterruptedException {
    ran.clear();
    Agent agent = Agent.builder().name(name).model(two(), "scripted").tools(pay).build();
    return finish(
        Runner.builder(agent).build().stream(
            RunRequest.builder("hello").grants(grants).build(), new RecordedEvents()));
  }

  @Test
  void aGrantOfTheSessionHoldsInAnotherRunOfTheSameAgent() throws InterruptedException {
    List<Grant> grants = run(always(Grant.Scope.SESSION), pay).state().grants();
    List<Grant> read = grants.stream().map(grant -> Grant.fromJson(grant.toJson())).toList();

    another("tester", read);
    assertThat(ran).hasSize(2);
    another("other", read);
    assertThat(ran).isEmpty();
  }

  @Test
  void aGrantOfOneRunHoldsInNoOther() throws InterruptedException {
    another("tester", run(always(Grant.Scope.RUN), pay).state().grants());

    assertThat(ran).isEmpty();
  }

  @Test
  void aGrantOfAnotherCallIsNoDecision() throws InterruptedException {
    run(
        request ->
            Decision.approveAlways(
                Grant.of(
                    new ApprovalRequest(
                        request.runId(),
                        "other",
                        request.callId(),
                        request.tool(),
                        request.arguments(),
                        request.preview(),
                        request.reason()),
                    ArgumentMatch.any(),
                    Grant.Scope.RUN)),
        pay);

    assertThat(ran).isEmpty();
    assertThat(Fixtures.observation(told)).contains("was not made of this call");
  }

  @Test
  void theModeOfARequestGoesBeforeTheRunners() throws InterruptedException {
    Runner runner = Runner.builder(agent(two(), pay)).approvalMode(ApprovalMode.READ_ONLY).build();
    finish(
        runner.stream(
            RunRequest.builder("hello").approvalMode(ApprovalMode.AUTO_APPROVE).build(), told));

    assertThat(ran).hasSize(2);
    assertThat(told.only(ToolPermissionDecision.class).get(0).decidedBy())
        .isEqualTo("auto-approve mode");
  }

  @Test
  void aModeOfARequestKeepsTheRunnersBlockList() throws InterruptedException {
    Runner runner =
        Runner.builder(agent(two(), pay))
            .approvalRules(ApprovalRules.builder().block("pay").build())
            .build();
    finish(
        runner.stream(
            RunRequest.builder("hello").approvalMode(ApprovalMode.AUTO_APPROVE).build(), told));

    assertThat(ran).isEmpty();
  }
}
