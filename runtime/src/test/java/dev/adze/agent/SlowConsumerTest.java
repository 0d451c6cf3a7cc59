package dev.adze.agent;

import static dev.adze.agent.Fixtures.ECHO;
import static dev.adze.agent.Fixtures.agent;
import static dev.adze.agent.Fixtures.calls;
import static dev.adze.agent.Fixtures.checkPromises;
import static dev.adze.agent.Fixtures.finish;
import static dev.adze.agent.Fixtures.tool;
import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.event.ExecutionComplete;
import dev.adze.event.FinalOutput;
import dev.adze.event.RawResponse;
import dev.adze.event.RunEvent;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCalled;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.testing.RecordedEvents;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Consumers that take their time, stay away, or never come back. */
class SlowConsumerTest {
  private final CountDownLatch never = new CountDownLatch(1);
  private final RecordedEvents told = new RecordedEvents();

  /** Blocks at the first event of a kind; hears everything in the end. */
  private final class Stuck implements RunListener {
    private final Class<? extends RunEvent> at;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final RecordedEvents heard = new RecordedEvents();

    Stuck(Class<? extends RunEvent> at) {
      this.at = at;
    }

    @Override
    public void onEvent(RunEvent event) {
      heard.onEvent(event);
      if (at.isInstance(event)) {
        reached.countDown();
        waitFor(never);
      }
    }

    @Override
    public void onExecutionComplete(ExecutionComplete event) {
      over.countDown();
    }
  }

  @Test
  void listenerThatNeverReturnsHoldsNeitherTheEndNorTheOthers() throws InterruptedException {
    Stuck stuck = new Stuck(FinalOutput.class);
    RecordedEvents before = new RecordedEvents();
    Runner runner =
        Runner.builder(agent(calls("echo", "{}"), ECHO)).listener(before).listener(stuck).build();
    try (QuietLog quiet = new QuietLog()) {
      assertThat(finish(runner.stream("hello", told)).text()).isEqualTo("done");
      assertThat(quiet.records())
          .singleElement()
          .satisfies(record -> assertThat(record.getMessage()).contains(Stuck.class.getName()));
    }

    assertThat(told.outline()).endsWith("final_output", "execution_complete FINAL_OUTPUT");
    assertThat(before.events()).isEqualTo(told.events());
    assertThat(stuck.heard.outline()).endsWith("final_output");
    never.countDown();
    Fixtures.await(stuck.over);
    assertThat(stuck.heard.events()).isEqualTo(told.events());
  }

  @Test
  void cancelledRunEndsBesideAListenerThatNeverReturns() throws InterruptedException {
    Stuck stuck = new Stuck(ToolCalled.class);
    Runner runner = Runner.builder(agent(calls("echo", "{}"), ECHO)).listener(stuck).build();
    Run run = runner.stream("hello", told);
    Fixtures.await(stuck.reached);
    assertThat(run.isDone()).isFalse();
    try (QuietLog quiet = new QuietLog()) {
      run.cancel();
      assertThat(finish(run).stopReason()).isEqualTo(StopReason.CANCELLED);
      assertThat(quiet.records()).hasSize(1);
    }

    assertThat(told.only(ToolCallComplete.class)).hasSize(1);
    checkPromises(told, finish(run));
    never.countDown();
    Fixtures.await(stuck.over);
    assertThat(stuck.heard.events()).isEqualTo(told.events());
  }

  @Test
  void runWhoseStartIsNeverHeardCanBeCancelled() throws InterruptedException {
    AtomicReference<Run> started = new AtomicReference<>();
    CountDownLatch reached = new CountDownLatch(1);
    RunListener stuck =
        new RunListener() {
          @Override
          public void onStart(Run run) {
            reached.countDown();
            waitFor(never);
          }
        };
    RunListener next =
        new RunListener() {
          @Override
          public void onStart(Run run) {
            started.set(run);
          }

          @Override
          public void onEvent(RunEvent event) {
            told.onEvent(event);
          }
        };
    Run run =
        Runner.builder(agent(ScriptedModel.of())).listener(stuck).build().stream("hello", next);
    Fixtures.await(reached);
    try (QuietLog quiet = new QuietLog()) {
      run.cancel();
      assertThat(finish(run).stopReason()).isEqualTo(StopReason.CANCELLED);
      assertThat(quiet.records()).hasSize(1);
    }

    assertThat(started).hasValue(run);
    checkPromises(told, finish(run));
    never.countDown();
  }

  @Test
  void waitingInACallbackThrowsAlsoWhereTheListenerWasLeftBehind() throws InterruptedException {
    List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch reached = new CountDownLatch(2);
    RunListener first = waiting(thrown, reached);
    RunListener second = waiting(thrown, reached);
    Runner runner =
        Runner.builder(agent(ScriptedModel.of(ScriptedTurn.text("hi"))))
            .listener(first)
            .listener(second)
            .build();
    try (QuietLog quiet = new QuietLog()) {
      assertThat(finish(runner.stream("hello", told)).text()).isEqualTo("hi");
      assertThat(quiet.records()).hasSize(2);
    }
    never.countDown();
    Fixtures.await(reached);

    assertThat(thrown).isEmpty();
  }

  /** Waits for the run only when it can be over, because others ended it meanwhile. */
  private RunListener waiting(List<Throwable> thrown, CountDownLatch reached) {
    AtomicReference<Run> own = new AtomicReference<>();
    return new RunListener() {
      @Override
      public void onStart(Run run) {
        own.set(run);
      }

      @Override
      public void onFinalOutput(FinalOutput event) {
        try {
          waitFor(never);
          own.get().await();
        } catch (Throwable caught) {
          thrown.add(caught);
        } finally {
          reached.countDown();
        }
      }
    };
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void streamThatNobodyReadsHoldsTheNextToolButNotTheEnd(boolean closed)
      throws InterruptedException {
    AtomicInteger ran = new AtomicInteger();
    FunctionTool counting =
        tool(
            "count",
            (arguments, context) -> {
              ran.incrementAndGet();
              return ToolOutput.of("ok");
            });
    CountDownLatch called = new CountDownLatch(1);
    RunListener log =
        new RunListener() {
          @Override
          public void onEvent(RunEvent event) {
            told.onEvent(event);
          }

          @Override
          public void onToolCalled(ToolCalled event) {
            called.countDown();
          }
        };
    Runner runner = Runner.builder(agent(calls("count", "{}"), counting)).listener(log).build();
    EventStream events = runner.open("hello");
    var iterator = events.iterator();
    while (!(iterator.next() instanceof RawResponse)) {}
    Fixtures.await(called);
    if (closed) {
      events.close();
    } else {
      events.run().cancel();
    }

    assertThat(finish(events.run()).stopReason()).isEqualTo(StopReason.CANCELLED);
    assertThat(ran).hasValue(0);
    checkPromises(told, finish(events.run()));
    if (!closed) {
      List<RunEvent> rest = new ArrayList<>();
      iterator.forEachRemaining(rest::add);
      assertThat(rest).isNotEmpty();
      assertThat(told.events()).endsWith(rest.toArray(RunEvent[]::new));
    }
  }

  @Test
  void streamGivesTheEventsOfOneKind() throws InterruptedException {
    Runner runner = Runner.builder(agent(calls("echo", "{}", "echo", "{}"), ECHO)).build();
    List<String> completed = new ArrayList<>();
    try (EventStream events = runner.open("hello")) {
      for (ToolCallComplete event : events.ofType(ToolCallComplete.class)) {
        completed.add(event.result().call().id());
      }
      assertThat(finish(events.run()).text()).isEqualTo("done");
    }

    assertThat(completed).containsExactlyInAnyOrder("call_1_1", "call_1_2");
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      Fixtures.await(latch);
    } catch (InterruptedException unexpected) {
      throw new AssertionError(unexpected);
    }
  }
}
