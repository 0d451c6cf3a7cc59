package dev.adze.agent;

import dev.adze.approval.Decision;
import dev.adze.event.RunEvent;
import dev.adze.model.FinishReason;
import dev.adze.model.ModelException;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

/** A model, tools, an approver and a canceller that do something else for every seed. */
final class RandomScript {
  private final Random random;
  private final AtomicReference<Run> run = new AtomicReference<>();
  private final List<String> guardedRuns = Collections.synchronizedList(new ArrayList<>());
  private boolean mayStop;

  RandomScript(long seed) {
    this.random = new Random(seed);
  }

  Run run(RunListener log, RunListener own) {
    Agent agent =
        Agent.builder()
            .model(model(), "scripted")
            .tools(tools())
            .maxSteps(5)
            .retries(Fixtures.AT_ONCE)
            .build();
    Runner.Builder runner =
        Runner.builder(agent)
            .listener(log)
            .listener(canceller())
            .maxParallelTools(1 + random.nextInt(4));
    int mood = random.nextInt(5);
    if (mood > 0) {
      runner.approver(request -> decide(mood));
    }
    RunRequest request = RunRequest.builder("go").streaming(random.nextInt(4) > 0).build();
    return runner.build().stream(request, own);
  }

  /** The calls for which the tool that needs approval has run. */
  List<String> guardedRuns() {
    return List.copyOf(guardedRuns);
  }

  /** Whether something other than the model's mistakes may have ended the run. */
  boolean mayStop() {
    return mayStop;
  }

  private static Decision decide(int mood) throws Exception {
    return switch (mood) {
      case 1 -> throw new java.io.IOException("nobody there");
      case 2 -> null;
      case 3 -> Decision.deny("no");
      default -> Decision.approve();
    };
  }

  private RunListener canceller() {
    int at = random.nextInt(3) > 0 ? Integer.MAX_VALUE : random.nextInt(40);
    mayStop |= at < Integer.MAX_VALUE;
    return new RunListener() {
      @Override
      public void onStart(Run starting) {
        run.set(starting);
        if (at == 0) {
          starting.cancel();
        }
      }

      @Override
      public void onEvent(RunEvent event) {
        if (event.sequence() == at) {
          run.get().cancel();
        }
      }
    };
  }

  private ScriptedModel model() {
    ScriptedModel.Builder model = ScriptedModel.builder();
    int turns = random.nextInt(4);
    int kind = -1;
    for (int i = 0; i < turns; i++) {
      int before = kind;
      kind = random.nextInt(12);
      switch (kind) {
        case 0 -> {
          // A model that says nothing twice ends the run.
          mayStop |= before == 0;
          model.turn(ScriptedTurn.builder().build());
        }
        case 1 -> model.turn(paused());
        case 2 -> model.turn(ending(calls().finishReason(FinishReason.LENGTH)));
        case 3 -> model.turn(ending(calls().failure(broken())));
        case 4 -> {
          mayStop = true;
          model.turn(request -> {
            run.get().cancel();
            return ScriptedTurn.builder().text("so ").hanging().build();
          });
        }
        default -> model.turn(calls().build());
      }
    }
    // Two of them, because the turn before may have been an empty one that is asked again.
    return model.turn(ScriptedTurn.text("the end")).turn(ScriptedTurn.text("the end")).build();
  }

  private static ScriptedTurn paused() {
    return ScriptedTurn.builder().text("hm ").finishReason(FinishReason.PAUSED).build();
  }

  private static ModelException broken() {
    return ModelException.builder(ModelException.Kind.NETWORK, "broken off").build();
  }

  private ScriptedTurn ending(ScriptedTurn.Builder turn) {
    mayStop = true;
    return turn.build();
  }

  private ScriptedTurn.Builder calls() {
    ScriptedTurn.Builder turn = ScriptedTurn.builder();
    if (random.nextBoolean()) {
      turn.reasoning("let me see ");
    }
    int calls = 1 + random.nextInt(5);
    for (int i = 0; i < calls; i++) {
      switch (random.nextInt(7)) {
        case 0 -> turn.toolCall("nothing", "{}");
        case 1 -> turn.toolCall("echo", "{\"half\":");
        case 2 -> turn.toolCall("broken", "{}");
        case 3 -> turn.toolCall("guarded", "{\"n\":" + i + "}");
        case 4 -> turn.toolCall("single", "");
        case 5 -> turn.toolCall("waiting", "{}");
        default -> turn.toolCall("echo", "{\"n\":" + i + "}");
      }
    }
    return turn;
  }

  private List<FunctionTool> tools() {
    return List.of(
        Fixtures.ECHO,
        Fixtures.tool(
            "broken",
            (arguments, context) -> {
              throw new IllegalStateException("broken on purpose");
            }),
        Fixtures.guarded(
            "guarded",
            (arguments, context) -> {
              guardedRuns.add(context.callId());
              return ToolOutput.of("done");
            }),
        Fixtures.sequential(
            "single",
            (arguments, context) -> {
              context.activity("alone");
              return ToolOutput.error("could not");
            }),
        Fixtures.tool(
            "waiting",
            (arguments, context) -> {
              for (int i = 0; i < 3; i++) {
                context.activity("turn " + i);
                context.throwIfCancelled();
                Thread.yield();
              }
              return ToolOutput.of("waited");
            }));
  }
}
