package dev.adze.recordings;

import dev.adze.model.ModelException.Kind;
import dev.adze.recordings.ReplayReply.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The faults that recorded responses are replayed with. */
final class ReplayFaults {
  private static final Map<Integer, Kind> REFUSALS =
      Map.of(
          400, Kind.INVALID_REQUEST,
          401, Kind.AUTHENTICATION,
          404, Kind.NOT_FOUND);
  private static final String ERROR_EVENT =
      "data: {\"error\":{\"message\":\"The server had an error.\",\"type\":\"server_error\","
          + "\"param\":null,\"code\":null}}\n\n";

  private final List<RecordedConversation> conversations;

  ReplayFaults(List<RecordedConversation> conversations) {
    this.conversations = conversations;
  }

  /** All faults, over one streamed and one whole conversation with a tool call. */
  List<ReplayFault> all() {
    List<ReplayFault> faults = new ArrayList<>();
    RecordedRun streamed = run(true);
    RecordedRun whole = run(false);
    for (int step = 0; step < 2; step++) {
      String body = streamed.exchanges().get(step).body();
      String half = body.substring(0, body.length() / 2);
      String events = body.substring(0, body.indexOf("\n\n", body.length() / 2) + 2);
      faults.add(
          fault("stream closed early", streamed, step, half, End.CLOSED_EARLY, Kind.NETWORK));
      faults.add(fault("stream reset", streamed, step, half, End.RESET, Kind.NETWORK));
      faults.add(
          fault("stream that just ends", streamed, step, events, End.COMPLETE, Kind.PROTOCOL));
      faults.add(
          fault(
              "error inside a stream",
              streamed,
              step,
              events + ERROR_EVENT,
              End.COMPLETE,
              Kind.SERVER));
      String json = whole.exchanges().get(step).body();
      String halfJson = json.substring(0, json.length() / 2);
      faults.add(fault("JSON closed early", whole, step, halfJson, End.CLOSED_EARLY, Kind.NETWORK));
      faults.add(fault("JSON that just ends", whole, step, halfJson, End.COMPLETE, Kind.PROTOCOL));
    }
    for (RecordedConversation conversation : conversations) {
      for (RecordedExchange exchange : conversation.exchanges()) {
        if (REFUSALS.containsKey(exchange.status())) {
          faults.add(refused(exchange, streamed));
        }
      }
    }
    return faults;
  }

  private RecordedRun run(boolean streamed) {
    return conversations.stream()
        .flatMap(conversation -> conversation.runs().stream())
        .filter(run -> run.first().replayable() && run.first().streamed() == streamed)
        .filter(run -> run.exchanges().size() > 1)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException("No recorded conversation is fit for replaying faults."));
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

  /** A recorded refusal, in answer to the first request of a run. */
  private static ReplayFault refused(RecordedExchange exchange, RecordedRun run) {
    ReplayReply reply =
        ReplayReply.of(exchange.status(), exchange.contentType(), exchange.body(), End.COMPLETE);
    return new ReplayFault(exchange.id(), run, List.of(reply), REFUSALS.get(exchange.status()));
  }
}
