package dev.adze.recordings;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What the server answers one request with.
 *
 * @param status the HTTP status
 * @param contentType of the body
 * @param pieces the body, each piece written and flushed on its own
 * @param end how the response ends
 */
record ReplayReply(int status, String contentType, List<byte[]> pieces, End end) {
  /** How a response ends. */
  enum End {
    /** As it should. */
    COMPLETE,
    /** The connection is closed in good order before the response is whole. */
    CLOSED_EARLY,
    /** The connection is reset before the response is whole. */
    RESET,
    /** Nothing more comes, and nobody hangs up. In {@link ReplaySockets} alone. */
    HANGS
  }

  ReplayReply {
    pieces = List.copyOf(pieces);
  }

  /** A recorded response. */
  static ReplayReply of(
      RecordedExchange exchange, ReplayDelivery delivery, RandomGenerator random) {
    return new ReplayReply(
        exchange.status(), exchange.contentType(), delivery.pieces(exchange, random), End.COMPLETE);
  }

  /** A response in one piece. */
  static ReplayReply of(int status, String contentType, String body, End end) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new ReplayReply(status, contentType, List.of(bytes), end);
  }
}
