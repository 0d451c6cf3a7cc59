package com.acme;

import dev.adze.annotation.Tool;
import dev.adze.tool.ToolOutput;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

class Results {
  /**
   * A table.
   *
   * @param seats how many
   */
  record Table(int seats) {}

  /** Finds a table, some time. */
  @Tool
  CompletionStage<Table> later() {
    return CompletableFuture.completedFuture(new Table(2));
  }

  /** Finds a table, if there is one. */
  @Tool
  Optional<Table> perhaps() {
    return Optional.empty();
  }

  /** Says something, some time, perhaps. */
  @Tool
  CompletableFuture<Optional<String>> both() {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  /** Ends some time. */
  @Tool
  CompletionStage<Void> nothing() {
    return CompletableFuture.completedFuture(null);
  }

  /** Makes its own output, some time. */
  @Tool
  CompletionStage<ToolOutput> output() {
    return CompletableFuture.completedFuture(ToolOutput.of("here"));
  }
}
