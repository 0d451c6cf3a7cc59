package dev.adze.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.agent.Agent;
import dev.adze.agent.Run;
import dev.adze.agent.RunRequest;
import dev.adze.agent.Runner;
import dev.adze.approval.ApprovalMode;
import dev.adze.approval.ApprovalRules;
import dev.adze.approval.Approver;
import dev.adze.approval.ArgumentMatch;
import dev.adze.approval.Decision;
import dev.adze.approval.Grant;
import dev.adze.approval.Verdict;
import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallStatus;
import dev.adze.loop.RunLimits;
import dev.adze.loop.RunTimeouts;
import dev.adze.model.ModelOptions;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The guide's code that is in no example does what the guide says. */
@Timeout(60)
class GuideSnippetsTest {
  private final ScriptedModel model =
      ScriptedModel.of(
          ScriptedTurn.toolCall("book", "{\"tableId\":\"window-5\",\"day\":\"FRIDAY\"}"),
          ScriptedTurn.text("Done."));

  private final Agent agent =
      Agent.builder().model(model, "scripted").toolsOf(new Restaurant()).build();

  @Test
  void aToolByHand() throws Exception {
    // region by-hand
    FunctionTool ping =
        FunctionTool.of(
            ToolSpec.builder("ping", "{\"type\":\"object\",\"properties\":{}}")
                .description("Tells whether the service is there.")
                .build(),
            (arguments, context) -> ToolOutput.of("It is there."));
    // endregion
    ScriptedModel calls =
        ScriptedModel.of(ScriptedTurn.toolCall("ping", "{}"), ScriptedTurn.text("Yes."));
    Agent agent = Agent.builder().model(calls, "scripted").tools(ping).build();
    RunResult result = Runner.builder(agent).build().run("Is it there?");
    assertThat(result.steps().get(0).calls().get(0).output().output()).isEqualTo("It is there.");
  }

  @Test
  void rulesDecideBeforeAnybodyIsAsked() throws Exception {
    // region rules
    ApprovalRules rules =
        ApprovalRules.builder()
            .block("book", ArgumentMatch.equalTo("/tableId", "\"window-5\""))
            .policy(call ->
                call.tool().hints().openWorld() ? Verdict.ask("leaves this house") : Verdict.pass())
            .mode(ApprovalMode.ASK)
            .build();
    Runner runner = Runner.builder(agent).approvalRules(rules).build();
    // endregion
    assertThat(status(runner.run("A table"))).isEqualTo(ToolCallStatus.DENIED);
  }

  @Test
  void aGrantCoversLaterCalls() throws Exception {
    // region grant
    Approver onceForFriday =
        request ->
            Decision.approveAlways(
                Grant.of(
                    request, ArgumentMatch.equalTo("/day", "\"FRIDAY\""), Grant.Scope.SESSION));
    // endregion
    Runner runner = Runner.builder(agent).approver(onceForFriday).build();
    // region granted
    Run first = runner.stream("A table for Friday", event -> {});
    first.await();
    List<Grant> grants = first.state().grants();
    RunRequest later = RunRequest.builder("Another one").grants(grants).build();
    // endregion
    assertThat(grants).hasSize(1);
    assertThat(later.grants()).isEqualTo(grants);
  }

  @Test
  void limitsAndTimes() throws Exception {
    // region limits
    Agent careful =
        Agent.builder()
            .model(model, "scripted")
            .toolsOf(new Restaurant())
            .limits(RunLimits.builder().maxSteps(1).maxTokens(50_000).build())
            .timeouts(RunTimeouts.builder().tool(Duration.ofSeconds(20)).build())
            .build();
    RunResult result = Runner.builder(careful).build().run("A table for Friday");
    // endregion
    assertThat(result.stopReason()).isEqualTo(StopReason.MAX_STEPS);
  }

  @Test
  void options() {
    // region options
    ModelOptions options =
        ModelOptions.builder()
            .temperature(0.3)
            .maxOutputTokens(2_000)
            .extraJson("{\"service_tier\":\"flex\"}")
            .build();
    // endregion
    assertThat(options.temperature()).hasValue(0.3);
  }

  @Test
  void aPublisherRunsForItsSubscriber() {
    Runner runner = Runner.builder(agent).build();
    // region publisher
    Flow.Publisher<RunEvent> events = runner.publisher("A table for Friday");
    // endregion
    assertThat(model.requests()).isEmpty();
    assertThat(events).isNotNull();
  }

  private static ToolCallStatus status(RunResult result) {
    return result.steps().get(0).calls().get(0).status();
  }
}
