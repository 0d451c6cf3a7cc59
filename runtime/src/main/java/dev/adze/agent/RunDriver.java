package dev.adze.agent;

import dev.adze.approval.Approver;
import dev.adze.event.EventHeader;
import dev.adze.event.ExecutionComplete;
import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallComplete;
import dev.adze.internal.Threads;
import dev.adze.loop.Effect;
import dev.adze.loop.LoopInput;
import dev.adze.loop.RunLoop;
import dev.adze.loop.RunSetup;
import dev.adze.loop.RunState;
import dev.adze.loop.Transition;
import dev.adze.model.Message;
import dev.adze.model.ModelRequest;
import dev.adze.model.SystemMessage;
import dev.adze.model.ToolCall;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolContext;
import dev.adze.tool.ToolSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One run: puts what happens into the loop, tells the events that come out and performs the
 * effects.
 *
 * <p>It has no thread of its own. Inputs go into an inbox that is emptied by whoever finds it
 * unattended; a pass through the loop is short and calls nothing of the user's, and every effect
 * that may take its time goes to another thread. So {@link #post} never blocks.
 */
final class RunDriver {
  private static final Executor APPROVALS = Threads.perTask("adze-approval");

  private final Agent agent;
  private final RunRequest request;
  private final Executor executor;
  private final @Nullable Approver approver;
  private final Toolbox tools;
  private final List<ToolSpec> specs;
  private final RunSetup setup;
  private final Delivery delivery;
  private final ResultFuture<RunResult> result;

  private final Queue<LoopInput> inbox = new ConcurrentLinkedQueue<>();
  private final AtomicInteger unread = new AtomicInteger();

  // The rest is touched only while the inbox is emptied, which one thread does at a time.
  private final Timers timers = new Timers(this::post);
  private final Map<String, Task> calls = new HashMap<>();
  private RunState state;
  private @Nullable ModelTask modelTask;
  private @Nullable RunResult outcome;

  private RunDriver(Runner runner, RunRequest request, List<RunListener> listeners) {
    this.agent = runner.agent();
    this.request = request;
    this.executor = runner.executor();
    this.approver = request.approver().orElse(runner.approver());
    this.tools = new Toolbox(agent.tools());
    this.specs = agent.tools().stream().map(FunctionTool::spec).toList();
    this.setup =
        RunSetup.builder("run_" + UUID.randomUUID(), agent.name())
            .maxSteps(request.maxSteps().orElse(agent.maxSteps()))
            .maxParallelTools(runner.maxParallelTools())
            .build();
    this.state = RunState.of(setup);
    this.delivery = new Delivery(new Listeners(listeners));
    this.result = new ResultFuture<>(delivery);
  }

  /**
   * Starts a run.
   *
   * @param listeners in the order in which they hear each event
   */
  static Run start(Runner runner, RunRequest request, List<RunListener> listeners) {
    RunDriver driver = new RunDriver(runner, request, listeners);
    Run run = new Run(driver);
    driver.delivery.start(
        run, () -> driver.post(new LoopInput.Start(request.messages())), driver::delivered);
    return run;
  }

  String id() {
    return setup.runId();
  }

  void cancel() {
    delivery.stopWaiting();
    post(new LoopInput.CancelRequested());
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

  private void delivered() {
    result.complete(outcome);
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
      Transition transition = RunLoop.apply(state, input);
      state = transition.state();
      transition.events().forEach(this::tell);
      transition.effects().forEach(this::perform);
    } catch (Throwable bug) {
      // Whatever is broken here, the caller must not wait for ever.
      Reports.failure("Run " + id() + " failed at " + input.getClass().getName(), bug);
      fail(bug);
    }
  }

  private void tell(RunEvent event) {
    if (event instanceof ToolCallComplete complete
        && calls.get(complete.result().call().id()) instanceof ToolTask tool) {
      tool.silence();
    } else if (event instanceof ExecutionComplete complete) {
      outcome = complete.result();
    }
    delivery.tell(event);
  }

  private void fail(Throwable bug) {
    if (outcome == null) {
      calls.values().forEach(Task::cancel);
      timers.cancelAll();
      RunResult failed =
          RunResult.builder(id(), StopReason.FAILED)
              .failure(bug)
              .messages(request.messages())
              .build();
      EventHeader header = EventHeader.untold(id(), 1, 0, agent.name());
      tell(new ExecutionComplete(header, failed));
    }
  }

  private void perform(Effect effect) {
    if (effect instanceof Effect.CallModel call) {
      callModel(call);
    } else if (effect instanceof Effect.CancelModel && modelTask != null) {
      modelTask.cancel();
    } else if (effect instanceof Effect.Prepare prepare) {
      prepare(prepare.call());
    } else if (effect instanceof Effect.AskApproval ask) {
      ApprovalTask task = new ApprovalTask(this::post, ask.request(), approver);
      calls.put(ask.request().callId(), task);
      delivery.whenCaughtUp(() -> task.launch(APPROVALS));
    } else if (effect instanceof Effect.RunTool run) {
      runTool(run);
    } else if (effect instanceof Effect.CancelCall cancel) {
      Task task = calls.get(cancel.callId());
      if (task != null) {
        task.cancel();
      }
    } else if (effect instanceof Effect.SetTimer set) {
      Task task = calls.get(set.timer());
      timers.set(
          set.timer(),
          set.delay(),
          () -> task instanceof ToolTask tool ? tool.running() : Duration.ZERO);
    } else if (effect instanceof Effect.CancelTimer cancel) {
      timers.cancel(cancel.timer());
    } else if (effect instanceof Effect.Finish) {
      timers.cancelAll();
    }
  }

  private void callModel(Effect.CallModel effect) {
    calls.clear();
    ModelRequest modelRequest =
        ModelRequest.builder(agent.modelName(), instructed(effect.messages()))
            .tools(specs)
            .options(request.options().orElse(agent.options()))
            .streaming(request.streaming())
            .callIdPrefix(effect.callIdPrefix())
            .build();
    ModelTask task =
        new ModelTask(this::post, effect, agent.modelClient(), modelRequest, delivery);
    modelTask = task;
    delivery.whenCaughtUp(() -> task.launch(executor));
  }

  private List<Message> instructed(List<Message> messages) {
    if (agent.instructions().isBlank()) {
      return messages;
    }
    List<Message> all = new ArrayList<>(messages.size() + 1);
    all.add(new SystemMessage(agent.instructions()));
    all.addAll(messages);
    return all;
  }

  private void prepare(ToolCall call) {
    IssuedPort port = port(EventHeader.untold(id(), 1, 0, agent.name()), call, null);
    port.close();
    PrepareTask task = new PrepareTask(this::post, call, tools, ToolContext.issuedBy(port));
    calls.put(call.id(), task);
    task.launch(executor);
  }

  private void runTool(Effect.RunTool effect) {
    String approved = effect.approved() ? effect.arguments() : null;
    IssuedPort port = port(effect.header(), effect.call(), approved);
    ToolTask task = new ToolTask(this::post, effect, tools, port);
    calls.put(effect.call().id(), task);
    delivery.whenCaughtUp(() -> task.launch(executor));
  }

  private IssuedPort port(EventHeader header, ToolCall call, @Nullable String approved) {
    return new IssuedPort(header, call, request.context().orElse(null), approved, delivery);
  }
}
