package dev.adze.benchmarks.kit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Queue;

/** One connection to the {@link ModelServer}: request after request. */
final class Connection implements Comparable<Connection> {
  private final SocketChannel channel;
  private final SelectionKey key;
  private final Queue<ByteBuffer> out = new ArrayDeque<>(2);
  private ByteBuffer in = ByteBuffer.allocate(2048);
  private Answers answers = Answers.NONE;
  private int next;
  private long interval;
  private long due;

  Connection(SocketChannel channel, SelectionKey key) {
    this.channel = channel;
    this.key = key;
  }

  /** When the next piece of the answer is to be sent. */
  long due() {
    return due;
  }

  @Override
  public int compareTo(Connection other) {
    return Long.compare(due - other.due, 0);
  }

  /** Reads what there is; true if an answer has begun that is to be sent piece by piece. */
  boolean read() {
    try {
      if (!in.hasRemaining()) {
        in = ByteBuffer.allocate(in.capacity() * 2).put(in.flip());
      }
      if (channel.read(in) < 0) {
        close();
        return false;
      }
      String text = new String(in.array(), 0, in.position(), ISO_8859_1);
      int head = text.indexOf("\r\n\r\n");
      if (head < 0 || text.length() < head + 4 + bodyLength(text, head)) {
        return false;
      }
      in.clear();
      return answer(text.substring(text.indexOf(' ') + 1, text.indexOf(" HTTP/")), text);
    } catch (IOException gone) {
      close();
      return false;
    }
  }

  private static int bodyLength(String text, int head) {
    String lower = text.substring(0, head).toLowerCase(Locale.ROOT);
    int field = lower.indexOf("\r\ncontent-length:");
    if (field < 0) {
      throw new IllegalStateException("A request without a length cannot be read:\n" + text);
    }
    int end = lower.indexOf("\r\n", field + 2);
    return Integer.parseInt(lower.substring(field + 17, end < 0 ? head : end).strip());
  }

  private boolean answer(String path, String request) {
    boolean anthropic = path.endsWith("/messages");
    String[] parts = path.split("/", -1);
    int tokens = Integer.parseInt(parts[2]);
    if (parts[1].equals("burst")) {
      send(Answers.burst(anthropic, tokens));
      return false;
    }
    interval = Long.parseLong(parts[3]) * 1_000_000;
    boolean calls = request.contains("\"tools\":") && !request.contains("\"role\":\"tool\"");
    answers = calls ? Answers.CALL : Answers.paced(anthropic, tokens);
    next = 0;
    due = System.nanoTime();
    return true;
  }

  /** Sends one piece; true if another one has to follow. */
  boolean sendNext() {
    if (!channel.isOpen()) {
      return false;
    }
    send(answers.piece(next++));
    due += interval;
    return next < answers.size() && channel.isOpen();
  }

  private void send(ByteBuffer bytes) {
    out.add(bytes);
    write();
  }

  /** Writes as much as the socket takes now; the selector says when it takes more. */
  void write() {
    try {
      while (!out.isEmpty()) {
        channel.write(out.peek());
        if (out.peek().hasRemaining()) {
          key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
          return;
        }
        out.remove();
      }
      key.interestOps(SelectionKey.OP_READ);
    } catch (IOException gone) {
      close();
    }
  }

  private void close() {
    key.cancel();
    out.clear();
    try {
      channel.close();
    } catch (IOException e) {
      System.err.println("A connection could not be closed: " + e);
    }
  }
}
