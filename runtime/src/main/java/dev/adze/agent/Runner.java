// Long because each way to run, and each setting of the builder, says here what it means.
package dev.adze.agent;

import dev.adze.approval.ApprovalMode;
import dev.adze.approval.ApprovalRules;
import dev.adze.approval.Approver;
import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.internal.Threads;
import dev.adze.loop.RunState;
import dev.adze.loop.StateSeal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Runs an agent: asks its model, calls its tools, asks for approvals, and tells listeners all of
 * it. Holds no state of a run, needs no closing, and may be used by many threads at once.
 */
public final class Runner {
  private static final Executor OWN_THREADS = Threads.perTask("adze-work");

  private final Agent agent;
  private final Team team;
  private final @Nullable Approver approver;
  private final ApprovalRules approvalRules;
  private final Executor executor;
  private final boolean ownThreads;
  private final ThreadContext threadContext;
  private final List<RunListener> listeners;
  private final int maxParallelTools;
  private final @Nullable Keeping keeping;

  private Runner(Builder builder) {
    this.agent = builder.agent;
    this.team = Team.of(builder.agent);
    this.approver = builder.approver;
    this.approvalRules = builder.approvalRules;
    this.ownThreads = builder.executor == null;
    this.executor = builder.executor == null ? OWN_THREADS : builder.executor;
    this.threadContext = builder.threadContext;
    this.listeners = List.copyOf(builder.listeners);
    this.maxParallelTools = builder.maxParallelTools;
    this.keeping = builder.keeping;
  }

  /**
   * Starts a runner of the agent.
   *
   * @param agent the agent that the runs begin with
   * @return a builder with the defaults of all settings
   */
  public static Builder builder(Agent agent) {
    return new Builder(agent);
  }

  /**
   * Runs a prompt to its end.
   *
   * @param prompt what the user says; not blank
   * @return what came out of it, a failure too
   * @throws InterruptedException if this thread is interrupted; the run is cancelled
   */
  public RunResult run(String prompt) throws InterruptedException {
    return run(RunRequest.of(prompt));
  }

  /**
   * Runs a request to its end.
   *
   * @param request what is asked for, and what differs in it from the setup
   * @return what came out of it, a failure too
   * @throws InterruptedException if this thread is interrupted; the run is cancelled
   */
  public RunResult run(RunRequest request) throws InterruptedException {
    Run run = start(request, List.of());
    try {
      return run.await();
    } catch (InterruptedException interrupted) {
      run.cancel();
      throw interrupted;
    }
  }

  /**
   * Starts to run a prompt.
   *
   * @param prompt what the user says; not blank
   * @param listener is told everything that happens
   * @return the handle of the run, which is under way
   */
  public Run stream(String prompt, RunListener listener) {
    return stream(RunRequest.of(prompt), listener);
  }

  /**
   * Starts to run a request.
   *
   * @param request what is asked for, and what differs in it from the setup
   * @param listener is told everything that happens
   * @return the handle of the run, which is under way
   */
  public Run stream(RunRequest request, RunListener listener) {
    return start(request, List.of(listener));
  }

  /**
   * Starts to run a prompt.
   *
   * @param prompt what the user says; not blank
   * @param consumer is given every event, under the rules of {@link RunListener}
   * @return the handle of the run, which is under way
   */
  public Run stream(String prompt, Consumer<? super RunEvent> consumer) {
    return stream(RunRequest.of(prompt), consumer);
  }

  /**
   * Starts to run a request.
   *
   * @param request what is asked for, and what differs in it from the setup
   * @param consumer is given every event, under the rules of {@link RunListener}
   * @return the handle of the run, which is under way
   */
  public Run stream(RunRequest request, Consumer<? super RunEvent> consumer) {
    Objects.requireNonNull(consumer, "consumer");
    return stream(
        request,
        new RunListener() {
          @Override
          public void onEvent(RunEvent event) {
            consumer.accept(event);
          }
        });
  }

  /**
   * Starts to run a prompt whose events are to be iterated over.
   *
   * @param prompt what the user says; not blank
   * @return the events, to be iterated over and closed
   */
  public EventStream open(String prompt) {
    return open(RunRequest.of(prompt));
  }

  /**
   * Starts to run a request whose events are to be iterated over.
   *
   * @param request what is asked for, and what differs in it from the setup
   * @return the events, to be iterated over and closed
   */
  public EventStream open(RunRequest request) {
    RunDriver driver = RunDriver.of(this, request, listeners);
    Feed feed = driver.feed();
    return new EventStream(driver.start(), feed);
  }

  /**
   * {@return a prompt to be run for each subscriber}
   *
   * @param prompt what the user says; not blank
   */
  public Flow.Publisher<RunEvent> publisher(String prompt) {
    return publisher(RunRequest.of(prompt));
  }

  /**
   * {@return a request to be run for each subscriber, by the rules of Reactive Streams} Every
   * subscription is a run of its own, which starts with the first request for events; who never
   * asks starts none. A run that fails is a value, in its last event: {@code onError} comes only
   * for what the subscriber does wrong. The end of the subscription cancels the run.
   *
   * <p>A subscriber is called from a thread of its own, after every listener of the runner. Events
   * that it has not asked for hold the run before its next model call, tool or approval.
   *
   * @param request what each subscriber has run
   */
  public Flow.Publisher<RunEvent> publisher(RunRequest request) {
    Objects.requireNonNull(request, "request");
    return new EventPublisher(() -> RunDriver.of(this, request, listeners));
  }

  /**
   * The newest state of a run that the store has, as {@link RunRequest#resume} takes it: of one
   * that waits for a decision or stopped for something else that can be mended, or whose process
   * ended. The run of a process that still goes on is there too: resuming it takes it away from
   * there.
   *
   * @param runId the id of the run
   * @return nothing if there is no such run, or it came to its end
   * @throws IOException if the store cannot be read
   * @throws IllegalArgumentException if what it has was changed, or was sealed with another key
   * @throws IllegalStateException if the runner has no store
   */
  public Optional<RunState> load(String runId) throws IOException {
    if (keeping == null) {
      throw new IllegalStateException(
          "States are loaded from a store, and this Runner has none. Set stateStore(...).");
    }
    return keeping.load(runId);
  }

  private Run start(RunRequest request, List<RunListener> own) {
    List<RunListener> all = new ArrayList<>(listeners);
    all.addAll(own);
    return RunDriver.of(this, request, all).start();
  }

  /** The same runner for another agent, without listeners, and without a say about approvals. */
  Runner of(Agent other) {
    Builder same = builder(other).threadContext(threadContext).maxParallelTools(maxParallelTools);
    return (ownThreads ? same : same.executor(executor)).build();
  }

  Agent agent() {
    return agent;
  }

  Team team() {
    return team;
  }

  @Nullable Approver approver() {
    return approver;
  }

  ApprovalRules approvalRules() {
    return approvalRules;
  }

  Executor executor() {
    return executor;
  }

  /** Whether the executor is the library's own, which keeps nobody waiting. */
  boolean hasOwnThreads() {
    return ownThreads;
  }

  ThreadContext threadContext() {
    return threadContext;
  }

  int maxParallelTools() {
    return maxParallelTools;
  }

  Keeper keeper(RunRequest request, String runId, long revision) {
    return new Keeper(keeping, request.session().orElse(null), runId, revision);
  }

  /** Builds a {@link Runner}. Not safe for use by several threads. */
  public static final class Builder {
    private final Agent agent;
    private final List<RunListener> listeners = new ArrayList<>();
    private @Nullable Approver approver;
    private ApprovalRules approvalRules = ApprovalRules.DEFAULTS;
    private @Nullable Executor executor;
    private ThreadContext threadContext = UnaryOperator::identity;
    private int maxParallelTools = 8;
    private @Nullable Keeping keeping;

    private Builder(Agent agent) {
      this.agent = Objects.requireNonNull(agent, "agent");
    }

    /**
     * Sets who decides whether calls that need approval may run; if never set, nobody may.
     *
     * @param value who decides whether calls that need approval may run
     * @return this builder
     */
    public Builder approver(Approver value) {
      this.approver = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets what is settled about calls; {@link ApprovalRules#DEFAULTS} if never set.
     *
     * @param value what is settled about calls
     * @return this builder
     */
    public Builder approvalRules(ApprovalRules value) {
      this.approvalRules = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets how calls that need approval are treated. One of the approval rules.
     *
     * @param value how calls that need approval are treated
     * @return this builder
     */
    public Builder approvalMode(ApprovalMode value) {
      return approvalRules(approvalRules.toBuilder().mode(value).build());
    }

    /**
     * Sets where model calls and tools run. It must not run a task on the thread that hands it
     * over. A tool that runs an agent has its thread until the agent is through, so that an
     * executor of few threads can have none left for the agents. If never set, each task has a
     * thread of its own: a virtual one from JDK 24, a daemon before.
     *
     * @param value where model calls and tools run
     * @return this builder
     */
    public Builder executor(Executor value) {
      this.executor = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets what is carried from the thread that starts a run to the threads that work for it and
     * that call its listeners; nothing if never set.
     *
     * @param value what is carried from the thread that starts a run to the threads that work for
     *     it and that call its listeners
     * @return this builder
     */
    public Builder threadContext(ThreadContext value) {
      this.threadContext = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Adds a listener of every run, which hears each event before the run's own listener does.
     *
     * @param value a listener of every run, which hears each event before the run's own listener
     *     does
     * @return this builder
     */
    public Builder listener(RunListener value) {
      listeners.add(Objects.requireNonNull(value, "value"));
      return this;
    }

    /**
     * Sets how many tools of one run may run at the same time, positive; 8 if never set.
     *
     * @param value how many tools of one run may run at the same time, positive
     * @return this builder
     */
    public Builder maxParallelTools(int value) {
      if (value <= 0) {
        throw new IllegalArgumentException(
            "maxParallelTools must be positive, or no tool could run. It is " + value + ".");
      }
      this.maxParallelTools = value;
      return this;
    }

    /**
     * Sets where the states of runs are kept while they are under way, so that a run goes on
     * elsewhere when its process ends, and is resumed only once: before a tool is started, and when
     * a response, a decision or a result has come. A run that comes to its end is removed. A run
     * whose state cannot be kept fails. If never set, states are not kept.
     *
     * @param store where
     * @param seal what they are sealed with
     * @return this builder
     */
    public Builder stateStore(StateStore store, StateSeal seal) {
      this.keeping = new Keeping(store, seal);
      return this;
    }

    /**
     * {@return the runner}
     *
     * @throws IllegalStateException if two have the same name of the agent, those that it can hand
     *     over to and those that are tools of one of them; or if one has two tools of one name
     */
    public Runner build() {
      return new Runner(this);
    }
  }
}
