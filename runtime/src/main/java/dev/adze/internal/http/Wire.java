package dev.adze.internal.http;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Connection;
import okhttp3.Protocol;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * What the bytes of a response come over. A connection of HTTP/1.1 serves one request at a time, so
 * that its socket can be asked and told what no layer above it can. One that is shared with other
 * requests, which HTTP/2's are, is left alone.
 */
final class Wire {
  /** More than the frame of an HTTP chunk, of which a reader sees nothing until it is whole. */
  private static final int AT_HAND = 1_024;

  private final BufferedSource source;
  private final @Nullable Socket own;

  Wire(BufferedSource source, @Nullable Connection connection) {
    this.source = source;
    this.own =
        connection != null && connection.protocol() == Protocol.HTTP_1_1
            ? connection.socket()
            : null;
  }

  /** The bytes of the body. */
  BufferedSource source() {
    return source;
  }

  /** Whether the server has sent enough for the next read to return at once, if that is known. */
  boolean isAtHand() {
    if (own == null) {
      return false;
    }
    try {
      return own.getInputStream().available() >= AT_HAND;
    } catch (IOException e) {
      // The read that follows tells what is wrong.
      return false;
    }
  }

  /** Limits how long the server may be silent from now on. */
  void limitSilence(Duration limit) {
    if (own == null || !keeps(own, (int) limit.toMillis())) {
      source.timeout().timeout(limit.toMillis(), TimeUnit.MILLISECONDS);
    } else {
      // Okio's timer has a thread of its own look up at each read, which costs more than the read.
      source.timeout().timeout(0, TimeUnit.MILLISECONDS);
    }
  }

  /** Sets the socket's own limit. Sockets of a user's making may know of none. */
  private static boolean keeps(Socket socket, int millis) {
    try {
      socket.setSoTimeout(millis);
      return socket.getSoTimeout() == millis;
    } catch (SocketException e) {
      // It is closed, perhaps because all has been read that it had.
      return false;
    }
  }
}
