package dev.adze.json;

import static dev.adze.json.JsonAssertions.assertFault;
import static dev.adze.json.JsonAssertions.assertRead;
import static dev.adze.json.JsonAssertions.sound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.json.JsonFault.Kind;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Strings that keep rules, characters and Base64. */
class JsonStringsTest {
  private static final String GRINNING = "\uD83D\uDE00";

  @Test
  void countsCodePoints() {
    TextRule two = TextRule.builder().minLength(2).maxLength(2).build();
    assertRead("\"" + GRINNING + "x\"", in -> in.readString(two)).isEqualTo(GRINNING + "x");
    assertRead("\"\\uD83D\\uDE00x\"", in -> in.readString(two)).isEqualTo(GRINNING + "x");
    for (String json : new String[] {"\"\"", "\"x\"", "\"" + GRINNING + "\"", "\"xyz\""}) {
      JsonFault fault = assertFault(json, Kind.WRONG_LENGTH, in -> answersNothing(in, two));
      assertThat(fault.message())
          .isEqualTo("expected a string of exactly 2 characters; got " + json);
    }
    assertFault("2", Kind.WRONG_TYPE, in -> answersNothing(in, two));
    assertFault("null", Kind.NULL, in -> answersNothing(in, two));
    assertFault("\"\\ud800x\"", Kind.ILL_FORMED_UNICODE, in -> answersNothing(in, two));
    assertFault("\"x", Kind.SYNTAX, in -> answersNothing(in, two));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "^[a-z]+$ abc true",
        "^[a-z]+$ abc\\n false",
        "[a-z]+$ abc\\n false",
        "b abc true",
        "^b abc false",
        "^a.c$ abc true",
        "^a.c$ a\\u0085c true",
        "^a.c$ a\\u2028c false",
        "^a.c$ a\\nc false",
        "^.$ \uD83D\uDE00 true",
        "^a\\sb$ a\\u00a0b true",
        "^a\\sb$ a\\ufeffb true",
        "^a\\Sb$ a\\u00a0b false",
        "^[\\s]$ \\u3000 true",
        "^[^\\s]$ \\u3000 false",
        "^[\\S]$ \\u3000 false",
        "^[^\\S]$ \\u3000 true",
        "\\bok\\b is\\u0020ok! true",
        "\\bok\\b \u00e9ok true",
        "\\Bok \u00e9ok false",
        "^[a&&b]+$ a&b true",
        "^[[a]+$ [a true",
        "^[$.]+$ $. true",
        "^[$.]+$ a false",
        "^\\$\\.$ $. true",
        "^\\\\$ \\\\ true"
      })
  void searchesAsJsonSchemaDoes(String pattern, String inside, boolean found) {
    TextRule rule = TextRule.builder().pattern(pattern).build();
    JsonReader in = JsonReader.of("\"" + inside + "\"");
    in.readString(rule);
    assertThat(in.end()).as("%s in %s: %s", pattern, inside, in.faults()).isEqualTo(found);
    if (!found) {
      assertThat(in.faults()).extracting(JsonFault::kind).containsExactly(Kind.NO_MATCH);
      assertThat(in.faults().get(0).message())
          .startsWith("expected a string that matches " + pattern + "; got ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\\t\\n\\r\\u000b\\f", "\\u00a0\\u3000\\u2028\\ufeff\\u1680"})
  void refusesBlankStrings(String inside) {
    TextRule rule = TextRule.builder().notBlank().build();
    JsonFault fault =
        assertFault("\"" + inside + "\"", Kind.NO_MATCH, in -> answersNothing(in, rule));
    assertThat(fault.message()).startsWith("expected a string that is not blank; got \"");
    // Both say the same, and the pattern is what stands in a schema.
    TextRule pattern = TextRule.builder().pattern("\\S").build();
    assertFault("\"" + inside + "\"", Kind.NO_MATCH, in -> answersNothing(in, pattern));
    assertThat(sound("\"" + inside + "x\"", in -> in.readString(rule)).endsWith("x")).isTrue();
  }

  @Test
  void saysAllThatARuleAsksFor() {
    TextRule rule =
        TextRule.builder().minLength(1).maxLength(9).notBlank().pattern("^[^\n]$").build();
    assertThat(assertFault("7", Kind.WRONG_TYPE, in -> answersNothing(in, rule)).message())
        .isEqualTo(
            "expected a string of from 1 to 9 characters that is not blank and matches "
                + "^[^\\u000a]$; got 7");
    TextRule named = TextRule.builder().maxLength(9).pattern("^[a-z]+$", "a word").build();
    assertThat(assertFault("\"a b\"", Kind.NO_MATCH, in -> answersNothing(in, named)).message())
        .isEqualTo("expected a word of at most 9 characters; got \"a b\"");
    assertThatThrownBy(() -> TextRule.builder().pattern("("))
        .isInstanceOf(PatternSyntaxException.class);
  }

  @Test
  void letsNoExpressionHangOrOverflow() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> {
          String json = "\"" + "a".repeat(40) + "!\"";
          // The back reference keeps java.util.regex from remembering where it failed before.
          for (String pattern : new String[] {"^(a+)+\\1$", "^(a|a)*\\1$", "^(a|aa)+\\1$"}) {
            TextRule rule = TextRule.builder().pattern(pattern).build();
            assertFault(json, Kind.TOO_COSTLY, in -> answersNothing(in, rule));
          }
          TextRule recursive = TextRule.builder().pattern("^(a|b)*$").build();
          String deep = "\"" + "ab".repeat(1_000_000) + "\"";
          assertFault(deep, Kind.TOO_COSTLY, in -> answersNothing(in, recursive));
          assertRead("\"abba\"", in -> in.readString(recursive)).isEqualTo("abba");
        });
  }

  @Test
  void matchesLongStringsWithPlainExpressions() {
    String text = "word ".repeat(400_000);
    TextRule rule = TextRule.builder().pattern("^[a-z ]*$").build();
    assertRead("\"" + text + "\"", in -> in.readString(rule)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\\n", "\\u0000", "\\uFFFF", "\u00e9", "\\uE000", "\\uD7FF", "/"})
  void readsOneCharacter(String inside) {
    char c = sound("\"" + inside + "\"", JsonReader::readChar);
    assertThat(String.valueOf(c)).isEqualTo(sound("\"" + inside + "\"", JsonReader::readString));
    String written = new JsonWriter().value(c).toString();
    assertRead(written, JsonReader::readChar).isEqualTo(c);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "\"\" WRONG_LENGTH",
        "\"ab\" WRONG_LENGTH",
        "\"\uD83D\uDE00\" WRONG_LENGTH",
        "\"\\uD83D\\uDE00\" WRONG_LENGTH",
        "\"\\uD83D\" ILL_FORMED_UNICODE",
        "7 WRONG_TYPE",
        "null NULL",
        "'x' SYNTAX"
      })
  void refusesWhatIsNotOneCharacter(String json, Kind kind) {
    assertFault(json, kind, in -> assertThat(in.readChar()).isEqualTo('\0'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A",
        "AB",
        "ABC",
        "QQ",
        "QQ=",
        "QR==",
        "QUF=",
        "====",
        "A===",
        "AA=A",
        "AAAA=",
        "AA==AA==",
        "QUE=\\n",
        " QUE=",
        "QU E",
        "QUE-",
        "QUE_",
        "\u00e9AAA",
        "Q=E=",
        "=",
        "QUFB\\nQUFB"
      })
  void refusesWhatIsNotStrictBase64(String inside) {
    assertFault(
        "\"" + inside + "\"",
        Kind.WRONG_FORMAT,
        in -> {
          assertThat(in.readBase64()).isEmpty();
        });
  }

  @Test
  void readsBase64AsWritten() {
    long seed = Long.getLong("tests.seed", 11);
    System.out.println("JsonStringsTest seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      String json = new JsonWriter().base64(bytes).toString();
      assertRead(json, JsonReader::readBase64).isEqualTo(bytes);
      // Every text that is taken is the text of what it gives.
      String changed = changed(random, json.substring(1, json.length() - 1));
      JsonReader in = JsonReader.of("\"" + changed + "\"");
      byte[] read = in.readBase64();
      if (in.end()) {
        assertThat(Base64.getEncoder().encodeToString(read)).isEqualTo(changed);
      }
    }
    assertRead("\"\\/\\/\\/\\/\"", JsonReader::readBase64).isEqualTo(new byte[] {-1, -1, -1});
    assertFault("[1]", Kind.WRONG_TYPE, JsonReader::readBase64);
    assertFault("null", Kind.NULL, JsonReader::readBase64);
  }

  private static String changed(Random random, String text) {
    String letters = "ABgw059+/==-";
    char letter = letters.charAt(random.nextInt(letters.length()));
    int at = text.isEmpty() ? 0 : random.nextInt(text.length());
    return text.isEmpty() ? "" : text.substring(0, at) + letter + text.substring(at + 1);
  }

  private static void answersNothing(JsonReader in, TextRule rule) {
    assertThat(in.readString(rule)).isEmpty();
  }
}
