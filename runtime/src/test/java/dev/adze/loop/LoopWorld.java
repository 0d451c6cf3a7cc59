package dev.adze.loop;

import dev.adze.approval.ApprovalRequest;
import dev.adze.approval.ArgumentMatch;
import dev.adze.approval.Decision;
import dev.adze.approval.Grant;
import dev.adze.event.ExecutionComplete;
import dev.adze.event.RunEvent;
import dev.adze.event.StopReason;
import dev.adze.loop.LoopInput.Answer;
import dev.adze.loop.LoopInput.DecisionMade;
import dev.adze.loop.LoopInput.Failure;
import dev.adze.loop.LoopInput.GrantGiven;
import dev.adze.loop.LoopInput.ModelAnswered;
import dev.adze.loop.LoopInput.ModelFailed;
import dev.adze.loop.LoopInput.NestedUsed;
import dev.adze.loop.LoopInput.NestedWaits;
import dev.adze.loop.LoopInput.NotKept;
import dev.adze.loop.LoopInput.Outcome;
import dev.adze.loop.LoopInput.Preparation;
import dev.adze.loop.LoopInput.Prepared;
import dev.adze.loop.LoopInput.Received;
import dev.adze.loop.LoopInput.TimerFired;
import dev.adze.loop.LoopInput.ToolFinished;
import dev.adze.model.Message;
import dev.adze.model.ModelException;
import dev.adze.model.ModelException.Kind;
import dev.adze.model.Usage;
import dev.adze.tool.ToolOutput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run, what is under way for it, and what it has told, at one moment of one course of events.
 * Immutable: each choice of what happens next leads to another world.
 */
final class LoopWorld {
  /** How many records the session has when the run begins. */
  static final int EARLIER = 2;

  private static final Duration AN_HOUR = Duration.ofHours(1);

  final LoopScript script;
  final RunState state;
  final Duration age;
  final List<Effect> work;
  final List<String> timers;
  final List<RunEvent> told;

  /** What was told of the calls of a run within a call, when that was not to go on. */
  final List<RunEvent> within;

  final List<Effect> asked;
  final List<String> path;

  /** How many runs within a call were left waiting for a decision. */
  final int suspensions;

  /** How many effects there were when it turned out that the run cannot be kept; -1 if it can. */
  final int unkept;

  private final int cancels;
  private final int crashes;

  private LoopWorld(LoopWorld before, Choice made, RunState state, Duration age) {
    String choice = made.name();
    boolean resumes = made.input() instanceof LoopInput.Resumed;
    this.script = before.script;
    this.state = state;
    this.age = age;
    this.work = new ArrayList<>(before.work);
    this.timers = new ArrayList<>(before.timers);
    this.told = new ArrayList<>(before.told);
    this.within = new ArrayList<>(before.within);
    this.asked = new ArrayList<>(before.asked);
    this.path = Move.with(before.path, choice);
    this.cancels = before.cancels + (choice.startsWith("cancel") ? 1 : 0);
    this.crashes = before.crashes + (resumes ? 1 : 0);
    this.suspensions = before.suspensions + (before.isSuspendedBy(made.input()) ? 1 : 0);
    if (resumes) {
      this.unkept = -1;
    } else {
      this.unkept = made.input() instanceof NotKept ? asked.size() : before.unkept;
    }
  }

  LoopWorld(LoopScript script) {
    this.script = script;
    this.state = RunState.of(script.setup());
    this.age = Duration.ZERO;
    this.work = List.of();
    this.timers = List.of();
    this.told = List.of();
    this.within = List.of();
    this.asked = List.of();
    this.path = List.of();
    this.suspensions = 0;
    this.unkept = -1;
    this.cancels = 0;
    this.crashes = 0;
  }

  /** What happens next, in one of its ways. */
  record Choice(String name, LoopInput input, boolean late) {}

  /** Everything that can happen now. */
  List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    if (state.at.phase == Progress.Phase.NEW) {
      choices.add(start());
    }
    work.forEach(effect -> choices.addAll(outcomes(effect)));
    for (String timer : timers) {
      choices.add(new Choice("timer " + timer, new TimerFired(timer, AN_HOUR), false));
    }
    if (timers.contains(RunClock.TIMER)) {
      choices.add(new Choice("time over", new TimerFired(RunClock.TIMER, AN_HOUR), true));
    }
    if (cancels < 2 && !state.ended()) {
      choices.add(new Choice("cancel now", new LoopInput.CancelRequested(false), false));
      choices.add(new Choice("cancel after", new LoopInput.CancelRequested(true), false));
    }
    if (state.at.phase != Progress.Phase.NEW
        && state.at.phase != Progress.Phase.ENDED
        && unkept < 0) {
      choices.add(new Choice("not kept", new NotKept(), false));
    }
    if (state.resumable() && crashes < 2) {
      choices.add(resume("resume with approval", Decision.approve()));
      choices.add(resume("resume with denial", Decision.deny("no")));
      choices.add(new Choice("crash", new LoopInput.Resumed(script.setup(), List.of()), false));
    }
    return choices;
  }

  /** The one that brings the run nearer to its end. */
  Optional<Choice> straightOn() {
    if (state.at.phase == Progress.Phase.NEW) {
      return Optional.of(start());
    }
    if (state.at.phase == Progress.Phase.SUSPENDED && unkept < 0) {
      return Optional.of(resume("resume with approval", Decision.approve()));
    }
    if (state.ended()) {
      return Optional.empty();
    }
    return work.stream()
        .map(effect -> outcomes(effect).get(0))
        .findFirst()
        .or(() ->
            timers.stream()
                .filter(timer -> !timer.equals(RunClock.TIMER))
                .findFirst()
                .map(timer -> new Choice("timer " + timer, new TimerFired(timer, AN_HOUR), false)));
  }

  private static Choice start() {
    SessionHead head = new SessionHead("s", EARLIER, 1);
    List<Message> messages = List.of(Message.user("earlier"), Message.user("go"));
    return new Choice("start", new LoopInput.Start(messages, Optional.of(head)), false);
  }

  private Choice resume(String name, Decision decision) {
    List<DecisionMade> decisions =
        state.pendingApprovals().stream()
            .map(request -> made(request, new Answer.Decided(decision)))
            .toList();
    return new Choice(name, new LoopInput.Resumed(script.setup(), decisions), false);
  }

  private List<Choice> outcomes(Effect effect) {
    List<Choice> ways = new ArrayList<>();
    if (effect instanceof Effect.CallModel call) {
      int attempt = call.attempt();
      ways.add(way("answer", new ModelAnswered(attempt, script.answer(call))));
      ways.add(way("lost", failed(attempt, Kind.NETWORK, Received.NOTHING)));
      ways.add(way("broken", failed(attempt, Kind.NETWORK, Received.CONTENT)));
      ways.add(way("refused", failed(attempt, Kind.AUTHENTICATION, Received.NOTHING)));
      ways.add(way("unreadable", failed(attempt, Kind.TOOL_USE_FAILED, Received.NOTHING)));
    } else if (effect instanceof Effect.Prepare prepare) {
      String id = prepare.call().id();
      ways.add(
          way(
              "ready " + id,
              new Prepared(id, script.ready(prepare.call().name(), prepare.given()))));
      ways.add(way("faulty " + id, new Prepared(id, new Preparation.Faulty("wrong"))));
      ways.add(
          way(
              "unbound " + id,
              new Prepared(id, new Preparation.Broken(new Failure("Bug", "no", null)))));
    } else if (effect instanceof Effect.AskApproval ask) {
      ApprovalRequest request = ask.request();
      ways.add(decision(request, Decision.approve()));
      ways.add(decision(request, Decision.deny("no")));
      ways.add(decision(request, Decision.defer()));
      ways.add(decision(request, Decision.approveWith(LoopScript.EDITED)));
      Grant always = Grant.of(request, ArgumentMatch.any(), Grant.Scope.RUN);
      ways.add(decision(request, Decision.approveAlways(always)));
      ways.add(way("nobody " + request.callId(), made(request, new Answer.NobodyToAsk())));
    } else if (effect instanceof Effect.RunTool run) {
      String id = run.call().id();
      ways.add(finish("done " + id, id, new Outcome.Returned(ToolOutput.of("ok"))));
      ways.add(finish("threw " + id, id, new Outcome.Threw(new Failure("Bug", "no", null))));
      if (run.call().name().equals("n")) {
        ways.add(way("waits " + id, new NestedWaits(id, true, Duration.ofMillis(2))));
        ways.add(way("goes on " + id, new NestedWaits(id, false, Duration.ofMillis(4))));
        ways.add(way("uses " + id, new NestedUsed(id, Usage.NONE, 1)));
        ways.add(way("grants " + id, new GrantGiven(granted(run))));
        ways.add(finish("suspends " + id, id, new Outcome.Suspended(suspended(run))));
      }
    } else if (effect instanceof Effect.DecodeOutput decode) {
      int attempt = decode.attempt();
      ways.add(way("valid", decoded(attempt, new LoopInput.Decoding.Valid("{}"))));
      ways.add(way("invalid", decoded(attempt, new LoopInput.Decoding.Faulty("wrong"))));
      ways.add(way("stuck", decoded(attempt, new LoopInput.Decoding.Broken(new StuckException()))));
    }
    return ways;
  }

  /** A run within the call that waits for a decision. */
  private RunState suspended(Effect.RunTool run) {
    RunSetup.Parent parent = new RunSetup.Parent(run.call().id(), state.at.leg, 1);
    RunState inner = RunState.of(RunSetup.builder("run", "inner").parent(parent).build());
    Transition asks = RunLoop.apply(inner, new LoopInput.Start(List.of()), Duration.ZERO);
    LoopScript pays = LoopScript.of("a");
    LoopInput answer = new ModelAnswered(1, pays.answer((Effect.CallModel) asks.effects().get(0)));
    Transition calls = RunLoop.apply(asks.state(), answer, Duration.ZERO);
    String id = run.call().id() + "-1_1";
    LoopInput ready = new Prepared(id, pays.ready("a", "{}"));
    inner = RunLoop.apply(calls.state(), ready, Duration.ZERO).state();
    LoopInput deferred =
        made(inner.pendingApprovals().get(0), new Answer.Decided(Decision.defer()));
    return RunLoop.apply(inner, deferred, Duration.ZERO).state();
  }

  private boolean isSuspendedBy(LoopInput input) {
    return input instanceof ToolFinished finished
        && finished.outcome() instanceof Outcome.Suspended
        && state.at.calls.stream()
            .anyMatch(call ->
                call.call().id().equals(finished.callId()) && call.is(CallState.Phase.STARTED));
  }

  /** What somebody has granted in the run within the call. */
  private static Grant granted(Effect.RunTool run) {
    return new Grant(
        "run",
        run.call().id() + "-1_1",
        "inner",
        "pay",
        "",
        ArgumentMatch.any(),
        Grant.Scope.RUN,
        Optional.empty());
  }

  private static LoopInput decoded(int attempt, LoopInput.Decoding decoding) {
    return new LoopInput.OutputDecoded(attempt, decoding);
  }

  private static final class StuckException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static LoopInput failed(int attempt, Kind kind, Received received) {
    ModelException error = ModelException.builder(kind, "broken").build();
    return new ModelFailed(attempt, error, received, received == Received.NOTHING ? "" : "I wa");
  }

  private static Choice decision(ApprovalRequest request, Decision decision) {
    return way(decision + " " + request.callId(), made(request, new Answer.Decided(decision)));
  }

  private static DecisionMade made(ApprovalRequest request, Answer answer) {
    return new DecisionMade(request.callId(), request.argumentsHash(), answer);
  }

  private static Choice finish(String name, String id, Outcome outcome) {
    return way(name, new ToolFinished(id, outcome, Duration.ofMillis(5)));
  }

  private static Choice way(String name, LoopInput input) {
    return new Choice(name, input, false);
  }

  /** The world after something happened. A resume comes from the text that was kept. */
  LoopWorld after(Choice choice) {
    boolean resumes = choice.input() instanceof LoopInput.Resumed;
    RunState from = choice.name().equals("crash") ? RunState.fromJson(state.toJson()) : state;
    Duration now = resumes ? Duration.ZERO : choice.late() ? age.plus(AN_HOUR) : age.plusMillis(7);
    Transition transition = RunLoop.apply(from, choice.input(), now);
    LoopWorld next = new LoopWorld(this, choice, transition.state(), now);
    next.note(choice, transition, resumes);
    return next;
  }

  private void note(Choice choice, Transition transition, boolean resumed) {
    if (resumed) {
      work.clear();
      timers.clear();
    }
    work.removeIf(effect -> isAnsweredBy(effect, choice.input()));
    if (choice.input() instanceof TimerFired fired) {
      timers.remove(fired.timer());
    }
    if (choice.input() instanceof NotKept && isWaiting()) {
      // The one that waits for decisions is not told if the run cannot be kept.
      told.remove(told.size() - 1);
    }
    for (RunEvent event : transition.events()) {
      (event.header().depth() == 0 ? told : within).add(event);
    }
    for (Effect effect : transition.effects()) {
      asked.add(effect);
      perform(effect);
    }
  }

  private boolean isWaiting() {
    return told.get(told.size() - 1) instanceof ExecutionComplete last
        && last.result().stopReason() == StopReason.AWAITING_APPROVAL;
  }

  private void perform(Effect effect) {
    if (effect instanceof Effect.SetTimer set) {
      timers.add(set.timer());
    } else if (effect instanceof Effect.CancelTimer cancel) {
      timers.remove(cancel.timer());
    } else if (effect instanceof Effect.CallModel call) {
      work.add(call);
      call.deadline().ifPresent(deadline -> timers.add(deadline.timer()));
    } else if (effect instanceof Effect.Prepare prepare) {
      work.add(prepare);
      timers.add(prepare.deadline().timer());
    } else if (effect instanceof Effect.AskApproval ask) {
      work.add(ask);
      ask.deadline().ifPresent(deadline -> timers.add(deadline.timer()));
    } else if (effect instanceof Effect.RunTool run) {
      work.add(run);
      run.deadline().ifPresent(deadline -> timers.add(deadline.timer()));
    } else if (effect instanceof Effect.DecodeOutput decode) {
      work.add(decode);
      timers.add(decode.deadline().timer());
    } else if (effect instanceof Effect.Finish) {
      timers.clear();
    }
  }

  private static boolean isAnsweredBy(Effect effect, LoopInput input) {
    if (effect instanceof Effect.CallModel) {
      return input instanceof ModelAnswered || input instanceof ModelFailed;
    } else if (effect instanceof Effect.Prepare prepare) {
      return input instanceof Prepared prepared && prepared.callId().equals(prepare.call().id());
    } else if (effect instanceof Effect.DecodeOutput) {
      return input instanceof LoopInput.OutputDecoded;
    } else if (effect instanceof Effect.AskApproval ask) {
      return input instanceof DecisionMade made && made.callId().equals(ask.request().callId());
    }
    return effect instanceof Effect.RunTool run
        && input instanceof ToolFinished finished
        && finished.callId().equals(run.call().id());
  }
}
