package dev.adze.recordings;

import java.util.ArrayList;
import java.util.List;

/** The replies of one run, in order, and the requests that came in. Safe for use by many threads. */
final class ReplayScript {
  /**
   * A request that came in.
   *
   * @param method the HTTP method
   * @param path the path with its query
   * @param body the body as text
   */
  record Received(String method, String path, String body) {}

  private static final String NO_MORE =
      "{\"error\":{\"message\":\"No further exchange of this run is recorded.\"}}";

  private final List<ReplayReply> replies;
  private final boolean repeating;
  private final List<Received> received = new ArrayList<>();

  private ReplayScript(List<ReplayReply> replies, boolean repeating) {
    this.replies = List.copyOf(replies);
    this.repeating = repeating;
  }

  /** Each reply serves one request; what comes after the last is refused. */
  static ReplayScript inOrder(List<ReplayReply> replies) {
    return new ReplayScript(replies, false);
  }

  /** The reply serves every request. */
  static ReplayScript repeating(ReplayReply reply) {
    return new ReplayScript(List.of(reply), true);
  }

  /** Notes a request and gives the reply to it. */
  synchronized ReplayReply replyTo(Received request) {
    int place = repeating ? 0 : received.size();
    received.add(request);
    return place < replies.size()
        ? replies.get(place)
        : ReplayReply.of(400, "application/json", NO_MORE, ReplayReply.End.COMPLETE);
  }

  /** The requests so far, in the order in which they came in. */
  synchronized List<Received> received() {
    return List.copyOf(received);
  }
}
