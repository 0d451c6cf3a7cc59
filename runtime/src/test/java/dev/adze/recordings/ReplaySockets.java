package dev.adze.recordings;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.net.SocketFactory;

/**
 * Connections that lead nowhere: what is sent is kept, and what is read comes in exactly the given
 * pieces, where a network would join them as it likes. For one call at a time.
 */
final class ReplaySockets extends SocketFactory {
  private ReplayReply reply = ReplayReply.of(500, "", "", ReplayReply.End.COMPLETE);
  private ByteArrayOutputStream sent = new ByteArrayOutputStream();

  /** What the next connection answers with. */
  void play(ReplayReply next) {
    reply = next;
    sent = new ByteArrayOutputStream();
  }

  /** The request that was sent since. */
  ReplayScript.Received received() {
    String text = sent.toString(StandardCharsets.UTF_8);
    int end = text.indexOf("\r\n\r\n");
    String[] line = text.substring(0, text.indexOf("\r\n")).split(" ");
    return new ReplayScript.Received(line[0], line[1], text.substring(end + 4));
  }

  @Override
  public Socket createSocket() {
    return new Connection(reply, sent);
  }

  @Override
  public Socket createSocket(String host, int port) {
    return createSocket();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    return createSocket();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    return createSocket();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    return createSocket();
  }

  private static final class Connection extends Socket {
    private final Pieces in;
    private final OutputStream out;
    private boolean connected;
    private boolean closed;

    Connection(ReplayReply reply, OutputStream out) {
      // A body of no given length ends where the connection does.
      String length =
          reply.end() == ReplayReply.End.CLOSED_EARLY ? "Content-Length: 1000000000\r\n" : "";
      String head =
          "HTTP/1.1 %d Replayed\r\nContent-Type: %s\r\n%sConnection: close\r\n\r\n"
              .formatted(reply.status(), reply.contentType(), length);
      this.in = new Pieces(head.getBytes(StandardCharsets.ISO_8859_1), reply);
      this.out = out;
    }

    @Override
    public void connect(SocketAddress address, int timeout) {
      connected = true;
    }

    @Override
    public InputStream getInputStream() {
      return in;
    }

    @Override
    public OutputStream getOutputStream() {
      return out;
    }

    @Override
    public boolean isConnected() {
      return connected;
    }

    @Override
    public boolean isClosed() {
      return closed;
    }

    @Override
    public void close() {
      closed = true;
      in.hangUp();
    }

    @Override
    public void setSoTimeout(int timeout) {}

    @Override
    public int getSoTimeout() {
      return 0;
    }

    @Override
    public void shutdownInput() {}

    @Override
    public void shutdownOutput() {}
  }

  private static final class Pieces extends InputStream {
    private final List<byte[]> rest;
    private byte[] piece;
    private int next;
    private int position;
    private final ReplayReply.End end;
    private final CountDownLatch hungUp = new CountDownLatch(1);

    Pieces(byte[] head, ReplayReply reply) {
      this.piece = head;
      this.rest = reply.pieces();
      this.end = reply.end();
    }

    /** Wakes a reader that waits for what never comes. */
    void hangUp() {
      hungUp.countDown();
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      while (position == piece.length) {
        if (next == rest.size()) {
          return end();
        }
        piece = rest.get(next++);
        position = 0;
      }
      int count = Math.min(length, piece.length - position);
      System.arraycopy(piece, position, target, offset, count);
      position += count;
      return count;
    }

    private int end() throws IOException {
      switch (end) {
        case COMPLETE, CLOSED_EARLY -> {
          return -1;
        }
        case RESET -> throw new SocketException("Connection reset");
        case HANGS -> {
          try {
            hungUp.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          throw new SocketException("Socket closed");
        }
      }
      throw new IllegalStateException("A response ends in a way of its own: " + end);
    }
  }
}
