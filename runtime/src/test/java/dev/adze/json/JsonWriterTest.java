package dev.adze.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
  @Test
  void putsCommasWhereTheyBelong() {
    String json =
        new JsonWriter()
            .beginObject()
            .name("a")
            .value(1)
            .name("b")
            .beginArray()
            .value("x")
            .nullValue()
            .beginObject()
            .endObject()
            .beginArray()
            .endArray()
            .value(true)
            .value(2.5f)
            .endArray()
            .name("c")
            .beginObject()
            .name("d")
            .rawValue("[1,2]")
            .endObject()
            .name("e")
            .value(-0.0)
            .endObject()
            .toString();
    assertThat(json)
        .isEqualTo("{\"a\":1,\"b\":[\"x\",null,{},[],true,2.5],\"c\":{\"d\":[1,2]},\"e\":-0.0}");
  }

  @Test
  void writesEveryScalarAsRoot() {
    assertThat(new JsonWriter().value("").toString()).isEqualTo("\"\"");
    assertThat(new JsonWriter().value(Long.MIN_VALUE).toString()).isEqualTo("-9223372036854775808");
    assertThat(new JsonWriter().value(false).toString()).isEqualTo("false");
    assertThat(new JsonWriter().nullValue().toString()).isEqualTo("null");
    assertThat(new JsonWriter().value(0.1f).toString()).isEqualTo("0.1");
  }

  @Test
  void escapesWhatJsonAsksFor() {
    String text = "\"\\/\b\f\n\r\t\0\u001f\u007f\u2028\u00e9\uD83D\uDE00";
    assertThat(new JsonWriter().value(text).toString())
        .isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u007f\u2028\u00e9\uD83D\uDE00\"");
    assertThat(new JsonWriter().beginObject().name("a\"\n").value(1).endObject().toString())
        .isEqualTo("{\"a\\\"\\n\":1}");
  }

  @Test
  void writesOnlyWhatUtf8CanHold() {
    for (String half : new String[] {"\uD83D", "\uDE00", "\uDE00\uD83D", "x\uD83Dx"}) {
      String json = new JsonWriter().value(half).toString();
      assertThat(json).contains("\uFFFD");
      assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(json)).isTrue();
    }
  }

  @Test
  void givesBackWhatItWasGiven() {
    long seed = Long.getLong("tests.seed", 11);
    System.out.println("JsonWriterTest seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        int c = random.nextInt(random.nextBoolean() ? 0x80 : Character.MAX_CODE_POINT + 1);
        text.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 'x' : c);
      }
      JsonReader in = JsonReader.of(new JsonWriter().value(text.toString()).toString());
      assertThat(in.readString()).isEqualTo(text.toString());
      assertThat(in.end()).isTrue();
    }
  }

  @Test
  void closesObjectsAndArraysThatNestDeep() {
    Random random = new Random(Long.getLong("tests.seed", 11));
    JsonWriter out = new JsonWriter();
    StringBuilder head = new StringBuilder();
    StringBuilder tail = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      boolean object = random.nextBoolean();
      head.append(object ? "{\"a\":" : "[");
      tail.insert(0, object ? ",\"b\":1}" : ",1]");
      if (object) {
        out.beginObject().name("a");
      } else {
        out.beginArray();
      }
    }
    out.nullValue();
    for (int i = 0; i < tail.length(); i++) {
      switch (tail.charAt(i)) {
        case '}' -> out.name("b").value(1).endObject();
        case ']' -> out.value(1).endArray();
        default -> {
          // Written with its bracket.
        }
      }
    }
    assertThat(out.toString()).isEqualTo(head + "null" + tail);
  }

  @Test
  void goesFarDeeperThanAnyReaderAndNoFurther() {
    JsonWriter out = new JsonWriter();
    for (int i = 0; i < 250; i++) {
      out.beginArray().beginObject().name("a");
    }
    out.value(1);
    for (int i = 0; i < 250; i++) {
      out.endObject().endArray();
    }
    assertThat(out.toString()).isEqualTo("[{\"a\":".repeat(250) + "1" + "}]".repeat(250));
    JsonWriter deeper = new JsonWriter();
    for (int i = 0; i < 500; i++) {
      deeper.beginArray();
    }
    assertThatIllegalStateException()
        .isThrownBy(deeper::beginArray)
        .withMessageContaining("at most 500 deep");
  }

  @Test
  void refusesNumbersThatJsonDoesNotHave() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JsonWriter().value(Double.NaN))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JsonWriter().value(Double.NEGATIVE_INFINITY))
        .withMessageContaining("-Infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JsonWriter().value(Float.POSITIVE_INFINITY))
        .withMessageContaining("Infinity");
  }

  @Test
  void refusesCallsThatGiveNoJson() {
    misuse(() -> new JsonWriter().toString());
    misuse(() -> new JsonWriter().beginArray().toString());
    misuse(() -> new JsonWriter().value(1).value(2));
    misuse(() -> new JsonWriter().value(1).name("a"));
    misuse(() -> new JsonWriter().name("a"));
    misuse(() -> new JsonWriter().beginArray().name("a"));
    misuse(() -> new JsonWriter().beginObject().value(1));
    misuse(() -> new JsonWriter().beginObject().beginArray());
    misuse(() -> new JsonWriter().beginObject().name("a").name("b"));
    misuse(() -> new JsonWriter().beginObject().name("a").endObject());
    misuse(() -> new JsonWriter().beginObject().endArray());
    misuse(() -> new JsonWriter().beginArray().endObject());
    misuse(() -> new JsonWriter().endArray());
    misuse(() -> new JsonWriter().beginArray().endArray().endArray());
  }

  private static void misuse(Runnable calls) {
    assertThatIllegalStateException().isThrownBy(calls::run);
  }
}
