package dev.adze.benchmarks.kit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.PriorityQueue;

/**
 * A process that plays the model of OpenAI's chat completions or of Anthropic's messages, on one
 * thread however many connections there are, so that it costs its clients as little as can be. The
 * address says what is answered:
 *
 * <ul>
 *   <li>{@code /burst/20000/...}: so many tokens, as fast as they are read;
 *   <li>{@code /paced/10/1000/...}: so many tokens, so many milliseconds apart; if the request
 *       offers tools and has no result of one yet, a call comes first.
 * </ul>
 */
public final class ModelServer {
  private final Selector selector;
  private final PriorityQueue<Connection> waiting = new PriorityQueue<>();

  private ModelServer(Selector selector) {
    this.selector = selector;
  }

  /**
   * Prints the port and serves until its input ends.
   *
   * @param args on how many addresses of the loopback network, from 127.0.0.1 on
   */
  public static void main(String[] args) throws IOException {
    Selector selector = Selector.open();
    int port = 0;
    for (int i = 1; i <= Integer.parseInt(args[0]); i++) {
      ServerSocketChannel listener = ServerSocketChannel.open();
      listener.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      listener.bind(new InetSocketAddress("127.0.0." + i, port), 8192);
      listener.configureBlocking(false);
      listener.register(selector, SelectionKey.OP_ACCEPT);
      port = ((InetSocketAddress) listener.getLocalAddress()).getPort();
    }
    System.out.println(port);
    Thread parent =
        new Thread(() -> {
          waitForTheEndOfInput();
          System.exit(0);
        });
    parent.setDaemon(true);
    parent.start();
    new ModelServer(selector).serve();
  }

  private static void waitForTheEndOfInput() {
    try {
      while (System.in.read() >= 0) {}
    } catch (IOException e) {
      System.err.println("Whoever started this server is gone: " + e);
    }
  }

  private void serve() throws IOException {
    while (true) {
      long next = waiting.isEmpty() ? 0 : waiting.peek().due() - System.nanoTime();
      if (waiting.isEmpty()) {
        selector.select();
      } else if (next > 1_000_000) {
        selector.select(next / 1_000_000);
      } else {
        selector.selectNow();
      }
      for (SelectionKey key : selector.selectedKeys()) {
        serve(key);
      }
      selector.selectedKeys().clear();
      sendWhatIsDue();
    }
  }

  private void sendWhatIsDue() {
    long now = System.nanoTime();
    while (!waiting.isEmpty() && waiting.peek().due() - now <= 0) {
      Connection connection = waiting.poll();
      if (connection.sendNext()) {
        waiting.add(connection);
      }
    }
  }

  private void serve(SelectionKey key) throws IOException {
    if (key.isAcceptable()) {
      // All that wait: with one at a time, many streams would never be there at once.
      ServerSocketChannel listener = (ServerSocketChannel) key.channel();
      for (SocketChannel next = listener.accept(); next != null; next = listener.accept()) {
        next.configureBlocking(false);
        next.setOption(StandardSocketOptions.TCP_NODELAY, true);
        SelectionKey own = next.register(selector, SelectionKey.OP_READ);
        own.attach(new Connection(next, own));
      }
    } else {
      Connection connection = (Connection) key.attachment();
      if (key.isValid() && key.isWritable()) {
        connection.write();
      }
      if (key.isValid() && key.isReadable() && connection.read()) {
        waiting.add(connection);
      }
    }
  }
}
