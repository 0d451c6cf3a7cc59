package dev.adze.agent;

import static dev.adze.agent.Fixtures.ECHO;
import static dev.adze.agent.Fixtures.calls;
import static dev.adze.agent.Fixtures.finish;
import static dev.adze.agent.Fixtures.runner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.event.RawResponse;
import dev.adze.event.RunEvent;
import dev.adze.event.StopReason;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.testing.RecordedEvents;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Iterating over the events of a run. */
class EventStreamTest {
  @Test
  void givesEveryEventOnceAndEnds() throws InterruptedException {
    RecordedEvents told = new RecordedEvents();
    List<RunEvent> iterated = new ArrayList<>();
    Runner runner =
        Runner.builder(Fixtures.agent(calls("echo", "{}"), ECHO)).listener(told).build();
    try (EventStream events = runner.open("hello")) {
      for (RunEvent event : events) {
        iterated.add(event);
      }
      assertThat(finish(events.run()).stopReason()).isEqualTo(StopReason.FINAL_OUTPUT);
    }

    assertThat(iterated).isEqualTo(told.events());
  }

  @Test
  void closingEarlyCancels() throws InterruptedException {
    ScriptedTurn endless = ScriptedTurn.builder().text("a b c").hanging().build();
    Run run;
    try (EventStream events = runner(ScriptedModel.of(endless)).open("hello")) {
      run = events.run();
      for (RunEvent event : events) {
        if (event instanceof RawResponse) {
          break;
        }
      }
    }

    assertThat(finish(run).stopReason()).isEqualTo(StopReason.CANCELLED);
  }

  @Test
  void closingWithoutIteratingCancels() throws InterruptedException {
    EventStream events = runner(ScriptedModel.of(ScriptedTurn.hanging())).open("hello");
    events.close();
    events.close();

    assertThat(finish(events.run()).stopReason()).isEqualTo(StopReason.CANCELLED);
    assertThat(events.iterator().hasNext()).isFalse();
  }

  @Test
  void closingAfterTheEndLeavesTheResult() throws InterruptedException {
    EventStream events = runner(ScriptedModel.of(ScriptedTurn.text("hi"))).open("hello");
    Iterator<RunEvent> iterator = events.iterator();
    while (iterator.hasNext()) {
      iterator.next();
    }
    events.close();

    assertThat(finish(events.run()).text()).isEqualTo("hi");
    assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void isIteratedOverOnce() {
    try (EventStream events = runner(ScriptedModel.of(ScriptedTurn.text("hi"))).open("hello")) {
      events.iterator();
      assertThatThrownBy(events::iterator)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("An EventStream is iterated over once");
    }
  }

  @Test
  void interruptEndsTheWait() {
    try (EventStream events = runner(ScriptedModel.of(ScriptedTurn.hanging())).open("hello")) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> events.forEach(event -> {}))
          .isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
