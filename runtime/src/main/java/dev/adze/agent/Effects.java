package dev.adze.agent;

import dev.adze.approval.Approver;
import dev.adze.event.EventHeader;
import dev.adze.internal.Threads;
import dev.adze.loop.Effect;
import dev.adze.loop.Effect.Deadline;
import dev.adze.loop.LoopInput;
import dev.adze.loop.RunSetup;
import dev.adze.model.ModelRequest;
import dev.adze.model.ToolCall;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolContext;
import dev.adze.tool.ToolSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Performs the effects of one run: each that may take its time as a {@link Task} on another thread.
 * The next model call, tool or approval is held until the listeners have caught up.
 *
 * <p>Used only while the run's inbox is emptied, which one thread does at a time.
 */
final class Effects {
  private static final Executor APPROVALS = Threads.perTask("adze-approval");

  private final Agent agent;
  private final RunRequest request;
  private final Executor executor;
  private final Executor approvals;
  private final @Nullable Approver approver;
  private final RunSetup setup;
  private final Consumer<LoopInput> inbox;
  private final Delivery delivery;
  private final Toolbox tools;
  private final List<ToolSpec> specs;
  private final Preamble preamble;
  private final Timers timers;

  /** What is being done for each call of the current step, by our id of the call. */
  private final Map<String, Task> calls = new HashMap<>();

  private @Nullable ModelTask modelTask;

  Effects(
      Runner runner,
      RunRequest request,
      RunSetup setup,
      Consumer<LoopInput> inbox,
      Delivery delivery,
      UnaryOperator<Runnable> context) {
    this.agent = runner.agent();
    this.request = request;
    this.executor = task -> runner.executor().execute(context.apply(task));
    this.approvals = task -> APPROVALS.execute(context.apply(task));
    this.approver = request.approver().orElse(runner.approver());
    this.setup = setup;
    this.inbox = inbox;
    this.delivery = delivery;
    this.tools = new Toolbox(agent.tools());
    this.specs = agent.tools().stream().map(FunctionTool::spec).toList();
    this.preamble = new Preamble(agent, request.context().orElse(null));
    this.timers = new Timers(inbox);
  }

  void perform(Effect effect) {
    if (effect instanceof Effect.CallModel call) {
      callModel(call);
    } else if (effect instanceof Effect.CancelModel) {
      cancelModel();
    } else if (effect instanceof Effect.Prepare prepare) {
      prepare(prepare);
    } else if (effect instanceof Effect.AskApproval ask) {
      askApproval(ask);
    } else if (effect instanceof Effect.RunTool run) {
      runTool(run);
    } else if (effect instanceof Effect.CancelCall cancel) {
      cancelCall(cancel.callId());
    } else if (effect instanceof Effect.SetTimer set) {
      timers.set(set.timer(), set.delay(), calls.get(set.timer()));
    } else if (effect instanceof Effect.CancelTimer cancel) {
      timers.cancel(cancel.timer());
    } else if (effect instanceof Effect.Finish) {
      timers.close();
    }
  }

  /** Lets the tool of a call report no more. */
  void silence(String callId) {
    if (calls.get(callId) instanceof ToolTask tool) {
      tool.silence();
    }
  }

  /** Calls off whatever is under way. */
  void cancelAll() {
    timers.close();
    cancelModel();
    List.copyOf(calls.values()).forEach(Task::cancel);
  }

  private void callModel(Effect.CallModel effect) {
    calls.clear();
    ModelTask task =
        new ModelTask(inbox, effect, agent.modelClient(), () -> asked(effect), delivery);
    modelTask = task;
    launch(task, executor, effect.deadline());
  }

  private ModelRequest asked(Effect.CallModel effect) {
    return ModelRequest.builder(agent.modelName(), preamble.before(effect.messages()))
        .tools(specs)
        .options(request.options().orElse(agent.options()))
        .streaming(request.streaming())
        .callIdPrefix(effect.callIdPrefix())
        .build();
  }

  private void cancelModel() {
    if (modelTask != null) {
      modelTask.cancel();
    }
  }

  private void prepare(Effect.Prepare effect) {
    ToolCall call = effect.call();
    // Its events would come before the call's start, so a preview tells none.
    EventHeader untold = EventHeader.untold(setup.runId(), 1, 0, setup.agent());
    IssuedPort port = port(untold, call, 1, null);
    port.close();
    Task task = start(call.id(), new PrepareTask(inbox, call, tools, ToolContext.issuedBy(port)));
    task.limit(timers, effect.deadline());
    task.launch(executor);
  }

  private void askApproval(Effect.AskApproval effect) {
    Task task =
        start(effect.request().callId(), new ApprovalTask(inbox, effect.request(), approver));
    launch(task, approvals, effect.deadline());
  }

  private void runTool(Effect.RunTool effect) {
    String approved = effect.approved() ? effect.arguments() : null;
    IssuedPort port = port(effect.header(), effect.call(), effect.attempt(), approved);
    Task task = start(effect.call().id(), new ToolTask(inbox, effect, tools, port));
    launch(task, executor, effect.deadline());
  }

  private IssuedPort port(
      EventHeader header, ToolCall call, int attempt, @Nullable String approved) {
    return new IssuedPort(
        header, call, attempt, request.context().orElse(null), approved, delivery);
  }

  /** Has a task begin as soon as the listeners have caught up. */
  private void launch(Task task, Executor where, Optional<Deadline> deadline) {
    deadline.ifPresent(limit -> task.limit(timers, limit));
    delivery.whenCaughtUp(() -> task.launch(where));
  }

  private Task start(String callId, Task task) {
    calls.put(callId, task);
    return task;
  }

  private void cancelCall(String callId) {
    Task task = calls.get(callId);
    if (task != null) {
      task.cancel();
    }
  }
}
