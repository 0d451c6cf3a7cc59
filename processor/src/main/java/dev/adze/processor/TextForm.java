package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The forms of text that stand for values of other types: each a constant of the runtime's {@code
 * TextFormat} with the same name, keyword, pattern and words.
 */
enum TextForm {
  LOCAL_DATE(LocalDate.class, "date", Patterns.DATE, "a date such as 2024-12-31", "parse"),
  LOCAL_TIME(LocalTime.class, "", Patterns.TIME, "a time without offset such as 23:59:00", "parse"),
  LOCAL_DATE_TIME(
      LocalDateTime.class,
      "",
      Patterns.DATE + "T" + Patterns.TIME,
      "a date and time without offset such as 2024-12-31T23:59:00",
      "parse"),
  OFFSET_DATE_TIME(
      OffsetDateTime.class, "date-time", Patterns.DATE_TIME, Patterns.A_DATE_TIME, "parse"),
  OFFSET_TIME(
      OffsetTime.class,
      "time",
      Patterns.TIME + Patterns.OFFSET,
      "a time such as 23:59:00Z or 23:59:00+01:00",
      "parse"),
  ZONED_DATE_TIME(
      ZonedDateTime.class, "date-time", Patterns.DATE_TIME, Patterns.A_DATE_TIME, "parse"),
  INSTANT(Instant.class, "date-time", Patterns.DATE_TIME, Patterns.A_DATE_TIME, "parse"),
  DURATION(
      Duration.class, "", Patterns.DURATION, "a duration such as PT1H30M or P2DT0.5S", "parse"),
  PERIOD(Period.class, "", Patterns.PERIOD, "a period such as P1Y2M or P10D", "parse"),
  YEAR_MONTH(
      YearMonth.class,
      "",
      "[0-9]{4}-(?:0[1-9]|1[0-2])",
      "a year and month such as 2024-12",
      "parse"),
  MONTH_DAY(
      MonthDay.class,
      "",
      "--(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])",
      "a month and day such as --12-31",
      "parse"),
  ZONE_ID(
      ZoneId.class,
      "",
      "[A-Za-z0-9~/._+:-]{1,64}",
      "a time zone such as Europe/Paris or +01:00",
      "of"),
  UUID(
      UUID.class,
      "uuid",
      "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}",
      "a UUID such as 123e4567-e89b-12d3-a456-426614174000",
      "fromString"),
  URI(
      URI.class,
      "uri",
      "[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=%-]+",
      "an absolute URI such as https://example.com/a",
      "create"),
  CURRENCY(Currency.class, "", "[A-Z]{3}", "a currency code such as EUR", "getInstance"),
  LOCALE(
      Locale.class,
      "",
      "[A-Za-z0-9]{1,8}(?:-[A-Za-z0-9]{1,8}){0,15}",
      "a language tag such as en or pt-BR",
      "forLanguageTag");

  private static final Map<String, TextForm> BY_TYPE =
      Stream.of(values()).collect(Collectors.toMap(form -> form.type.getName(), form -> form));

  private final Class<?> type;
  private final String format;
  private final String pattern;
  private final String expected;
  private final String factory;

  TextForm(Class<?> type, String format, String body, String expected, String factory) {
    this.type = type;
    this.format = format;
    this.pattern = "^" + body + "$";
    this.expected = expected;
    this.factory = factory;
  }

  /** The form of a type, or null if it has none. */
  static @Nullable TextForm of(String type) {
    return BY_TYPE.get(type);
  }

  ClassName type() {
    return ClassName.get(type);
  }

  /** The schema's {@code format}; empty for none. */
  String format() {
    return format;
  }

  String pattern() {
    return pattern;
  }

  String expected() {
    return expected;
  }

  /** Whether a text stands for a value. */
  boolean allows(String text) {
    if (!Pattern.matches(pattern, text)) {
      return false;
    }
    try {
      return hasValue(text);
    } catch (DateTimeException
        | ArithmeticException
        | IllegalArgumentException
        | IllformedLocaleException
        | URISyntaxException noSuchValue) {
      return false;
    }
  }

  private boolean hasValue(String text) throws URISyntaxException {
    Object value =
        switch (this) {
          case LOCAL_DATE -> LocalDate.parse(text);
          case LOCAL_TIME -> LocalTime.parse(text);
          case LOCAL_DATE_TIME -> LocalDateTime.parse(text);
          case OFFSET_DATE_TIME, ZONED_DATE_TIME -> OffsetDateTime.parse(text);
          case OFFSET_TIME -> OffsetTime.parse(text);
          case INSTANT -> OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
          case DURATION -> Duration.parse(text);
          case PERIOD -> Period.parse(text);
          case YEAR_MONTH -> YearMonth.parse(text);
          case MONTH_DAY -> MonthDay.parse(text);
          case ZONE_ID -> ZoneId.of(text);
          case UUID -> java.util.UUID.fromString(text);
          case URI -> new URI(text);
          case CURRENCY -> Currency.getInstance(text);
          case LOCALE -> new Locale.Builder().setLanguageTag(text).build();
        };
    // A moment is written in UTC, where its year may be another one.
    return this != INSTANT || isWritable((OffsetDateTime) value);
  }

  private static boolean isWritable(OffsetDateTime utc) {
    return utc.getYear() >= 0 && utc.getYear() <= 9999;
  }

  /** The expression for the value of a text that is allowed. */
  CodeBlock literal(String text) {
    return CodeBlock.of("$T.$L($S)", type, factory, text);
  }

  /** Kept apart, because an enum's constants come before all else in it. */
  private static final class Patterns {
    static final String DATE = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])";
    static final String TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?";
    static final String OFFSET = "(?:[Zz]|[+-](?:(?:0[0-9]|1[0-7]):[0-5][0-9]|18:00))";
    static final String DATE_TIME = DATE + "[Tt]" + TIME + OFFSET;
    static final String A_DATE_TIME =
        "a date and time such as 2024-12-31T23:59:00Z or 2024-12-31T23:59:00+01:00";

    private static final String SECONDS = "-?[0-9]{1,19}(?:\\.[0-9]{1,9})?S";
    private static final String MINUTES = "-?[0-9]{1,19}M";
    private static final String HOURS = "-?[0-9]{1,19}H";
    private static final String CLOCK = "T" + anyOf(HOURS, MINUTES, SECONDS);
    static final String DURATION = "-?P(?:-?[0-9]{1,19}D(?:" + CLOCK + ")?|" + CLOCK + ")";

    private static final String DAYS = "-?[0-9]{1,10}D";
    private static final String WEEKS = "-?[0-9]{1,10}W";
    private static final String MONTHS = "-?[0-9]{1,10}M";
    private static final String YEARS = "-?[0-9]{1,10}Y";
    static final String PERIOD = "-?P" + anyOf(YEARS, MONTHS, WEEKS, DAYS);

    /** At least one of some parts, in their order. */
    private static String anyOf(String... parts) {
      StringBuilder any = new StringBuilder("(?:");
      for (int i = 0; i < parts.length; i++) {
        any.append(i == 0 ? "" : "|").append(parts[i]);
        for (int next = i + 1; next < parts.length; next++) {
          any.append("(?:").append(parts[next]).append(")?");
        }
      }
      return any.append(")").toString();
    }
  }
}
