package dev.adze.recordings;

import dev.adze.model.ModelException.Kind;
import dev.adze.recordings.ReplayReply.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that recorded responses are replayed with. */
final class ReplayFaults {
  private final List<RecordedRun> runs;

  /**
   * @param runs of one wire format
   */
  ReplayFaults(List<RecordedRun> runs) {
    this.runs = runs;
  }

  /** All faults, over one streamed and one whole conversation with a tool call. */
  List<ReplayFault> all() {
    List<ReplayFault> faults = new ArrayList<>();
    run(true).ifPresent(run -> streamed(run, faults));
    run(false).ifPresent(run -> whole(run, faults));
    return faults;
  }

  private static void streamed(RecordedRun run, List<ReplayFault> faults) {
    for (int step = 0; step < 2; step++) {
      String body = run.exchanges().get(step).body();
      String half = body.substring(0, body.length() / 2);
      String events = RecordedEvents.first(body);
      String error = events + run.format().errorEvent();
      faults.add(fault("stream closed early", run, step, half, End.CLOSED_EARLY, Kind.NETWORK));
      faults.add(fault("stream reset", run, step, half, End.RESET, Kind.NETWORK));
      faults.add(fault("stream that just ends", run, step, events, End.COMPLETE, Kind.PROTOCOL));
      faults.add(fault("error inside a stream", run, step, error, End.COMPLETE, Kind.SERVER));
    }
  }

  private static void whole(RecordedRun run, List<ReplayFault> faults) {
    for (int step = 0; step < 2; step++) {
      String json = run.exchanges().get(step).body();
      String half = json.substring(0, json.length() / 2);
      faults.add(fault("JSON closed early", run, step, half, End.CLOSED_EARLY, Kind.NETWORK));
      faults.add(fault("JSON that just ends", run, step, half, End.COMPLETE, Kind.PROTOCOL));
    }
  }

  private Optional<RecordedRun> run(boolean streamed) {
    return runs.stream()
        .filter(run -> run.first().replayable() && run.first().streamed() == streamed)
        .filter(run -> run.exchanges().size() > 1)
        .findFirst();
  }

  private static ReplayFault fault(
      String name, RecordedRun run, int step, String body, End end, Kind kind) {
    List<ReplayReply> replies = new ArrayList<>();
    for (RecordedExchange before : run.exchanges().subList(0, step)) {
      replies.add(ReplayReply.of(200, before.contentType(), before.body(), End.COMPLETE));
    }
    replies.add(ReplayReply.of(200, run.exchanges().get(step).contentType(), body, end));
    return new ReplayFault(name + " in step " + (step + 1), run, replies, kind);
  }
}
