package dev.adze.benchmarks.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The model's side of a benchmark, in a process of its own. */
final class Server implements AutoCloseable {
  private final Jvm jvm;
  private final int port;

  private Server(Jvm jvm, int port) {
    this.jvm = jvm;
    this.port = port;
  }

  /** Starts one that listens on so many addresses of the loopback network. */
  static Server start(Project project, int addresses) throws IOException {
    List<String> command =
        Jvm.command(
            project.classPath("kit"),
            List.of("-Xmx1g"),
            "dev.adze.benchmarks.kit.ModelServer",
            Integer.toString(addresses));
    Jvm jvm = Jvm.startLoud(command);
    return new Server(jvm, Integer.parseInt(jvm.line()));
  }

  /** The address of an answer of so many tokens without a pause. */
  String burst(int tokens) {
    return "http://127.0.0.1:" + port + "/burst/" + tokens + "/v1";
  }

  /** The addresses of an answer whose tokens come so many milliseconds apart, one per network. */
  List<String> paced(int tokens, int millis, int addresses) {
    List<String> all = new ArrayList<>();
    for (int i = 1; i <= addresses; i++) {
      all.add("http://127.0.0." + i + ":" + port + "/paced/" + tokens + "/" + millis + "/v1");
    }
    return all;
  }

  @Override
  public void close() {
    jvm.close();
  }
}
