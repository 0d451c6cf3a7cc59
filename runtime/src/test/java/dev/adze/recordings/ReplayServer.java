package dev.adze.recordings;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An HTTP/1.1 server on the loopback interface that answers as a script says. It is written on
 * sockets because it has to cut a body where it likes, and to break off in the middle of one.
 */
final class ReplayServer implements AutoCloseable {
  private final ServerSocket listener;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private volatile ReplayScript script = ReplayScript.inOrder(List.of());

  ReplayServer() throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    start("replay-listener", this::listen);
  }

  /** Scheme, host and port. */
  String address() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  /** Answers from now on as the script says. */
  void play(ReplayScript next) {
    script = next;
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }

  private void listen() {
    while (!listener.isClosed()) {
      try {
        Socket connection = listener.accept();
        connections.add(connection);
        start("replay-connection", () -> serve(connection));
      } catch (SocketException closed) {
        return;
      } catch (IOException e) {
        throw new IllegalStateException("The replay server cannot accept a connection.", e);
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(connection.getInputStream());
      boolean open = true;
      while (open) {
        ReplayScript.Received request = read(in);
        ReplayReply reply = script.replyTo(request);
        write(connection.getOutputStream(), reply);
        open = reply.end() == ReplayReply.End.COMPLETE;
        if (reply.end() == ReplayReply.End.RESET) {
          connection.setSoLinger(true, 0);
        }
      }
    } catch (IOException clientHasGone) {
      connections.remove(connection);
    }
  }

  private static ReplayScript.Received read(InputStream in) throws IOException {
    String[] request = line(in).split(" ");
    int length = 0;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).trim());
      }
    }
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new ReplayScript.Received(request[0], request[1], body);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException();
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  private static void write(OutputStream out, ReplayReply reply) throws IOException {
    String head =
        "HTTP/1.1 %d Replayed\r\nContent-Type: %s\r\nTransfer-Encoding: chunked\r\n\r\n"
            .formatted(reply.status(), reply.contentType());
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    for (byte[] piece : reply.pieces()) {
      ByteArrayOutputStream chunk = new ByteArrayOutputStream(piece.length + 16);
      chunk.writeBytes(
          (Integer.toHexString(piece.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      chunk.writeBytes(piece);
      chunk.writeBytes(new byte[] {'\r', '\n'});
      chunk.writeTo(out);
      out.flush();
    }
    if (reply.end() == ReplayReply.End.COMPLETE) {
      out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
