package com.acme;

import dev.adze.annotation.Tool;
import dev.adze.tool.ToolOutput;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

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

  /** Ends, as a method has to that returns what its supertype leaves open. */
  @Tool
  Void nothingAtOnce() {
    return null;
  }

  /** Makes its own output, some time. */
  @Tool
  CompletionStage<ToolOutput> output() {
    return CompletableFuture.completedFuture(ToolOutput.of("here"));
  }

  /** Finds a table or null. */
  @Tool
  @Nullable Table orNull() {
    return null;
  }

  /** Counts, if there is anything to count. */
  @Tool
  OptionalInt count() {
    return OptionalInt.empty();
  }
}
