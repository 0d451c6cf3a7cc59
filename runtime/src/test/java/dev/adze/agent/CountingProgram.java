package dev.adze.agent;

import java.io.IOException;
import java.nio.file.Path;

/** Counts up in a store that others count in at the same time. */
final class CountingProgram {
  private CountingProgram() {}

  public static void main(String[] arguments) throws IOException {
    StateStore store = StateStore.inFolder(Path.of(arguments[0]));
    StateStoreTest.count(store, Integer.parseInt(arguments[1]));
  }
}
