package dev.adze.soak;

import dev.adze.agent.Agent;
import dev.adze.agent.Run;
import dev.adze.agent.RunRequest;
import dev.adze.agent.Runner;
import dev.adze.agent.Session;
import dev.adze.agent.StateStore;
import dev.adze.approval.ApprovalRequest;
import dev.adze.approval.Decision;
import dev.adze.approval.Grant;
import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.loop.RetryPolicy;
import dev.adze.loop.RunLimits;
import dev.adze.loop.RunState;
import dev.adze.loop.RunTimeouts;
import dev.adze.loop.StateSeal;
import dev.adze.model.Message;
import dev.adze.model.ModelClient;
import dev.adze.model.ModelRequest;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.soak.Plan.Answer;
import dev.adze.soak.Plan.Attack;
import dev.adze.soak.Plan.Back;
import dev.adze.soak.Plan.Change;
import dev.adze.soak.Plan.Leg;
import dev.adze.soak.Plan.Place;
import dev.adze.testing.RecordedEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Performs a plan once, from its first leg to its last. */
final class SoakRun {
  static final StateSeal SEAL =
      StateSeal.of("the key of the soak, 32 bytes of it".getBytes(StandardCharsets.UTF_8));

  /** How often a model may be told that its answer is not of the type. */
  static final int CORRECTIONS = 1;

  private static final RetryPolicy AT_ONCE =
      RetryPolicy.builder().firstDelay(Duration.ofMillis(1)).maxDelay(Duration.ofMillis(1)).build();

  private final Plan plan;
  private final Soak soak;
  private final String name;
  private final Ledger ledger = new Ledger();
  private final ScriptedModel model;
  private final ScriptedModel innerModel = PlannedModel.inner();
  private final ModelClient client;
  private final SoakServer server;
  private final StateStore store;
  private final Set<SoakLeg> underWay = ConcurrentHashMap.newKeySet();
  private final AtomicInteger legs = new AtomicInteger();
  private Session session;

  /** What all legs have told that follow each other without a gap. */
  private List<RunEvent> history = new ArrayList<>();

  private int events;

  SoakRun(Plan plan, Soak soak) throws IOException {
    this.plan = plan;
    this.soak = soak;
    this.name = "soak-" + soak.nextNumber();
    this.model = PlannedModel.of(plan, this::hang);
    this.server = soak.server(plan.setting().transport());
    this.client = server == null ? model : server.client();
    this.store =
        switch (plan.setting().store()) {
          case NONE -> null;
          case MEMORY -> StateStore.inMemory();
          case FILES -> StateStore.inFolder(file("states"));
        };
    this.session =
        switch (plan.setting().session()) {
          case NONE -> null;
          case MEMORY -> Session.inMemory();
          case FILES -> Session.open(file("session.jsonl"));
        };
  }

  /** How many events were told; an AssertionError says which promise was broken. */
  int perform() throws Exception {
    if (server != null) {
      server.serve(name, model);
    }
    try {
      SoakLeg last = run();
      if (plan.setting().anotherRun()) {
        runAnother(last);
      }
      checkReopened();
    } finally {
      if (session != null) {
        session.close();
      }
    }
    if (server == null) {
      model.requests().stream()
          .map(ModelRequest::messages)
          .map(Conversations::wrong)
          .forEach(Violation::unlessEmpty);
    } else {
      Violation.unlessEmpty(server.forget(name));
    }
    return events;
  }

  Plan plan() {
    return plan;
  }

  Ledger ledger() {
    return ledger;
  }

  StateStore store() {
    return store;
  }

  Path file(String kind) {
    return soak.folder().resolve(name + "-" + kind);
  }

  void execute(Runnable task) {
    soak.execute(task);
  }

  int nextLeg() {
    return legs.incrementAndGet();
  }

  private SoakLeg run() throws Exception {
    SoakLeg leg =
        new SoakLeg(this, 0, nextLeg())
            .perform(runner(plan.legs().get(0), agentName()), inSession(RunRequest.builder("go")));
    note(leg);
    while (leg.place() + 1 < plan.legs().size()) {
      SoakLeg taker = leg.taker();
      if (taker != null) {
        history = new ArrayList<>();
        leg = taker;
      } else {
        RunState state = leg.run().state();
        if (leg.isStale() || !state.resumable()) {
          break;
        }
        leg = goOn(leg, state);
      }
      note(leg);
    }
    return leg;
  }

  private void note(SoakLeg leg) throws IOException {
    events += leg.events().size();
    if (!leg.isRefused()) {
      history.addAll(leg.events());
      RecordedEvents.of(history).assertPromises();
    }
    if (leg.taker() == null) {
      checkKept(leg);
    }
  }

  private SoakLeg goOn(SoakLeg before, RunState state) throws Exception {
    Leg leg = plan.legs().get(before.place() + 1);
    RunState back = comeBack(leg, state);
    if (leg.change() == Change.GRANTS_REVOKED) {
      for (Grant grant : back.grants()) {
        back = back.withoutGrant(grant.id());
      }
      if (session != null) {
        for (Grant grant : session.grants()) {
          session.revoke(grant.id());
        }
      }
      ledger.dropGrants();
    }
    Attacks attacks = new Attacks(this, leg);
    attacks.before(before, back);
    SoakLeg next = new SoakLeg(this, before.place() + 1, nextLeg());
    RunRequest.Builder request = inSession(RunRequest.resume(back));
    decide(leg, back, next, request);
    next.perform(runner(leg, agentName()), request);
    if (leg.attack() == Attack.SECOND_RESUME && store != null) {
      attacks.resume(back);
    }
    return next;
  }

  private RunState comeBack(Leg leg, RunState state) throws Exception {
    Back way = store == null && leg.back() == Back.FROM_STORE ? Back.SEALED : leg.back();
    return switch (way) {
      case AS_IT_IS -> state;
      case SEALED -> RunState.fromJson(state.toJson(SEAL), SEAL);
      case VOUCHED_FOR -> RunState.fromJson(state.toJson()).trusted();
      case FROM_STORE -> runner(leg, agentName()).build().load(state.runId()).orElseThrow();
      case UNSEALED -> {
        ledger.dropAll(plan.setting().session() == Place.MEMORY);
        yield RunState.fromJson(state.toJson());
      }
    };
  }

  private static void decide(Leg leg, RunState back, SoakLeg next, RunRequest.Builder request)
      throws IOException {
    List<ApprovalRequest> waiting = back.pendingApprovals();
    boolean decides = back.isTrusted() && leg.answers().stream().noneMatch(SoakRun::isNoDecision);
    for (int i = 0; i < waiting.size() && decides && !leg.answers().isEmpty(); i++) {
      if (leg.decided() == 2 || (leg.decided() == 1 && i % 2 == 0)) {
        ApprovalRequest asked = waiting.get(i);
        Decision decision = next.approver().decide(asked);
        request.decide(asked.callId(), asked.argumentsHash(), decision);
      }
    }
  }

  private static boolean isNoDecision(Answer answer) {
    return answer == Answer.NOTHING || answer == Answer.THROW || answer == Answer.APPROVE_TOO_LATE;
  }

  /** Whether what the store has of the run can be resumed while the run goes on. */
  boolean mayBeTaken(int place) {
    return store != null && session == null && place + 1 < plan.legs().size();
  }

  /** Goes on with a run that still goes on; null if neither this nor who follows was in time. */
  SoakLeg takeOver(SoakLeg from) throws Exception {
    Leg leg = plan.legs().get(from.place() + 1);
    Optional<RunState> found = runner(leg, agentName()).build().load(from.run().id());
    if (found.isEmpty() || !found.get().resumable()) {
      return null;
    }
    SoakLeg next = new SoakLeg(this, from.place() + 1, nextLeg());
    ledger.cut(legs.get() - 1);
    RunRequest.Builder request = RunRequest.resume(found.get());
    decide(leg, found.get(), next, request);
    next.perform(runner(leg, agentName()), request);
    return next.isRefused() && next.taker() == null ? null : next;
  }

  /** A run of its own, with what was granted, after which the first one cannot go on there. */
  private void runAnother(SoakLeg last) throws Exception {
    RunState before = last.run().state();
    int place = last.place();
    SoakLeg another = new SoakLeg(this, place, nextLeg());
    another.perform(
        runner(plan.legs().get(place), agentName()),
        inSession(RunRequest.builder("go on")).grants(before.grants()));
    events += another.events().size();
    another = another.taker() == null ? another : another.taker();
    RecordedEvents.of(another.events()).assertPromises();
    checkKept(another);
    if (session != null && before.resumable()) {
      new Attacks(this, plan.legs().get(place)).resume(before);
    }
  }

  RunRequest.Builder inSession(RunRequest.Builder request) {
    return session == null ? request : request.session(session);
  }

  String agentName() {
    return plan.setting().kept() ? "agent" + RoundTrip.KEPT : "agent";
  }

  /** A runner of an agent that can ask another one, and hand over to a third. */
  Runner.Builder runner(Leg leg, String agentName) {
    Agent inner = agent("inner", innerModel, leg).build();
    Agent other = typed(agent("other", client, leg)).build();
    Agent agent =
        typed(agent(agentName, client, leg))
            .tools(inner.asTool("ask", "Asks somebody who knows."))
            .handoffs(other)
            .build();
    Runner.Builder runner = Runner.builder(agent);
    return store == null ? runner : runner.stateStore(store, SEAL);
  }

  private Agent.Builder agent(String agentName, ModelClient asked, Leg leg) {
    RunTimeouts.Builder timeouts = RunTimeouts.builder();
    if (leg.answers().contains(Answer.APPROVE_TOO_LATE)) {
      timeouts.approval(Duration.ofMillis(50));
    }
    return Agent.builder()
        .name(agentName)
        .model(asked, name)
        .tools(new PlannedTools(agentName, ledger, soak).all(leg.change()))
        .limits(RunLimits.builder().maxSteps(50).maxCorrections(CORRECTIONS).build())
        .timeouts(timeouts.build())
        .retries(AT_ONCE);
  }

  private Agent.Builder typed(Agent.Builder agent) {
    return plan.setting().typed() ? agent.output(Answered.TYPE) : agent;
  }

  void begin(SoakLeg leg) {
    underWay.add(leg);
  }

  void end(SoakLeg leg) {
    underWay.remove(leg);
  }

  /** Tries what must not work as long as a run is under way. */
  void started(SoakLeg leg, Run run) {
    if (session != null && plan.legs().get(leg.place()).attack() == Attack.SECOND_RUN_IN_SESSION) {
      Attacks.refused(
          IllegalStateException.class,
          () ->
              runner(plan.legs().get(leg.place()), agentName()).build().stream(
                  inSession(RunRequest.builder("me too")).build(), event -> {}));
    }
  }

  /** The model says no more: whoever waits for it gives up, and a server stops to answer. */
  private void hang() {
    underWay.forEach(SoakLeg::cancel);
    if (server != null) {
      throw new PlannedModel.HangingException();
    }
  }

  /** The store has a run exactly if it can go on, and the session has all of its conversation. */
  private void checkKept(SoakLeg leg) throws IOException {
    RunState state = leg.run().state();
    RunResult result = leg.result();
    if (leg.isStale()) {
      return;
    }
    if (store != null) {
      long kept = store.load(state.runId()).map(StateStore.Entry::revision).orElse(0L);
      Violation.unless(
          kept == (state.resumable() ? state.revision() : 0),
          "The store has revision " + kept + " of " + state + ", which is " + state.revision());
    }
    if (session != null) {
      List<Message> kept = session.messages();
      List<Message> said = result.messages();
      boolean whole = result.stopReason() != StopReason.AWAITING_APPROVAL;
      Violation.unless(
          plan.unfit() > 0
              || kept.equals(whole ? said : said.subList(0, Math.min(said.size(), kept.size()))),
          "The session has another conversation than the run.");
      Violation.unlessEmpty(Conversations.wrong(kept));
    }
  }

  private void checkReopened() throws IOException {
    if (plan.setting().session() == Place.FILES) {
      List<Message> before = session.messages();
      session.close();
      session = Session.open(file("session.jsonl"));
      Violation.unless(session.messages().equals(before), "The session is read back as another.");
    }
  }
}
