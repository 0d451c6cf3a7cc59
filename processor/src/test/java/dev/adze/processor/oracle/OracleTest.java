package dev.adze.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.tool.SchemaProfile;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random types, random texts: what a schema accepts is bound to the equal value, what it does not
 * is refused. The seed is printed; {@code -Doracle.seed} repeats a run.
 */
@Tag("oracle")
class OracleTest {
  private static final int OWNERS = 16;
  private static final int OWNERS_PER_COMPILATION = 8;

  @Test
  void decodersAndValidatorsAgree() {
    long seed = Long.getLong("oracle.seed", System.nanoTime());
    long instances = Long.getLong("oracle.instances", 200_000);
    System.out.println("seed " + seed + ": -Doracle.seed=" + seed + " repeats this run");

    Oracle oracle = new Oracle(seed);
    List<Subject> subjects = oracle.subjects(OWNERS, OWNERS_PER_COMPILATION);
    assertThat(subjects).flatExtracting(Subject::problems).as("problems with schemas").isEmpty();
    assertThat(subjects)
        .flatExtracting(Subject::profiles)
        .as("renderings")
        .contains(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT);
    Tally tally = oracle.run(subjects, instances);

    for (Known known : Known.values()) {
      System.out.println(known.line(tally.count(known)));
    }
    tally.cases().forEach(found -> System.out.println(found.report()));
    System.out.println(
        "oracle: %d instances over %d schemas, %d %% accepted, %d unlisted mismatches"
            .formatted(
                tally.instances(), subjects.size(), tally.acceptedShare(), tally.unlisted()));
    assertThat(tally.unlisted()).as("unlisted mismatches").isZero();
    assertThat(tally.acceptedShare()).as("accepted, in percent").isBetween(30L, 70L);
  }
}
