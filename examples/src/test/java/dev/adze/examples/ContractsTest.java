package dev.adze.examples;

import dev.adze.contract.Contracts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

// region contracts
/** What the examples' tools promise changes only where that is accepted, in review. */
class ContractsTest {
  @Test
  void toolsKeepTheirContracts() {
    Contracts.of(Restaurant.class).assertKept(Path.of("src/test/contracts"));
  }
}
// endregion
