package dev.adze.agent;

import dev.adze.loop.Effect;
import dev.adze.loop.LoopInput;
import dev.adze.loop.LoopInput.Outcome;
import dev.adze.loop.LoopInput.ToolFinished;
import dev.adze.loop.RunState;
import dev.adze.tool.PreparedCall;
import dev.adze.tool.ToolContext;
import dev.adze.tool.ToolOutput;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/** The call of a tool. */
final class ToolTask extends Task {
  private final Effect.RunTool effect;
  private final Toolbox tools;
  private final IssuedPort port;

  ToolTask(Consumer<LoopInput> inbox, Effect.RunTool effect, Toolbox tools, IssuedPort port) {
    super(inbox);
    this.effect = effect;
    this.tools = tools;
    this.port = port;
  }

  @Override
  LoopInput perform() throws Exception {
    port.begin();
    PreparedCall prepared = tools.take(effect.call(), effect.given());
    if (!prepared.arguments().equals(effect.arguments())) {
      throw new IllegalStateException(
          "Checking the same arguments twice must give equal calls, but tool \""
              + effect.call().name()
              + "\" gave different ones. The call has not run.");
    }
    try {
      ToolOutput output = prepared.call(ToolContext.issuedBy(port));
      return suspendedOr(
          new Outcome.Returned(Objects.requireNonNull(output, "The tool returned no ToolOutput.")));
    } catch (Exception thrown) {
      return suspendedOr(new Outcome.Threw(Failures.of(thrown)));
    }
  }

  /** What a tool makes of it that its agent waits does not count: it is called again. */
  private ToolFinished suspendedOr(Outcome outcome) {
    RunState suspended = port.suspended();
    return finished(suspended == null ? outcome : new Outcome.Suspended(suspended));
  }

  /** How long the tool has been running, or ran; zero before it starts. */
  Duration running() {
    return port.running();
  }

  /** Tells a run within the call what else is granted. */
  void passDown(LoopInput input) {
    port.passDown(input);
  }

  /** Lets the tool report no more: its call is over. */
  void silence() {
    port.close();
  }

  /** Leaves the run that the call has left off with to the loop. */
  void leave() {
    port.leave();
  }

  @Override
  LoopInput failed(Throwable thrown) {
    return finished(new Outcome.Threw(Failures.of(thrown)));
  }

  @Override
  LoopInput notRun() {
    return finished(new Outcome.NotRun());
  }

  @Override
  void calledOff() {
    port.calledOff();
  }

  @Override
  void stop() {
    port.cancel();
  }

  private ToolFinished finished(Outcome outcome) {
    return new ToolFinished(effect.call().id(), outcome, running());
  }
}
