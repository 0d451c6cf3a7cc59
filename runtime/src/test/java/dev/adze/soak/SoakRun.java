package dev.adze.soak;

import dev.adze.agent.Agent;
import dev.adze.agent.EventStream;
import dev.adze.agent.Run;
import dev.adze.agent.RunListener;
import dev.adze.agent.RunRequest;
import dev.adze.agent.Runner;
import dev.adze.approval.ApprovalRequest;
import dev.adze.approval.Decision;
import dev.adze.event.ExecutionComplete;
import dev.adze.event.FinalOutput;
import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.log.JsonLog;
import dev.adze.loop.RetryPolicy;
import dev.adze.model.ModelClient;
import dev.adze.model.ModelRequest;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.testing.RecordedEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Performs a plan once, with everything that it holds. */
final class SoakRun {
  private static final long SECONDS = 30;

  private static final RetryPolicy AT_ONCE =
      RetryPolicy.builder().firstDelay(Duration.ofMillis(1)).maxDelay(Duration.ofMillis(1)).build();

  private final Plan plan;
  private final Soak soak;
  private final PlannedTools tools = new PlannedTools();
  private final Map<String, String> approved = new ConcurrentHashMap<>();
  private final RecordedEvents first = new RecordedEvents();
  private final RecordedEvents own = new RecordedEvents();
  private final List<RecordedEvents> others = new ArrayList<>();
  private final CompletableFuture<Run> run = new CompletableFuture<>();
  private final CountDownLatch heard = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private final List<CountDownLatch> stuck = new ArrayList<>();
  private volatile boolean cancelling;

  SoakRun(Plan plan, Soak soak) {
    this.plan = plan;
    this.soak = soak;
  }

  /** The events of the run; an AssertionError says which promise was broken. */
  List<RunEvent> perform() throws Exception {
    ScriptedModel model = PlannedModel.of(plan, this::hang);
    String name = "soak-" + soak.nextNumber();
    SoakServer server = soak.server(plan.transport());
    Path file = soak.folder().resolve(name + ".jsonl");
    JsonLog log = plan.logged() ? JsonLog.lines(file).required() : null;
    RunResult result;
    if (server != null) {
      server.serve(name, model);
    }
    try {
      result = result(runner(server == null ? model : server.client(), name, log));
    } finally {
      over.countDown();
      if (log != null) {
        log.close();
      }
    }
    check(result);
    if (log != null) {
      checkLog(file);
    }
    if (server == null) {
      model.requests().stream()
          .map(ModelRequest::messages)
          .map(Conversations::wrong)
          .forEach(Violation::unlessEmpty);
    } else {
      Violation.unlessEmpty(server.forget(name));
    }
    return first.events();
  }

  private Runner runner(ModelClient client, String name, JsonLog log) {
    Agent agent =
        Agent.builder()
            .name(plan.kept() ? "agent" + RoundTrip.KEPT : "agent")
            .model(client, name)
            .tools(tools.all())
            .maxSteps(6)
            .retries(AT_ONCE)
            .build();
    Runner.Builder runner =
        Runner.builder(agent)
            .listener(first)
            .listener(canceller())
            .maxParallelTools(plan.parallel());
    if (log != null) {
      runner.listener(log);
    }
    plan.listeners().forEach(hearing -> runner.listener(listener(hearing)));
    if (plan.mood() != Plan.Mood.NOBODY) {
      runner.approver(this::decide);
    }
    return runner.build();
  }

  private RunResult result(Runner runner) throws Exception {
    RunRequest request = RunRequest.builder("go").streaming(plan.streaming()).build();
    switch (plan.way()) {
      case LISTENER -> runner.stream(request, own);
      case STREAM -> read(runner, request, Integer.MAX_VALUE);
      case STREAM_LEFT_EARLY -> read(runner, request, (int) (plan.seed() & 15));
      case PUBLISHER -> runner.publisher(request).subscribe(new Subscriber());
    }
    Run started = run.get(SECONDS, TimeUnit.SECONDS);
    RunResult result;
    try {
      result = started.toFuture().get(SECONDS, TimeUnit.SECONDS);
    } catch (java.util.concurrent.TimeoutException hangs) {
      throw new Violation("The run did not end in " + SECONDS + " seconds.");
    }
    if (plan.way() == Plan.Way.PUBLISHER) {
      Violation.unless(heard.await(SECONDS, TimeUnit.SECONDS), "The subscriber was not completed.");
    }
    return result;
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

  private void check(RunResult result) throws InterruptedException {
    over.countDown();
    for (CountDownLatch last : stuck) {
      Violation.unless(last.await(SECONDS, TimeUnit.SECONDS), "A slow listener lost its end.");
    }
    if (result.failure().orElse(null) instanceof Violation violation) {
      throw violation;
    }
    first.assertPromises();
    List<RunEvent> events = first.events();
    Violation.unless(first.result() == result, "The result is not that of the last event.");
    for (RecordedEvents other : others) {
      Violation.unless(other.events().equals(events), "A listener heard other events.");
    }
    List<RunEvent> told = own.events();
    boolean whole = plan.way() != Plan.Way.STREAM_LEFT_EARLY;
    Violation.unless(
        told.equals(whole ? events : events.subList(0, told.size())),
        "The run's own consumer got other events.");
    Checks.calls(first, tools, approved);
    if (!plan.mayStop()) {
      Violation.unless(
          result.stopReason() == dev.adze.event.StopReason.FINAL_OUTPUT,
          "A mistake of the model ended the run: " + result.failure());
    }
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

  private Decision decide(ApprovalRequest request) throws IOException {
    return switch (plan.mood()) {
      case THROWS -> throw new IOException("nobody there");
      case SILENT, NOBODY -> null;
      case DENIES -> Decision.deny("no");
      case APPROVES -> approve(request);
      case APPROVES_SLOWLY -> {
        LockSupport.parkNanos(500_000);
        yield approve(request);
      }
    };
  }

  private Decision approve(ApprovalRequest request) {
    approved.put(request.callId(), request.arguments());
    return Decision.approve();
  }

  private void hang() {
    cancel();
    if (plan.transport() != Plan.Transport.SCRIPTED) {
      throw new PlannedModel.HangingException();
    }
  }

  private void cancel() {
    cancelling = true;
    run.join().cancel();
  }

  private RunListener canceller() {
    return new RunListener() {
      @Override
      public void onStart(Run starting) {
        run.complete(starting);
        cancelAt(0);
      }

      @Override
      public void onEvent(RunEvent event) {
        cancelAt(event.sequence());
      }

      private void cancelAt(long place) {
        if (place == plan.cancelAt()) {
          if (plan.cancelledFromOutside()) {
            cancelling = true;
            soak.execute(SoakRun.this::cancel);
          } else {
            cancel();
          }
        }
      }
    };
  }

  private RunListener listener(Plan.Hearing hearing) {
    RecordedEvents recorded = new RecordedEvents();
    others.add(recorded);
    CountDownLatch last = new CountDownLatch(1);
    stuck.add(last);
    return new RunListener() {
      private boolean wasStuck;

      @Override
      public void onEvent(RunEvent event) {
        recorded.onEvent(event);
        switch (hearing) {
          case QUICK -> {}
          case SLOW -> LockSupport.parkNanos(20_000);
          case THROWING -> throw new IllegalStateException("thrown on purpose");
          case STUCK -> beStuck(event);
        }
      }

      /** Where nobody waits any more, because the run is over or cancelled. */
      private void beStuck(RunEvent event) {
        boolean ending = event instanceof FinalOutput || event instanceof ExecutionComplete;
        if (!wasStuck && (cancelling || ending)) {
          wasStuck = true;
          SoakRun.await(over);
        }
      }

      @Override
      public void onExecutionComplete(ExecutionComplete event) {
        last.countDown();
      }
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
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
