package dev.adze.agent;

import dev.adze.event.EventHeader;
import dev.adze.event.ExecutionComplete;
import dev.adze.event.RunEvent;
import dev.adze.event.ToolCallActivity;
import dev.adze.internal.CallPort;
import dev.adze.internal.Threads;
import dev.adze.loop.LoopInput;
import dev.adze.loop.RunLoop;
import dev.adze.loop.RunState;
import dev.adze.model.ToolCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The run's side of the context that it issues for one call, or for the preview of one. */
final class IssuedPort implements CallPort {
  private final EventHeader header;
  private final ToolCall call;
  private final int attempt;
  private final @Nullable Object userContext;
  private final AtomicReference<@Nullable String> approved;
  private final Delivery delivery;
  private final Delivery.Source source;
  private final List<Runnable> actions = new ArrayList<>();
  private final @Nullable Surroundings surroundings;
  private final List<IssuedPort> calls = new CopyOnWriteArrayList<>();
  private final @Nullable RunState kept;
  private volatile @Nullable NestedRun within;
  private volatile @Nullable RunState suspended;
  private volatile long begunAt;
  private volatile boolean begun;
  private boolean cancelled;
  private boolean closed;

  /**
   * The run within the call as far as it was told, also if it waits for decisions; null if there is
   * none, if it is over, or if the outer run has it.
   */
  private @Nullable RunState open;

  /**
   * @param attempt which invocation of the call it is, from 1
   * @param approved the arguments that were approved; null if none were
   * @param surroundings what a run within the call needs; null if there can be none
   * @param kept the run within the call that is to go on; null if there is none
   */
  IssuedPort(
      EventHeader header,
      ToolCall call,
      int attempt,
      @Nullable Object userContext,
      @Nullable String approved,
      Delivery delivery,
      @Nullable Surroundings surroundings,
      @Nullable RunState kept) {
    this.header = header;
    this.call = call;
    this.attempt = attempt;
    this.userContext = userContext;
    this.approved = new AtomicReference<>(approved);
    this.delivery = delivery;
    this.source = new Delivery.Source(header);
    this.surroundings = surroundings;
    this.kept = kept;
    this.open = kept;
  }

  @Override
  public String runId() {
    return header.runId();
  }

  @Override
  public String callId() {
    return call.id();
  }

  @Override
  public int attempt() {
    return attempt;
  }

  @Override
  public @Nullable Object userContext() {
    return userContext;
  }

  @Override
  public void activity(String text) {
    delivery.tell(
        source,
        List.of(text),
        (header, ordinal, told) -> new ToolCallActivity(header, call, attempt, ordinal, told));
  }

  @Override
  public synchronized boolean cancelled() {
    return cancelled;
  }

  @Override
  public void onCancel(Runnable action) {
    synchronized (this) {
      if (!cancelled) {
        actions.add(action);
        return;
      }
    }
    action.run();
  }

  @Override
  public boolean takeApproval(String arguments) {
    String held = approved.get();
    return held != null && held.equals(arguments) && approved.compareAndSet(held, null);
  }

  /** Notes that the tool is told to stop. */
  synchronized void calledOff() {
    cancelled = true;
  }

  /**
   * Tells the tool to stop: a run within the call at once, so that it begins nothing more, and the
   * user's actions on a thread of their own, because nothing of the run may wait for them.
   */
  void cancel() {
    List<Runnable> due;
    synchronized (this) {
      cancelled = true;
      due = List.copyOf(actions);
      actions.clear();
    }
    NestedRun run = within;
    if (run != null) {
      run.cancel();
    }
    if (!due.isEmpty()) {
      Threads.startOrRun("adze-cancel", () -> due.forEach(this::act));
    }
  }

  /** What an action throws is nobody's here to catch. */
  private void act(Runnable action) {
    try {
      action.run();
    } catch (Throwable thrown) {
      Reports.failure("An onCancel action of call " + call.id() + " failed", thrown);
    }
  }

  /** Notes that the tool begins. */
  void begin() {
    begunAt = System.nanoTime();
    begun = true;
  }

  /** How long the tool has been running, or ran; zero before it begins. */
  Duration running() {
    return begun ? Duration.ofNanos(System.nanoTime() - begunAt) : Duration.ZERO;
  }

  EventHeader header() {
    return header;
  }

  /** What a run within the call needs; null if there can be none. */
  @Nullable Surroundings surroundings() {
    return surroundings;
  }

  /** The run within the call that is to go on; null if one is to begin. */
  @Nullable RunState kept() {
    return kept;
  }

  /** Notes that the call leaves off, with a run within it that waits for decisions. */
  void suspend(RunState inner) {
    suspended = inner;
  }

  /** The run that the call has left off with; null if it has not. */
  @Nullable RunState suspended() {
    return suspended;
  }

  /** Tells a run within the call what else is granted. */
  void passDown(LoopInput input) {
    NestedRun run = within;
    if (run != null) {
      run.post(input);
    }
  }

  /** Adds a call of the run within this one, which ends when this one does. */
  void add(IssuedPort call) {
    calls.add(call);
  }

  /** Leaves the run that the call has left off with to the outer run, which has taken it over. */
  synchronized void leave() {
    open = null;
  }

  /**
   * Has a run within the call hear from now on what else is granted, and when the call is
   * cancelled.
   *
   * @throws IllegalStateException if the call has ended, because its tool was given up, or if a run
   *     has begun in it before: the calls of both would have the same ids
   */
  synchronized void enter(NestedRun run) {
    if (within != null) {
      throw new IllegalStateException(
          "A call runs one agent, once, but call "
              + call.id()
              + " has run one before. Call the agent again from a call of its own.");
    }
    if (closed) {
      throw new IllegalStateException(
          "A run is part of a call that is at work, but call "
              + call.id()
              + " has ended. Let the tool stop when it is told to.");
    }
    within = run;
  }

  /**
   * Tells what a run within the call has come to, unless the call has ended.
   *
   * @param state where the run stands after that, also if it waits for decisions; null if it is
   *     over
   */
  synchronized void tellNested(List<RunEvent> events, @Nullable RunState state) {
    if (!closed) {
      events.forEach(delivery::tell);
      open = state;
    }
  }

  /** Ends the reports. A run within the call that is not over is given up, and tells so first. */
  synchronized void close() {
    if (closed) {
      return;
    }
    calls.forEach(IssuedPort::close);
    if (open != null) {
      RunLoop.apply(open, new LoopInput.GivenUp(), Duration.ZERO).events().stream()
          .filter(event -> !(event instanceof ExecutionComplete))
          .forEach(delivery::tell);
    }
    closed = true;
    delivery.close(source);
  }
}
