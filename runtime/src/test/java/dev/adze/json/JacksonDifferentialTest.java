package dev.adze.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.json.JsonFault.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Holds the reader against Jackson over random texts, sound and broken. */
class JacksonDifferentialTest {
  private static final int TEXTS = 30_000;

  /** What Jackson lets pass: halves of surrogate pairs, and depths and lengths of its own. */
  private static final Set<Kind> NARROWER =
      EnumSet.of(Kind.ILL_FORMED_UNICODE, Kind.TOO_DEEP, Kind.TOO_LONG);

  /** What is wrong with a text whatever type is read from it. */
  private static final Set<Kind> UNTYPED =
      EnumSet.of(Kind.SYNTAX, Kind.TRAILING_TEXT, Kind.DUPLICATE_FIELD);

  private static final Jackson JACKSON = Jackson.refusingDuplicates();

  @Test
  void agreesOnWhatIsJson() {
    Random random = seeded();
    int accepted = 0;
    for (int i = 0; i < TEXTS; i++) {
      String json = RandomTexts.next(random);
      boolean expected = JACKSON.accepts(json);
      JsonReader skipped = JsonReader.of(json);
      skipped.skip();
      JsonReader raw = JsonReader.of(json);
      String compact = raw.readRaw();
      assertThat(skipped.end()).as(json).isEqualTo(raw.end());
      assertThat(skipped.faults()).as(json).isEqualTo(raw.faults());
      if (skipped.end() != expected) {
        assertThat(skipped.faults()).as(json).isNotEmpty();
        assertThat(skipped.faults()).as(json).allMatch(fault -> NARROWER.contains(fault.kind()));
      } else if (expected) {
        accepted++;
        assertThat(JACKSON.tokens(compact)).as(json).isEqualTo(JACKSON.tokens(json));
      }
    }
    assertThat(accepted).as("the generator sees both sides").isBetween(TEXTS / 5, TEXTS * 4 / 5);
  }

  @Test
  void agreesWhenTypesAreRead() {
    Random random = seeded();
    int accepted = 0;
    for (int i = 0; i < TEXTS; i++) {
      String json = RandomTexts.next(random);
      JsonReader in = JsonReader.of(json);
      Node node = Node.read(in);
      if (in.end()) {
        accepted++;
        assertThat(JACKSON.accepts(json)).as(json).isTrue();
        assertThat(node).as(json).isEqualTo(jacksonNode(json));
      } else if (in.faults().stream().anyMatch(fault -> UNTYPED.contains(fault.kind()))) {
        assertThat(JACKSON.accepts(json)).as("%s%n%s", json, in.faults()).isFalse();
      } else if (!JACKSON.accepts(json)) {
        // Inside of a value of the wrong type a second fault may go unsaid, but not both.
        assertThat(in.faults()).as(json).isNotEmpty();
      }
    }
    assertThat(accepted).as("the generator sees both sides").isBetween(TEXTS / 5, TEXTS * 4 / 5);
  }

  private static Node jacksonNode(String json) {
    try (JsonParser parser = JACKSON.parser(json)) {
      parser.nextToken();
      return jacksonNode(parser, json);
    }
  }

  private static Node jacksonNode(JsonParser parser, String json) {
    int n = 0;
    double d = 0;
    String s = "";
    boolean b = false;
    String e = "";
    List<Node> c = List.of();
    String raw = "null";
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      int field = Node.NAMES.indexOf(parser.currentName());
      JsonToken token = parser.nextToken();
      switch (field) {
        case 0 -> n = parser.getDecimalValue().intValueExact();
        case 1 -> d = Double.parseDouble(parser.getString());
        case 2 -> s = token == JsonToken.VALUE_NULL ? "" : parser.getString();
        case 3 -> b = parser.getBooleanValue();
        case 4 -> e = parser.getString();
        case 5 -> {
          c = new ArrayList<>();
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            c.add(jacksonNode(parser, json));
          }
        }
        default -> raw = compact(parser, json);
      }
    }
    return new Node(n, d, s, b, e, c, raw);
  }

  /** The value at a parser, from its place in the text. */
  private static String compact(JsonParser parser, String json) {
    int from = (int) parser.currentTokenLocation().getCharOffset();
    parser.skipChildren();
    parser.finishToken();
    int to = (int) parser.currentLocation().getCharOffset();
    return JsonReader.of(json.substring(from, to)).readRaw();
  }

  private static Random seeded() {
    long seed = Long.getLong("tests.seed", 11);
    System.out.println("JacksonDifferentialTest seed " + seed);
    return new Random(seed);
  }
}
