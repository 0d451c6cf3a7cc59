package dev.adze.json;

import static dev.adze.json.JsonAssertions.assertFault;
import static dev.adze.json.JsonAssertions.assertRead;
import static dev.adze.json.JsonAssertions.sound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.adze.json.JsonFault.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of any size, and numbers that a rule holds for. */
class JsonExactNumbersTest {
  private static final String NINES = "9".repeat(1_000);

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "5.0, 5",
    "50e-1, 5",
    "-12.50E1, -125",
    "1e30, 1000000000000000000000000000000",
    "123456789012345678901234567890, 123456789012345678901234567890",
    "0e999999999, 0",
    "0.00e-999999999999, 0"
  })
  void readsBigIntegersHoweverSpelled(String json, BigInteger value) {
    assertRead(json, JsonReader::readBigInteger).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "5.1, NOT_AN_INTEGER",
    "1e-1, NOT_AN_INTEGER",
    "1e1000, TOO_LONG",
    "-1e999999999, TOO_LONG",
    "1e99999999999999999999, TOO_LONG",
    "0.1e999999999, TOO_LONG",
    "true, WRONG_TYPE",
    "[1], WRONG_TYPE",
    "null, NULL",
    "01, SYNTAX",
    "1e, SYNTAX"
  })
  void refusesWhatIsNoBigInteger(String json, Kind kind) {
    assertFault(json, kind, in -> assertThat(in.readBigInteger()).isZero());
  }

  @ParameterizedTest
  @CsvSource({
    "0",
    "-0",
    "0.00",
    "1.50",
    "1.5",
    "100",
    "1e2",
    "1E+2",
    "-1.20e-5",
    "1e999",
    "12e-1000"
  })
  void keepsDigitsAndScaleOfDecimals(String json) {
    BigDecimal value = sound(json, JsonReader::readBigDecimal);
    assertThat(value).isEqualTo(new BigDecimal(json));
    assertThat(value.scale()).isEqualTo(new BigDecimal(json).scale());
  }

  @ParameterizedTest
  @CsvSource({
    "1e1000, TOO_LONG",
    "0e1000, TOO_LONG",
    "1e-1001, TOO_LONG",
    "0e-999999999, TOO_LONG",
    "1e999999999, TOO_LONG",
    "1e-99999999999999999999, TOO_LONG",
    "false, WRONG_TYPE",
    "null, NULL",
    ".5, SYNTAX"
  })
  void refusesWhatIsNoShortDecimal(String json, Kind kind) {
    assertFault(json, kind, in -> assertThat(in.readBigDecimal()).isZero());
  }

  @Test
  void saysTheCap() {
    assertRead(NINES, JsonReader::readBigInteger).isEqualTo(new BigInteger(NINES));
    assertRead(NINES, JsonReader::readBigDecimal).isEqualTo(new BigDecimal(NINES));
    assertFault(NINES + "9", Kind.TOO_LONG, JsonReader::readBigInteger);
    assertFault(NINES + "9", Kind.TOO_LONG, JsonReader::readBigDecimal);
    assertThat(assertFault("1e2000", Kind.TOO_LONG, JsonReader::readBigDecimal).message())
        .isEqualTo(
            "expected a number of at most 1000 digits before and after the point; got 1e2000");
    assertThat(assertFault("1e2000", Kind.TOO_LONG, JsonReader::readBigInteger).message())
        .isEqualTo(
            "expected an integer of at most 1000 digits before and after the point; got 1e2000");
  }

  @ParameterizedTest
  @CsvSource({
    // The doubles nearest to these are within the bounds; the numbers are not.
    "0.09999999999999999999, OUT_OF_RANGE",
    "10.000000000000000000001, OUT_OF_RANGE",
    "10, OUT_OF_RANGE",
    "1e1, OUT_OF_RANGE",
    "1e300, OUT_OF_RANGE",
    "-1e-300, OUT_OF_RANGE",
    "-1e-999999999999, OUT_OF_RANGE",
    "0.15, NOT_A_MULTIPLE",
    "0.1000000000000000000001, NOT_A_MULTIPLE",
    "'\"1\"', WRONG_TYPE",
    "null, NULL"
  })
  void judgesTheLiteralNotItsRounding(String json, Kind kind) {
    NumberRule rule =
        NumberRule.builder()
            .minimum(new BigDecimal("0.1"))
            .exclusiveMaximum(BigDecimal.TEN)
            .multipleOf(new BigDecimal("0.1"))
            .build();
    assertFault(json, kind, in -> assertThat(in.readDouble(rule)).isZero());
    assertFault(json, kind, in -> assertThat(in.readFloat(rule)).isZero());
    if (!json.contains("e-999")) {
      String message =
          assertFault(json, kind, in -> assertThat(in.readBigDecimal(rule)).isZero()).message();
      assertThat(message)
          .contains("expected a number of at least 0.1 and less than 10, a multiple of 0.1");
    }
  }

  @Test
  void acceptsWhatKeepsTheRule() {
    NumberRule rule =
        NumberRule.builder()
            .exclusiveMinimum(BigDecimal.ZERO)
            .maximum(new BigDecimal("0.3"))
            .build();
    assertRead("0.3", in -> in.readDouble(rule)).isEqualTo(0.3);
    assertRead("0.30", in -> in.readFloat(rule)).isEqualTo(0.3f);
    assertRead("0.1", in -> in.readDouble(rule)).isEqualTo(0.1);
    assertRead("3e-1", in -> in.readBigDecimal(rule)).isEqualTo(new BigDecimal("0.3"));
    assertFault("0", Kind.OUT_OF_RANGE, in -> in.readDouble(rule));
    assertFault("0.0e5", Kind.OUT_OF_RANGE, in -> in.readBigDecimal(rule));
  }

  @ParameterizedTest
  @CsvSource({
    "0.29999999999999999, readDouble, as a double",
    "1e-400, readDouble, as a double",
    "0.299999999, readFloat, as a float",
    "1e-50, readFloat, as a float"
  })
  void judgesWhatIsReadAsWell(String json, String read, String as) {
    NumberRule rule =
        NumberRule.builder()
            .exclusiveMinimum(BigDecimal.ZERO)
            .exclusiveMaximum(new BigDecimal("0.3"))
            .build();
    Consumer<JsonReader> reading =
        read.equals("readFloat") ? in -> in.readFloat(rule) : in -> in.readDouble(rule);
    String message = assertFault(json, Kind.OUT_OF_RANGE, reading).message();
    assertThat(message)
        .isEqualTo("expected a number greater than 0 and less than 0.3 " + as + "; got " + json);
    assertRead(json, in -> in.readBigDecimal(rule)).isEqualTo(new BigDecimal(json));
  }

  @Test
  void holdsIntegersAgainstRules() {
    NumberRule rule =
        NumberRule.builder()
            .exclusiveMinimum(new BigDecimal("-10"))
            .maximum(new BigDecimal("1e30"))
            .multipleOf(new BigDecimal("2.5"))
            .build();
    assertRead("5", in -> in.readInt(rule)).isEqualTo(5);
    assertRead("-5.0", in -> in.readLong(rule)).isEqualTo(-5L);
    assertRead("0", in -> in.readInt(rule)).isEqualTo(0);
    assertRead("0e999999999", in -> in.readLong(rule)).isEqualTo(0L);
    assertRead("0e-999999999", in -> in.readDouble(rule)).isEqualTo(0.0);
    assertRead("1e30", in -> in.readBigInteger(rule)).isEqualTo(BigInteger.TEN.pow(30));
    assertFault("-10", Kind.OUT_OF_RANGE, in -> in.readInt(rule));
    assertFault("2147483650", Kind.OUT_OF_RANGE, in -> in.readInt(rule));
    assertFault("9223372036854775810", Kind.OUT_OF_RANGE, in -> in.readLong(rule));
    assertFault("1e31", Kind.OUT_OF_RANGE, in -> in.readBigInteger(rule));
    assertFault("2.5", Kind.NOT_AN_INTEGER, in -> in.readBigInteger(rule));
    assertFault("2.5", Kind.NOT_AN_INTEGER, in -> in.readInt(rule));
    assertFault("7", Kind.NOT_A_MULTIPLE, in -> in.readLong(rule));
    assertFault("7", Kind.NOT_A_MULTIPLE, in -> in.readBigInteger(rule));
    assertFault("1 2", Kind.TRAILING_TEXT, in -> in.readInt(-10, 10));
  }

  @Test
  void leavesValuesOfBrokenTextsAlone() {
    NumberRule positive = NumberRule.builder().minimum(BigDecimal.ONE).build();
    for (String json : new String[] {"", "1x", "-", "[1 2"}) {
      JsonReader in = JsonReader.of(json);
      in.skip();
      for (int again = 0; again < 2; again++) {
        assertThat(in.readInt(positive)).isZero();
        assertThat(in.readLong(positive)).isZero();
        assertThat(in.readFloat(positive)).isZero();
        assertThat(in.readDouble(positive)).isZero();
        assertThat(in.readBigInteger(positive)).isZero();
        assertThat(in.readBigDecimal(positive)).isZero();
      }
      assertThat(in.faults()).extracting(JsonFault::kind).containsExactly(Kind.SYNTAX);
    }
  }

  @Test
  void buildsNoRuleThatCannotBeKept() {
    NumberRule.Builder rule = NumberRule.builder();
    assertThatIllegalArgumentException().isThrownBy(() -> rule.multipleOf(BigDecimal.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> rule.minimum(new BigDecimal("1e9999")));
    assertThatIllegalArgumentException().isThrownBy(() -> rule.maximum(new BigDecimal("1e-9999")));
  }

  /** Every rule and literal, against arithmetic done the plain way. */
  @Test
  void agreesWithPlainArithmetic() {
    long seed = Long.getLong("tests.seed", 11);
    System.out.println("JsonExactNumbersTest seed " + seed);
    Random random = new Random(seed);
    int kept = 0;
    for (int i = 0; i < 50_000; i++) {
      BigDecimal min = decimal(random);
      BigDecimal max = min.add(decimal(random).abs());
      BigDecimal step = random.nextInt(3) == 0 ? decimal(random).abs() : BigDecimal.ZERO;
      boolean open = random.nextBoolean();
      NumberRule.Builder builder = NumberRule.builder();
      builder = open ? builder.exclusiveMinimum(min) : builder.minimum(min);
      builder = open ? builder.exclusiveMaximum(max) : builder.maximum(max);
      NumberRule rule = step.signum() == 0 ? builder.build() : builder.multipleOf(step).build();
      BigDecimal value =
          pick(random, min, max, decimal(random), max.subtract(new BigDecimal("1e-20")));
      Predicate<BigDecimal> fits =
          number ->
              (open ? number.compareTo(min) > 0 : number.compareTo(min) >= 0)
                  && (open ? number.compareTo(max) < 0 : number.compareTo(max) <= 0)
                  && (step.signum() == 0 || number.remainder(step).signum() == 0);
      boolean holds = fits.test(value);
      kept += holds ? 1 : 0;
      String json = value.toString();
      JsonReader decimal = JsonReader.of(json);
      JsonReader floating = JsonReader.of(json);
      JsonReader single = JsonReader.of(json);
      decimal.readBigDecimal(rule);
      String asDouble = new JsonWriter().value(floating.readDouble(rule)).toString();
      String asFloat = new JsonWriter().value(single.readFloat(rule)).toString();
      String shown = json + " from " + min + " to " + max + " step " + step + " open " + open;
      assertThat(decimal.end()).as(shown).isEqualTo(holds);
      String nearDouble = new JsonWriter().value(value.doubleValue()).toString();
      String nearFloat = new JsonWriter().value(value.floatValue()).toString();
      assertThat(floating.end())
          .as(shown)
          .isEqualTo(holds && fits.test(new BigDecimal(nearDouble)));
      assertThat(single.end()).as(shown).isEqualTo(holds && fits.test(new BigDecimal(nearFloat)));
      // What was read can be written and read again.
      if (floating.end()) {
        assertRead(asDouble, in -> in.readDouble(rule)).isEqualTo(Double.valueOf(asDouble));
      }
      if (single.end()) {
        assertRead(asFloat, in -> in.readFloat(rule)).isEqualTo(Float.valueOf(asFloat));
      }
    }
    assertThat(kept).as("the generator sees both sides").isBetween(5_000, 45_000);
  }

  private static BigDecimal decimal(Random random) {
    return BigDecimal.valueOf(random.nextInt(400) - 200, random.nextInt(4));
  }

  private static BigDecimal pick(Random random, BigDecimal... from) {
    return from[random.nextInt(from.length)];
  }
}
