package dev.adze.agent;

import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.event.ToolOutputAdded;
import dev.adze.loop.RetryPolicy;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.testing.RecordedEvents;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolHandler;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Small agents and tools for the tests of this package. */
final class Fixtures {
  static final String SCHEMA = "{\"type\":\"object\"}";
  static final FunctionTool ECHO = tool("echo", (arguments, context) -> ToolOutput.of(arguments));

  /** Retries as they are, but without the waits. */
  static final RetryPolicy AT_ONCE =
      RetryPolicy.builder().firstDelay(Duration.ofMillis(1)).maxDelay(Duration.ofMillis(1)).build();

  private Fixtures() {}

  static FunctionTool tool(String name, ToolHandler handler) {
    return FunctionTool.of(ToolSpec.builder(name, SCHEMA).build(), handler);
  }

  static FunctionTool guarded(String name, ToolHandler handler) {
    return tool(name, handler).requiringApproval("it costs money");
  }

  static FunctionTool sequential(String name, ToolHandler handler) {
    return FunctionTool.of(ToolSpec.builder(name, SCHEMA).sequential(true).build(), handler);
  }

  static Agent agent(ScriptedModel model, FunctionTool... tools) {
    return Agent.builder().name("tester").model(model, "scripted").tools(tools).build();
  }

  static Runner runner(ScriptedModel model, FunctionTool... tools) {
    return Runner.builder(agent(model, tools)).build();
  }

  /** A model that makes the calls and then says "done". */
  static ScriptedModel calls(String... namesAndArguments) {
    ScriptedTurn.Builder turn = ScriptedTurn.builder();
    for (int i = 0; i < namesAndArguments.length; i += 2) {
      turn.toolCall(namesAndArguments[i], namesAndArguments[i + 1]);
    }
    return ScriptedModel.of(turn.build(), ScriptedTurn.text("done"));
  }

  static RunResult finish(Run run) throws InterruptedException {
    try {
      return run.toFuture().get(10, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new AssertionError("The run did not end.", e);
    }
  }

  static void await(CountDownLatch latch) throws InterruptedException {
    if (!latch.await(10, TimeUnit.SECONDS)) {
      throw new AssertionError("Nothing happened for 10 seconds.");
    }
  }

  /** What holds of every run that has ended, and that this is what came out of it. */
  static void checkPromises(RecordedEvents told, RunResult result) {
    told.assertPromises();
    if (told.result() != result) {
      throw new AssertionError("The last event carries another result.");
    }
  }

  /** What the model reads of the only call of the run's own agent. */
  static String observation(RecordedEvents told) {
    return told.only(ToolOutputAdded.class).stream()
        .filter(event -> event.header().depth() == 0)
        .findFirst()
        .orElseThrow()
        .result()
        .output()
        .observation();
  }

  /** Every event is numbered in the order in which it is told, in all legs of a run. */
  static void checkNumbers(RecordedEvents told) {
    long expected = 0;
    for (RunEvent event : told.events()) {
      if (event.sequence() != ++expected) {
        throw new AssertionError("Event " + expected + " has the number " + event.sequence());
      }
    }
  }
}
