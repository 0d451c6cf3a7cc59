package dev.adze.agent;

import dev.adze.approval.Grant;
import dev.adze.loop.LoopInput;
import dev.adze.loop.RunSetup;
import dev.adze.loop.RunState;
import dev.adze.model.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a run, or another leg of one, begins with. */
final class Beginning {
  private final RunRequest request;
  private RunSetup setup;
  private RunState state;

  /**
   * @throws IllegalArgumentException if the run is another agent's, or of another session, or was
   *     handed over to an agent that is gone
   */
  Beginning(Runner runner, RunRequest request) {
    requireSameSession(request);
    this.request = request;
    this.setup = setup(runner, request);
    request.state().ifPresent(kept -> kept.requireFit(setup));
    this.state = request.state().orElse(RunState.of(setup));
  }

  private static RunSetup setup(Runner runner, RunRequest request) {
    Agent agent = runner.agent();
    String runId = request.state().map(RunState::runId).orElse("run_" + UUID.randomUUID());
    return RunSetup.builder(runId, agent.name())
        .agents(runner.team().setups())
        .limits(request.limits().orElse(agent.limits()))
        .timeouts(agent.timeouts())
        .retries(agent.retries())
        .maxParallelTools(runner.maxParallelTools())
        .grants(request.grants())
        .build();
  }

  private static void requireSameSession(RunRequest request) {
    Optional<String> asked = request.session().map(Session::id);
    Optional<String> own = request.state().map(RunState::session).orElse(asked);
    if (!asked.equals(own)) {
      throw new IllegalArgumentException(
          "A run is resumed in the session that it began in. The state is of "
              + own.map(id -> "session " + id).orElse("no session")
              + ", the request has "
              + asked.map(id -> "session " + id).orElse("no session")
              + ".");
    }
  }

  String runId() {
    return setup.runId();
  }

  RunState state() {
    return state;
  }

  /**
   * Takes the session for the run, if it is to go on with one.
   *
   * @throws IllegalStateException if another run has it
   */
  void takeSession() {
    request.session().ifPresent(this::take);
  }

  /** The session's word on what is granted in it counts, also for a run that is older than it. */
  private void take(Session session) {
    session.begin(runId());
    List<Grant> granted = session.grants();
    setup = setup.withGrants(granted);
    if (request.state().isEmpty()) {
      state = RunState.of(setup);
      return;
    }
    for (Grant grant : state.grants()) {
      boolean ofSession = grant.scope() == Grant.Scope.SESSION && grant.runId().equals(runId());
      if (ofSession && !granted.contains(grant)) {
        state = state.withoutGrant(grant.id());
      }
    }
  }

  /** What starts the run. */
  LoopInput input() {
    if (request.state().isPresent()) {
      return new LoopInput.Resumed(setup, request.decisions());
    }
    if (request.session().isEmpty()) {
      return new LoopInput.Start(request.messages());
    }
    Session session = request.session().get();
    List<Message> all = new ArrayList<>(session.messages());
    all.addAll(request.messages());
    return new LoopInput.Start(all, Optional.of(session.head()));
  }
}
