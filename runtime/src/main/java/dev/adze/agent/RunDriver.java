// Long because whatever happens to a run meets here, in one order that has to be seen whole.
package dev.adze.agent;

import dev.adze.approval.Grant;
import dev.adze.event.EventHeader;
import dev.adze.event.ExecutionComplete;
import dev.adze.event.ExecutionStart;
import dev.adze.event.FinalOutput;
import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallComplete;
import dev.adze.loop.LoopInput;
import dev.adze.loop.RunLoop;
import dev.adze.loop.RunState;
import dev.adze.loop.Transition;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
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
  private final Beginning beginning;
  private final Delivery delivery;
  private final ResultFuture<RunResult> result;

  private final UnaryOperator<Runnable> context;
  private final Run run = new Run(this);

  private final Inbox inbox = new Inbox();
  private final Revoked revoked = new Revoked();

  // These are touched only while the inbox is emptied, which one thread does at a time.
  private final Effects effects;
  private @Nullable RunResult outcome;
  private final Keeper keeper;

  /** What has come while a state was being kept, or before the run went on from one. */
  private final Queue<Runnable> waiting = new ArrayDeque<>();

  private boolean begun;
  private boolean keeping;
  private boolean keptBefore;
  private @Nullable Throwable keepFailure;

  private final long begin = System.nanoTime();
  private volatile RunState state;

  private final AtomicReference<@Nullable Throwable> logFailure = new AtomicReference<>();

  private RunDriver(Runner runner, RunRequest request, List<RunListener> listeners) {
    this.request = request;
    this.beginning = new Beginning(runner, request);
    this.state = beginning.state();
    this.context = runner.threadContext().capture();
    this.delivery =
        new Delivery(
            new Listeners(listeners, this::logFailed),
            context,
            new Delivery.Course(run, this::begin, this::completeResult),
            state.sequence());
    this.result = new ResultFuture<>(delivery);
    this.effects =
        new Effects(
            id(),
            new Surroundings(
                null,
                runner,
                request,
                this::post,
                this::afterThat,
                delivery,
                context,
                this::grants,
                revoked));
    this.keeper = runner.keeper(request, beginning.runId(), state.revision());
  }

  /**
   * A run, or another leg of one, that has not been started, in the context of this thread.
   *
   * @param listeners of which each hears every event before the next one does, logs first
   * @throws IllegalArgumentException if the run is another agent's, or of another session, or was
   *     handed over to an agent that is gone
   */
  static RunDriver of(Runner runner, RunRequest request, List<RunListener> listeners) {
    return new RunDriver(runner, request, listeners);
  }

  /** Adds the consumer that comes for the events itself; before the start. */
  Feed feed() {
    return delivery.feed();
  }

  /**
   * Starts the run, once.
   *
   * @throws IllegalStateException if another run has its session
   */
  Run start() {
    beginning.takeSession();
    state = beginning.state();
    delivery.start();
    return run;
  }

  UnaryOperator<Runnable> context() {
    return context;
  }

  private void begin() {
    LoopInput first = beginning.input();
    inbox.enter(() -> {
      begun = true;
      apply(first);
      takeWaiting();
    });
  }

  String id() {
    return beginning.runId();
  }

  /** The state at this moment, with the number of the last event. */
  RunState state() {
    return state.withSequence(delivery.sequence());
  }

  private List<Grant> grants() {
    return state.grants();
  }

  void revoke(String grantId) {
    revoked.add(grantId);
    post(new LoopInput.GrantRevoked(grantId));
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
    inbox.enter(() -> apply(input));
  }

  private void afterThat(Runnable step) {
    inbox.enter(() -> {
      if (holdsBack()) {
        waiting.add(step);
      } else {
        step.run();
      }
    });
  }

  private void apply(LoopInput input) {
    revoked.due(state).forEach(this::take);
    take(input);
  }

  private void take(LoopInput input) {
    if (outcome != null) {
      return;
    }
    if (holdsBack()) {
      waiting.add(() -> apply(input));
      return;
    }
    try {
      RunState before = state;
      effects.leave(input);
      Transition transition =
          RunLoop.apply(before, input, Duration.ofNanos(System.nanoTime() - begin));
      state = transition.state();
      GrantChange.between(before, state).forEach(effects::passDown);
      // Before the state is kept, or a late report would take a number that the state counts on.
      transition.events().forEach(this::silence);
      if (keepFailure == null && keeper.keeps(input, transition)) {
        keep(input, transition);
      } else {
        perform(transition);
      }
    } catch (Throwable bug) {
      Reports.failure("Run " + id() + " broke down at " + input.getClass().getName(), bug);
      breakDown(bug);
    }
  }

  private boolean holdsBack() {
    // A leg that has ended knows no cancel, and one that has not begun is to hear of it.
    boolean early = !begun && request.state().isPresent();
    return keeping || early;
  }

  private void perform(Transition transition) {
    transition.events().forEach(this::tell);
    transition.effects().forEach(effects::perform);
  }

  /** Nothing of a transition is told or done before its state is kept; what comes then waits. */
  private void keep(LoopInput input, Transition transition) {
    keeping = true;
    long last = delivery.sequence() + transition.events().size();
    keeper.keep(input, transition, last, failure -> inbox.enter(() -> kept(transition, failure)));
  }

  private void kept(Transition transition, @Nullable Throwable failure) {
    keeping = false;
    try {
      if (failure == null) {
        perform(transition);
      } else if (keptBefore) {
        stopFor(failure, transition);
      } else {
        // The leg is over before it began.
        transition.events().stream().filter(ExecutionStart.class::isInstance).forEach(this::tell);
        breakDown(failure);
      }
    } catch (Throwable bug) {
      Reports.failure("Run " + id() + " broke down when its state was kept", bug);
      breakDown(bug);
    }
    keptBefore = true;
    takeWaiting();
  }

  private void takeWaiting() {
    while (!keeping && !waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  /** Ends a run whose state could not be kept; of what that state leads to, nothing is done. */
  private void stopFor(Throwable failure, Transition transition) {
    keepFailure = failure;
    effects.refuse();
    delivery.startNothing();
    transition.events().stream().filter(RunDriver::holdsUnkept).forEach(this::tell);
    apply(new LoopInput.NotKept());
    transition.effects().forEach(effects::perform);
    delivery.stopWaiting();
  }

  /** A run that fails has no answer, and does not wait for a decision. */
  private static boolean holdsUnkept(RunEvent event) {
    boolean waits =
        event instanceof ExecutionComplete complete
            && complete.result().stopReason() == StopReason.AWAITING_APPROVAL;
    return !waits && !(event instanceof FinalOutput);
  }

  private void silence(RunEvent event) {
    if (event instanceof ToolCallComplete complete) {
      effects.silence(complete.result().call().id());
    }
  }

  private void tell(RunEvent event) {
    if (event instanceof ExecutionComplete complete) {
      outcome = outcome(complete.result());
      request.session().ifPresent(session -> session.end(id()));
      delivery.tell(new ExecutionComplete(event.header(), outcome));
      return;
    }
    delivery.tell(event);
  }

  /** To the loop, a run that lost its log was cancelled, and so was one that cannot be kept. */
  private RunResult outcome(RunResult told) {
    Throwable lost = told.stopReason() == StopReason.CANCELLED ? logFailure.get() : null;
    Throwable failure = keepFailure == null ? lost : keepFailure;
    if (failure == null) {
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
      tell(
          new ExecutionComplete(
              EventHeader.untold(id(), state.leg(), 0, state.activeAgent()), state.failed(bug)));
    }
  }
}
