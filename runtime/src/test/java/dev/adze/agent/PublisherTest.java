package dev.adze.agent;

import static dev.adze.agent.Fixtures.ECHO;
import static dev.adze.agent.Fixtures.agent;
import static dev.adze.agent.Fixtures.calls;
import static dev.adze.agent.Fixtures.checkPromises;
import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.event.ExecutionComplete;
import dev.adze.event.RunEvent;
import dev.adze.event.StopReason;
import dev.adze.model.ModelException;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.testing.RecordedEvents;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What runs mean to subscribers, beyond the rules of Reactive Streams. */
class PublisherTest {
  private final RecordedEvents log = new RecordedEvents();

  /** Asks for as much as it is told to, and keeps what it gets. */
  private static class Subscriber implements Flow.Subscriber<RunEvent> {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final RecordedEvents told = new RecordedEvents();
    private final long first;
    private volatile Flow.Subscription subscription;
    private volatile Throwable error;

    Subscriber(long first) {
      this.first = first;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
      if (first != 0) {
        subscription.request(first);
      }
    }

    @Override
    public void onNext(RunEvent event) {
      told.onEvent(event);
    }

    @Override
    public void onError(Throwable thrown) {
      error = thrown;
      ended.countDown();
    }

    @Override
    public void onComplete() {
      ended.countDown();
    }
  }

  private Runner runner(ScriptedModel model) {
    return Runner.builder(agent(model, ECHO)).listener(log).build();
  }

  @Test
  void everySubscriberHasARunOfItsOwn() throws InterruptedException {
    ScriptedModel model = ScriptedModel.of(ScriptedTurn.text("one"), ScriptedTurn.text("two"));
    Flow.Publisher<RunEvent> publisher = runner(model).publisher("hello");
    assertThat(model.requests()).isEmpty();
    Subscriber one = new Subscriber(Long.MAX_VALUE);
    publisher.subscribe(one);
    Fixtures.await(one.ended);
    Subscriber two = new Subscriber(Long.MAX_VALUE);
    publisher.subscribe(two);
    Fixtures.await(two.ended);

    assertThat(text(one)).isEqualTo("one");
    assertThat(text(two)).isEqualTo("two");
    assertThat(one.told.events().get(0).runId()).isNotEqualTo(two.told.events().get(0).runId());
    RecordedEvents.of(one.told.events()).assertPromises();
  }

  private static String text(Subscriber subscriber) {
    return subscriber.told.only(ExecutionComplete.class).get(0).result().text();
  }

  @Test
  void whoNeverAsksStartsNoRun() {
    ScriptedModel model = ScriptedModel.of(ScriptedTurn.text("one"));
    Subscriber subscriber = new Subscriber(0);
    runner(model).publisher("hello").subscribe(subscriber);
    subscriber.subscription.cancel();
    subscriber.subscription.request(1);

    assertThat(model.requests()).isEmpty();
    assertThat(log.events()).isEmpty();
  }

  @Test
  void eventsThatAreNotAskedForHoldTheRunAndAreKept() throws InterruptedException {
    ScriptedModel model = calls("echo", "{}");
    Subscriber subscriber = new Subscriber(1);
    runner(model).publisher("hello").subscribe(subscriber);
    for (int i = 0; i < 3; i++) {
      subscriber.subscription.request(i + 1);
    }
    subscriber.subscription.request(Long.MAX_VALUE);
    Fixtures.await(subscriber.ended);

    assertThat(subscriber.told.events()).isEqualTo(log.events());
    checkPromises(subscriber.told, log.only(ExecutionComplete.class).get(0).result());
  }

  @Test
  void failedRunIsAValue() throws InterruptedException {
    ModelException failure =
        ModelException.builder(ModelException.Kind.AUTHENTICATION, "no").build();
    Subscriber subscriber = new Subscriber(Long.MAX_VALUE);
    runner(ScriptedModel.of(ScriptedTurn.failure(failure)))
        .publisher("hello")
        .subscribe(subscriber);
    Fixtures.await(subscriber.ended);

    assertThat(subscriber.error).isNull();
    assertThat(subscriber.told.only(ExecutionComplete.class).get(0).result().failure())
        .contains(failure);
  }

  @Test
  void cancelledSubscriptionCancelsItsRun() throws InterruptedException {
    AtomicReference<Run> run = new AtomicReference<>();
    CountDownLatch first = new CountDownLatch(1);
    Subscriber subscriber =
        new Subscriber(Long.MAX_VALUE) {
          @Override
          public void onNext(RunEvent event) {
            super.onNext(event);
            first.countDown();
          }
        };
    Runner runner =
        Runner.builder(agent(ScriptedModel.of(ScriptedTurn.hanging())))
            .listener(keeping(run))
            .build();
    runner.publisher("hello").subscribe(subscriber);
    Fixtures.await(first);
    subscriber.subscription.cancel();

    assertThat(Fixtures.finish(run.get()).stopReason()).isEqualTo(StopReason.CANCELLED);
    assertThat(subscriber.told.only(ExecutionComplete.class)).isEmpty();
  }

  @Test
  void subscriberThatThrowsIsCalledNoMoreAndItsRunIsCancelled() throws InterruptedException {
    AtomicReference<Run> run = new AtomicReference<>();
    CountDownLatch reported = new CountDownLatch(1);
    Subscriber subscriber =
        new Subscriber(Long.MAX_VALUE) {
          @Override
          public void onNext(RunEvent event) {
            super.onNext(event);
            reported.countDown();
            throw new IllegalStateException("thrown on purpose");
          }
        };
    Runner runner =
        Runner.builder(agent(ScriptedModel.of(ScriptedTurn.hanging())))
            .listener(keeping(run))
            .listener(log)
            .build();
    try (QuietLog quiet = new QuietLog()) {
      runner.publisher("hello").subscribe(subscriber);
      Fixtures.await(reported);
      assertThat(Fixtures.finish(run.get()).stopReason()).isEqualTo(StopReason.CANCELLED);
      assertThat(quiet.records()).hasSize(1);
    }

    assertThat(subscriber.told.events()).hasSize(1);
    assertThat(log.outline()).endsWith("execution_complete CANCELLED");
  }

  @Test
  void nonsenseIsRefused() throws InterruptedException {
    for (long n : List.of(0L, -1L)) {
      Subscriber subscriber = new Subscriber(1);
      runner(ScriptedModel.of(ScriptedTurn.hanging())).publisher("hello").subscribe(subscriber);
      subscriber.subscription.request(n);
      Fixtures.await(subscriber.ended);
      assertThat(subscriber.error)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("asked for " + n + ".");
    }
  }

  private static RunListener keeping(AtomicReference<Run> run) {
    return new RunListener() {
      @Override
      public void onStart(Run starting) {
        run.set(starting);
      }
    };
  }
}
