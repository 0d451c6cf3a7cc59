package dev.adze.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.agent.Agent;
import dev.adze.agent.RunRequest;
import dev.adze.agent.Runner;
import dev.adze.agent.Session;
import dev.adze.agent.StateStore;
import dev.adze.approval.ApprovalRequest;
import dev.adze.approval.ApprovalRules;
import dev.adze.approval.Approver;
import dev.adze.approval.Decision;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallStatus;
import dev.adze.loop.RunState;
import dev.adze.loop.StateSeal;
import dev.adze.model.ModelClient;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import java.nio.file.Path;
import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Agents with answers of a type, and with each other, and runs that wait for a decision. */
@Timeout(60)
class AgentsTest {
  private static final String BOOK = "{\"tableId\":\"window-5\",\"day\":\"FRIDAY\"}";
  private static final Visit BOOKED = new Visit("window-5", DayOfWeek.FRIDAY);

  @TempDir private Path folder;

  private static Agent concierge(ModelClient model) {
    Agent concierge =
        Agent.builder()
            .name("concierge")
            .description("Finds and books tables.")
            .model(model, "gpt-4o")
            .toolsOf(new Restaurant())
            .output(VisitOutput.TYPE)
            .build();
    return concierge;
  }

  private static Agent reception(ModelClient model, Agent guide, Agent concierge) {
    Agent reception =
        Agent.builder()
            .name("reception")
            .model(model, "gpt-4o")
            .tools(guide.asTool("ask_guide", "Knows the town."))
            .handoffs(concierge)
            .build();
    return reception;
  }

  @Test
  void theAnswerIsOfAType() throws Exception {
    Runner runner =
        Runner.builder(concierge(booking())).approver(request -> Decision.approve()).build();
    Visit visit = runner.run("Book a table on Friday.").output(VisitOutput.TYPE);
    assertThat(visit).isEqualTo(BOOKED);
  }

  @Test
  void agentsAskEachOtherAndHandOver() throws Exception {
    ScriptedModel receptions =
        ScriptedModel.of(
            ScriptedTurn.toolCall("ask_guide", "{\"input\":\"Where is it quiet?\"}"),
            ScriptedTurn.toolCall("transfer_to_concierge", "{}"));
    Agent guide =
        Agent.builder()
            .name("guide")
            .model(ScriptedModel.of(ScriptedTurn.text("By the river.")), "gpt-4o")
            .build();
    Runner runner =
        Runner.builder(reception(receptions, guide, concierge(booking())))
            .approver(request -> Decision.approve())
            .build();

    RunResult result = runner.run("A quiet table on Friday?");

    assertThat(result.output(VisitOutput.TYPE)).isEqualTo(BOOKED);
    assertThat(result.steps().get(0).calls().get(0).output().observation())
        .isEqualTo("By the river.");
  }

  @Test
  void aRunWaitsForItsDecisionElsewhere() throws Exception {
    StateSeal seal = StateSeal.of(new byte[32]);
    Agent concierge = concierge(booking());
    String runId;
    try (Session session = Session.open(folder.resolve("ada.jsonl"), seal)) {
      Runner runner =
          Runner.builder(concierge)
              .approver(request -> Decision.defer())
              .stateStore(StateStore.inFolder(folder.resolve("runs")), seal)
              .build();
      RunRequest request = RunRequest.builder("Book a table.").session(session).build();
      RunResult result = runner.run(request);
      assertThat(result.stopReason()).isEqualTo(StopReason.AWAITING_APPROVAL);
      runId = result.runId();
    }
    try (Session session = Session.open(folder.resolve("ada.jsonl"), seal)) {
      Runner runner =
          Runner.builder(concierge)
              .stateStore(StateStore.inFolder(folder.resolve("runs")), seal)
              .build();
      assertThat(goOn(runner, runId, session).output(VisitOutput.TYPE)).isEqualTo(BOOKED);
      assertThat(runner.load(runId)).isEmpty();
    }
  }

  private static RunResult goOn(Runner runner, String runId, Session session) throws Exception {
    RunState state = runner.load(runId).orElseThrow();
    ApprovalRequest asked = state.pendingApprovals().get(0);
    return runner.run(
        RunRequest.resume(state)
            .session(session)
            .decide(asked.callId(), Decision.approve())
            .build());
  }

  @Test
  void whatIsSettledIsNotAsked() throws Exception {
    Runner runner = careful(concierge(booking()), request -> Decision.approve());

    RunResult result = runner.run("Book a table.");

    assertThat(result.steps().get(0).calls().get(0).status()).isEqualTo(ToolCallStatus.DENIED);
  }

  private static Runner careful(Agent concierge, Approver approver) {
    Runner runner =
        Runner.builder(concierge)
            .approver(approver)
            .approvalRules(ApprovalRules.builder().block("book").build())
            .build();
    return runner;
  }

  private static ScriptedModel booking() {
    return ScriptedModel.of(ScriptedTurn.toolCall("book", BOOK), ScriptedTurn.text(BOOK));
  }
}
