package dev.adze.json;

import static dev.adze.json.JsonAssertions.assertFault;
import static dev.adze.json.JsonAssertions.assertRead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.adze.json.JsonFault.Kind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// Over 300 lines: half of them are the two tables.
/** What stands for values of other types, and what does not although bare parsers take it. */
class TextFormatTest {
  private static final Map<String, TextFormat<?>> FORMATS = new TreeMap<>();

  static {
    FORMATS.put("LocalDate", TextFormat.LOCAL_DATE);
    FORMATS.put("LocalTime", TextFormat.LOCAL_TIME);
    FORMATS.put("LocalDateTime", TextFormat.LOCAL_DATE_TIME);
    FORMATS.put("OffsetDateTime", TextFormat.OFFSET_DATE_TIME);
    FORMATS.put("OffsetTime", TextFormat.OFFSET_TIME);
    FORMATS.put("ZonedDateTime", TextFormat.ZONED_DATE_TIME);
    FORMATS.put("Instant", TextFormat.INSTANT);
    FORMATS.put("Duration", TextFormat.DURATION);
    FORMATS.put("Period", TextFormat.PERIOD);
    FORMATS.put("YearMonth", TextFormat.YEAR_MONTH);
    FORMATS.put("MonthDay", TextFormat.MONTH_DAY);
    FORMATS.put("ZoneId", TextFormat.ZONE_ID);
    FORMATS.put("UUID", TextFormat.UUID);
    FORMATS.put("URI", TextFormat.URI);
    FORMATS.put("Currency", TextFormat.CURRENCY);
    FORMATS.put("Locale", TextFormat.LOCALE);
  }

  @ParameterizedTest
  @CsvSource({
    "LocalDate, 2024-02-29, 2024-02-29",
    "LocalDate, 0000-01-01, 0000-01-01",
    "LocalDate, 9999-12-31, 9999-12-31",
    "LocalTime, 00:00:00, 00:00",
    "LocalTime, 23:59:59.999999999, 23:59:59.999999999",
    "LocalTime, 10:00:00.5, 10:00:00.500",
    "LocalDateTime, 2024-01-01T00:00:00, 2024-01-01T00:00",
    "LocalDateTime, 2024-01-01T00:00:00.120, 2024-01-01T00:00:00.120",
    "OffsetDateTime, 2024-01-01T00:00:00Z, 2024-01-01T00:00Z",
    "OffsetDateTime, 2024-01-01t00:00:00.1z, 2024-01-01T00:00:00.100Z",
    "OffsetDateTime, 2024-01-01T00:00:00-00:00, 2024-01-01T00:00Z",
    "OffsetDateTime, 2024-01-01T00:00:00+18:00, 2024-01-01T00:00+18:00",
    "OffsetDateTime, 2024-01-01T00:00:00-05:30, 2024-01-01T00:00-05:30",
    "ZonedDateTime, 2024-01-01T00:00:00+01:00, 2024-01-01T00:00+01:00",
    "Instant, 2024-01-01T00:00:00+01:00, 2023-12-31T23:00:00Z",
    "OffsetTime, 23:59:00z, 23:59Z",
    "OffsetTime, 23:59:00.25+01:00, 23:59:00.250+01:00",
    "Duration, PT0S, PT0S",
    "Duration, PT1.5S, PT1.5S",
    "Duration, P1DT-2H, PT22H",
    "Duration, -PT1M30S, PT-1M-30S",
    "Duration, P3D, PT72H",
    "Period, P1Y2M3D, P1Y2M3D",
    "Period, P2W, P14D",
    "Period, P0D, P0D",
    "Period, -P1M-2D, P-1M2D",
    "YearMonth, 2024-12, 2024-12",
    "MonthDay, --02-29, --02-29",
    "ZoneId, Europe/Paris, Europe/Paris",
    "ZoneId, Z, Z",
    "ZoneId, +01:00, +01:00",
    "ZoneId, UTC+1, UTC+01:00",
    "ZoneId, Etc/GMT-14, Etc/GMT-14",
    "UUID, 123E4567-e89b-12d3-a456-426614174000, 123e4567-e89b-12d3-a456-426614174000",
    "URI, https://example.com/a?b=%20#c, https://example.com/a?b=%20#c",
    "URI, mailto:a@example.com, mailto:a@example.com",
    "URI, urn:isbn:0451450523, urn:isbn:0451450523",
    "URI, 'http://[::1]:80/', 'http://[::1]:80/'",
    "Currency, EUR, EUR",
    "Locale, pt-BR, pt_BR",
    "Locale, und, ''",
    "Locale, zh-Hant-TW, zh_TW_#Hant"
  })
  void readsTexts(String type, String text, String value) {
    assertRead("\"" + text + "\"", in -> in.readText(FORMATS.get(type))).hasToString(value);
  }

  @ParameterizedTest
  @CsvSource({
    // What java.time's own parsers would take.
    "LocalDate, +12024-01-01",
    "LocalDate, -0001-01-01",
    "LocalTime, 10:00",
    "LocalDateTime, 2024-01-01T00:00",
    "OffsetDateTime, 2024-01-01T00:00Z",
    "OffsetDateTime, 2024-01-01T00:00:00+01",
    "OffsetDateTime, 2024-01-01T00:00:00+01:00:30",
    "Instant, 2024-01-01T24:00:00Z",
    "Instant, 2016-12-31T23:59:60Z",
    "Instant, +12024-01-01T00:00:00Z",
    "ZonedDateTime, 2024-01-01T00:00:00+01:00[Europe/Paris]",
    "OffsetTime, 23:59Z",
    "Duration, pt1s",
    "Duration, 'PT1,5S'",
    "Duration, +PT1S",
    "Duration, PT.5S",
    "Period, p1y",
    "Period, P+1Y",
    "YearMonth, +12024-01",
    "UUID, 1-1-1-1-1",
    "URI, ''",
    "URI, a/b",
    "URI, //h/p",
    "URI, http://a/\u00e9",
    // What stricter ones refuse as well.
    "LocalDate, 2024-1-01",
    "LocalDate, 2024-13-01",
    "LocalDate, 2024-00-10",
    "LocalDate, 2024-01-32",
    "LocalDate, 2024-01-01T00:00:00Z",
    "LocalDate, ' 2024-01-01'",
    "LocalDate, '2024-01-01 '",
    "LocalDate, 2024-01-01\\n",
    "LocalDate, \u0662\u0660\u0662\u0664-01-01",
    "LocalDate, tomorrow",
    "LocalDate, ''",
    "LocalTime, 24:00:00",
    "LocalTime, 23:60:00",
    "LocalTime, 23:59:60",
    "LocalTime, 10:00:00.",
    "LocalTime, 10:00:00.1234567890",
    "LocalTime, 10:00:00Z",
    "LocalDateTime, 2024-01-01 00:00:00",
    "LocalDateTime, 2024-01-01T00:00:00Z",
    "OffsetDateTime, 2024-01-01T00:00:00",
    "OffsetDateTime, 2024-01-01 00:00:00Z",
    "OffsetDateTime, 2024-01-01T00:00:00+18:01",
    "OffsetDateTime, 2024-01-01T00:00:00+19:00",
    "OffsetDateTime, 2024-01-01T00:00:00+0100",
    "Duration, P",
    "Duration, PT",
    "Duration, P1DT",
    "Duration, P1W",
    "Duration, P1M",
    "Duration, P1Y2M",
    "Duration, PT1S1M",
    "Duration, PT1.5M",
    "Duration, 90",
    "Period, P",
    "Period, P1D1Y",
    "Period, PT1H",
    "MonthDay, 02-29",
    "MonthDay, --13-01",
    "ZoneId, ''",
    "ZoneId, Europe Paris",
    "UUID, 123e4567e89b12d3a456426614174000",
    "UUID, 123e4567-e89b-12d3-a456-42661417400g",
    "UUID, {123e4567-e89b-12d3-a456-426614174000}",
    "URI, http://a b",
    "URI, http://a/<b>",
    "URI, 1http://a",
    "URI, 'http:'",
    "Currency, eur",
    "Currency, EURO",
    "Locale, en_US",
    "Locale, ''",
    "Locale, en-",
    "Locale, en-abcdefghi"
  })
  void refusesOtherForms(String type, String text) {
    JsonFault fault = assertFault("\"" + text + "\"", Kind.WRONG_FORMAT, in -> readsNull(in, type));
    assertThat(fault.message()).startsWith("expected " + FORMATS.get(type).expected() + "; got \"");
  }

  @ParameterizedTest
  @CsvSource({
    // Written in UTC, they would need a year before 0000 or after 9999.
    "Instant, 0000-01-01T00:00:00+18:00",
    "Instant, 9999-12-31T23:59:59-00:01",
    "LocalDate, 2023-02-29",
    "LocalDate, 2024-02-30",
    "LocalDate, 1900-02-29",
    "LocalDateTime, 2024-04-31T00:00:00",
    "OffsetDateTime, 2023-02-29T00:00:00Z",
    "ZonedDateTime, 2023-02-29T00:00:00Z",
    "Instant, 2023-02-29T00:00:00Z",
    "Duration, P9999999999999999999D",
    "Duration, PT9223372036854775808S",
    "Period, P9999999999Y",
    "MonthDay, --02-30",
    "ZoneId, Europe/Atlantis",
    "ZoneId, +19:00",
    "URI, http://a/%zz",
    "URI, 'http://[x'",
    "Currency, ZZZ",
    "Locale, a",
    "Locale, 123"
  })
  void refusesWhatStandsForNothing(String type, String text) {
    assertFault("\"" + text + "\"", Kind.NO_SUCH_VALUE, in -> readsNull(in, type));
  }

  @Test
  void refusesOtherTypesAndHugeTexts() {
    FORMATS.forEach((type, format) -> {
      JsonFault fault = assertFault("20240101", Kind.WRONG_TYPE, in -> readsNull(in, type));
      assertThat(fault.message()).isEqualTo("expected " + format.expected() + "; got 20240101");
      assertFault("null", Kind.NULL, in -> readsNull(in, type));
      assertFault("\"\\udc00\"", Kind.ILL_FORMED_UNICODE, in -> readsNull(in, type));
      assertFault("\"", Kind.SYNTAX, in -> readsNull(in, type));
      String example = example(format);
      for (String part : new String[] {"1", "-", "a", "P1", "-a", "+01:00", ":", "a:", "a:/b"}) {
        JsonReader in = JsonReader.of("\"" + example + part.repeat(300_000) + "\"");
        in.readText(format);
        in.end();
        assertThat(in.faults().size()).isLessThan(2);
      }
    });
  }

  @Test
  void namesTheFormatsOfJsonSchema() {
    assertThat(TextFormat.LOCAL_DATE.format()).isEqualTo("date");
    assertThat(TextFormat.OFFSET_TIME.format()).isEqualTo("time");
    assertThat(TextFormat.INSTANT.format()).isEqualTo("date-time");
    assertThat(TextFormat.UUID.format()).isEqualTo("uuid");
    assertThat(TextFormat.URI.format()).isEqualTo("uri");
    // JSON Schema's formats of these names ask for an offset, or refuse fractions of seconds.
    assertThat(TextFormat.LOCAL_DATE_TIME.format()).isEmpty();
    assertThat(TextFormat.LOCAL_TIME.format()).isEmpty();
    assertThat(TextFormat.DURATION.format()).isEmpty();
    assertThat(TextFormat.OFFSET_DATE_TIME.pattern())
        .isEqualTo(TextFormat.INSTANT.pattern())
        .isEqualTo(TextFormat.ZONED_DATE_TIME.pattern());
  }

  @Test
  void givesExamplesThatItReads() {
    FORMATS.forEach((type, format) ->
        assertRead("\"" + example(format) + "\"", in -> in.readText(format)).isNotNull());
  }

  @Test
  void readsBackWhatItWrites() {
    long seed = Long.getLong("tests.seed", 11);
    System.out.println("TextFormatTest seed " + seed);
    Random random = new Random(seed);
    String[] zones = ZoneId.getAvailableZoneIds().toArray(new String[0]);
    Locale[] locales = Locale.getAvailableLocales();
    Currency[] currencies = Currency.getAvailableCurrencies().toArray(new Currency[0]);
    for (int i = 0; i < 20_000; i++) {
      LocalDate date = LocalDate.of(0, 1, 1).plusDays(random.nextInt(3_652_425));
      LocalTime time = LocalTime.of(random.nextInt(24), random.nextInt(60));
      time = random.nextBoolean() ? time : time.plusSeconds(random.nextInt(60));
      time = random.nextInt(3) > 0 ? time : time.plusNanos(nanos(random));
      ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * (random.nextInt(2161) - 1080));
      LocalDateTime dateTime = LocalDateTime.of(date, time);
      readsBack(TextFormat.LOCAL_DATE, date);
      readsBack(TextFormat.LOCAL_TIME, time);
      readsBack(TextFormat.LOCAL_DATE_TIME, dateTime);
      readsBack(TextFormat.OFFSET_DATE_TIME, dateTime.atOffset(offset));
      readsBack(TextFormat.OFFSET_TIME, time.atOffset(offset));
      readsBack(TextFormat.ZONED_DATE_TIME, dateTime.atZone(offset));
      readsBack(TextFormat.INSTANT, dateTime.toInstant(ZoneOffset.UTC));
      readsBack(TextFormat.DURATION, Duration.ofSeconds(any(random), random.nextInt(3)));
      readsBack(TextFormat.DURATION, Duration.ofMillis(random.nextInt()));
      readsBack(
          TextFormat.PERIOD,
          Period.of((int) any(random), random.nextInt(3) - 1, (int) any(random)));
      readsBack(TextFormat.YEAR_MONTH, YearMonth.from(date));
      readsBack(TextFormat.MONTH_DAY, MonthDay.from(date));
      readsBack(TextFormat.ZONE_ID, ZoneId.of(zones[random.nextInt(zones.length)]));
      readsBack(TextFormat.ZONE_ID, offset);
      readsBack(TextFormat.UUID, new UUID(random.nextLong(), random.nextLong()));
      readsBack(TextFormat.CURRENCY, currencies[random.nextInt(currencies.length)]);
      Locale locale = locales[random.nextInt(locales.length)];
      if (!locale.hasExtensions() && locale.getVariant().isEmpty()) {
        readsBack(TextFormat.LOCALE, locale);
      }
    }
    readsBack(TextFormat.DURATION, Duration.ofSeconds(Long.MAX_VALUE, 999_999_999));
    readsBack(TextFormat.DURATION, Duration.ofSeconds(Long.MIN_VALUE));
    readsBack(TextFormat.PERIOD, Period.of(Integer.MIN_VALUE, Integer.MAX_VALUE, -1));
    readsBack(TextFormat.LOCALE, Locale.ROOT);
    readsBack(TextFormat.URI, URI.create("HTTP://user@example.com:80/%C3%A9?q=a&b[]=c#d"));
  }

  @Test
  void writesTheInstantOfZonedTimes() {
    ZonedDateTime paris = ZonedDateTime.of(2024, 7, 1, 12, 0, 0, 0, ZoneId.of("Europe/Paris"));
    assertThat(TextFormat.ZONED_DATE_TIME.text(paris)).isEqualTo("2024-07-01T12:00:00+02:00");
  }

  @Test
  @SuppressWarnings("deprecation") // The constructor is the only way to such a locale.
  void hasNoTextForWhatItCannotSay() {
    LocalDate late = LocalDate.of(Year.MAX_VALUE, 12, 31);
    hasNone(TextFormat.LOCAL_DATE, LocalDate.of(10_000, 1, 1));
    hasNone(TextFormat.LOCAL_DATE, LocalDate.of(-1, 12, 31));
    hasNone(TextFormat.LOCAL_DATE_TIME, late.atStartOfDay());
    hasNone(TextFormat.OFFSET_DATE_TIME, OffsetDateTime.MAX);
    hasNone(
        TextFormat.OFFSET_DATE_TIME,
        LocalDate.EPOCH.atTime(OffsetTime.of(LocalTime.NOON, ZoneOffset.ofTotalSeconds(561))));
    hasNone(TextFormat.OFFSET_TIME, LocalTime.NOON.atOffset(ZoneOffset.ofTotalSeconds(-1)));
    hasNone(TextFormat.ZONED_DATE_TIME, late.atStartOfDay(ZoneOffset.UTC));
    hasNone(TextFormat.INSTANT, Instant.MAX);
    hasNone(TextFormat.INSTANT, Instant.MIN);
    hasNone(TextFormat.INSTANT, Instant.parse("+10000-01-01T00:00:00Z"));
    hasNone(TextFormat.YEAR_MONTH, YearMonth.of(10_000, 1));
    hasNone(TextFormat.URI, URI.create("a/b"));
    hasNone(TextFormat.URI, URI.create("http://a/\u00e9"));
    // Norwegian Nynorsk of old, which its language tag makes another locale.
    hasNone(TextFormat.LOCALE, new Locale("no", "NO", "NY"));
  }

  private static <T> void readsBack(TextFormat<T> format, T value) {
    String text = format.text(value);
    assertThat(text).matches(format.pattern());
    assertRead(new JsonWriter().value(text).toString(), in -> in.readText(format)).isEqualTo(value);
  }

  private static <T> void hasNone(TextFormat<T> format, T value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> format.text(value))
        .withMessageContaining(format.expected());
  }

  private static void readsNull(JsonReader in, String type) {
    assertThat((Object) in.readText(FORMATS.get(type))).isNull();
  }

  private static String example(TextFormat<?> format) {
    String phrase = format.expected();
    return phrase.substring(phrase.indexOf("such as ") + 8).split(" ")[0];
  }

  private static int nanos(Random random) {
    int[] units = {1, 1_000, 1_000_000, 100_000_000};
    return random.nextInt(10) * units[random.nextInt(units.length)];
  }

  private static long any(Random random) {
    return random.nextInt(4) == 0 ? 0 : random.nextLong() >> random.nextInt(64);
  }
}
