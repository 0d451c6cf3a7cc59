package dev.adze.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.adze.json.JsonFault.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text, however hostile, makes the reader throw, hang or call anything sound that is not. */
class JsonReaderRobustnessTest {
  private static final String ALPHABET =
      "{}[]:,\"\\/ \n\t0123456789-+.eEutrfalsn\0\u2028\uD83D\uDE00x";

  private static final NumberRule RULE =
      NumberRule.builder().minimum(BigDecimal.ONE).multipleOf(new BigDecimal("0.3")).build();
  private static final TextRule TEXT_RULE =
      TextRule.builder().minLength(1).pattern("^(a|b)*$").build();

  @Test
  void survivesEveryTruncation() {
    Random random = seeded();
    for (int i = 0; i < 300; i++) {
      String json = Node.json(random);
      assertThat(Node.read(JsonReader.of(json))).as(json).isNotNull();
      for (int end = 0; end < json.length(); end++) {
        JsonReader in = JsonReader.of(json.substring(0, end));
        Node.read(in);
        // A prefix of an object never is a value, whatever of it was read.
        assertThat(in.end()).as(json.substring(0, end)).isFalse();
        assertThat(in.faults()).isNotEmpty();
      }
    }
  }

  @Test
  void survivesGarbage() {
    Random random = seeded();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder garbage = new StringBuilder();
      for (int length = random.nextInt(30); length > 0; length--) {
        garbage.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      readInEveryWay(garbage.toString());
    }
  }

  @Test
  void survivesReadsOfOtherTypes() {
    Random random = seeded();
    for (int i = 0; i < 3_000; i++) {
      readInEveryWay(Node.json(random));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"c\":", "{\"c\":[", "[{\"c\":"})
  void refusesAnyDepthWithoutOverflow(String opening) {
    String json = opening.repeat(1_000_000);
    for (String text : new String[] {json, json + "1", "{\"c\":" + json, "{\"unknown\":" + json}) {
      readInEveryWay(text);
      JsonReader in = JsonReader.of(text);
      in.skip();
      assertThat(in.end()).isFalse();
      assertThat(in.faults()).extracting(JsonFault::kind).containsExactly(Kind.TOO_DEEP);
    }
  }

  @Test
  void readsSixtyFourLevels() {
    assertThat(deep(64).end()).isTrue();
    assertThat(deep(65).faults()).extracting(JsonFault::kind).containsExactly(Kind.TOO_DEEP);
    String chain = "{\"c\":[".repeat(32) + "]}".repeat(32);
    JsonReader in = JsonReader.of(chain);
    Node.read(in);
    assertThat(in.end()).isTrue();
    in = JsonReader.of("{\"c\":[" + chain + "]}");
    Node.read(in);
    assertThat(in.end()).isFalse();
    assertThat(in.faults()).extracting(JsonFault::kind).containsExactly(Kind.TOO_DEEP);
  }

  @Test
  void answersDefaultsAfterTheEnd() {
    JsonReader in = JsonReader.of("[1 2]");
    in.skip();
    for (int i = 0; i < 3; i++) {
      in.beginArray();
      assertThat(in.nextElement()).isFalse();
      in.beginObject(Node.FIELDS);
      assertThat(in.nextField()).isEqualTo(JsonReader.END);
      assertThat(in.readInt(1, 2)).isZero();
      assertThat(in.readLong(1, 2)).isZero();
      assertThat(in.readFloat()).isZero();
      assertThat(in.readDouble()).isZero();
      assertThat(in.readBoolean()).isFalse();
      assertThat(in.readString()).isEmpty();
      assertThat(in.readEnum("a")).isEqualTo(-1);
      assertThat(in.readRaw()).isEqualTo("null");
      assertThat(in.tryNull()).isFalse();
      in.skip();
    }
    assertThat(in.end()).isFalse();
    assertThat(in.faultCount()).isEqualTo(1);
  }

  /** Linear work takes a second here; anything quadratic in the text takes many minutes. */
  @Test
  void comesToAnEndWithHostileTexts() {
    String[] texts = {
      "{" + "\"x\":1,".repeat(2_000_000) + "\"x\":1}",
      "{\"unknown\":[" + "{\"a\":\"\\ud800\"},".repeat(1_000_000) + "1]}",
      "{\"a\":[" + "\"\\n\",".repeat(2_000_000) + "1]}",
      "[" + "\"\u00e9\",".repeat(2_000_000) + "1]",
      "{\"s\":\"" + "\\\\".repeat(2_000_000) + "\"}",
      "{\"n\":" + "1".repeat(5_000_000) + "}"
    };
    Assertions.assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> {
          for (String text : texts) {
            Node.read(JsonReader.of(text));
            JsonReader.of(text).readRaw();
            JsonReader.of(text).readString();
          }
        });
  }

  private static JsonReader deep(int levels) {
    JsonReader in = JsonReader.of("[".repeat(levels) + "]".repeat(levels));
    in.readRaw();
    return in;
  }

  private static void readInEveryWay(String json) {
    JsonReader walked = JsonReader.of(json);
    walked.skip();
    boolean sound = walked.end();
    assertThat(sound).isEqualTo(walked.faults().isEmpty());
    for (int way = 0; way < 21; way++) {
      JsonReader in = JsonReader.of(json);
      switch (way) {
        case 0 -> in.readString();
        case 1 -> in.readInt(-5, 5);
        case 2 -> in.readDouble();
        case 3 -> in.readBoolean();
        case 4 -> in.readEnum("a", "tree");
        case 5 -> in.readRaw();
        case 6 -> in.readFloat();
        case 7 -> {
          if (!in.tryNull()) {
            in.skip();
          }
        }
        case 8 -> Node.read(in);
        case 9 -> in.readAny();
        case 10 -> in.readBigInteger();
        case 11 -> in.readBigDecimal();
        case 12 -> in.readDouble(RULE);
        case 13 -> in.readInt(RULE);
        case 14 -> in.readString(TEXT_RULE);
        case 15 -> in.readChar();
        case 16 -> in.readBase64();
        case 17 -> in.readText(TextFormat.URI);
        case 18 -> {
          in.readText(TextFormat.LOCAL_DATE);
          in.reject("something else");
        }
        case 19 -> readMapOfBranches(in);
        default -> {
          in.beginArray();
          while (in.nextElement()) {
            Node.read(in);
          }
        }
      }
      if (in.end() && !sound) {
        fail("Way " + way + " accepts " + json);
      }
      for (JsonFault fault : in.faults()) {
        assertThat(fault.toString()).doesNotContain("\n").hasSizeLessThan(8_000);
      }
    }
  }

  private static void readMapOfBranches(JsonReader in) {
    in.beginMap();
    while (in.nextKey() != null) {
      if (in.readBranch("n", "a", "b") >= 0) {
        in.readAny();
        in.reject("something else");
      }
      in.rejectDuplicate();
    }
    in.checkSize(3, 2);
  }

  private static Random seeded() {
    long seed = Long.getLong("tests.seed", 11);
    System.out.println("JsonReaderRobustnessTest seed " + seed);
    return new Random(seed);
  }
}
