package dev.adze.json;

import static dev.adze.json.JsonAssertions.assertFault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.adze.json.JsonFault.Kind;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Maps, sizes, sets, and values that the caller finds wrong. */
class JsonContainersTest {
  @Test
  void readsMapsInTheirOrder() {
    JsonReader in = JsonReader.of("{ \"z\" : 1 , \"\" : 2 , \"\\u00e9\\n\":3, \"A\":4 }");
    assertThat(map(in))
        .containsExactly(
            Map.entry("z", 1), Map.entry("", 2), Map.entry("\u00e9\n", 3), Map.entry("A", 4));
    assertThat(in.end()).isTrue();
    assertThat(map(JsonReader.of("{}"))).isEmpty();
  }

  @Test
  void givesEveryFaultOfAMapItsPath() {
    JsonReader in =
        JsonReader.of(
            "{\"a/b\":\"x\",\"a\\u002fb\":2,\"\\ud800\":3,\"ok\":4,\"ok\":[5],\"n\":null}");
    Map<String, Integer> map = map(in);
    in.end();
    assertThat(map).containsKeys("a/b", "ok", "n").containsEntry("ok", 4).hasSize(3);
    assertThat(in.faults().toString())
        .isEqualTo(
            "[/a~1b: expected an integer; got \"x\", "
                + "/a~1b: came before in this object; send it once, "
                + "/\uFFFD: holds half of a surrogate pair; send whole characters, "
                + "/ok: came before in this object; send it once, "
                + "/n: must not be null; expected an integer]");
  }

  @Test
  void refusesWhatIsNoMap() {
    assertFault("[1]", Kind.WRONG_TYPE, in -> assertThat(map(in)).isEmpty());
    assertFault("null", Kind.NULL, in -> assertThat(map(in)).isEmpty());
    for (String json : new String[] {"{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,}", "{1:1}"}) {
      assertFault(json, Kind.SYNTAX, JsonContainersTest::map);
    }
    JsonReader in = JsonReader.of("{}");
    in.beginMap();
    assertThatIllegalStateException().isThrownBy(in::nextField);
    assertThatIllegalStateException().isThrownBy(in::nextElement);
    JsonReader fields = JsonReader.of("{}");
    fields.beginObject(Node.FIELDS);
    assertThatIllegalStateException().isThrownBy(fields::nextKey);
  }

  @Test
  void countsElements() {
    for (int size = 0; size < 6; size++) {
      JsonReader in = JsonReader.of("[" + "7,".repeat(size).replaceAll(",$", "") + "]");
      set(in);
      in.checkSize(2, 4);
      assertThat(in.faultCount()).isEqualTo((size < 2 || size > 4 ? 1 : 0) + Math.max(0, size - 1));
    }
    assertThat(sized("[[1,2,3]]", 0, 2)).isEqualTo("/0: expected at most 2 elements; got 3");
    assertThat(sized("[[]]", 1, Integer.MAX_VALUE))
        .isEqualTo("/0: expected at least 1 element; got 0");
    assertThat(sized("[[1]]", 2, 3)).isEqualTo("/0: expected from 2 to 3 elements; got 1");
    assertThat(sized("[[1,\"x\"]]", 3, 3))
        .isEqualTo("/0/1: expected an integer; got \"x\"/0: expected exactly 3 elements; got 2");
  }

  @Test
  void countsNamesOfMaps() {
    JsonReader in = JsonReader.of("{\"a\":1,\"b\":[1,2,3]}");
    in.beginMap();
    while (in.nextKey() != null) {
      in.skip();
    }
    in.checkSize(0, 1);
    in.end();
    assertThat(in.faults()).hasToString("[(whole value): expected at most 1 field; got 2]");
    JsonReader twice = JsonReader.of("{\"a\":1,\"a\":2}");
    map(twice);
    twice.checkSize(0, 1);
    assertThat(twice.faults()).extracting(JsonFault::kind).containsExactly(Kind.DUPLICATE_FIELD);
  }

  @Test
  void countsNothingThatWasNotThere() {
    assertThat(sized("[7]", 1, 2)).isEqualTo("/0: expected an array; got 7");
    assertThat(sized("[null]", 1, 2)).isEqualTo("/0: must not be null; expected an array");
    assertThat(sized("[[1", 2, 2)).contains("malformed").doesNotContain("elements");
    assertThat(sized("[[", 1, 2)).contains("malformed").doesNotContain("elements");
  }

  @Test
  void pointsAtRepeatedElements() {
    JsonReader in = JsonReader.of("[1, 2, 1.0, 3, 2e0, \"x\", \"y\"]");
    assertThat(set(in)).containsExactly(1, 2, 3);
    in.end();
    assertThat(in.faults())
        .extracting(fault -> fault.path() + fault.kind())
        .containsExactly(
            "/2DUPLICATE_ELEMENT", "/4DUPLICATE_ELEMENT", "/5WRONG_TYPE", "/6WRONG_TYPE");
    assertThat(in.faults().get(0).message()).isEqualTo("came before in this array; send it once");
  }

  @Test
  void holdsTheNamesOfAMapAgainstARule() {
    TextRule rule = TextRule.builder().maxLength(2).pattern("^[a-z]+$").build();
    JsonReader in = JsonReader.of("{\"ab\": 1, \"abc\": [2, \"ab\"], \"A\": {\"x\": 1}, \"b\": 3}");
    Map<String, Integer> map = new LinkedHashMap<>();
    in.beginMap();
    for (String key; (key = in.nextKey(rule)) != null; ) {
      map.put(key, in.readInt(0, 9));
    }
    assertThat(in.end()).isFalse();
    assertThat(map).containsExactly(Map.entry("ab", 1), Map.entry("b", 3));
    assertThat(in.faults())
        .extracting(JsonFault::toString)
        .containsExactly(
            "/abc: the name of this field must be a string of at most 2 characters that matches"
                + " ^[a-z]+$; got \"abc\"",
            "/A: the name of this field must be a string of at most 2 characters that matches"
                + " ^[a-z]+$; got \"A\"");
    assertThat(in.faults())
        .extracting(JsonFault::kind)
        .containsExactly(Kind.WRONG_LENGTH, Kind.NO_MATCH);
  }

  @Test
  void showsTheValueThatTheCallerRejects() {
    JsonReader in =
        JsonReader.of("{ \"a\" : [ 1 ,  {\"b\" : \"\\u0041 x\"} , 3 ], \"c\":  [ 4 ] }");
    in.beginMap();
    in.nextKey();
    in.beginArray();
    in.nextElement();
    in.skip();
    in.reject("an even number");
    in.nextElement();
    in.beginMap();
    in.nextKey();
    in.readString();
    in.reject("a name");
    in.nextKey();
    in.reject("a whole object");
    in.nextElement();
    in.skip();
    in.nextElement();
    in.reject("a short array");
    in.nextKey();
    in.skip();
    in.nextKey();
    in.reject("an empty map");
    in.end();
    assertThat(in.faults())
        .extracting(JsonFault::toString)
        .containsExactly(
            "/a/0: expected an even number; got 1",
            "/a/1/b: expected a name; got \"\\u0041 x\"",
            "/a/1: expected a whole object; got {\"b\":\"\\u0041 x\"}",
            "/a: expected a short array; got [1,{\"b\":\"\\u0041 x\"},3]",
            "(whole value): expected an empty map; got "
                + "{\"a\":[1,{\"b\":\"\\u0041 x\"},3],\"c\":[4]}");
    assertThat(in.faults()).extracting(JsonFault::kind).containsOnly(Kind.REJECTED);
  }

  @Test
  void aDefaultThatItsReaderRefusedIsAFaultAtItsField() {
    JsonReader in = JsonReader.of("{\"a\": {}}");
    in.beginMap();
    in.nextKey();
    in.beginMap();
    assertThat(in.nextKey()).isNull();
    JsonReader sound = JsonReader.of("1");
    sound.readInt(0, 9);
    in.checkDefault("good", sound);
    JsonReader refused = JsonReader.of("1");
    refused.readInt(0, 9);
    refused.reject(new IllegalArgumentException("not one"));
    in.checkDefault("ba/d", refused);
    assertThat(in.nextKey()).isNull();
    in.end();
    assertThat(in.faults())
        .extracting(JsonFault::toString)
        .containsExactly("/a/ba~1d: its default cannot be used (not one); send a value");
  }

  @Test
  void addsNothingToBrokenTexts() {
    JsonReader in = JsonReader.of("[1,2");
    in.beginArray();
    while (in.nextElement()) {
      in.skip();
    }
    in.checkSize(9, 9);
    in.rejectDuplicate();
    in.reject("nothing");
    assertThat(in.readBranch("kind", "a")).isEqualTo(-1);
    in.beginMap();
    assertThat(in.nextKey()).isNull();
    assertThat(in.readAny()).isNull();
    assertThat(in.readText(TextFormat.URI)).isNull();
    assertThat(in.readBase64()).isEmpty();
    assertThat(in.readChar()).isEqualTo('\0');
    assertThat(in.readString(TextRule.builder().minLength(1).build())).isEmpty();
    assertThat(in.faults()).extracting(JsonFault::kind).containsExactly(Kind.SYNTAX);
  }

  @Test
  void findsElementsThatAreWrittenAsTheSameValue() {
    assertThat(repeated("[1,1.0,10e-1,2,{\"a\":[1,\"x\"],\"b\":2},{\"b\":2.0,\"a\":[1.00,\"x\"]}]"))
        .containsExactly("/1", "/2", "/5");
    assertThat(repeated("[0.0,-0.0,0,\"0\",null,null,[],{},[[]],[null],true,false,true]"))
        .containsExactly("/1", "/2", "/5", "/12");
    assertThat(repeated("[{\"a\":1},{\"a\":\"1\"},[\"a\",1],[\"a,1\"],[[1],2],[1,[2]],{\"a\":{}}]"))
        .isEmpty();
    assertThat(repeated("[\"a\\\"b\",\"a\\u0022b\",\"\\\\\",\"\\u005c\"]"))
        .containsExactly("/1", "/3");
    assertThat(repeated("[[1,2],[1,2],[2,1]]")).containsExactly("/1");
  }

  /** Where an element is that came before. */
  private static List<String> repeated(String json) {
    JsonReader in = JsonReader.of(json);
    in.beginArray();
    while (in.nextElement()) {
      if (in.repeats(new JsonWriter().any(in.readAny()))) {
        in.rejectDuplicate();
      }
    }
    in.end();
    return in.faults().stream().map(JsonFault::path).toList();
  }

  /** What is said of an array of arrays of integers. */
  private static String sized(String json, int min, int max) {
    JsonReader in = JsonReader.of(json);
    in.beginArray();
    while (in.nextElement()) {
      in.beginArray();
      while (in.nextElement()) {
        in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
      }
      in.checkSize(min, max);
    }
    in.end();
    StringBuilder text = new StringBuilder();
    in.faults().forEach(text::append);
    return text.toString();
  }

  private static Map<String, Integer> map(JsonReader in) {
    Map<String, Integer> map = new LinkedHashMap<>();
    in.beginMap();
    for (String key; (key = in.nextKey()) != null; ) {
      map.put(key, in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
    return map;
  }

  private static Set<Integer> set(JsonReader in) {
    Set<Integer> set = new LinkedHashSet<>();
    in.beginArray();
    while (in.nextElement()) {
      int before = in.faultCount();
      int element = in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
      if (in.faultCount() == before && !set.add(element)) {
        in.rejectDuplicate();
      }
    }
    return set;
  }
}
