package dev.adze.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.internal.JsonTexts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

class ChunkFormTest {
  private static final String TEXT = "/a/0/text";
  private static final String PADDING = "/pad";

  private final ChunkForm form = new ChunkForm(TEXT, PADDING);

  @ParameterizedTest
  @ValueSource(strings = {" the", "x", "é", "長い", "😀", "'", " ", "\u007f"})
  void knowsAChunkThatDiffersInItsTextAndItsPadding(String text) {
    learn(chunk("some", "12"));

    assertThat(form.text(chunk(text, ""))).isEqualTo(text);
    assertThat(form.text(chunk(text, "123456"))).isEqualTo(text);
  }

  @Test
  void knowsAChunkWithoutPadding() {
    learn(json("{'a':[{'text':'some'}],'b':1}"));

    assertThat(form.text(json("{'a':[{'text':'more'}],'b':1}"))).isEqualTo("more");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'n':2,'a':[{'text':'x'}],'pad':'12'}",
        "{'n':1,'a':[{'text':'x'}],'pad':'12'} ",
        "{'n':1,'a':[{'text':'x'}],'pad':'12'",
        "{'n':1,'a':[{'text':'x'}],'pad':'1é'}",
        "{'n':1,'a':[{'text':'x'}],'pad':'1\\n'}",
        "{'n':1,'a':[{'text':'x'}],'pad':12}",
        "{'n':1,'a':[{'text':'x','y':0}],'pad':'12'}",
        "{'n':1,'a':[{'text':''}],'pad':'12'}",
        "{'n':1,'a':[{'text':null}],'pad':'12'}",
        "{'n':1,'a':[{'text':'x\\n'}],'pad':'12'}",
        "{'n':1,'a':[{'text':'x\t'}],'pad':'12'}",
        "{'n':1,'a':[{'text':'x",
        "{'n':1,'a':[{'text':'",
        "{'n':1,'a'",
        "",
      })
  void leavesEverythingElseToTheParser(String other) {
    learn(chunk("some", "12"));

    assertThat(form.text(json(other))).isNull();
  }

  @Test
  void leavesTextThatIsNoUtf8ToTheParser() {
    learn(chunk("some", "12"));
    byte[] broken = chunk("x~", "12");
    for (int i = 0; i < broken.length; i++) {
      broken[i] = broken[i] == '~' ? (byte) 0xc3 : broken[i];
    }

    assertThat(form.text(broken)).isNull();
  }

  @Test
  void takesNoFormOfAFewChunks() {
    for (int i = 0; i < 7; i++) {
      assertThat(form.learn(chunk("x", "1"), "x")).isFalse();
    }
    assertThat(form.text(chunk("x", "1"))).isNull();
    assertThat(form.learn(chunk("x", "1"), "x")).isTrue();
  }

  @Test
  void triesEverMoreSeldomWhereNoChunkIsLikeAnother() {
    List<Integer> taken = new ArrayList<>();
    for (int i = 1; i <= 1_000; i++) {
      byte[] chunk = json("{'n':" + i + ",'a':[{'text':'x'}]}");
      assertThat(form.text(chunk)).isNull();
      if (form.learn(chunk, "x")) {
        taken.add(i);
      }
    }

    assertThat(taken).containsExactly(8, 16, 32, 64, 128, 256, 512);
  }

  @Test
  void takesTheNextFormWhenChunksChangeForGood() {
    learn(chunk("some", "12"));
    byte[] other = json("{'n':2,'a':[{'text':'x'}]}");

    learn(other);

    assertThat(form.text(other)).isEqualTo("x");
    assertThat(form.text(chunk("some", "12"))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'a':[{'text':'some','text':'some'}]}",
        "{'a':[{'text':'other'}]}",
        "{'a':[{'words':'some'}]}",
        "{'a':[{'text':['some']}]}",
        "{'pad':'12','a':[{'text':'some'}]}",
        "{'a':[{'text':'some'}],'pad':'1','pad':'2'}",
      })
  void takesNoFormOfAChunkInWhichTheTextCannotBeTold(String chunk) {
    for (int i = 0; i < 100; i++) {
      assertThat(form.learn(json(chunk), "some")).isFalse();
    }
    assertThat(form.text(json(chunk))).isNull();
  }

  @Test
  void readsOfAMangledChunkWhatTheParserReads() {
    long seed = Long.getLong("tests.seed", 11);
    System.out.println("ChunkFormTest seed " + seed);
    Random random = new Random(seed);
    byte[] sample = chunk("some", "12");
    learn(sample);
    int known = 0;
    for (int round = 0; round < 200_000; round++) {
      byte[] mangled = mangled(sample, random);
      String text = form.text(mangled);
      if (text != null) {
        known++;
        String read = new String(mangled, StandardCharsets.UTF_8);
        assertThat(parsed(mangled)).as("%s", read).isEqualTo(parsed(sample, text));
      }
    }
    assertThat(known).isGreaterThan(1_000);
  }

  private void learn(byte[] chunk) {
    String text = String.join("", parsed(chunk).get(0));
    for (int i = 0; i < 8; i++) {
      form.learn(chunk, text);
    }
  }

  private static byte[] chunk(String text, String padding) {
    return json(
        "{'n':1,'a':[{'text':'%s'}],'pad':'%s'}".formatted(text.replace("'", "^"), padding));
  }

  private static byte[] json(String text) {
    return text.replace('\'', '"').replace('^', '\'').getBytes(StandardCharsets.UTF_8);
  }

  /** The chunk with a few bytes changed, put in, or left out. */
  private static byte[] mangled(byte[] chunk, Random random) {
    byte[] odd = {'"', '\\', '{', '}', ',', ':', ' ', 'x', '\t', '\n', 0, (byte) 0xc3, (byte) 0xa9};
    List<Byte> bytes = new ArrayList<>();
    for (byte b : chunk) {
      bytes.add(b);
    }
    for (int change = random.nextInt(3); change >= 0; change--) {
      int at = random.nextInt(bytes.size());
      byte next = odd[random.nextInt(odd.length)];
      switch (random.nextInt(3)) {
        case 0 -> bytes.set(at, next);
        case 1 -> bytes.add(at, next);
        default -> bytes.remove(at);
      }
    }
    byte[] mangled = new byte[bytes.size()];
    for (int i = 0; i < mangled.length; i++) {
      mangled[i] = bytes.get(i);
    }
    return mangled;
  }

  private static List<List<String>> parsed(byte[] chunk) {
    return parsed(chunk, null);
  }

  /** The text, if there is any; and all tokens but it, or a text in its place, and the padding. */
  private static List<List<String>> parsed(byte[] chunk, @Nullable String instead) {
    List<String> text = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    try (JsonParser in = JsonTexts.FACTORY.createParser(ObjectReadContext.empty(), chunk)) {
      for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
        String pointer = in.streamReadContext().pathAsPointer().toString();
        boolean string = token == JsonToken.VALUE_STRING;
        String value = token.isScalarValue() ? in.getString() : "";
        if (string && pointer.equals(TEXT)) {
          text.add(instead == null ? value : instead);
        } else {
          rest.add(token + " " + pointer + (string && pointer.equals(PADDING) ? "" : value));
        }
      }
    } catch (JacksonException refused) {
      rest.add("refused: " + refused.getOriginalMessage());
    }
    return List.of(text, rest);
  }
}
