package dev.adze.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.adze.internal.JsonTree;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A change that is called compatible lets nobody down, as an independent validator judges: a tool
 * takes every value that it took before, and gives none that it did not give before.
 */
class CompatibilityTest {
  private static final long SEED = Long.getLong("tests.seed", 11);
  private static final int PAIRS = Integer.getInteger("tests.pairs", 3_000);
  private static final int VALUES = 40;

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private int compatible;
  private int refused;

  @Test
  void noHarmIsCalledCompatible() {
    for (int pair = 0; pair < PAIRS; pair++) {
      Random random = new Random(SEED * 1_000_003 + pair);
      SchemaDraw draw = new SchemaDraw(random);
      ObjectNode old = draw.root();
      ObjectNode schema = old.deepCopy();
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        draw.change(schema);
      }
      String tried = "seed %d, pair %d%n%s%n%s".formatted(SEED, pair, old, schema);
      holds(Side.ARGUMENTS, old, schema, old, schema, random, tried);
      holds(Side.RESULT, old, schema, schema, open(old), random, tried);
    }
    assertThat(compatible).as("compatible changes").isBetween(PAIRS / 4, PAIRS * 7 / 4);
    assertThat(refused).as("pairs that differ for a value").isGreaterThan(PAIRS / 4);
  }

  /** What one schema takes, the other takes too, or the change is said to break something. */
  private void holds(
      Side side,
      ObjectNode old,
      ObjectNode schema,
      ObjectNode from,
      ObjectNode to,
      Random random,
      String tried) {
    Findings findings = new Findings("O", "t");
    SchemaDiff.compare(side, "", tree(old), tree(schema), findings);
    boolean breaking = findings.changes().stream().anyMatch(Change::breaking);
    compatible += breaking ? 0 : 1;
    Schema takes = registry.getSchema(from);
    Schema mustTake = registry.getSchema(to);
    for (ValueDraw values : List.of(new ValueDraw(random, from), new ValueDraw(random, to))) {
      for (int i = 0; i < VALUES / 2; i++) {
        JsonNode value = values.value();
        if (takes.validate(value).isEmpty() && !mustTake.validate(value).isEmpty()) {
          assertThat(breaking)
              .as("%s%n%s: %s%n%s", tried, side, value, findings.changes())
              .isTrue();
          refused++;
          return;
        }
      }
    }
  }

  /** Who reads a result passes over what is new to him. */
  private static ObjectNode open(ObjectNode schema) {
    ObjectNode open = schema.deepCopy();
    SchemaDraw.all(open).stream()
        .filter(one -> one.path("additionalProperties").isBoolean())
        .forEach(one -> one.remove("additionalProperties"));
    return open;
  }

  private static JsonTree.Members tree(ObjectNode schema) {
    return (JsonTree.Members) JsonTree.parse(schema.toString());
  }
}
