package dev.adze.agent;

import static dev.adze.agent.Fixtures.agent;
import static dev.adze.agent.Fixtures.calls;
import static dev.adze.agent.Fixtures.finish;
import static dev.adze.agent.Fixtures.guarded;
import static dev.adze.agent.Fixtures.observation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.approval.ApprovalRequest;
import dev.adze.approval.Approver;
import dev.adze.approval.Decision;
import dev.adze.event.EventHeader;
import dev.adze.event.ToolPermissionDecision;
import dev.adze.event.ToolPermissionRequest;
import dev.adze.model.ToolCall;
import dev.adze.testing.RecordedEvents;
import dev.adze.tool.ApprovalRequiredException;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.PreparedCall;
import dev.adze.tool.ToolContext;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

/** Nothing that needs approval runs without one, and the model reads why. */
class ApprovalTest {
  private final RecordedEvents told = new RecordedEvents();
  private final List<LogRecord> logged = new ArrayList<>();
  private final AtomicInteger ran = new AtomicInteger();
  private final FunctionTool pay =
      guarded(
          "pay",
          (arguments, context) -> {
            ran.incrementAndGet();
            return ToolOutput.of("paid " + arguments);
          });

  private void run(Approver approver, FunctionTool tool) throws InterruptedException {
    Runner runner =
        Runner.builder(agent(calls("pay", "{\"eur\": 5}"), tool)).approver(approver).build();
    try (QuietLog quiet = new QuietLog()) {
      finish(runner.stream("hello", told));
      logged.addAll(quiet.records());
    }
  }

  @Test
  void approvedCallRunsAfterItsDecision() throws InterruptedException {
    AtomicReference<ApprovalRequest> asked = new AtomicReference<>();
    AtomicReference<Thread> thread = new AtomicReference<>();
    run(
        request -> {
          asked.set(request);
          thread.set(Thread.currentThread());
          return Decision.approve();
        },
        pay);

    assertThat(told.outline())
        .containsSequence(
            "tool_called call_1_1",
            "tool_permission_request call_1_1",
            "tool_permission_decision call_1_1",
            "tool_call_start call_1_1",
            "tool_call_complete call_1_1 SUCCESS",
            "tool_output call_1_1",
            "step_complete");
    assertThat(observation(told)).isEqualTo("paid {\"eur\":5}");
    assertThat(asked.get()).isEqualTo(told.only(ToolPermissionRequest.class).get(0).request());
    assertThat(asked.get().arguments()).isEqualTo("{\"eur\":5}");
    assertThat(asked.get().tool().approvalReason()).isEqualTo("it costs money");
    assertThat(thread.get().getName()).isEqualTo("adze-approval");
  }

  @Test
  void deniedCallNeverRunsAndTheModelReadsTheReason() throws InterruptedException {
    run(request -> Decision.deny("Too much."), pay);

    assertThat(told.outline())
        .containsSequence(
            "tool_permission_request call_1_1",
            "tool_permission_decision call_1_1",
            "tool_call_complete call_1_1 DENIED",
            "tool_output call_1_1");
    assertThat(observation(told))
        .isEqualTo("The approver denied the call; it has not run. Too much.");
    assertThat(ran).hasValue(0);
  }

  @Test
  void withoutAnApproverTheCallIsDenied() throws InterruptedException {
    finish(Runner.builder(agent(calls("pay", "{}"), pay)).build().stream("hello", told));

    assertThat(told.outline()).contains("tool_call_complete call_1_1 DENIED");
    assertThat(observation(told))
        .isEqualTo(
            "The call was denied; it has not run. The tool needs approval, and there is nobody to"
                + " ask in this run.");
    assertThat(told.only(ToolPermissionDecision.class).get(0).decidedBy()).isEqualTo("run");
    assertThat(ran).hasValue(0);
  }

  @Test
  void approverThatThrowsDenies() throws InterruptedException {
    run(
        request -> {
          throw new java.io.IOException("no terminal: secret path");
        },
        pay);

    assertThat(observation(told))
        .isEqualTo("The call was denied; it has not run. The approver failed with IOException.");
    assertThat(logged.get(0).getThrown()).hasMessage("no terminal: secret path");
    assertThat(ran).hasValue(0);
  }

  @Test
  void approverThatAnswersNothingDenies() throws InterruptedException {
    run(request -> null, pay);

    assertThat(observation(told))
        .isEqualTo("The call was denied; it has not run. The approver gave no decision.");
    assertThat(ran).hasValue(0);
  }

  @Test
  void requestsApproverGoesBeforeTheRunners() throws InterruptedException {
    Runner runner =
        Runner.builder(agent(calls("pay", "{}"), pay))
            .approver(request -> Decision.deny("no"))
            .build();
    finish(
        runner.stream(
            RunRequest.builder("hello").approver(request -> Decision.approve()).build(), told));

    assertThat(ran).hasValue(1);
  }

  @Test
  void invalidArgumentsBotherNobody() throws InterruptedException {
    AtomicInteger asked = new AtomicInteger();
    Runner runner =
        Runner.builder(agent(calls("pay", "{"), pay))
            .approver(request -> {
              asked.incrementAndGet();
              return Decision.approve();
            })
            .build();
    finish(runner.stream("hello", told));

    assertThat(asked).hasValue(0);
    assertThat(told.outline()).contains("tool_call_complete call_1_1 INVALID");
  }

  @Test
  void allApprovalsOfAStepAreAskedAtOnce() throws InterruptedException {
    CountDownLatch bothAsked = new CountDownLatch(2);
    Runner runner =
        Runner.builder(agent(calls("pay", "{\"n\":1}", "pay", "{\"n\":2}"), pay))
            .approver(request -> {
              bothAsked.countDown();
              Fixtures.await(bothAsked);
              return Decision.approve();
            })
            .build();
    finish(runner.stream("hello", told));

    assertThat(ran).hasValue(2);
    List<String> names = told.outline();
    assertThat(names)
        .containsSequence("tool_permission_request call_1_1", "tool_permission_request call_1_2");
  }

  @Test
  void oneApprovalServesOnce() throws InterruptedException {
    AtomicReference<ToolContext> leaked = new AtomicReference<>();
    FunctionTool greedy =
        FunctionTool.of(
                ToolSpec.builder("pay", Fixtures.SCHEMA).build(),
                (arguments, context) -> {
                  leaked.set(context);
                  context.requireApproval(arguments);
                  return ToolOutput.of("twice");
                })
            .requiringApproval("");
    run(request -> Decision.approve(), greedy);

    assertThat(told.outline()).contains("tool_call_complete call_1_1 ERROR");
    assertThat(observation(told)).startsWith("A tool that needs approval runs only with");
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> leaked.get().requireApproval("{\"eur\":5}"))
        .isInstanceOf(ApprovalRequiredException.class);
  }

  @Test
  void approvalHoldsForTheApprovedArgumentsAlone() throws InterruptedException {
    AtomicInteger prepared = new AtomicInteger();
    FunctionTool fickle =
        new FunctionTool() {
          @Override
          public ToolSpec spec() {
            return pay.spec();
          }

          @Override
          public PreparedCall prepare(String argumentsJson) {
            return pay.prepare("{\"eur\":" + prepared.incrementAndGet() + "}");
          }
        };
    run(request -> Decision.approve(), fickle);

    assertThat(observation(told))
        .startsWith("Checking the same arguments twice must give equal calls");
    assertThat(ran).hasValue(0);
  }

  @Test
  void contextHoldsTheApprovalOfItsArgumentsOnce() {
    IssuedPort port =
        new IssuedPort(
            EventHeader.untold("run", 1, 1, "tester"),
            new ToolCall("call_1_1", "", "pay", "{}"),
            1,
            null,
            "{\"eur\":5}",
            new Delivery(new Listeners(List.of(), failure -> {}), task -> task, null, 0),
            null,
            null);

    assertThat(port.takeApproval("{\"eur\":6}")).isFalse();
    assertThat(port.takeApproval("{\"eur\":5}")).isTrue();
    assertThat(port.takeApproval("{\"eur\":5}")).isFalse();
  }

  @Test
  void previewHasNoApprovalAndReachesTheApprover() throws InterruptedException {
    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    FunctionTool tool =
        previewing(context -> {
          try {
            context.requireApproval("{\"eur\":5}");
            return "approved?!";
          } catch (ApprovalRequiredException expected) {
            context.activity("never told");
            return "would pay";
          }
        });
    run(
        request -> {
          seen.add(request.preview().orElse("none"));
          return Decision.approve();
        },
        tool);

    assertThat(seen).containsExactly("would pay");
    assertThat(ran).hasValue(1);
    assertThat(told.outline()).noneMatch(name -> name.contains("activity"));
  }

  @Test
  void failingPreviewStillAsks() throws InterruptedException {
    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    run(
        request -> {
          seen.add(request.preview().orElse("none"));
          return Decision.approve();
        },
        previewing(context -> {
          throw new IllegalStateException("no price list");
        }));

    assertThat(seen).containsExactly("(The preview failed: IllegalStateException: no price list)");
    assertThat(ran).hasValue(1);
  }

  private interface Preview {
    String of(ToolContext context) throws Exception;
  }

  private FunctionTool previewing(Preview preview) {
    return new FunctionTool() {
      @Override
      public ToolSpec spec() {
        return pay.spec();
      }

      @Override
      public PreparedCall prepare(String argumentsJson) {
        PreparedCall call = pay.prepare(argumentsJson);
        return new PreparedCall() {
          @Override
          public String arguments() {
            return call.arguments();
          }

          @Override
          public Optional<String> preview(ToolContext context) throws Exception {
            return Optional.of(preview.of(context));
          }

          @Override
          public ToolOutput call(ToolContext context) throws Exception {
            return call.call(context);
          }
        };
      }
    };
  }
}
