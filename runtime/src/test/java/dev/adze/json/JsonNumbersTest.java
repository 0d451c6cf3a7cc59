package dev.adze.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.json.JsonFault.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers in both directions, against arithmetic that cannot round. */
class JsonNumbersTest {
  private static final int LITERALS = 50_000;

  /** Fewer: before JDK 19 each one is searched for with long decimals. */
  private static final int WRITTEN = 10_000;

  @Test
  void readsIntegersAsBigDecimalDoes() {
    Random random = seeded();
    for (int i = 0; i < LITERALS; i++) {
      String literal = literal(random);
      BigDecimal exact = new BigDecimal(literal);
      long min = bound(random);
      long max = bound(random);
      checkInteger(literal, exact, Math.min(min, max), Math.max(min, max));
      checkInteger(literal, exact, Long.MIN_VALUE, Long.MAX_VALUE);
    }
  }

  private static void checkInteger(String literal, BigDecimal exact, long min, long max) {
    JsonReader in = JsonReader.of(literal);
    long value = in.readLong(min, max);
    if (in.end()) {
      assertThat(exact.compareTo(BigDecimal.valueOf(value))).as(literal).isZero();
      assertThat(value).as(literal).isBetween(min, max);
      return;
    }
    assertThat(value).isZero();
    boolean integral = exact.signum() == 0 || exact.stripTrailingZeros().scale() <= 0;
    boolean inRange =
        exact.compareTo(BigDecimal.valueOf(min)) >= 0
            && exact.compareTo(BigDecimal.valueOf(max)) <= 0;
    assertThat(integral && inRange).as(literal).isFalse();
    assertThat(in.faults())
        .as(literal)
        .extracting(JsonFault::kind)
        .containsExactly(integral ? Kind.OUT_OF_RANGE : Kind.NOT_AN_INTEGER);
  }

  @Test
  void readsTheNearestFloatingPointValues() {
    Random random = seeded();
    for (int i = 0; i < LITERALS; i++) {
      String literal =
          switch (i % 3) {
            case 0 -> literal(random);
            case 1 -> finite(random).toString();
            default -> nearTheMiddleOfFloats(random);
          };
      JsonReader in = JsonReader.of(literal);
      double expected = Double.parseDouble(literal);
      double value = in.readDouble();
      assertThat(value).as(literal).isEqualTo(Double.isInfinite(expected) ? 0 : expected);
      assertThat(in.end()).as(literal).isEqualTo(!Double.isInfinite(expected));

      JsonReader single = JsonReader.of(literal);
      float expectedSingle = Float.parseFloat(literal);
      float singleValue = single.readFloat();
      assertThat(singleValue)
          .as(literal)
          .isEqualTo(Float.isInfinite(expectedSingle) ? 0 : expectedSingle);
      assertThat(single.end()).as(literal).isEqualTo(!Float.isInfinite(expectedSingle));
    }
  }

  /** Values that JDK 17 writes with a digit too many, or not with the nearest ones. */
  @ParameterizedTest
  @CsvSource({
    "2.0E-3,0.002",
    "2E23,2.0E23",
    "1E23,1.0E23",
    "8.41E21,8.41E21",
    "2.2250738585072014E-308,2.2250738585072014E-308",
    "4.9E-324,4.9E-324",
    "9.9E-324,9.9E-324",
    "1.1E-322,1.1E-322",
    "2.0E-322,2.0E-322",
    "1.7976931348623157E308,1.7976931348623157E308",
    "5.0E-324,4.9E-324",
    "-0.0,-0.0",
    "0,0.0",
    "1,1.0",
    "100,100.0",
    "1e7,1.0E7",
    "9999999,9999999.0",
    "0.001,0.001",
    "0.00099,9.9E-4",
    "123456.789,123456.789",
    "2.0E-44,2.0E-44",
    "9007199254740993,9.007199254740992E15"
  })
  void writesTheShortestDouble(String literal, String written) {
    double value = Double.parseDouble(literal);
    assertThat(new JsonWriter().value(value).toString()).isEqualTo(written);
    if (value != 0) {
      assertThat(Decimals.shortest(value)).isEqualTo(written);
    }
  }

  @Test
  void writesWhatReadsBackOnEveryJdk() {
    Random random = seeded();
    for (int i = 0; i < WRITTEN; i++) {
      double value = finite(random);
      String written = new JsonWriter().value(value).toString();
      JsonReader in = JsonReader.of(written);
      assertThat(in.readDouble()).isEqualTo(value);
      assertThat(in.end()).isTrue();
      if (value != 0) {
        assertThat(Decimals.shortest(value)).isEqualTo(written);
      }

      float single = finiteFloat(random);
      String writtenSingle = new JsonWriter().value(single).toString();
      assertThat(JsonReader.of(writtenSingle).readFloat()).isEqualTo(single);
      if (single != 0) {
        assertThat(Decimals.shortest(single)).isEqualTo(writtenSingle);
      }
    }
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_19)
  void writesAsNewerJdksDo() {
    Random random = seeded();
    for (int i = 0; i < LITERALS; i++) {
      double value = finite(random);
      float single = finiteFloat(random);
      assertThat(value == 0 ? "" : Decimals.shortest(value))
          .isEqualTo(value == 0 ? "" : "" + value);
      assertThat(single == 0 ? "" : Decimals.shortest(single))
          .isEqualTo(single == 0 ? "" : "" + single);
    }
  }

  /** A literal of any shape, often near a bound of int, long or the exact fast path. */
  private static String literal(Random random) {
    StringBuilder out = new StringBuilder(random.nextInt(3) == 0 ? "-" : "");
    String digits =
        switch (random.nextInt(5)) {
          case 0 -> near(random, BigInteger.ONE.shiftLeft(31));
          case 1 -> near(random, BigInteger.ONE.shiftLeft(63));
          case 2 -> near(random, BigInteger.ONE.shiftLeft(53));
          case 3 -> new BigInteger(random.nextInt(90), random).toString();
          default -> "" + random.nextInt(200);
        };
    int zeros = random.nextInt(3) == 0 ? random.nextInt(25) : 0;
    digits += "0".repeat(zeros);
    int point = random.nextInt(3) == 0 ? random.nextInt(digits.length()) : 0;
    out.append(digits, 0, digits.length() - point);
    if (point > 0) {
      out.append('.').append(digits.substring(digits.length() - point));
    }
    if (random.nextInt(3) == 0) {
      int exponent = random.nextInt(8) == 0 ? random.nextInt(700) - 350 : random.nextInt(50) - 25;
      out.append(random.nextBoolean() ? 'e' : 'E')
          .append(random.nextBoolean() && exponent >= 0 ? "+" : "");
      out.append(random.nextBoolean() ? point : exponent);
    }
    return valid(out.toString());
  }

  /** The literal without zeros that JSON does not allow in front. */
  private static String valid(String literal) {
    return literal.replaceFirst("^(-?)0+(?=[0-9])", "$1");
  }

  /** A decimal that is easily rounded to the wrong side if it is rounded twice. */
  private static String nearTheMiddleOfFloats(Random random) {
    float below = random.nextFloat() * (1 << random.nextInt(24));
    double middle = ((double) below + Math.nextUp(below)) / 2;
    return new BigDecimal(middle)
        .setScale(random.nextInt(16), RoundingMode.HALF_UP)
        .toPlainString();
  }

  private static String near(Random random, BigInteger bound) {
    return bound.add(BigInteger.valueOf(random.nextInt(5) - 2)).toString();
  }

  private static long bound(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt();
      case 1 -> Integer.MAX_VALUE + (long) (random.nextInt(5) - 2);
      case 2 -> random.nextLong();
      default -> random.nextBoolean() ? Long.MAX_VALUE - random.nextInt(2) : Long.MIN_VALUE;
    };
  }

  private static Double finite(Random random) {
    double value =
        switch (random.nextInt(5)) {
          case 0 -> Double.longBitsToDouble(random.nextLong() & 0x800FFFFFFFFFFFFFL);
          case 1 -> Double.longBitsToDouble((long) (random.nextInt(2046) + 1) << 52);
          case 2 -> random.nextInt(100_000) / Math.pow(10, random.nextInt(8));
          case 3 -> random.nextInt(1000) * Math.pow(10, random.nextInt(40) - 20);
          default -> Double.longBitsToDouble(random.nextLong());
        };
    return Double.isFinite(value) ? value : 1.5;
  }

  private static float finiteFloat(Random random) {
    float value =
        switch (random.nextInt(4)) {
          case 0 -> Float.intBitsToFloat(random.nextInt() & 0x807FFFFF);
          case 1 -> Float.intBitsToFloat((random.nextInt(254) + 1) << 23);
          case 2 -> random.nextInt(1000) / (float) Math.pow(10, random.nextInt(4));
          default -> Float.intBitsToFloat(random.nextInt());
        };
    return Float.isFinite(value) ? value : 1.5f;
  }

  private static Random seeded() {
    long seed = Long.getLong("tests.seed", 11);
    System.out.println("JsonNumbersTest seed " + seed);
    return new Random(seed);
  }
}
