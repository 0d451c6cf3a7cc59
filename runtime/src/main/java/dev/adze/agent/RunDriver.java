package dev.adze.agent;

import dev.adze.event.EventHeader;
import dev.adze.event.ExecutionComplete;
import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallComplete;
import dev.adze.loop.LoopInput;
import dev.adze.loop.RunLoop;
import dev.adze.loop.RunSetup;
import dev.adze.loop.RunState;
import dev.adze.loop.Transition;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One run: puts what happens into the loop, has the events that come out told and the effects
 * performed.
 *
 * <p>It has no thread of its own. Inputs go into an inbox that is emptied by whoever finds it
 * unattended: a pass through the loop is short and pure, and all work goes to other threads.
 */
final class RunDriver {
  private final RunRequest request;
  private final RunSetup setup;
  private final Delivery delivery;
  private final ResultFuture<RunResult> result;

  private final UnaryOperator<Runnable> context;
  private final Run run = new Run(this);

  private final Queue<LoopInput> inbox = new ConcurrentLinkedQueue<>();
  private final AtomicInteger unread = new AtomicInteger();

  // These are touched only while the inbox is emptied, which one thread does at a time.
  private final Effects effects;
  private @Nullable RunResult outcome;

  private final long begin = System.nanoTime();
  private volatile RunState state;

  private final AtomicReference<@Nullable Throwable> logFailure = new AtomicReference<>();

  private RunDriver(Runner runner, RunRequest request, List<RunListener> listeners) {
    this.request = request;
    this.setup = setup(runner, request);
    this.state = request.state().orElse(RunState.of(setup));
    this.context = runner.threadContext().capture();
    this.delivery =
        new Delivery(
            new Listeners(listeners, this::logFailed),
            context,
            new Delivery.Course(run, () -> post(first()), this::completeResult),
            state.sequence());
    this.result = new ResultFuture<>(delivery);
    this.effects = new Effects(runner, request, setup, this::post, delivery, context);
  }

  private static RunSetup setup(Runner runner, RunRequest request) {
    Agent agent = runner.agent();
    String runId = request.state().map(RunState::runId).orElse("run_" + UUID.randomUUID());
    return RunSetup.builder(runId, agent.name())
        .limits(request.limits().orElse(agent.limits()))
        .timeouts(agent.timeouts())
        .retries(agent.retries())
        .maxParallelTools(runner.maxParallelTools())
        .build();
  }

  /**
   * A run, or another leg of one, that has not been started, in the context of this thread.
   *
   * @param listeners of which each hears every event before the next one does, logs first
   * @throws IllegalArgumentException if the run is another agent's
   */
  static RunDriver of(Runner runner, RunRequest request, List<RunListener> listeners) {
    requireSameAgent(runner, request);
    return new RunDriver(runner, request, listeners);
  }

  /** Adds the consumer that comes for the events itself; before the start. */
  Feed feed() {
    return delivery.feed();
  }

  /** Starts the run, once. */
  Run start() {
    delivery.start();
    return run;
  }

  UnaryOperator<Runnable> context() {
    return context;
  }

  private static void requireSameAgent(Runner runner, RunRequest request) {
    String own = runner.agent().name();
    String asked = request.state().map(RunState::agent).orElse(own);
    if (!asked.equals(own)) {
      throw new IllegalArgumentException(
          "A run is resumed with the agent that began it. The state is of \""
              + asked
              + "\", the runner has \""
              + own
              + "\".");
    }
  }

  private LoopInput first() {
    return request.state().isPresent()
        ? new LoopInput.Resumed(setup, request.decisions())
        : new LoopInput.Start(request.messages());
  }

  String id() {
    return setup.runId();
  }

  /** The state at this moment, with the number of the last event. */
  RunState state() {
    return state.withSequence(delivery.sequence());
  }

  void cancelAfterStep() {
    post(new LoopInput.CancelRequested(true));
  }

  void cancel() {
    delivery.startNothing();
    post(new LoopInput.CancelRequested(false));
    // After that, so that a reader who is let go finds its call cancelled and does not read on.
    delivery.stopWaiting();
  }

  RunResult await() throws InterruptedException {
    try {
      return result.get();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("A run's result is always a value.", impossible);
    }
  }

  CompletableFuture<RunResult> toFuture() {
    return result.copy();
  }

  boolean isDone() {
    return result.isDone();
  }

  /** Takes an input from any thread; without effect on a run that has ended. */
  private void post(LoopInput input) {
    inbox.add(input);
    if (unread.getAndIncrement() == 0) {
      do {
        apply(inbox.remove());
      } while (unread.decrementAndGet() > 0);
    }
  }

  private void apply(LoopInput input) {
    if (outcome != null) {
      return;
    }
    try {
      Transition transition =
          RunLoop.apply(state, input, Duration.ofNanos(System.nanoTime() - begin));
      state = transition.state();
      transition.events().forEach(this::tell);
      transition.effects().forEach(effects::perform);
    } catch (Throwable bug) {
      Reports.failure("Run " + id() + " broke down at " + input.getClass().getName(), bug);
      breakDown(bug);
    }
  }

  private void tell(RunEvent event) {
    if (event instanceof ToolCallComplete complete) {
      effects.silence(complete.result().call().id());
    } else if (event instanceof ExecutionComplete complete) {
      outcome = outcome(complete.result());
      delivery.tell(new ExecutionComplete(event.header(), outcome));
      return;
    }
    delivery.tell(event);
  }

  /** To the loop, a run that lost its log was cancelled. */
  private RunResult outcome(RunResult told) {
    Throwable failure = logFailure.get();
    if (failure == null || told.stopReason() != StopReason.CANCELLED) {
      return told;
    }
    return RunResult.builder(id(), StopReason.FAILED)
        .failure(failure)
        .steps(told.steps())
        .messages(told.messages())
        .usage(told.usage())
        .build();
  }

  private void logFailed(Throwable thrown) {
    if (logFailure.compareAndSet(null, thrown)) {
      cancel();
    }
  }

  private void completeResult(ExecutionComplete last) {
    result.complete(last.result());
  }

  /** Whatever is wrong with the run itself, nobody must wait for it for ever. */
  private void breakDown(Throwable bug) {
    if (outcome == null) {
      effects.cancelAll();
      RunResult failed =
          RunResult.builder(id(), StopReason.FAILED)
              .failure(bug)
              .messages(request.messages())
              .build();
      tell(new ExecutionComplete(EventHeader.untold(id(), state.leg(), 0, setup.agent()), failed));
    }
  }
}
