package dev.adze.agent;

import static dev.adze.agent.Fixtures.finish;
import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.event.RunEvent;
import dev.adze.model.Message;
import dev.adze.model.ModelRequest;
import dev.adze.model.UserMessage;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.testing.RecordedEvents;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One runner, many runs at the same time, of which none is aware of another. */
@Timeout(60)
class ManyRunsTest {
  private static final int RUNS = 24;

  /** All runs are in their tool at once, so none can have waited for the end of another. */
  private final CyclicBarrier inTheTool = new CyclicBarrier(RUNS);

  private final FunctionTool whose =
      Fixtures.tool(
          "whose",
          (arguments, context) -> {
            inTheTool.await(30, TimeUnit.SECONDS);
            context.activity(context.callId());
            return ToolOutput.of(context.caller(String.class).orElseThrow());
          });

  /** Asks for the tool, and then repeats what the user has said and the tool has given. */
  private static ScriptedModel model() {
    ScriptedModel.Builder model = ScriptedModel.builder();
    for (int i = 0; i < 2 * RUNS; i++) {
      model.turn(request ->
          request.messages().size() == 1
              ? ScriptedTurn.toolCall("whose", "{}")
              : ScriptedTurn.text(said(request)));
    }
    return model.build();
  }

  private static String said(ModelRequest request) {
    Message first = request.messages().get(0);
    String last = request.messages().get(2).toString();
    return ((UserMessage) first).text() + " and " + last.replaceAll(".*(tool \\d+).*", "$1");
  }

  @Test
  void runsOfOneRunnerKnowNothingOfEachOther() throws InterruptedException {
    Map<String, RecordedEvents> byRun = new ConcurrentHashMap<>();
    RunListener every =
        new RunListener() {
          @Override
          public void onEvent(RunEvent event) {
            byRun.computeIfAbsent(event.runId(), id -> new RecordedEvents()).onEvent(event);
          }
        };
    Runner runner =
        Runner.builder(Fixtures.agent(model(), whose)).listener(every).maxParallelTools(1).build();
    List<RecordedEvents> own = new ArrayList<>();
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      own.add(new RecordedEvents());
      RunRequest request = RunRequest.builder("prompt " + i).context("tool " + i).build();
      runs.add(runner.stream(request, own.get(i)));
    }

    for (int i = 0; i < RUNS; i++) {
      assertThat(finish(runs.get(i)).text()).isEqualTo("prompt " + i + " and tool " + i);
      own.get(i).assertPromises();
      assertThat(byRun.get(runs.get(i).id()).events()).isEqualTo(own.get(i).events());
    }
    assertThat(byRun).hasSize(RUNS);
  }
}
