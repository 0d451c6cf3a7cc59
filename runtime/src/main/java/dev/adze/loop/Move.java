package dev.adze.loop;

import dev.adze.approval.Grant;
import dev.adze.event.EventHeader;
import dev.adze.event.RunEvent;
import dev.adze.event.StepResult;
import dev.adze.event.StopReason;
import dev.adze.loop.RunState.Phase;
import dev.adze.loop.RunState.SessionPlace;
import dev.adze.model.Message;
import dev.adze.model.ModelResponse;
import dev.adze.model.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One application of the loop in the making: a copy of the state to work on, and what is to be told
 * and done. It lives on one thread and is gone when {@link RunLoop#apply} returns.
 */
final class Move {
  RunSetup setup;
  boolean trusted;
  long revision;
  long sequence;
  int leg;
  Phase phase;
  String active;
  @Nullable StopReason ended;
  @Nullable Stop stop;
  boolean stopAfterStep;
  Duration age;
  Duration worked;
  int callNumbersUsed;
  int step;
  Duration stepBegan;
  int attempt;
  boolean modelOverTime;
  boolean wasEmpty;
  int pauses;
  int retries;
  boolean broken;
  int corrections;
  int toolCalls;
  @Nullable ModelResponse response;
  Usage stepUsage;
  List<CallState> calls;
  List<Grant> grants;
  List<Message> messages;
  @Nullable SessionPlace session;
  List<StepResult> steps;
  Usage usage;

  private final List<RunEvent> events = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();

  Move(RunState state) {
    this.setup = state.setup;
    this.trusted = state.trusted;
    this.revision = state.revision;
    this.sequence = state.sequence;
    this.leg = state.leg;
    this.phase = state.phase;
    this.active = state.active;
    this.ended = state.ended;
    this.stop = state.stop;
    this.stopAfterStep = state.stopAfterStep;
    this.age = state.age;
    this.worked = state.worked;
    this.callNumbersUsed = state.callNumbersUsed;
    this.step = state.step;
    this.stepBegan = state.stepBegan;
    this.attempt = state.attempt;
    this.modelOverTime = state.modelOverTime;
    this.wasEmpty = state.wasEmpty;
    this.pauses = state.pauses;
    this.retries = state.retries;
    this.broken = state.broken;
    this.corrections = state.corrections;
    this.toolCalls = state.toolCalls;
    this.response = state.response;
    this.stepUsage = state.stepUsage;
    this.calls = new ArrayList<>(state.calls);
    this.grants = state.grants;
    this.messages = state.messages;
    this.session = state.session;
    this.steps = state.steps;
    this.usage = state.usage;
  }

  void tell(RunEvent event) {
    events.add(event);
  }

  void ask(Effect effect) {
    effects.add(effect);
  }

  EventHeader header() {
    return setup
        .parent()
        .map(this::within)
        .orElseGet(() -> EventHeader.untold(setup.runId(), leg, step, active));
  }

  private EventHeader within(RunSetup.Parent parent) {
    return new EventHeader(
        setup.runId(),
        parent.leg(),
        0,
        step,
        active,
        parent.depth(),
        Optional.of(parent.callId()),
        Instant.EPOCH);
  }

  /** The agent whose turn it is. */
  AgentSetup active() {
    return setup.agent(active);
  }

  void addMessage(Message message) {
    messages = with(messages, message);
  }

  /** Adds a grant, unless it is there already. */
  void addGrant(Grant grant) {
    if (grants.stream().noneMatch(there -> there.id().equals(grant.id()))) {
      grants = with(grants, grant);
    }
  }

  void revoke(String grantId) {
    grants = grants.stream().filter(grant -> !grant.id().equals(grantId)).toList();
  }

  void addStep(StepResult result) {
    steps = with(steps, result);
  }

  void addUsage(Usage more) {
    usage = usage.plus(more);
    stepUsage = stepUsage.plus(more);
  }

  /** The place of a call in the step, if it has come exactly so far; -1 otherwise. */
  int indexOf(String callId, CallState.Phase at) {
    for (int i = 0; i < calls.size(); i++) {
      if (calls.get(i).call().id().equals(callId)) {
        return calls.get(i).is(at) ? i : -1;
      }
    }
    return -1;
  }

  boolean any(CallState.Phase at) {
    return calls.stream().anyMatch(call -> call.is(at));
  }

  Transition done() {
    revision++;
    return new Transition(new RunState(this), events, effects);
  }

  static <T> List<T> with(List<T> list, T last) {
    List<T> longer = new ArrayList<>(list.size() + 1);
    longer.addAll(list);
    longer.add(last);
    return List.copyOf(longer);
  }
}
