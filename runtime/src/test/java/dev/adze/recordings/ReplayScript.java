package dev.adze.recordings;

import java.util.ArrayList;
import java.util.List;

/**
 * The replies of one run, in order, and the requests that came in. Safe for use by many threads.
 */
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
  private final boolean repeatingLast;
  private final List<Received> received = new ArrayList<>();

  private ReplayScript(List<ReplayReply> replies, boolean repeatingLast) {
    this.replies = List.copyOf(replies);
    this.repeatingLast = repeatingLast;
  }

  /** Each reply serves one request; what comes after the last is refused. */
  static ReplayScript inOrder(List<ReplayReply> replies) {
    return new ReplayScript(replies, false);
  }

  /** Each reply serves one request, and the last all that come after it. */
  static ReplayScript repeatingLast(List<ReplayReply> replies) {
    return new ReplayScript(replies, true);
  }

  /** Notes a request and gives the reply to it. */
  synchronized ReplayReply replyTo(Received request) {
    int place = received.size();
    received.add(request);
    if (place < replies.size()) {
      return replies.get(place);
    }
    return repeatingLast
        ? replies.get(replies.size() - 1)
        : ReplayReply.of(400, "application/json", NO_MORE, ReplayReply.End.COMPLETE);
  }

  /** The requests so far, in the order in which they came in. */
  synchronized List<Received> received() {
    return List.copyOf(received);
  }
}
