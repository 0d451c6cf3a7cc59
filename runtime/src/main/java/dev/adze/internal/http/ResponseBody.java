package dev.adze.internal.http;

import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A response's body as the JSON texts in it: each event of a stream, or the one body. Which of the
 * two it is, the first byte tells. The content type does not decide, because servers get it wrong,
 * and answer with a plain body, or with a stream, where the other was asked for.
 */
public final class ResponseBody {
  private static final long LIMIT = 32L << 20;
  private static final ByteString BYTE_ORDER_MARK = ByteString.decodeHex("efbbbf");

  private final Wire wire;
  private final BufferedSource source;
  private final Duration idleTimeout;
  private final Runnable beforeWait;
  private @Nullable SseReader events;
  private boolean plain;

  /**
   * @param idleTimeout how long the server may be silent after the first byte; before it, the
   *     time-out of the request holds, because some servers send the head long before they answer
   * @param beforeWait runs before each wait for more of a stream
   */
  ResponseBody(Wire wire, Duration idleTimeout, Runnable beforeWait) {
    this.wire = wire;
    this.source = wire.source();
    this.idleTimeout = idleTimeout;
    this.beforeWait = beforeWait;
  }

  /**
   * The next JSON text in an array of exactly its size, or null at the end. The caller may keep it.
   *
   * @throws IOException to be given to {@link HttpExchange#failure}
   */
  public byte @Nullable [] next() throws IOException {
    if (events != null) {
      return events.next();
    }
    if (plain) {
      return null;
    }
    int first = firstByte();
    wire.limitSilence(idleTimeout);
    switch (first) {
      case '{', '[' -> {
        plain = true;
        return all();
      }
      case '<' -> throw new ProtocolException("a page of HTML or XML came instead of JSON");
      default -> {
        events = new SseReader(source, LIMIT, this::beforeWait);
        return events.next();
      }
    }
  }

  /** Whether the body is one JSON text and no stream; false before the first one was read. */
  public boolean plain() {
    return plain;
  }

  private void beforeWait() {
    if (!wire.isAtHand()) {
      beforeWait.run();
    }
  }

  private int firstByte() throws IOException {
    if (source.rangeEquals(0, BYTE_ORDER_MARK)) {
      source.skip(BYTE_ORDER_MARK.size());
    }
    // Line ends and blanks in front keep a connection alive until the provider has an answer.
    while (source.request(1)) {
      byte next = source.getBuffer().getByte(0);
      if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
        return next;
      }
      source.skip(1);
    }
    return -1;
  }

  private byte[] all() throws IOException {
    if (source.request(LIMIT + 1)) {
      throw new OversizedException(LIMIT);
    }
    return source.readByteArray();
  }
}
