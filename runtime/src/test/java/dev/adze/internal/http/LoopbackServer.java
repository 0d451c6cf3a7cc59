package dev.adze.internal.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP server that answers by bytes, so that it can also answer wrongly, in pieces or never. */
public final class LoopbackServer implements AutoCloseable {
  private static final int TLS_HANDSHAKE = 22;

  private final ServerSocket listener;
  private final Handler handler;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  /** What the server does with one request. It may leave the socket open or close it. */
  public interface Handler {
    void handle(Socket socket, OutputStream out) throws Exception;
  }

  /** One request as it came. */
  public record Request(String head, String body) {}

  private LoopbackServer(Handler handler) throws IOException {
    this.handler = handler;
    this.listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    start(this::accept);
  }

  /** Starts a server that handles all requests alike. */
  public static LoopbackServer start(Handler handler) {
    try {
      return new LoopbackServer(handler);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts a server that gives the same answer to all requests, and then hangs up. */
  public static LoopbackServer answering(int status, String body, String... headers) {
    return start((socket, out) -> {
      out.write(response(status, body, headers));
      socket.close();
    });
  }

  /** Starts a server that streams these events, well framed, and then hangs up. */
  public static LoopbackServer streaming(String... events) {
    StringBuilder body = new StringBuilder();
    for (String event : events) {
      body.append("data: ").append(event.strip()).append("\n\n");
    }
    return answering(200, body.toString(), "Content-Type: text/event-stream");
  }

  /** A response whose end is the end of the connection. */
  public static byte[] response(int status, String body, String... headers) {
    String head = "HTTP/1.1 " + status + " Status\r\nConnection: close\r\n";
    for (String header : headers) {
      head += header + "\r\n";
    }
    return (head + "\r\n" + body).getBytes(StandardCharsets.UTF_8);
  }

  /** The address of the server, with the path that clients usually have. */
  public String url() {
    return "http://127.0.0.1:" + port() + "/v1";
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** All requests so far. */
  public List<Request> requests() {
    return requests;
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "loopback server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        sockets.add(socket);
        start(() -> serve(socket));
      } catch (IOException e) {
        return; // Closed.
      }
    }
  }

  private void serve(Socket socket) {
    try {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      while (!socket.isClosed()) {
        String head = head(in);
        if (head.isEmpty()) {
          socket.close();
          return;
        }
        requests.add(
            new Request(head, new String(in.readNBytes(length(head)), StandardCharsets.UTF_8)));
        OutputStream out = socket.getOutputStream();
        handler.handle(socket, out);
        if (!socket.isClosed()) {
          out.flush();
        }
      }
    } catch (Exception e) {
      // The client hung up, or the server was closed: the test sees what the client makes of it.
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == TLS_HANDSHAKE) {
        return "";
      }
      head.append((char) next);
      if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
        return head.toString();
      }
    }
    return "";
  }

  private static int length(String head) {
    for (String line : head.split("\r\n")) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        return Integer.parseInt(line.substring(15).strip());
      }
    }
    return 0;
  }
}
