package dev.adze.recordings;

import dev.adze.model.ModelException.Kind;
import dev.adze.recordings.ReplayReply.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The faults that recorded responses are replayed with. */
final class ReplayFaults {
  private static final Set<Kind> BROKEN = Set.of(Kind.NETWORK, Kind.PROTOCOL);
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
      faults.add(fault("stream closed early", streamed, step, half, End.CLOSED_EARLY, BROKEN));
      faults.add(fault("stream reset", streamed, step, half, End.RESET, BROKEN));
      faults.add(fault("stream that just ends", streamed, step, events, End.COMPLETE, BROKEN));
      faults.add(
          fault(
              "error inside a stream",
              streamed,
              step,
              events + ERROR_EVENT,
              End.COMPLETE,
              Set.of(Kind.SERVER)));
      String json = whole.exchanges().get(step).body();
      String halfJson = json.substring(0, json.length() / 2);
      faults.add(fault("JSON closed early", whole, step, halfJson, End.CLOSED_EARLY, BROKEN));
      faults.add(fault("JSON that just ends", whole, step, halfJson, End.COMPLETE, BROKEN));
    }
    refused(400, Kind.INVALID_REQUEST, streamed).ifPresent(faults::add);
    refused(401, Kind.AUTHENTICATION, streamed).ifPresent(faults::add);
    refused(404, Kind.NOT_FOUND, streamed).ifPresent(faults::add);
    return faults;
  }

  private RecordedRun run(boolean streamed) {
    return conversations.stream()
        .filter(conversation -> conversation.replayable() && conversation.streamed() == streamed)
        .flatMap(conversation -> conversation.runs().stream())
        .filter(run -> run.exchanges().size() > 1)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException("No recorded conversation is fit for replaying faults."));
  }

  private static ReplayFault fault(
      String name, RecordedRun run, int step, String body, End end, Set<Kind> kinds) {
    List<ReplayReply> replies = new ArrayList<>();
    for (RecordedExchange before : run.exchanges().subList(0, step)) {
      replies.add(ReplayReply.of(200, before.contentType(), before.body(), End.COMPLETE));
    }
    replies.add(ReplayReply.of(200, run.exchanges().get(step).contentType(), body, end));
    return new ReplayFault(name + " in step " + (step + 1), run, replies, kinds);
  }

  /** A recorded refusal, in answer to the first request of a run. */
  private Optional<ReplayFault> refused(int status, Kind kind, RecordedRun run) {
    return conversations.stream()
        .flatMap(conversation -> conversation.exchanges().stream())
        .filter(exchange -> exchange.status() == status)
        .map(exchange ->
            ReplayReply.of(status, exchange.contentType(), exchange.body(), End.COMPLETE))
        .map(reply -> new ReplayFault("status " + status, run, List.of(reply), Set.of(kind)))
        .findFirst();
  }
}
