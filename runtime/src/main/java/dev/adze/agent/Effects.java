package dev.adze.agent;

import dev.adze.approval.ApprovalRules;
import dev.adze.approval.Approver;
import dev.adze.event.EventHeader;
import dev.adze.internal.Threads;
import dev.adze.loop.Effect;
import dev.adze.loop.Effect.Deadline;
import dev.adze.loop.LoopInput;
import dev.adze.loop.RunState;
import dev.adze.model.ModelRequest;
import dev.adze.model.ToolCall;
import dev.adze.tool.ToolContext;
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

  private final String runId;
  private final Surroundings surroundings;
  private final Team team;
  private final RunRequest request;
  private final Executor executor;
  private final Executor handOver;
  private final UnaryOperator<Runnable> context;
  private final @Nullable Approver approver;
  private final ApprovalRules rules;
  private final Consumer<LoopInput> inbox;
  private final Delivery delivery;
  private final Timers timers;

  /** The agents that have come to act, by name. */
  private final Map<String, Actor> actors = new HashMap<>();

  /** What is being done for each call of the current step, by our id of the call. */
  private final Map<String, Task> calls = new HashMap<>();

  private @Nullable ModelTask modelTask;
  private boolean refusing;
  private @Nullable DecodeTask decodeTask;

  Effects(String runId, Surroundings surroundings) {
    this.runId = runId;
    this.surroundings = surroundings;
    this.team = surroundings.runner().team();
    this.request = surroundings.request();
    this.executor = surroundings.runner().executor();
    this.handOver = surroundings.runner().hasOwnThreads() ? Runnable::run : new HandOver();
    this.context = surroundings.context();
    this.approver = surroundings.approver();
    this.rules = surroundings.rules();
    this.inbox = surroundings.inbox();
    this.delivery = surroundings.delivery();
    this.timers = new Timers(inbox);
  }

  /** An agent in this run: its tools with the calls that wait to run, and what it is told. */
  private record Actor(Agent agent, Toolbox tools, Preamble preamble) {}

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
    } else if (effect instanceof Effect.DecodeOutput decode) {
      decodeOutput(decode);
    } else if (effect instanceof Effect.CancelOutput) {
      cancelOutput();
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

  /** Leaves a run to the loop with which a call leaves off; before the loop hears of it. */
  void leave(LoopInput input) {
    if (input instanceof LoopInput.ToolFinished finished
        && finished.outcome() instanceof LoopInput.Outcome.Suspended
        && calls.get(finished.callId()) instanceof ToolTask tool) {
      tool.leave();
    }
  }

  /** Tells the runs within the calls what else is granted. */
  void passDown(LoopInput input) {
    for (Task task : List.copyOf(calls.values())) {
      if (task instanceof ToolTask tool) {
        tool.passDown(input);
      }
    }
  }

  /** Begins nothing more: what is to be done from now on comes back at once as not done. */
  void refuse() {
    refusing = true;
  }

  /** Calls off whatever is under way. */
  void cancelAll() {
    timers.close();
    cancelModel();
    cancelOutput();
    List.copyOf(calls.values()).forEach(Task::cancel);
  }

  private void callModel(Effect.CallModel effect) {
    calls.clear();
    Actor actor = actor(effect.header().agent());
    ModelTask task =
        new ModelTask(
            inbox, effect, actor.agent().modelClient(), () -> asked(effect, actor), delivery);
    modelTask = task;
    launch(task, () -> handOver(task), effect.deadline());
  }

  private ModelRequest asked(Effect.CallModel effect, Actor actor) {
    Agent agent = actor.agent();
    return ModelRequest.builder(agent.modelName(), actor.preamble().before(effect.messages()))
        .tools(team.specs(agent.name()))
        .options(request.options().orElse(agent.options()))
        .output(agent.output().orElse(null))
        .streaming(request.streaming())
        .callIdPrefix(effect.callIdPrefix())
        .build();
  }

  private Actor actor(String name) {
    return actors.computeIfAbsent(
        name,
        unknown -> {
          Agent agent = team.agent(name);
          return new Actor(
              agent,
              new Toolbox(agent.tools(), team.specs(name)),
              new Preamble(agent, request.context().orElse(null)));
        });
  }

  private void cancelModel() {
    if (modelTask != null) {
      modelTask.cancel();
    }
  }

  private void decodeOutput(Effect.DecodeOutput effect) {
    DecodeTask task =
        new DecodeTask(inbox, effect, team.agent(effect.agent()).output().orElseThrow());
    decodeTask = task;
    if (refusing) {
      task.cancel();
      return;
    }
    task.limit(timers, effect.deadline());
    handOver(task);
  }

  private void cancelOutput() {
    if (decodeTask != null) {
      decodeTask.cancel();
    }
  }

  private void prepare(Effect.Prepare effect) {
    ToolCall call = effect.call();
    // Its events would come before the call's start, so a preview tells none.
    EventHeader untold = EventHeader.untold(runId, 1, 0, effect.agent());
    IssuedPort port = port(untold, call, 1, null, null, null);
    port.close();
    Task task =
        start(
            call.id(),
            new PrepareTask(
                inbox,
                effect,
                runId,
                actor(effect.agent()).tools(),
                rules,
                ToolContext.issuedBy(port)));
    if (refusing) {
      task.cancel();
      return;
    }
    task.limit(timers, effect.deadline());
    handOver(task);
  }

  private void askApproval(Effect.AskApproval effect) {
    Task task =
        start(effect.request().callId(), new ApprovalTask(inbox, effect.request(), approver));
    launch(task, () -> task.launch(APPROVALS, context), effect.deadline());
  }

  private void runTool(Effect.RunTool effect) {
    String approved = effect.approved() ? effect.arguments() : null;
    IssuedPort port =
        port(
            effect.header(),
            effect.call(),
            effect.attempt(),
            approved,
            surroundings,
            effect.inner().orElse(null));
    Task task =
        start(
            effect.call().id(),
            new ToolTask(inbox, effect, actor(effect.header().agent()).tools(), port));
    launch(task, () -> handOver(task), effect.deadline());
  }

  private IssuedPort port(
      EventHeader header,
      ToolCall call,
      int attempt,
      @Nullable String approved,
      @Nullable Surroundings within,
      @Nullable RunState kept) {
    IssuedPort port =
        new IssuedPort(
            header,
            call,
            attempt,
            request.context().orElse(null),
            approved,
            delivery,
            within,
            kept);
    IssuedPort outer = within == null ? null : within.call();
    if (outer != null) {
      outer.add(port);
    }
    return port;
  }

  /** Has a task begin as soon as the listeners have caught up. */
  private void launch(Task task, Runnable begin, Optional<Deadline> deadline) {
    if (refusing) {
      task.cancel();
      return;
    }
    deadline.ifPresent(limit -> task.limit(timers, limit));
    delivery.whenCaughtUp(begin);
  }

  private void handOver(Task task) {
    handOver.execute(() -> task.launch(executor, context));
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
