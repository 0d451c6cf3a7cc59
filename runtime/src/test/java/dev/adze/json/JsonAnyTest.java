package dev.adze.json;

import static dev.adze.json.JsonAssertions.assertFault;
import static dev.adze.json.JsonAssertions.assertRead;
import static dev.adze.json.JsonAssertions.sound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.adze.json.JsonFault.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values whose type is known at run time only. */
class JsonAnyTest {
  @Test
  void readsEveryTypeExactly() {
    assertRead("null", JsonReader::readAny).isNull();
    assertRead("true", JsonReader::readAny).isEqualTo(true);
    assertRead(" false ", JsonReader::readAny).isEqualTo(false);
    assertRead("\"\\u00e9\"", JsonReader::readAny).isEqualTo("\u00e9");
    assertRead("5", JsonReader::readAny).isEqualTo(5);
    assertRead("-0", JsonReader::readAny).isEqualTo(0);
    assertRead("5.0", JsonReader::readAny).isEqualTo(5);
    assertRead("5e3", JsonReader::readAny).isEqualTo(5000);
    assertRead("2147483647", JsonReader::readAny).isEqualTo(Integer.MAX_VALUE);
    assertRead("-2147483648", JsonReader::readAny).isEqualTo(Integer.MIN_VALUE);
    assertRead("2147483648", JsonReader::readAny).isEqualTo(2147483648L);
    assertRead("9223372036854775807", JsonReader::readAny).isEqualTo(Long.MAX_VALUE);
    assertRead("-9223372036854775809", JsonReader::readAny)
        .isEqualTo(new BigInteger("-9223372036854775809"));
    assertRead("1e400", JsonReader::readAny).isEqualTo(BigInteger.TEN.pow(400));
    assertRead("1.50", JsonReader::readAny).isEqualTo(new BigDecimal("1.50"));
    assertRead("1e-400", JsonReader::readAny).isEqualTo(new BigDecimal("1e-400"));
    assertRead("[]", JsonReader::readAny).isEqualTo(List.of());
    assertRead("{}", JsonReader::readAny).isEqualTo(Map.of());
  }

  @Test
  void keepsOrderAndNulls() {
    Object value = sound("{\"z\":[1,null,{\"b\":{},\"a\":[[]]}],\"\":null}", JsonReader::readAny);
    Map<String, Object> inner = new LinkedHashMap<>();
    inner.put("b", Map.of());
    inner.put("a", List.of(List.of()));
    Map<String, Object> outer = new LinkedHashMap<>();
    outer.put("z", Arrays.asList(1, null, inner));
    outer.put("", null);
    assertThat(value).isEqualTo(outer).hasToString(outer.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "[1,{\"a\":1,\"a\":2}] DUPLICATE_FIELD",
        "[\"\\ud800\"] ILL_FORMED_UNICODE",
        "{\"\\udc00\":1} ILL_FORMED_UNICODE",
        "[1e1000] TOO_LONG",
        "[1e999999999] TOO_LONG",
        "[1.5e-99999999999] TOO_LONG",
        "[1,] SYNTAX",
        "[01] SYNTAX",
        "{\"a\":nul} SYNTAX",
        "[1 SYNTAX",
        "{\"a\":[ SYNTAX"
      })
  void answersNullAfterFaults(String json, Kind kind) {
    assertFault(json, kind, in -> assertThat(in.readAny()).isNull());
  }

  @Test
  void collectsFaultsWithPaths() {
    JsonReader in = JsonReader.of("{\"a\":[1,1e9999],\"b\":{\"c\":\"\\ud800\",\"c\":1}}");
    assertThat(in.readAny()).isNull();
    assertThat(in.end()).isFalse();
    assertThat(in.faults())
        .extracting(fault -> fault.path() + " " + fault.kind())
        .containsExactly("/a/1 TOO_LONG", "/b/c ILL_FORMED_UNICODE", "/b/c DUPLICATE_FIELD");
  }

  @Test
  void endsAtAnyDepth() {
    for (String open : new String[] {"[", "{\"a\":", "[{\"a\":"}) {
      assertFault(open.repeat(1_000_000), Kind.TOO_DEEP, in -> assertThat(in.readAny()).isNull());
    }
    String deepest = "[".repeat(64) + "]".repeat(64);
    assertThat(new JsonWriter().any(sound(deepest, JsonReader::readAny))).hasToString(deepest);
  }

  @Test
  void readsBackWhatItWrites() {
    long seed = Long.getLong("tests.seed", 11);
    System.out.println("JsonAnyTest seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      Object value = value(random, 4);
      String json = new JsonWriter().any(value).toString();
      Object read = sound(json, JsonReader::readAny);
      assertThat(read).isEqualTo(value);
      assertThat(new JsonWriter().any(read)).hasToString(json);
    }
  }

  @Test
  void writesTheKinOfWhatItReads() {
    List<Object> values = new ArrayList<>();
    Collections.addAll(
        values, (byte) 1, (short) 2, 3L, 4.5f, -0.0, 'x', new StringBuilder("\"y"), null);
    assertThat(new JsonWriter().beginObject().name("a").any(values).endObject())
        .hasToString("{\"a\":[1,2,3,4.5,-0.0,\"x\",\"\\\"y\",null]}");
  }

  @Test
  void writesExactNumbers() {
    for (String number : new String[] {"0", "1.50", "0.00", "-1.2E-7", "1E+3", "1E-400", "12.0"}) {
      BigDecimal value = new BigDecimal(number);
      String json = new JsonWriter().value(value).toString();
      assertRead(json, JsonReader::readBigDecimal).isEqualTo(value);
    }
    BigInteger great = BigInteger.TEN.pow(998).negate();
    String json = new JsonWriter().value(great).toString();
    assertRead(json, JsonReader::readBigInteger).isEqualTo(great);
    assertThat(new JsonWriter().value('"')).hasToString("\"\\\"\"");
    assertThat(new JsonWriter().value('\ud800')).hasToString("\"\uFFFD\"");
  }

  @Test
  void saysWhatItCannotWrite() {
    for (Object value : new Object[] {Optional.of(1), new int[0], new AtomicInteger(), this}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new JsonWriter().any(List.of(value)))
          .withMessageContaining(value.getClass().getName());
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JsonWriter().any(Map.of(1, 2)))
        .withMessageContaining("java.lang.Integer");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JsonWriter().any(Collections.singletonMap(null, 2)));
    assertThatIllegalArgumentException().isThrownBy(() -> new JsonWriter().any(Double.NaN));
  }

  @Test
  void writesNoCycles() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("me", List.of(map));
    for (Object cycle : new Object[] {list, map}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new JsonWriter().any(cycle))
          .withMessageContaining("contains itself");
    }
    Object deep = List.of();
    for (int level = 1; level < 64; level++) {
      deep = List.of(deep);
    }
    Object deepest = deep;
    assertThat(new JsonWriter().any(deepest).toString()).hasSize(128);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JsonWriter().beginArray().any(deepest));
  }

  private static Object value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 7 : 9)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> random.nextInt();
      case 3 -> random.nextLong() | 1L << 62;
      case 4 -> new BigInteger(200, random).setBit(70);
      // The last digit is odd, and hence not 0.
      case 5 ->
          new BigDecimal(new BigInteger(60, random).or(BigInteger.ONE), 1 + random.nextInt(9));
      case 6 -> random.nextInt(9) + "\u00e9\"\n\uD83D\uDE00";
      case 7 -> {
        List<Object> list = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
          list.add(value(random, depth - 1));
        }
        yield list;
      }
      default -> {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int left = random.nextInt(4); left > 0; left--) {
          map.put("k" + random.nextInt(99), value(random, depth - 1));
        }
        yield map;
      }
    };
  }
}
