package dev.adze.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.json.JsonFault.Kind;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a model is told: every fault, where it is, what came and what was probably meant. */
class JsonFaultsTest {
  private static final JsonFields BOOKING =
      JsonFields.builder()
          .required("tableId", "a string")
          .required("guest", "an object")
          .required("guests", "an integer from 1 to 20")
          .optional("area")
          .optional("notes")
          .build();
  private static final JsonFields GUEST =
      JsonFields.builder().required("name", "a string").required("phone", "a string").build();
  private static final JsonFields NONE = JsonFields.builder().build();

  @Test
  void reportsAllFaultsOfACallAtOnce() {
    String json =
        """
        {"guest": {"name": null}, "tableID": {"a": [1, {"a": 2, "a": 3}]}, "guests": "five",
         "area": "indor", "notes": ["ok", 7, ["x"], "\\ud800"], "guests": 5, "zebra/~": 1}\
        """;
    JsonReader in = booking(json);
    assertThat(in.faults())
        .extracting(JsonFault::toString)
        .containsExactly(
            "/guest/name: must not be null; expected a string",
            "/guest/phone: missing; expected a string",
            "/tableID: unknown field; did you mean \"tableId\"?",
            "/guests: expected an integer from 1 to 20; got \"five\"",
            "/area: expected one of \"indoors\", \"outdoors\"; got \"indor\"; did you mean \"indoors\"?",
            "/notes/1: expected a string; got 7",
            "/notes/2: expected a string; got [\"x\"]",
            "/notes/3: holds half of a surrogate pair; send whole characters",
            "/guests: came before in this object; send it once",
            "/zebra~1~0: unknown field; the fields are \"tableId\", \"guest\", \"guests\", \"area\","
                + " \"notes\"",
            "/tableId: missing; expected a string");
    assertThat(in.faultCount()).isEqualTo(11);
  }

  @Test
  void acceptsTheSameCallCorrected() {
    JsonReader in =
        booking(
            """
            {"guest": {"phone": "1", "name": "A"}, "tableId": "t1", "guests": 5.0,
             "area": "indoors", "notes": []}\
            """);
    assertThat(in.faults()).isEmpty();
  }

  @Test
  void doesNotCallFieldsOfAnAbsentObjectMissing() {
    assertThat(booking("[{\"tableId\":\"x\"}]").faults())
        .extracting(JsonFault::toString)
        .containsExactly("(whole value): expected an object; got [{\"tableId\":\"x\"}]");
    assertThat(booking("{\"tableId\":\"x\",\"guests\":1,\"guest\":\"me\"}").faults())
        .extracting(JsonFault::toString)
        .containsExactly("/guest: expected an object; got \"me\"");
  }

  @Test
  void keepsSilentAboutTheInsideOfAValueThatIsAFaultItself() {
    String inside = "{\"a\":1,\"a\":\"\\ud800\",\"n\":" + "1".repeat(1_001) + "}";
    assertThat(one(inside, JsonReader::readString)).startsWith("(whole value): expected a string");
    assertThat(one("{\"x\":" + inside + "}", JsonFaultsTest::empty))
        .startsWith("/x: unknown field");
  }

  @Test
  void stopsAtTextThatIsNotJson() {
    JsonReader in = booking("{\"tableId\": 5, \"guest\": {\"name\": \"x\", oops}, \"guests\": 0}");
    assertThat(in.faults())
        .extracting(JsonFault::toString)
        .containsExactly(
            "/tableId: expected a string; got 5",
            "/guest/name: malformed JSON at offset 38: expected a field name in double quotes; got"
                + " \"o\"");
    assertThat(booking("{\"tableId\": \"x").faults())
        .extracting(JsonFault::toString)
        .containsExactly(
            "/tableId: malformed JSON at offset 14: a string is not closed; the text ends there");
  }

  @Test
  void saysMissingOnlyOfRequiredFields() {
    assertThat(booking("{}").faults())
        .extracting(JsonFault::toString)
        .containsExactly(
            "/tableId: missing; expected a string",
            "/guest: missing; expected an object",
            "/guests: missing; expected an integer from 1 to 20");
  }

  @Test
  void wordsNumbersByTheirBounds() {
    assertThat(one("5.1", in -> in.readInt(1, Integer.MAX_VALUE)))
        .isEqualTo("(whole value): expected an integer of at least 1; got 5.1");
    assertThat(one("true", in -> in.readLong(Long.MIN_VALUE, 0)))
        .isEqualTo("(whole value): expected an integer of at most 0; got true");
    assertThat(one("{}", in -> in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE)))
        .isEqualTo("(whole value): expected an integer; got {}");
    assertThat(one("3000000000", in -> in.readInt(1, Integer.MAX_VALUE)))
        .isEqualTo("(whole value): expected an integer from 1 to 2147483647; got 3000000000");
    assertThat(one("1e400", JsonReader::readDouble))
        .isEqualTo("(whole value): expected a number up to about 1.8e308 in size; got 1e400");
  }

  @Test
  void shortensWhatCame() {
    assertThat(one('"' + "x".repeat(100) + '"', JsonReader::readBoolean))
        .isEqualTo(
            "(whole value): expected true or false; got \""
                + "x".repeat(39)
                + "... (102 characters)");
    assertThat(one("[ 1 ,\n { \"a b\" : null } ]", JsonReader::readString))
        .isEqualTo("(whole value): expected a string; got [1,{\"a b\":null}]");
    String longName = "n".repeat(5_000);
    String fault = one("{\"" + longName + "\":1}", JsonFaultsTest::empty);
    assertThat(fault).startsWith("/nnn").contains("... (5000 characters)").hasSizeLessThan(250);
  }

  @Test
  void keepsALineALineAndShowsWhatHides() {
    String fault = one("{\"a\\nb\u202e\\ud800\":1}", JsonFaultsTest::empty);
    assertThat(fault)
        .isEqualTo("/a\\u000ab\\u202e\uFFFD: unknown field; this object has no fields");
    assertThat(one("\"\u2028\u202e\"", in -> in.readEnum("x")))
        .isEqualTo("(whole value): expected \"x\"; got \"\\u2028\\u202e\"");
  }

  @Test
  void writesJsonPointersOfDeepPlaces() {
    JsonReader in = JsonReader.of("{\"a/b\":[0,{\"~\":[[],{\"\":{\"k\":1,\"\\u006b\":2}}]}]}");
    in.skip();
    assertThat(in.faults()).extracting(JsonFault::path).containsExactly("/a~1b/1/~0/1//k");
  }

  @Test
  void guessesNames() {
    assertThat(unknown("table_id")).contains("did you mean \"tableId\"?");
    assertThat(unknown("TABLEID")).contains("did you mean \"tableId\"?");
    assertThat(unknown("tabelId")).contains("did you mean \"tableId\"?");
    assertThat(unknown("guestt")).contains("did you mean \"guest\"?");
    assertThat(unknown("a")).contains("the fields are");
    assertThat(unknown("completelyElse")).contains("the fields are");
    assertThat(unknown("x".repeat(10_000))).contains("the fields are");
  }

  @Test
  void namesTwentyOfManyChoices() {
    String[] names = new String[25];
    for (int i = 0; i < names.length; i++) {
      names[i] = "choice-" + i;
    }
    assertThat(one("\"?\"", in -> in.readEnum(names)))
        .contains("\"choice-19\" and 5 more; got \"?\"");
  }

  @Test
  void rejectsWhereTheValueWas() {
    JsonReader in =
        JsonReader.of("{\"guest\":{\"name\":\"\",\"phone\":\"1\"},\"notes\":[\"a\",\"b\"]}");
    in.beginObject(BOOKING);
    assertThat(in.nextField()).isEqualTo(1);
    in.beginObject(GUEST);
    while (in.nextField() != JsonReader.END) {
      in.readString();
    }
    int before = in.faultCount();
    in.reject(new IllegalArgumentException("name must not\nbe blank"));
    assertThat(in.faultCount()).isEqualTo(before + 1);
    assertThat(in.nextField()).isEqualTo(4);
    in.beginArray();
    in.nextElement();
    in.readString();
    in.nextElement();
    in.readString();
    in.reject(new ArithmeticException());
    in.reject(new IllegalStateException(" ") {});
    assertThat(in.faults()).extracting(JsonFault::kind).containsOnly(Kind.REJECTED);
    assertThat(in.faults())
        .extracting(JsonFault::toString)
        .containsExactly(
            "/guest: name must not\\u000abe blank",
            "/notes/1: ArithmeticException",
            "/notes/1: " + JsonFaultsTest.class.getName() + "$1");
  }

  @Test
  void keepsFiftyFaultsAndCountsTheRest() {
    JsonReader in = JsonReader.of("[" + "1,".repeat(99_999) + "1]");
    in.beginArray();
    while (in.nextElement()) {
      in.readString();
    }
    assertThat(in.end()).isFalse();
    assertThat(in.faultCount()).isEqualTo(100_000);
    assertThat(in.faults()).hasSize(51);
    assertThat(in.faults().get(49).path()).isEqualTo("/49");
    assertThat(in.faults().get(50))
        .isEqualTo(new JsonFault(Kind.MORE_FAULTS, "", "99950 more faults are not listed"));
  }

  private static String unknown(String name) {
    return booking("{\"" + name + "\":1}").faults().get(0).toString();
  }

  private static String one(String json, Consumer<JsonReader> read) {
    JsonReader in = JsonReader.of(json);
    read.accept(in);
    in.end();
    assertThat(in.faults()).hasSize(1);
    return in.faults().get(0).toString();
  }

  private static void empty(JsonReader in) {
    in.beginObject(NONE);
    assertThat(in.nextField()).isEqualTo(JsonReader.END);
  }

  private static JsonReader booking(String json) {
    JsonReader in = JsonReader.of(json);
    in.beginObject(BOOKING);
    for (int field; (field = in.nextField()) != JsonReader.END; ) {
      switch (field) {
        case 0 -> in.readString();
        case 1 -> {
          in.beginObject(GUEST);
          while (in.nextField() != JsonReader.END) {
            in.readString();
          }
        }
        case 2 -> in.readInt(1, 20);
        case 3 -> in.readEnum("indoors", "outdoors");
        default -> {
          in.beginArray();
          while (in.nextElement()) {
            in.readString();
          }
        }
      }
    }
    in.end();
    return in;
  }
}
