package dev.adze.agent;

import dev.adze.event.RunResult;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Performs the effects of one run. */
final class RunDriver {
  static Run start(Runner runner, RunRequest request, List<RunListener> listeners) {
    throw new UnsupportedOperationException("start");
  }

  String id() {
    return "";
  }

  void cancel() {}

  RunResult await() throws InterruptedException {
    return toFuture().join();
  }

  CompletableFuture<RunResult> toFuture() {
    return new CompletableFuture<>();
  }

  boolean isDone() {
    return false;
  }
}
