package dev.adze.processor.bfcl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Real function definitions: their classes compiled, their schemas compared, their calls made. */
@Tag("bfcl")
@EnabledIfSystemProperty(named = "bfcl", matches = ".*")
class BfclTest {
  private static final int LEAST_DEFINITIONS = 30;
  private static final int SHOWN = 60;

  @Test
  void schemasAreEquivalentAndCallsAreBoundOrRefused(@TempDir Path folder) {
    List<BfclDefinition> definitions =
        BfclReader.open(System.getProperty("bfcl.from", ""), System.getProperty("bfcl"))
            .definitions();
    BfclCheck check = new BfclCheck(folder);
    if (definitions.size() < LEAST_DEFINITIONS) {
      check.fail(
          "%d definitions; at least %d are expected"
              .formatted(definitions.size(), LEAST_DEFINITIONS));
    }
    definitions.forEach(check::check);
    System.out.println(check.line());
    assertThat(report(check.wrong())).isEmpty();
  }

  private static String report(List<String> wrong) {
    String more = wrong.size() <= SHOWN ? "" : "\n  and " + (wrong.size() - SHOWN) + " more";
    return wrong.stream().limit(SHOWN).map(line -> "\n  " + line).collect(Collectors.joining(""))
        + more;
  }
}
