package dev.adze.json;

import static dev.adze.json.JsonAssertions.assertFault;
import static dev.adze.json.JsonAssertions.assertRead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.json.JsonFault.Kind;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Branches of sealed types, told by a field that may stand anywhere. */
class JsonBranchesTest {
  private static final String[] NAMES = {"leaf", "pair", "\u00e9\""};
  private static final JsonFields LEAF =
      JsonFields.builder().required("kind", "\"leaf\"").required("n", "an integer").build();
  private static final JsonFields PAIR =
      JsonFields.builder()
          .required("left", "an object")
          .required("kind", "\"pair\"")
          .required("right", "an object")
          .build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\":\"pair\"}",
        " { \"kind\" : \"pair\" , \"x\" : 1 } ",
        "{\"x\":[{\"kind\":\"leaf\"},\"]}\\\"\"],\"y\":{\"kind\":\"leaf\"},\"kind\":\"pair\"}",
        "{\"kin\":\"leaf\",\"kinds\":\"leaf\",\"\":\"leaf\",\"kind\":\"pair\"}",
        "{\"x\":\"kind\",\"y\":\"\\\"kind\\\":\\\"leaf\\\"\",\"kind\":\"pair\"}",
        "{\"a\":1,\"b\":true,\"c\":null,\"d\":-1.5e3,\"\\u006bi\\u006ed\":\"p\\u0061ir\"}",
        "{\"a\" : [ ] , \"b\" : { } , \"kind\"\n:\t\"pair\" }"
      })
  void findsTheBranchWhereverItsNameStands(String json) {
    JsonReader in = JsonReader.of(json);
    assertThat(in.readBranch("kind", NAMES)).isEqualTo(1);
    // Nothing was read: the branch itself comes next.
    in.skip();
    assertThat(in.end()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|MISSING|/kind: missing; expected one of \"leaf\", \"pair\", \"\u00e9\\\"\"",
        "{\"x\":{\"kind\":\"leaf\"}}|MISSING|/kind: missing; expected one of \"leaf\", \"pair\"",
        "{\"kind\":\"Leaf\"}|NOT_ALLOWED|/kind: expected one of \"leaf\", \"pair\", "
            + "\"\u00e9\\\"\"; got \"Leaf\"; did you mean \"leaf\"?",
        "{\"x\":1,\"kind\":\"\"}|NOT_ALLOWED|/kind: expected one of \"leaf\"",
        "{\"kind\":null}|NULL|/kind: must not be null; expected one of \"leaf\"",
        "{\"kind\": [1, 2] ,\"x\":1}|WRONG_TYPE|/kind: expected one of \"leaf\", \"pair\", "
            + "\"\u00e9\\\"\"; got [1,2]",
        "{\"kind\":7}|WRONG_TYPE|/kind: expected one of \"leaf\", \"pair\", \"\u00e9\\\"\"; got 7",
        "{\"kind\":\"\\ud800\"}|NOT_ALLOWED|/kind: expected one of",
        "[]|WRONG_TYPE|(whole value): expected an object; got []",
        "\"leaf\"|WRONG_TYPE|(whole value): expected an object; got \"leaf\"",
        "null|NULL|(whole value): must not be null; expected an object",
        "{|SYNTAX|(whole value): malformed",
        "|SYNTAX|(whole value): malformed",
        "{\"kind\"|SYNTAX|",
        "{\"kind\":|SYNTAX|",
        "{\"kind\":\"|SYNTAX|",
        "{\"kind\":\"lea|SYNTAX|",
        "{\"kind\":\"none\"|SYNTAX|",
        "{\"kind\":nul}|SYNTAX|",
        "{\"x\":]|SYNTAX|",
        "{\"x\":1]|SYNTAX|",
        "{\"x\" 1,\"kind\":\"none\"}|SYNTAX|",
        "{\"x\":\"\\q\",\"kind\":\"none\"}|SYNTAX|",
        "{kind:\"leaf\"}|SYNTAX|"
      })
  void refusesWhatNamesNoBranch(String json, Kind kind, String said) {
    JsonFault fault =
        assertFault(
            json == null ? "" : json,
            kind,
            in -> assertThat(in.readBranch("kind", NAMES)).isEqualTo(-1));
    assertThat(fault.toString()).contains(said == null ? "" : said);
  }

  @Test
  void skipsValuesOfNoBranch() {
    JsonReader in =
        JsonReader.of(
            "[{\"kind\":\"x\",\"a\":{}},{\"a\":[]},{\"kind\":\"pair\"},5,{\"kind\":\"leaf\"}]");
    StringBuilder branches = new StringBuilder();
    in.beginArray();
    while (in.nextElement()) {
      int branch = in.readBranch("kind", NAMES);
      branches.append(branch).append(' ');
      if (branch >= 0) {
        in.skip();
      }
    }
    in.end();
    assertThat(branches).hasToString("-1 -1 1 -1 0 ");
    assertThat(in.faults()).extracting(JsonFault::path).containsExactly("/0/kind", "/1/kind", "/3");
  }

  @Test
  void readsNestedUnions() {
    assertRead("{\"kind\":\"leaf\",\"n\":3}", JsonBranchesTest::sum).isEqualTo(3L);
    assertRead(
            "{\"left\":{\"n\":1,\"kind\":\"leaf\"},\"right\":{\"kind\":\"pair\","
                + "\"left\":{\"kind\":\"leaf\",\"n\":4},\"right\":{\"n\":5,\"kind\":\"leaf\"}},"
                + "\"kind\":\"pair\"}",
            JsonBranchesTest::sum)
        .isEqualTo(10L);
    assertFault(
        "{\"kind\":\"leaf\",\"n\":1,\"kind\":\"pair\"}",
        Kind.DUPLICATE_FIELD,
        JsonBranchesTest::sum);
    String path =
        assertFault(
                "{\"left\":{\"n\":1},\"right\":{\"n\":5,\"kind\":\"leaf\"},\"kind\":\"pair\"}",
                Kind.MISSING,
                JsonBranchesTest::sum)
            .path();
    assertThat(path).isEqualTo("/left/kind");
  }

  /** One look per level at most: 64 levels of two megabytes take well under a second. */
  @Test
  void looksAheadInBoundedTime() {
    String nested = nested("{\"n\":1,\"kind\":\"leaf\"}");
    String padded = nested("{\"pad\":\"" + "x".repeat(2_000_000) + "\",\"kind\":\"leaf\"}");
    String wide = "[" + (nested + ",").repeat(500) + nested + "]";
    String open = "{\"left\":".repeat(1_000_000);
    String unclosed = "[" + "{\"left\":1,".repeat(500_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> {
          for (String json : new String[] {nested, open, unclosed, padded, wide}) {
            JsonReader in = JsonReader.of(json);
            if (json.startsWith("[")) {
              in.beginArray();
              while (in.nextElement()) {
                sum(in);
              }
            } else {
              sum(in);
            }
            assertThat(in.end()).isEqualTo(json.equals(nested) || json.equals(wide));
          }
        });
  }

  private static String nested(String innermost) {
    String json = innermost;
    for (int level = 0; level < 62; level++) {
      json = "{\"right\":{\"n\":1,\"kind\":\"leaf\"},\"left\":" + json + ",\"kind\":\"pair\"}";
    }
    return json;
  }

  /** No text makes a look ahead throw, or take for sound what is not. */
  @Test
  void survivesGarbage() {
    long seed = Long.getLong("tests.seed", 11);
    System.out.println("JsonBranchesTest seed " + seed);
    Random random = new Random(seed);
    String[] texts = {
      "{\"n\":1,\"kind\":\"leaf\"}",
      "{\"left\":{\"kind\":\"leaf\",\"n\":1},\"right\":{\"n\":1,\"kind\":\"leaf\"},"
          + "\"kind\":\"pair\"}",
      "{\"x\":[{\"kind\":\"\\\"leaf\"}],\"kind\":\"\u00e9\\\"\",\"y\":\"}\"}"
    };
    String inserted = "{}[],:\"\\ n1e\ud800";
    int sound = 0;
    for (int i = 0; i < 50_000; i++) {
      StringBuilder json = new StringBuilder(texts[random.nextInt(texts.length)]);
      for (int left = random.nextInt(3); left > 0; left--) {
        int at = random.nextInt(json.length());
        if (random.nextBoolean()) {
          json.insert(at, inserted.charAt(random.nextInt(inserted.length())));
        } else {
          json.delete(at, at + 1 + random.nextInt(3));
        }
      }
      String text = json.toString();
      JsonReader in = JsonReader.of(text);
      sum(in);
      JsonReader walked = JsonReader.of(text);
      walked.skip();
      if (in.end()) {
        sound++;
        assertThat(walked.end()).as(text).isTrue();
      }
      if (walked.faults().stream().anyMatch(fault -> fault.kind() == Kind.SYNTAX)) {
        assertThat(in.end()).as(text).isFalse();
      }
    }
    assertThat(sound).as("the generator sees both sides").isBetween(5_000, 45_000);
  }

  private static long sum(JsonReader in) {
    long sum = 0;
    switch (in.readBranch("kind", NAMES)) {
      case 0 -> {
        in.beginObject(LEAF);
        for (int field; (field = in.nextField()) != JsonReader.END; ) {
          if (field == 1) {
            sum += in.readInt(0, 100);
          } else {
            in.skip();
          }
        }
      }
      case 1 -> {
        in.beginObject(PAIR);
        for (int field; (field = in.nextField()) != JsonReader.END; ) {
          if (field == 1) {
            in.skip();
          } else {
            sum += sum(in);
          }
        }
      }
      case 2 -> in.skip();
      default -> {
        // A fault is noted already.
      }
    }
    return sum;
  }
}
