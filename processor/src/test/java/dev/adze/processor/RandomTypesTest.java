package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random types that hold each other in every way: either their adapter compiles and its schemas
 * define all that they refer to, or what has no end is refused.
 */
class RandomTypesTest {
  private static final int TURNS = 25;
  private static final int TYPES = 8;
  private static final Pattern REFERENCE = Pattern.compile("#/\\$defs/(\\w+)");

  @TempDir Path folder;

  @Test
  void areWrittenOrRefused() {
    long seed = Long.getLong("tests.seed", 11);
    Random random = new Random(seed);
    int written = 0;
    for (int i = 0; i < TURNS; i++) {
      String source = source(random);

      Compiled compiled =
          Compiled.compile().source("Owner.java", source).into(folder.resolve("turn" + i));

      String turn = "seed " + seed + ", turn " + i + ":\n" + source;
      if (compiled.success) {
        written++;
        assertThat(compiled.texts()).as(turn).isEmpty();
        assertAllDefined(compiled.generated().get("OwnerFunctionTools.java"), turn);
      } else {
        assertThat(compiled.texts()).as(turn).allMatch(text -> text.contains("without end"));
      }
    }
    assertThat(written).as("seed %d: of %d turns", seed, TURNS).isBetween(TURNS / 5, TURNS - 1);
  }

  private static void assertAllDefined(String adapter, String turn) {
    for (String schema : adapter.split("_SPEC =")) {
      Set<String> undefined = new TreeSet<>();
      Matcher reference = REFERENCE.matcher(schema);
      while (reference.find()) {
        if (!schema.replace("\\\n      ", "").contains("\"" + reference.group(1) + "\":{")) {
          undefined.add(reference.group(1));
        }
      }
      assertThat(undefined).as(turn).isEmpty();
    }
  }

  private static String source(Random random) {
    StringBuilder source = new StringBuilder("import java.util.*;\npublic class Owner {\n");
    source.append("public sealed interface U0 {}\npublic sealed interface U1<X> extends U0 {}\n");
    source.append("public record G<T>(T t, Optional<G<T>> g, List<? extends T> l) {}\n");
    for (int i = 0; i < TYPES; i++) {
      String above =
          switch (random.nextInt(4)) {
            case 0 -> " implements U0";
            case 1 -> " implements U1<" + element(random) + ">";
            default -> "";
          };
      source.append("public record R").append(i).append("(int n");
      for (int field = random.nextInt(4); field > 0; field--) {
        source.append(", ").append(type(random)).append(" f").append(field);
      }
      source.append(')').append(above).append(" {}\n");
    }
    source.append("public record Last() implements U1<String>, U0 {}\n");
    source.append("@SuppressWarnings(\"adze:T011\") @dev.adze.annotation.Tool(\"x\") public ");
    source.append(type(random)).append(" m(").append(type(random)).append(" a, ");
    return source.append(type(random)).append(" b) { return null; }\n}\n").toString();
  }

  private static String type(Random random) {
    String element = element(random);
    return switch (random.nextInt(6)) {
      case 0 -> "Optional<" + element + ">";
      case 1 -> "List<" + element + ">";
      case 2 -> "Map<String, List<" + element + ">>";
      case 3 -> "Set<" + element + ">";
      case 4 -> "List<? extends " + element + ">";
      default -> element;
    };
  }

  private static String element(Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> "String";
      case 1 -> "U0";
      case 2 -> "U1<String>";
      case 3 -> "G<R" + random.nextInt(TYPES) + ">";
      case 4 -> "G<U0>";
      default -> "R" + random.nextInt(TYPES);
    };
  }
}
