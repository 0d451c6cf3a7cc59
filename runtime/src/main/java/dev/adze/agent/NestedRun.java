package dev.adze.agent;

import dev.adze.approval.Approver;
import dev.adze.approval.Grant;
import dev.adze.event.EventHeader;
import dev.adze.event.ExecutionComplete;
import dev.adze.event.ExecutionStart;
import dev.adze.event.FinalOutput;
import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCalled;
import dev.adze.loop.LoopInput;
import dev.adze.loop.LoopInput.ModelAnswered;
import dev.adze.loop.LoopInput.NestedUsed;
import dev.adze.loop.LoopInput.NestedWaits;
import dev.adze.loop.RunLoop;
import dev.adze.loop.RunSetup;
import dev.adze.loop.RunState;
import dev.adze.loop.Transition;
import dev.adze.model.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A run within a call of another one: the same loop, with the outer run's listeners and approver,
 * and without an end of its own in the stream of events.
 */
final class NestedRun {
  private final IssuedPort port;
  private final Surroundings around;
  private final RunRequest request;
  private final RunSetup setup;
  private final Effects effects;
  private final Inbox inbox = new Inbox();
  private final CountDownLatch over = new CountDownLatch(1);
  private final long begin = System.nanoTime();

  // These change only while the inbox is emptied, which one thread does at a time.
  private volatile RunState state;
  private volatile @Nullable RunResult outcome;
  private boolean cancelled;

  /** How many inputs wait until the outer run knows what they use. */
  private int ahead;

  /**
   * @param input what the agent is asked; not blank
   */
  NestedRun(Agent agent, String input, IssuedPort port, Surroundings around) {
    this.port = port;
    this.around = around;
    Runner runner = around.runner().of(agent);
    this.request = request(input, around);
    this.setup = setup(runner, port.header());
    RunState kept = port.kept();
    if (kept != null) {
      kept.requireFit(setup);
    }
    this.state = kept == null ? RunState.of(setup) : kept;
    this.effects =
        new Effects(
            setup.runId(),
            new Surroundings(
                port,
                runner,
                request,
                this::post,
                this::afterThat,
                around.delivery(),
                around.context(),
                this::grants,
                around.revoked()));
  }

  /** With the outer run's approver and all of its rules, or there would be a way around them. */
  private static RunRequest request(String input, Surroundings around) {
    RunRequest outer = around.request();
    RunRequest.Builder inner =
        RunRequest.builder(input).streaming(outer.streaming()).approvalRules(around.rules());
    outer.context().ifPresent(inner::context);
    Approver approver = around.approver();
    return (approver == null ? inner : inner.approver(approver)).build();
  }

  private RunSetup setup(Runner runner, EventHeader call) {
    Agent agent = runner.agent();
    return RunSetup.builder(call.runId(), agent.name())
        .agents(runner.team().setups())
        .parent(new RunSetup.Parent(port.callId(), call.leg(), call.depth() + 1))
        .limits(agent.limits())
        .timeouts(agent.timeouts())
        .retries(agent.retries())
        .maxParallelTools(runner.maxParallelTools())
        .build();
  }

  /** Runs to the end, on the thread of the call; an interrupt cancels the run. */
  RunResult run() {
    // In this order, or what is granted in between would be missed.
    port.enter(this);
    around.grants().get().forEach(grant -> post(new LoopInput.GrantGiven(grant)));
    post(
        port.kept() == null
            ? new LoopInput.Start(request.messages())
            : new LoopInput.Resumed(setup, List.of()));
    if (port.cancelled()) {
      // Once more, because a run that is suspended knows no cancel.
      cancel();
    }
    boolean interrupted = false;
    while (over.getCount() > 0) {
      try {
        over.await();
      } catch (InterruptedException stop) {
        interrupted = true;
        cancel();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return Objects.requireNonNull(outcome);
  }

  /** The state after the run; without grants, because all of them are the outer run's too. */
  RunState state() {
    return state.withoutGrants();
  }

  /** Stops the run; its result follows. */
  void cancel() {
    inbox.enter(() -> {
      cancelled = true;
      if (ahead == 0) {
        apply(new LoopInput.CancelRequested(false));
      }
    });
  }

  /** Takes what happens to the run, from any thread. */
  void post(LoopInput input) {
    if (input instanceof ModelAnswered answered) {
      inbox.enter(() -> use(answered, answered.response().usage(), callsOf(answered)));
    } else if (input instanceof NestedUsed inner) {
      inbox.enter(() -> use(inner, inner.usage(), inner.toolCalls()));
    } else {
      inbox.enter(() -> apply(input));
    }
  }

  private void afterThat(Runnable step) {
    inbox.enter(() -> around.afterThat().accept(() -> inbox.enter(step)));
  }

  /**
   * Takes an input when the outer run has counted what it uses, so that nothing comes of it that
   * the limits of that run forbid. The outer run counts nothing for a call that is over.
   */
  private void use(LoopInput input, Usage usage, int toolCalls) {
    ahead++;
    around.inbox().accept(new NestedUsed(port.callId(), usage, toolCalls));
    around.afterThat().accept(() -> inbox.enter(() -> goOn(input)));
  }

  /** Tells what there is to tell of the input even if the run is to stop, but begins nothing. */
  private void goOn(LoopInput input) {
    ahead--;
    if (cancelled) {
      effects.refuse();
    }
    apply(input);
    if (cancelled) {
      apply(new LoopInput.CancelRequested(false));
    }
  }

  /** How many calls the loop is going to tell of, which are none if the answer was cut off. */
  private int callsOf(ModelAnswered answered) {
    try {
      List<RunEvent> events = RunLoop.apply(state, answered, age()).events();
      return (int) events.stream().filter(ToolCalled.class::isInstance).count();
    } catch (Throwable bug) {
      breakDown(bug);
      return 0;
    }
  }

  private List<Grant> grants() {
    return state.grants();
  }

  private void apply(LoopInput input) {
    around.revoked().due(state).forEach(this::take);
    take(input);
  }

  private void take(LoopInput input) {
    if (outcome != null) {
      return;
    }
    RunState before = state;
    try {
      effects.leave(input);
      Transition transition = RunLoop.apply(before, input, age());
      state = transition.state();
      List<LoopInput> granted = GrantChange.between(before, state);
      granted.forEach(effects::passDown);
      granted.forEach(around.inbox());
      tellWhetherItWaits(before);
      tell(transition.events());
      transition.effects().forEach(effects::perform);
    } catch (Throwable bug) {
      breakDown(bug);
    }
  }

  /** While a person is asked, the time of the outer run and of the call stands still. */
  private void tellWhetherItWaits(RunState before) {
    boolean waits = state.waitsForApproval();
    if (waits != before.waitsForApproval()) {
      around.inbox().accept(new NestedWaits(port.callId(), waits, port.running()));
    }
  }

  private void tell(List<RunEvent> events) {
    RunResult result = null;
    List<RunEvent> told = new ArrayList<>();
    for (RunEvent event : events) {
      if (event instanceof ExecutionComplete complete) {
        result = complete.result();
      } else if (!(event instanceof ExecutionStart || event instanceof FinalOutput)) {
        told.add(event);
      }
      if (event instanceof ToolCallComplete complete) {
        effects.silence(complete.result().call().id());
      }
    }
    boolean over = result != null && result.stopReason() != StopReason.AWAITING_APPROVAL;
    port.tellNested(told, over ? null : state);
    if (result != null) {
      end(result);
    }
  }

  private void breakDown(Throwable bug) {
    Reports.failure("A run of agent \"" + setup.agent() + "\" broke down", bug);
    effects.cancelAll();
    end(state.failed(bug));
  }

  private Duration age() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private void end(RunResult result) {
    outcome = result;
    over.countDown();
  }
}
