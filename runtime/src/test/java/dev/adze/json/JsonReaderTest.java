package dev.adze.json;

import static dev.adze.json.JsonAssertions.assertFault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.json.JsonFault.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind of read accepts, refuses and answers. */
class JsonReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "5|5",
        "5.0|5",
        "5e0|5",
        "50E-1|5",
        "1e2|100",
        "-0|0",
        "0|0",
        "-0.0|0",
        "0e999999999|0",
        "2147483647|2147483647",
        "-2147483648|-2147483648",
        "2147483647.000|2147483647",
        "0.00000000000000000000002147483647e32|2147483647",
        "` 7	`|7"
      })
  void acceptsIntegersHoweverSpelled(String json, int value) {
    JsonReader in = JsonReader.of(json);
    assertThat(in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE)).isEqualTo(value);
    assertThat(in.end()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "5.1|NOT_AN_INTEGER",
        "1e-1|NOT_AN_INTEGER",
        "1.0000000000000000000000001|NOT_AN_INTEGER",
        "1e-999999999|NOT_AN_INTEGER",
        "2147483648|OUT_OF_RANGE",
        "-2147483649|OUT_OF_RANGE",
        "9223372036854775808|OUT_OF_RANGE",
        "1e999999999|OUT_OF_RANGE",
        "1e400|OUT_OF_RANGE",
        "1e99999999999999999999|OUT_OF_RANGE",
        "1e4294967296|OUT_OF_RANGE",
        "1e-4294967296|NOT_AN_INTEGER",
        "\"5\"|WRONG_TYPE",
        "true|WRONG_TYPE",
        "[5]|WRONG_TYPE",
        "{\"a\":5}|WRONG_TYPE",
        "null|NULL",
        "01|SYNTAX",
        "-01|SYNTAX",
        "+1|SYNTAX",
        ".5|SYNTAX",
        "1.|SYNTAX",
        "1e|SYNTAX",
        "1e+|SYNTAX",
        "-|SYNTAX",
        "0x10|SYNTAX",
        "1_000|SYNTAX",
        "NaN|SYNTAX",
        "Infinity|SYNTAX",
        "-Infinity|SYNTAX",
        "5x|SYNTAX",
        "1.2.3|SYNTAX",
        "--1|SYNTAX",
        "\u0665|SYNTAX"
      })
  void refusesWhatIsNoInteger(String json, Kind kind) {
    assertFault(
        json,
        kind,
        in -> {
          assertThat(in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE)).isZero();
        });
  }

  @Test
  void keepsBoundsToTheLastDigit() {
    assertThat(readLong("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
    assertThat(readLong("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
    assertThat(readLong("9007199254740993")).isEqualTo(9007199254740993L);
    assertThat(readLong("9223372036854775807.0")).isEqualTo(Long.MAX_VALUE);
    assertFault("9223372036854775808", Kind.OUT_OF_RANGE, in -> in.readLong(0, Long.MAX_VALUE));
    assertFault("-9223372036854775809", Kind.OUT_OF_RANGE, in -> in.readLong(Long.MIN_VALUE, 0));
    assertFault("0", Kind.OUT_OF_RANGE, in -> in.readInt(1, 20));
    assertFault("21", Kind.OUT_OF_RANGE, in -> in.readInt(1, 20));
    assertFault("2.1e1", Kind.OUT_OF_RANGE, in -> in.readInt(1, 20));
    assertThat(JsonReader.of("20").readInt(1, 20)).isEqualTo(20);
    assertThat(JsonReader.of("1").readInt(1, 20)).isEqualTo(1);
  }

  @Test
  void readsFloatingPointValues() {
    assertThat(readDouble("-0")).isEqualTo(-0.0);
    assertThat(readDouble("1e-400")).isZero();
    assertThat(readDouble("1.7976931348623157e308")).isEqualTo(Double.MAX_VALUE);
    assertThat(readDouble("4.9e-324")).isEqualTo(Double.MIN_VALUE);
    assertThat(readDouble("0.1")).isEqualTo(0.1);
    assertThat(JsonReader.of("16777217").readFloat()).isEqualTo(1.6777216E7f);
    assertThat(JsonReader.of("3.4028235e38").readFloat()).isEqualTo(Float.MAX_VALUE);
    assertThat(JsonReader.of("1e-60").readFloat()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1e400|OUT_OF_RANGE",
        "-1e400|OUT_OF_RANGE",
        "1e999999999|OUT_OF_RANGE",
        "NaN|SYNTAX",
        "Infinity|SYNTAX",
        "\"1\"|WRONG_TYPE",
        "\"NaN\"|WRONG_TYPE",
        "null|NULL",
        "00.5|SYNTAX"
      })
  void refusesWhatIsNoDouble(String json, Kind kind) {
    assertFault(json, kind, in -> assertThat(in.readDouble()).isZero());
  }

  @Test
  void refusesWhatIsTooGreatForFloat() {
    assertFault("1e39", Kind.OUT_OF_RANGE, in -> assertThat(in.readFloat()).isZero());
  }

  @Test
  void limitsTheLengthOfNumbers() {
    String longest = "1".repeat(1_000);
    assertThat(JsonReader.of(longest).readRaw()).isEqualTo(longest);
    for (String text : List.of(longest + "1", "0." + "1".repeat(999))) {
      assertFault(text, Kind.TOO_LONG, in -> assertThat(in.readDouble()).isZero());
      assertFault(text, Kind.TOO_LONG, in -> assertThat(in.readLong(0, 1)).isZero());
      assertFault(text, Kind.TOO_LONG, JsonReader::skip);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"true\"|WRONG_TYPE",
        "0|WRONG_TYPE",
        "1|WRONG_TYPE",
        "null|NULL",
        "True|SYNTAX",
        "tru|SYNTAX",
        "truefalse|TRAILING_TEXT"
      })
  void refusesWhatIsNoBoolean(String json, Kind kind) {
    assertFault(json, kind, JsonReader::readBoolean);
  }

  @Test
  void readsBooleansAndNull() {
    JsonReader in = JsonReader.of("[true, false, null, 1]");
    in.beginArray();
    assertThat(in.nextElement() && in.readBoolean()).isTrue();
    assertThat(in.nextElement() && in.readBoolean()).isFalse();
    assertThat(in.nextElement() && in.tryNull()).isTrue();
    assertThat(in.nextElement() && in.tryNull()).isFalse();
    assertThat(in.readInt(0, 9)).isEqualTo(1);
    assertThat(in.nextElement()).isFalse();
    assertThat(in.end()).isTrue();
  }

  @Test
  void decodesStrings() {
    assertThat(readString("\"\"")).isEmpty();
    assertThat(readString("\"plain\"")).isEqualTo("plain");
    assertThat(readString("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u00e9\""))
        .isEqualTo("\"\\/\b\f\n\r\tA\u00e9");
    assertThat(readString("\"\\u0000\"")).isEqualTo("\0");
    assertThat(readString("\"\\uD83D\\uDE00 \uD83D\uDE00\""))
        .isEqualTo("\uD83D\uDE00 \uD83D\uDE00");
    assertThat(readString("\"\u007f\u2028\"")).isEqualTo("\u007f\u2028");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\uD83D",
        "\\uDE00",
        "\\uD83Dx",
        "\\uD83D\\n",
        "\\uD83D\\u0041",
        "\\uDE00\\uD83D",
        "\uD83D",
        "\uDE00x",
        "\\uD83D\uDE00",
        "\uD83D" + "\\uDE00",
        "\\uD83D\uD83D\uDE00"
      })
  void refusesHalvesOfSurrogatePairs(String content) {
    assertFault(
        '"' + content + '"',
        Kind.ILL_FORMED_UNICODE,
        in -> {
          assertThat(in.readString()).isEmpty();
        });
    assertFault('"' + content + '"', Kind.ILL_FORMED_UNICODE, JsonReader::skip);
    assertFault("{\"" + content + "\":1}", Kind.ILL_FORMED_UNICODE, JsonReader::skip);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'a'",
        "\"a",
        "\"a\nb\"",
        "\"\t\"",
        "\"\0\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\u\u0661\u0661\u0661\u0661\"",
        "\"\\uFF\uFF11\uFF11\"",
        "\"\\\"",
        "\"\\U0041\"",
        "\"a\\"
      })
  void refusesMalformedStrings(String json) {
    assertFault(json, Kind.SYNTAX, in -> assertThat(in.readString()).isEmpty());
    assertFault(json, Kind.SYNTAX, JsonReader::skip);
    assertFault(json, Kind.SYNTAX, in -> assertThat(in.readEnum("a")).isEqualTo(-1));
  }

  @Test
  void doesNotConvertToString() {
    assertFault("5", Kind.WRONG_TYPE, in -> assertThat(in.readString()).isEmpty());
    assertFault("true", Kind.WRONG_TYPE, in -> assertThat(in.readString()).isEmpty());
    assertFault("null", Kind.NULL, in -> assertThat(in.readString()).isEmpty());
  }

  @Test
  void readsEnumsToTheLetter() {
    String[] names = {"in door", "out", "a\"b", "\u00e9\uD83D\uDE00"};
    assertThat(JsonReader.of("\"out\"").readEnum(names)).isEqualTo(1);
    assertThat(JsonReader.of("\"o\\u0075t\"").readEnum(names)).isEqualTo(1);
    assertThat(JsonReader.of("\"a\\\"b\"").readEnum(names)).isEqualTo(2);
    assertThat(JsonReader.of("\"\u00e9\uD83D\uDE00\"").readEnum(names)).isEqualTo(3);
    for (String wrong : List.of("\"Out\"", "\"out \"", "\"ou\"", "\"\"", "\"in\\u0020doors\"")) {
      assertFault(wrong, Kind.NOT_ALLOWED, in -> assertThat(in.readEnum(names)).isEqualTo(-1));
    }
    assertFault("\"a\"b\"", Kind.TRAILING_TEXT, in -> in.readEnum("a"));
    assertFault("null", Kind.NULL, in -> in.readEnum(names));
    assertFault("0", Kind.WRONG_TYPE, in -> in.readEnum(names));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} x|TRAILING_TEXT",
        "{}}|TRAILING_TEXT",
        "{\"a\":1,}|SYNTAX",
        "[1,]|SYNTAX",
        "[,1]|SYNTAX",
        "{,}|SYNTAX",
        "[1 2]|SYNTAX",
        "{\"a\":1 \"b\":2}|SYNTAX",
        "{\"a\" 1}|SYNTAX",
        "{a:1}|SYNTAX",
        "{'a':1}|SYNTAX",
        "[1}|SYNTAX",
        "{\"a\":1]|SYNTAX",
        "/* c */ 1|SYNTAX",
        "1 // c|TRAILING_TEXT",
        "[|SYNTAX",
        "{|SYNTAX",
        "{\"a\"|SYNTAX",
        "{\"a\":|SYNTAX",
        "{\"a\":1|SYNTAX",
        "[1|SYNTAX",
        "[1,|SYNTAX",
        "]|SYNTAX",
        "``|SYNTAX",
        "[[]|SYNTAX",
        "{\"a\":1,\"a\":1}|DUPLICATE_FIELD",
        "[{\"a\":{},\"\\u0061\":0}]|DUPLICATE_FIELD",
        "\uFEFF1|SYNTAX",
        "\u00a01|SYNTAX",
        "`[1]\f`|TRAILING_TEXT"
      })
  void refusesWhatIsNotJson(String json, Kind kind) {
    assertFault(json, kind, JsonReader::skip);
    assertFault(json, kind, JsonReader::readRaw);
  }

  @Test
  void readsRawValuesWithoutTheirWhiteSpace() {
    String spaced = " { \"a b\" : [ 1.50 , \"x \\\" y\" ,\ttrue ] ,\n\"c\" : { } } ";
    JsonReader in = JsonReader.of(spaced);
    assertThat(in.readRaw()).isEqualTo("{\"a b\":[1.50,\"x \\\" y\",true],\"c\":{}}");
    assertThat(in.end()).isTrue();
    assertThat(JsonReader.of("[1,2]").readRaw()).isEqualTo("[1,2]");
    assertFault(
        "{\"a\":1,\"a\":2}",
        Kind.DUPLICATE_FIELD,
        reader -> {
          assertThat(reader.readRaw()).isEqualTo("null");
        });
  }

  @Test
  void findsFieldsInAnyOrderAndSpelling() {
    JsonFields fields =
        JsonFields.builder()
            .optional("a")
            .optional("b\"c")
            .optional("\u043a\u043b")
            .optional("")
            .build();
    JsonReader in = JsonReader.of("{\"\":3,\"\\u043a\u043b\":2, \"b\\u0022c\" :1,\"a\":0}");
    List<Integer> order = new ArrayList<>();
    in.beginObject(fields);
    for (int field; (field = in.nextField()) != JsonReader.END; ) {
      order.add(field);
      assertThat(in.readInt(0, 3)).isEqualTo(field);
    }
    assertThat(in.end()).isTrue();
    assertThat(order).containsExactly(3, 2, 1, 0);
  }

  @Test
  void followsHundredsOfFields() {
    JsonFields.Builder builder = JsonFields.builder();
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < 250; i++) {
      builder.required("f" + i, "an integer");
      if (i != 63 && i != 64 && i != 200 && i != 249) {
        json.append(json.length() == 1 ? "" : ",").append("\"f").append(i).append("\":").append(i);
      }
    }
    JsonReader in = JsonReader.of(json.append(",\"f65\":1,\"f0\":1}").toString());
    in.beginObject(builder.build());
    for (int field; (field = in.nextField()) != JsonReader.END; ) {
      assertThat(in.readInt(0, 250)).isEqualTo(field);
    }
    assertThat(in.end()).isFalse();
    assertThat(in.faults())
        .extracting(JsonFault::path)
        .containsExactly("/f65", "/f0", "/f63", "/f64", "/f200", "/f249");
    assertThat(in.faults())
        .extracting(JsonFault::kind)
        .startsWith(Kind.DUPLICATE_FIELD, Kind.DUPLICATE_FIELD);
    assertThat(in.faults()).extracting(JsonFault::kind).endsWith(Kind.MISSING, Kind.MISSING);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 30, 31, 32, 33, 64, 65})
  void tellsWhatIsMissingAndWhatCameTwiceOfAnyNumberOfFields(int count) {
    JsonFields.Builder fields = JsonFields.builder();
    for (int i = 0; i < count; i++) {
      fields.required("f" + i, "an integer");
    }
    StringBuilder json = new StringBuilder("{");
    for (int i = count - 1; i > 0; i--) {
      json.append("\"f").append(i).append("\":1,");
    }
    String last = "f" + (count - 1);
    json.append(count > 1 ? "\"" + last + "\":1" : "");
    JsonReader in = JsonReader.of(json.append('}').toString());
    in.beginObject(fields.build());
    int read = 0;
    for (int field; (field = in.nextField()) != JsonReader.END; read++) {
      assertThat(field).isEqualTo(count - 1 - read);
      in.skip();
    }
    assertThat(read).isEqualTo(count - 1);
    assertThat(in.end()).isFalse();
    assertThat(in.faults())
        .extracting(JsonFault::path)
        .isEqualTo(count > 1 ? List.of("/" + last, "/f0") : List.of("/f0"));
  }

  @Test
  void forgetsOneElementBeforeTheNext() {
    JsonFields fields = JsonFields.builder().required("a", "an integer").build();
    JsonReader in = JsonReader.of("[{\"a\":1},{},{\"a\":2},{\"a\":3,\"a\":4}]");
    in.beginArray();
    while (in.nextElement()) {
      in.beginObject(fields);
      while (in.nextField() != JsonReader.END) {
        in.readInt(1, 3);
      }
    }
    in.end();
    assertThat(in.faults())
        .extracting(JsonFault::toString)
        .containsExactly(
            "/1/a: missing; expected an integer", "/3/a: came before in this object; send it once");
  }

  @Test
  void saysWhenContainersAreNotEntered() {
    assertThatThrownBy(() -> JsonReader.of("1").nextField())
        .isInstanceOf(IllegalStateException.class);
    JsonReader in = JsonReader.of("[1]");
    in.beginArray();
    assertThatThrownBy(in::nextField).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> JsonReader.of(null)).isInstanceOf(NullPointerException.class);
  }

  @Test
  void refusesBadFieldLists() {
    JsonFields.Builder builder = JsonFields.builder().optional("a");
    assertThatThrownBy(() -> builder.required("a", "x")).hasMessageContaining("\"a\" came twice");
    assertThatThrownBy(() -> builder.optional("\uD83D")).hasMessageContaining("surrogate");
  }

  private static long readLong(String json) {
    JsonReader in = JsonReader.of(json);
    long value = in.readLong(Long.MIN_VALUE, Long.MAX_VALUE);
    assertThat(in.end()).isTrue();
    return value;
  }

  private static double readDouble(String json) {
    JsonReader in = JsonReader.of(json);
    double value = in.readDouble();
    assertThat(in.end()).isTrue();
    return value;
  }

  private static String readString(String json) {
    JsonReader in = JsonReader.of(json);
    String value = in.readString();
    assertThat(in.end()).as("%s", in.faults()).isTrue();
    return value;
  }
}
