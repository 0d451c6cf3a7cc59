package dev.adze.agent;

import static dev.adze.agent.Fixtures.agent;
import static dev.adze.agent.Fixtures.calls;
import static dev.adze.agent.Fixtures.checkPromises;
import static dev.adze.agent.Fixtures.finish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.approval.Decision;
import dev.adze.event.ExecutionComplete;
import dev.adze.event.ExecutionStart;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallStatus;
import dev.adze.event.ToolOutputAdded;
import dev.adze.event.ToolPermissionDecision;
import dev.adze.event.ToolPermissionRequest;
import dev.adze.loop.RunState;
import dev.adze.loop.StateSeal;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.testing.RecordedEvents;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolContext;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose states are kept in a store. */
class KeptRunTest {
  private static final StateSeal SEAL = StateSeal.of(new byte[32]);

  private final RecordedEvents told = new RecordedEvents();
  private final List<String> ran = Collections.synchronizedList(new ArrayList<>());
  private final FunctionTool pay = paying(Fixtures.SCHEMA);
  private final StateStore store = StateStore.inMemory();

  private FunctionTool paying(String schema) {
    return FunctionTool.of(
            ToolSpec.builder("pay", schema).build(),
            (arguments, context) -> {
              ran.add(context.callId() + " " + context.attempt());
              return ToolOutput.of("paid");
            })
        .requiringApproval("it costs money");
  }

  private Runner runner(ScriptedModel model, FunctionTool... tools) {
    return Runner.builder(agent(model, tools))
        .approver(request -> Decision.defer())
        .stateStore(store, SEAL)
        .build();
  }

  /** A run that waits for a decision, as another process finds it. */
  private RunState suspended(Runner runner) throws Exception {
    Run run = runner.stream("hello", told);
    assertThat(finish(run).stopReason()).isEqualTo(StopReason.AWAITING_APPROVAL);
    RunState state = runner.load(run.id()).orElseThrow();
    assertThat(state.toJson()).isEqualTo(run.state().toJson());
    return state;
  }

  @Test
  void aRunThatHasItsAnswerIsKeptNoLonger() throws Exception {
    Runner runner = runner(calls("pay", "{}"), pay);
    RunState state = suspended(runner);
    RunRequest request = RunRequest.resume(state).decide("call_1_1", Decision.approve()).build();

    assertThat(finish(runner.stream(request, told)).text()).isEqualTo("done");
    assertThat(ran).containsExactly("call_1_1 1");
    assertThat(runner.load(state.runId())).isEmpty();
    Fixtures.checkNumbers(told);
  }

  /** Attack: twice-resumed state. */
  @Test
  void aStateIsResumedOnce() throws Exception {
    Runner runner = runner(calls("pay", "{}"), pay);
    RunState state = suspended(runner);
    RunRequest request = RunRequest.resume(state).decide("call_1_1", Decision.approve()).build();
    Run first = runner.stream(request, told);
    RecordedEvents second = new RecordedEvents();
    RunResult refused = finish(runner.stream(request, second));
    RunResult won = finish(first);
    RunResult late = finish(runner.stream(request, new RecordedEvents()));

    List<RunResult> all = List.of(won, refused, late);
    assertThat(all).filteredOn(result -> result.stopReason() == StopReason.FINAL_OUTPUT).hasSize(1);
    assertThat(all)
        .filteredOn(result -> result.stopReason() == StopReason.FAILED)
        .hasSize(2)
        .allSatisfy(result ->
            assertThat(result.failure().orElseThrow())
                .isInstanceOf(StaleStateException.class)
                .hasMessageContaining("resumed before"));
    assertThat(ran).containsExactly("call_1_1 1");
  }

  /** Attack: twice-resumed state. */
  @Test
  void whoComesTooLateTellsNothingButThat() throws Exception {
    Runner runner = runner(calls("pay", "{}"), pay);
    RunState state = suspended(runner);
    finish(runner.stream(RunRequest.resume(state).build(), told));
    RecordedEvents late = new RecordedEvents();
    finish(
        runner.stream(
            RunRequest.resume(state).decide("call_1_1", Decision.approve()).build(), late));

    late.assertOutline("execution_start", "execution_complete FAILED");
    RunResult refused = late.only(ExecutionComplete.class).get(0).result();
    assertThat(refused.messages()).isEqualTo(late.only(ExecutionStart.class).get(0).messages());
    assertThat(RunRequest.builder(refused.messages()).build().messages()).isNotEmpty();
    assertThat(ran).isEmpty();
    assertThat(runner.load(state.runId()).orElseThrow().awaits("call_1_1")).isTrue();
  }

  @Test
  void thatAToolStartsIsKeptBeforeItDoes() throws Exception {
    AtomicReference<Runner> runner = new AtomicReference<>();
    List<String> phases = Collections.synchronizedList(new ArrayList<>());
    RecordedEvents seen = new RecordedEvents();
    FunctionTool look =
        Fixtures.tool(
            "look",
            (arguments, context) -> {
              String kept = runner.get().load(context.runId()).orElseThrow().toJson();
              phases.add(kept.replaceAll("(?s).*\"calls\":\\[\\{(.*?)\\}.*", "$1"));
              return ToolOutput.of("ok");
            });
    runner.set(runner(calls("look", "{}"), look));
    assertThat(finish(runner.get().stream("hello", seen)).text()).isEqualTo("done");

    assertThat(phases).hasSize(1);
    assertThat(phases.get(0)).contains("\"starts\":1", "\"phase\":\"started\"");
  }

  @Test
  void aToolThatHasChangedIsCheckedAndAskedForAgain() throws Exception {
    Runner before = runner(calls("pay", "{}"), pay);
    RunState state = suspended(before);
    ScriptedModel rest = ScriptedModel.of(ScriptedTurn.text("done"));
    Runner after = runner(rest, paying("{\"type\":\"object\",\"properties\":{}}"));
    RunRequest request = RunRequest.resume(state).decide("call_1_1", Decision.approve()).build();
    RunResult result = finish(after.stream(request, told));

    assertThat(result.stopReason()).isEqualTo(StopReason.AWAITING_APPROVAL);
    assertThat(told.only(ToolPermissionRequest.class)).hasSize(2);
    assertThat(ran).isEmpty();
  }

  @Test
  void ofAToolThatIsGoneTheModelIsTold() throws Exception {
    RunState state = suspended(runner(calls("pay", "{}"), pay));
    Runner after = runner(ScriptedModel.of(ScriptedTurn.text("done")), Fixtures.ECHO);
    RunRequest request = RunRequest.resume(state).decide("call_1_1", Decision.approve()).build();
    assertThat(finish(after.stream(request, told)).text()).isEqualTo("done");

    assertThat(told.only(ToolOutputAdded.class).get(0).result().status())
        .isEqualTo(ToolCallStatus.UNKNOWN_TOOL);
    assertThat(Fixtures.observation(told)).contains("\"pay\"", "echo");
  }

  @Test
  void aStoreThatGivesSomethingElseIsNotBelieved() throws Exception {
    Runner runner = runner(calls("pay", "{}"), pay);
    RunState state = suspended(runner);
    StateStore.Entry kept = store.load(state.runId()).orElseThrow();
    store.replace("run_other", 0, kept);
    assertThatThrownBy(() -> runner.load("run_other"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another state");

    store.replace(state.runId(), kept.revision(), new StateStore.Entry(99, kept.text()));
    assertThatThrownBy(() -> runner.load(state.runId()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another state");
    store.replace(state.runId(), 99, new StateStore.Entry(99, state.toJson()));
    assertThatThrownBy(() -> runner.load(state.runId()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("seal");
    assertThatThrownBy(() -> Fixtures.runner(calls("pay", "{}")).load("run_1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("stateStore");
  }

  @Test
  void aReportThatComesWhileTheEndIsKeptTakesNoNumberOfTheNextLeg() throws Exception {
    CountDownLatch deferred = new CountDownLatch(1);
    AtomicReference<ToolContext> after = new AtomicReference<>();
    FunctionTool chatty =
        Fixtures.tool(
            "chatty",
            (arguments, context) -> {
              Fixtures.await(deferred);
              after.set(context);
              return ToolOutput.of("ok");
            });
    StateStore reporting =
        new FailingStore(9) {
          @Override
          public synchronized boolean replace(String runId, long expected, Entry next)
              throws IOException {
            if (after.get() != null) {
              after.get().activity("I was not heard yet.");
            }
            return super.replace(runId, expected, next);
          }
        };
    Runner runner =
        Runner.builder(agent(calls("pay", "{}", "chatty", "{}"), pay, chatty))
            .approver(request -> Decision.defer())
            .stateStore(reporting, SEAL)
            .listener(
                new RunListener() {
                  @Override
                  public void onToolPermissionDecision(ToolPermissionDecision event) {
                    deferred.countDown();
                  }
                })
            .build();
    RunState state = suspended(runner);
    finish(runner.stream(RunRequest.resume(state).build(), told));

    Fixtures.checkNumbers(told);
  }

  /** A store that works so many times and then no more. */
  private class FailingStore implements StateStore {
    private int left;

    FailingStore(int left) {
      this.left = left;
    }

    @Override
    public Optional<Entry> load(String runId) throws IOException {
      return store.load(runId);
    }

    @Override
    public synchronized boolean replace(String runId, long expected, Entry next)
        throws IOException {
      left--;
      if (left < 0) {
        throw new IOException("The disk is full.");
      }
      return store.replace(runId, expected, next);
    }

    @Override
    public boolean remove(String runId, long expected) throws IOException {
      throw new IOException("The disk is gone.");
    }
  }

  private Runner failing(int left, FunctionTool... tools) {
    Agent agent = agent(calls("pay", "{}", "echo", "{}"), tools);
    return Runner.builder(agent)
        .approver(request -> Decision.approve())
        .stateStore(new FailingStore(left), SEAL)
        .build();
  }

  @Test
  void aRunThatCannotBeKeptFailsAndRunsNothing() throws Exception {
    for (int left = 0; left < 4; left++) {
      RecordedEvents seen = new RecordedEvents();
      RunResult result = finish(failing(left, pay, Fixtures.ECHO).stream("hello", seen));

      assertThat(result.stopReason()).as("%d saves", left).isEqualTo(StopReason.FAILED);
      assertThat(result.failure().orElseThrow()).hasMessage("The disk is full.");
      checkPromises(seen, result);
    }
    assertThat(ran).isEmpty();
  }

  @Test
  void aRunThatWouldWaitFailsWhenItCannotBeKept() throws Exception {
    for (int left = 0; left < 6; left++) {
      RecordedEvents seen = new RecordedEvents();
      Runner runner =
          Runner.builder(agent(calls("pay", "{}", "echo", "{}"), pay, Fixtures.ECHO))
              .approver(request -> Decision.defer())
              .stateStore(new FailingStore(left), SEAL)
              .build();
      RunResult result = finish(runner.stream("hello", seen));

      assertThat(result.stopReason())
          .as("%d saves", left)
          .isEqualTo(left < 5 ? StopReason.FAILED : StopReason.AWAITING_APPROVAL);
      checkPromises(seen, result);
    }
  }

  @Test
  void aToolThatRunsIsStoppedWhenTheRunCannotBeKept() throws Exception {
    FunctionTool slow =
        Fixtures.tool(
            "slow",
            (arguments, context) -> {
              new CountDownLatch(1).await();
              return ToolOutput.of("never");
            });
    Runner runner =
        Runner.builder(agent(calls("slow", "{}", "echo", "{}"), slow, Fixtures.ECHO))
            .stateStore(new FailingStore(3), SEAL)
            .build();
    RunResult result = finish(runner.stream("hello", told));

    assertThat(result.failure().orElseThrow()).hasMessage("The disk is full.");
    checkPromises(told, result);
  }

  @Test
  void anAnswerThatCannotBeForgottenIsAnAnswer() throws Exception {
    Agent agent = agent(ScriptedModel.of(ScriptedTurn.text("hi")));
    Runner runner = Runner.builder(agent).stateStore(new FailingStore(9), SEAL).build();
    try (QuietLog log = new QuietLog()) {
      assertThat(runner.run("hello").text()).isEqualTo("hi");
      assertThat(log.records()).hasSize(1);
    }
  }

  /** The process ends after the answer is in the session, and before the store forgets the run. */
  @Test
  void aRunWhoseAnswerIsInItsSessionIsOver() throws Exception {
    Session session = Session.inMemory();
    Agent agent = agent(calls("echo", "{}"), Fixtures.ECHO);
    Runner first = Runner.builder(agent).stateStore(new FailingStore(9), SEAL).build();
    Run run;
    try (QuietLog log = new QuietLog()) {
      run = first.stream(RunRequest.builder("hello").session(session).build(), told);
      finish(run);
      assertThat(log.records()).hasSize(1);
    }
    Runner second = Runner.builder(agent).stateStore(store, SEAL).build();
    RunState left = second.load(run.id()).orElseThrow();
    RunResult result =
        finish(
            second.stream(RunRequest.resume(left).session(session).build(), new RecordedEvents()));

    assertThat(result.failure().orElseThrow())
        .isInstanceOf(StaleStateException.class)
        .hasMessageContaining("come to its end");
    assertThat(second.load(run.id())).isEmpty();
    assertThat(session.messages()).hasSize(4);
  }

  /** The process ends twice at the worst moment: each time a record is missing. */
  @Test
  void everyRecordThatIsMissingIsAddedInItsTurn(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("session.jsonl");
    CountDownLatch running = new CountDownLatch(1);
    FunctionTool slow =
        Fixtures.tool(
            "slow",
            (arguments, context) -> {
              running.countDown();
              new CountDownLatch(1).await();
              return ToolOutput.of("never");
            });
    RunState state;
    try (Session session = Session.open(file)) {
      Runner runner = runner(calls("slow", "{}"), slow);
      Run run = runner.stream(RunRequest.builder("hello").session(session).build(), told);
      Fixtures.await(running);
      state = runner.load(run.id()).orElseThrow();
      run.cancel();
      finish(run);
      StateStore.Entry last = store.load(run.id()).orElseThrow();
      store.remove(run.id(), last.revision());
      store.replace(run.id(), 0, new StateStore.Entry(state.revision(), state.toJson(SEAL)));
    }
    Files.writeString(file, Files.readAllLines(file).get(0) + "\n");
    StateStore dying =
        new FailingStore(1) {
          @Override
          public synchronized boolean replace(String runId, long expected, Entry next)
              throws IOException {
            super.replace(runId, expected, next);
            throw new IOException("The process ends.");
          }
        };
    Agent agent = agent(ScriptedModel.of(ScriptedTurn.text("done")), slow);
    for (StateStore each : List.of(dying, store)) {
      Runner runner = Runner.builder(agent).stateStore(each, SEAL).build();
      try (Session session = Session.open(file)) {
        RunState left = runner.load(state.runId()).orElseThrow();
        finish(
            runner.stream(RunRequest.resume(left).session(session).build(), new RecordedEvents()));
      }
    }

    try (Session session = Session.open(file)) {
      assertThat(session.messages()).hasSize(4);
    }
  }
}
