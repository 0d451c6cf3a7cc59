package dev.adze.recordings;

import dev.adze.agent.Agent;
import dev.adze.agent.Run;
import dev.adze.agent.RunRequest;
import dev.adze.agent.Runner;
import dev.adze.event.RunEvent;
import dev.adze.model.ModelClient;
import dev.adze.model.ModelRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Does again what was recorded, with an agent that is set up as the recorded request shows. */
final class ReplayRun {
  private static final int LONGEST_SECONDS = 30;

  private ReplayRun() {}

  /**
   * Runs to the end.
   *
   * @param client asks for the recorded responses
   * @return every event that was told, in order
   * @throws AssertionError if the run does not end: then others would hardly, and each would take
   *     its time
   */
  static List<RunEvent> replay(RecordedRun recorded, ModelClient client)
      throws InterruptedException {
    List<RunEvent> events = new CopyOnWriteArrayList<>();
    Run run =
        Runner.builder(agent(recorded, client)).build().stream(request(recorded), events::add);
    try {
      run.toFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException hung) {
      String last = events.isEmpty() ? "no event" : events.get(events.size() - 1).name();
      throw new AssertionError(
          "The run of " + recorded.first().id() + " does not end; last came " + last + ".", hung);
    } catch (ExecutionException neverByItsContract) {
      throw new IllegalStateException("A run's future failed.", neverByItsContract);
    } finally {
      run.cancel();
    }
    return events;
  }

  private static Agent agent(RecordedRun recorded, ModelClient client) {
    RecordedRequest request = recorded.request();
    return Agent.builder()
        .name("replay")
        .model(call -> client.newCall(asRecorded(call, request)), "recorded")
        .instructions(request.instructions())
        .tools(ReplayTools.of(recorded))
        .options(request.options())
        .maxSteps(recorded.exchanges().size())
        .build();
  }

  /** With what an agent has no word for. */
  private static ModelRequest asRecorded(ModelRequest request, RecordedRequest recorded) {
    return ModelRequest.builder(recorded.model(), request.messages())
        .tools(request.tools())
        .options(request.options())
        .output(recorded.output())
        .streaming(request.streaming())
        .callIdPrefix(request.callId(0).replaceFirst("1$", ""))
        .build();
  }

  private static RunRequest request(RecordedRun recorded) {
    RecordedRequest request = recorded.request();
    return RunRequest.builder(request.conversation()).streaming(request.streaming()).build();
  }
}
