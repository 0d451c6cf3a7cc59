package dev.adze.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.json.JsonFault.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The files of JSONTestSuite, whose names begin with {@code y_} where every parser must accept
 * them, {@code n_} where none may and {@code i_} where both is right, and a million random texts.
 */
@Tag("jsontestsuite")
@EnabledIfSystemProperty(named = "jsontestsuite", matches = ".*")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JsonTestSuiteTest {
  private static final int TEXTS = 1_000_000;

  /** JSON as such, but a name that comes twice says two things, and tools must not guess. */
  private static final Set<String> DUPLICATES =
      Set.of("y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json");

  /**
   * What is refused although it is JSON: an ambiguous text, one beyond a limit, one not Unicode.
   */
  private static final Set<Kind> NARROWER =
      EnumSet.of(Kind.DUPLICATE_FIELD, Kind.TOO_DEEP, Kind.TOO_LONG, Kind.ILL_FORMED_UNICODE);

  private final long seed = Long.getLong("tests.seed", 11);
  private final List<String> lines = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private int accepted;
  private int refused;
  private int eitherWay;
  private int duplicates;
  private int texts;

  @AfterAll
  void close() {
    lines.forEach(System.out::println);
    System.out.printf(
        "jsontestsuite: %d accepted, %d refused, %d either way, "
            + "%d duplicate-key files refused by rule, %d random texts, %d wrong%n",
        accepted, refused, eitherWay, duplicates, texts, wrong.size());
  }

  @Test
  void judgesEveryFileRightly() throws IOException {
    int before = wrong.size();
    for (Path file : files()) {
      // What is not UTF-8 comes to the reader with U+FFFD in its place.
      judge(file.getFileName().toString(), new String(Files.readAllBytes(file), UTF_8));
    }
    assertThat(wrong.subList(before, wrong.size())).isEmpty();
    assertThat(accepted).as("accepted files").isGreaterThanOrEqualTo(90);
    assertThat(refused).as("refused files").isGreaterThanOrEqualTo(180);
    assertThat(eitherWay).as("files of either kind").isGreaterThanOrEqualTo(30);
    assertThat(duplicates).as("files with duplicates").isEqualTo(DUPLICATES.size());
  }

  @Test
  void agreesWithJacksonOnRandomTexts() {
    int before = wrong.size();
    Random random = new Random(seed);
    Jackson jackson = Jackson.unlimited();
    Map<Kind, Integer> differences = new EnumMap<>(Kind.class);
    for (; texts < TEXTS; texts++) {
      String json = widened(random, RandomTexts.next(random));
      JsonReader in = JsonReader.of(json);
      String compact = in.readRaw();
      boolean sound = in.end();
      boolean expected = jackson.accepts(json);
      if (sound && expected) {
        if (!jackson.tokens(compact).equals(jackson.tokens(json))) {
          wrong.add("Tokens differ: " + json);
        }
      } else if (expected) {
        Kind kind = in.faults().get(0).kind();
        differences.merge(kind, 1, Integer::sum);
        if (!in.faults().stream().map(JsonFault::kind).allMatch(NARROWER::contains)) {
          wrong.add("Refused: " + json + " for " + in.faults());
        }
      } else if (sound) {
        wrong.add("Accepted: " + json);
      }
    }
    lines.add(
        "jsontestsuite, random texts with seed " + seed + ", refused though JSON: " + differences);
    assertThat(wrong.subList(before, wrong.size())).as("With seed %d", seed).isEmpty();
    assertThat(differences.keySet()).as("differences seen").isEqualTo(NARROWER);
  }

  private void judge(String name, String text) {
    List<JsonFault> skipped = faults(text, JsonReader::skip);
    boolean sound = skipped.isEmpty();
    if (sound != faults(text, JsonReader::readRaw).isEmpty()) {
      wrong.add(name + ": skip and readRaw differ");
    }
    Set<Kind> kinds = skipped.stream().map(JsonFault::kind).collect(Collectors.toSet());
    if (name.startsWith("i_")) {
      eitherWay++;
      lines.add("jsontestsuite, " + name + ": " + (sound ? "accepted" : "refused for " + kinds));
    } else if (name.startsWith("n_")) {
      check(name, !sound);
      refused += sound ? 0 : 1;
    } else if (DUPLICATES.contains(name)) {
      check(name, kinds.equals(Set.of(Kind.DUPLICATE_FIELD)));
      duplicates++;
    } else {
      check(name, sound && faults(text, JsonReader::readAny).isEmpty());
      accepted += sound ? 1 : 0;
    }
  }

  private void check(String name, boolean right) {
    if (!right) {
      wrong.add(name);
    }
  }

  private static List<JsonFault> faults(String text, Consumer<JsonReader> read) {
    JsonReader in = JsonReader.of(text);
    read.accept(in);
    in.end();
    return in.faults();
  }

  /** Now and then a text that goes beyond a limit. */
  private static String widened(Random random, String json) {
    return switch (random.nextInt(500)) {
      case 0 -> "[".repeat(60 + random.nextInt(9)) + json + "]".repeat(60 + random.nextInt(9));
      case 1 -> json.replaceFirst("\\d", "1".repeat(990 + random.nextInt(20)));
      case 2 -> "{\"a\":".repeat(66) + json + "}".repeat(66);
      case 3 -> "[" + json + ",\"\\ud83d" + (random.nextBoolean() ? "\\ude00" : "") + "\"]";
      default -> json;
    };
  }

  private static List<Path> files() {
    String given = System.getProperty("jsontestsuite");
    Path folder =
        Path.of(System.getProperty("jsontestsuite.from", ""))
            .resolve(given)
            .resolve("test_parsing")
            .toAbsolutePath()
            .normalize();
    if (given.isBlank() || !Files.isDirectory(folder)) {
      throw new IllegalStateException(
          (given.isBlank()
                  ? "The folder of JSONTestSuite is not given."
                  : "The folder of JSONTestSuite's files does not exist: " + folder + ".")
              + " Say where its test_parsing is in, as seen from where you type: "
              + "./mvnw -q -Pjsontestsuite verify -Djsontestsuite=<folder>");
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
