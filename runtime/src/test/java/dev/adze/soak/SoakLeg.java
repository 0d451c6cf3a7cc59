package dev.adze.soak;

import dev.adze.agent.EventStream;
import dev.adze.agent.Run;
import dev.adze.agent.RunListener;
import dev.adze.agent.RunRequest;
import dev.adze.agent.Runner;
import dev.adze.agent.StaleStateException;
import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.log.JsonLog;
import dev.adze.soak.Plan.Leg;
import dev.adze.soak.Plan.Way;
import dev.adze.testing.RecordedEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

/** One leg of a run, with everybody who hears it, cancels it or takes it over. */
final class SoakLeg {
  static final long SECONDS = 60;

  /** A state from this moment is an older one by the end of the leg. */
  private static final int EARLY = 4;

  private final SoakRun whole;
  private final Plan plan;
  private final Leg leg;
  private final int place;
  private final int number;
  private final RecordedEvents first = new RecordedEvents();
  private final RecordedEvents own = new RecordedEvents();
  private final CompletableFuture<Run> run = new CompletableFuture<>();
  private final CountDownLatch heard = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private final Hearers hearers = new Hearers(over, this::isCancelling);
  private final CompletableFuture<SoakLeg> taker = new CompletableFuture<>();
  private volatile boolean cancelling;
  private volatile boolean taken;
  private volatile String early = "";
  private RunResult result;

  /**
   * @param place which of the plan's legs it is
   * @param number another one for each leg that is tried
   */
  SoakLeg(SoakRun whole, int place, int number) {
    this.whole = whole;
    this.plan = whole.plan();
    this.leg = plan.legs().get(place);
    this.place = place;
    this.number = number;
  }

  int place() {
    return place;
  }

  Run run() {
    return run.join();
  }

  RunResult result() {
    return result;
  }

  List<RunEvent> events() {
    return first.events();
  }

  /** A state from the beginning of the leg as sealed text; empty if it ended before. */
  String early() {
    return early;
  }

  boolean isCancelling() {
    return cancelling;
  }

  /** Whether somebody else had gone on from where this was to begin, or has done so since. */
  boolean isStale() {
    return result.failure().orElse(null) instanceof StaleStateException;
  }

  /** Whether it was over before it began, because somebody else had gone on. */
  boolean isRefused() {
    return isStale() && events().size() == 2;
  }

  /** Who has gone on with the run in its middle; null if nobody has. */
  SoakLeg taker() {
    return taken ? taker.join() : null;
  }

  PlannedApprover approver() {
    return new PlannedApprover(number, leg.answers(), whole.ledger(), over);
  }

  /** Runs the leg to its end; an AssertionError says which promise was broken. */
  SoakLeg perform(Runner.Builder builder, RunRequest.Builder request) throws Exception {
    Terms terms = new Terms(number, leg.rules());
    request
        .context(terms)
        .approvalRules(terms.approvalRules())
        .streaming(plan.setting().streaming());
    if (!leg.answers().isEmpty()) {
      request.approver(approver().approver(number % 2 == 0));
    }
    builder.listener(first).listener(watcher()).maxParallelTools(plan.setting().parallel());
    plan.setting().listeners().forEach(hearing -> builder.listener(hearers.add(hearing)));
    Path file = whole.file("log-" + number + ".jsonl");
    JsonLog log = plan.setting().logged() ? JsonLog.lines(file).required() : null;
    if (log != null) {
      builder.listener(log);
    }
    whole.begin(this);
    try {
      result = result(builder.build(), request.build());
    } finally {
      whole.end(this);
      over.countDown();
      if (log != null) {
        log.close();
      }
    }
    check();
    if (log != null) {
      checkLog(file);
    }
    if (taken) {
      taker.get(2 * SECONDS, TimeUnit.SECONDS);
    }
    return this;
  }

  private RunResult result(Runner runner, RunRequest request) throws Exception {
    switch (plan.setting().way()) {
      case LISTENER -> runner.stream(request, own);
      case STREAM -> read(runner, request, Integer.MAX_VALUE);
      case STREAM_LEFT_EARLY -> read(runner, request, (int) (plan.seed() & 15));
      case PUBLISHER -> runner.publisher(request).subscribe(new Subscriber());
    }
    Run started = run.get(SECONDS, TimeUnit.SECONDS);
    RunResult ended;
    try {
      ended = started.toFuture().get(SECONDS, TimeUnit.SECONDS);
    } catch (java.util.concurrent.TimeoutException hangs) {
      throw new Violation("The run did not end in " + SECONDS + " seconds.");
    }
    if (plan.setting().way() == Way.PUBLISHER) {
      Violation.unless(heard.await(SECONDS, TimeUnit.SECONDS), "The subscriber was not completed.");
    }
    return ended;
  }

  private void read(Runner runner, RunRequest request, int events) {
    try (EventStream stream = runner.open(request)) {
      int left = events;
      for (RunEvent event : stream) {
        own.onEvent(event);
        if (--left <= 0) {
          break;
        }
      }
    }
  }

  private void check() throws InterruptedException {
    List<RunEvent> events = first.events();
    hearers.check(events, SECONDS);
    if (result.failure().orElse(null) instanceof Violation violation) {
      throw violation;
    }
    first.assertPromises();
    Violation.unless(first.result() == result, "The result is not that of the last event.");
    List<RunEvent> told = own.events();
    boolean left = plan.setting().way() == Way.STREAM_LEFT_EARLY;
    Violation.unless(
        told.equals(left ? events.subList(0, told.size()) : events),
        "The run's own consumer got other events.");
    Checks.calls(first, whole.ledger(), number);
    Checks.end(plan, leg, this, left);
  }

  private void checkLog(Path file) throws IOException {
    List<RunEvent> events = first.events();
    List<RunEvent> read = JsonLog.read(file);
    Files.delete(file);
    Violation.unless(read.size() == events.size(), "The log holds other events.");
    for (int i = 0; i < read.size(); i++) {
      Violation.unless(
          read.get(i).header().equals(events.get(i).header())
              && read.get(i).getClass() == events.get(i).getClass(),
          "The log holds another event in place " + i + ".");
    }
  }

  void cancel() {
    cancelling = true;
    run.join().cancel();
  }

  private RunListener watcher() {
    return new RunListener() {
      private int events;

      @Override
      public void onStart(Run starting) {
        run.complete(starting);
        whole.started(SoakLeg.this, starting);
        at(0);
      }

      @Override
      public void onEvent(RunEvent event) {
        at(++events);
      }

      private void at(int moment) {
        if (moment == EARLY) {
          early = run.join().state().toJson(SoakRun.SEAL);
        }
        if (moment == leg.cancelAt()) {
          if (leg.cancelledFromOutside()) {
            cancelling = true;
            whole.execute(SoakLeg.this::cancel);
          } else {
            cancel();
          }
        }
        if (moment == leg.takenAt() && whole.mayBeTaken(place)) {
          taken = true;
          whole.execute(SoakLeg.this::beTaken);
        }
      }
    };
  }

  private void beTaken() {
    try {
      taker.complete(whole.takeOver(this));
    } catch (Throwable thrown) {
      taker.completeExceptionally(thrown);
    }
  }

  /** Asks for some events at a time. */
  private final class Subscriber implements Flow.Subscriber<RunEvent> {
    private final int batch = 1 + (int) (plan.seed() & 3);
    private Flow.Subscription subscription;
    private int left = batch;

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      given.request(batch);
    }

    @Override
    public void onNext(RunEvent event) {
      own.onEvent(event);
      if (--left == 0) {
        left = batch;
        subscription.request(batch);
      }
    }

    @Override
    public void onError(Throwable thrown) {}

    @Override
    public void onComplete() {
      heard.countDown();
    }
  }
}
