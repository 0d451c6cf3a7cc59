package dev.adze.json;

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
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A form of text that stands for values of one type, such as {@code 2024-12-31} for dates: one
 * pattern for the schema and for reading, and a text for every value that has one.
 *
 * <p>Dates and times with an offset are those of RFC 3339: years 0000 to 9999, seconds always
 * written and never 60, up to nine digits after them, {@code T} and {@code Z} in either case when
 * read. What a type can hold beyond its form (a year 10000, an offset with seconds, a relative URI)
 * has no text, and {@link #text} says so.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param <T> the type of the values
 */
public final class TextFormat<T> {
  private static final String DATE = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])";
  private static final String TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?";
  private static final String OFFSET = "(?:[Zz]|[+-](?:(?:0[0-9]|1[0-7]):[0-5][0-9]|18:00))";
  private static final String DATE_TIME = DATE + "[Tt]" + TIME + OFFSET;

  private static final String SECONDS = "-?[0-9]{1,19}(?:\\.[0-9]{1,9})?S";
  private static final String MINUTES = "-?[0-9]{1,19}M";
  private static final String HOURS = "-?[0-9]{1,19}H";
  private static final String CLOCK =
      "T(?:"
          + HOURS
          + optional(MINUTES)
          + optional(SECONDS)
          + "|"
          + MINUTES
          + optional(SECONDS)
          + "|"
          + SECONDS
          + ")";

  private static final String DAYS = "-?[0-9]{1,10}D";
  private static final String WEEKS = "-?[0-9]{1,10}W";
  private static final String MONTHS = "-?[0-9]{1,10}M";
  private static final String YEARS = "-?[0-9]{1,10}Y";

  /** RFC 3339 full-date. */
  public static final TextFormat<LocalDate> LOCAL_DATE =
      new TextFormat<>(TextForm.LOCAL_DATE, "date", DATE, "a date such as 2024-12-31");

  /** A time of day without an offset; seconds are always written. */
  public static final TextFormat<LocalTime> LOCAL_TIME =
      new TextFormat<>(TextForm.LOCAL_TIME, "", TIME, "a time without offset such as 23:59:00");

  /** RFC 3339 date-time without its offset; the {@code T} is a capital. */
  public static final TextFormat<LocalDateTime> LOCAL_DATE_TIME =
      new TextFormat<>(
          TextForm.LOCAL_DATE_TIME,
          "",
          DATE + "T" + TIME,
          "a date and time without offset such as 2024-12-31T23:59:00");

  /** RFC 3339 date-time. Its offset has whole minutes. */
  public static final TextFormat<OffsetDateTime> OFFSET_DATE_TIME =
      dateTime(TextForm.OFFSET_DATE_TIME);

  /** RFC 3339 full-time. Its offset has whole minutes. */
  public static final TextFormat<OffsetTime> OFFSET_TIME =
      new TextFormat<>(
          TextForm.OFFSET_TIME,
          "time",
          TIME + OFFSET,
          "a time such as 23:59:00Z or 23:59:00+01:00");

  /**
   * RFC 3339 date-time, which names an offset and no region: the zone of a value that was read is
   * its offset, and a value in a region is written with the offset that it has there and then.
   */
  public static final TextFormat<ZonedDateTime> ZONED_DATE_TIME =
      dateTime(TextForm.ZONED_DATE_TIME);

  /** RFC 3339 date-time, read with any offset and written in UTC. */
  public static final TextFormat<Instant> INSTANT = dateTime(TextForm.INSTANT);

  /** What {@link Duration#toString} gives, and days: {@code PnDTnHnMn.nS}. */
  public static final TextFormat<Duration> DURATION =
      new TextFormat<>(
          TextForm.DURATION,
          "",
          "-?P(?:" + "-?[0-9]{1,19}D" + optional(CLOCK) + "|" + CLOCK + ")",
          "a duration such as PT1H30M or P2DT0.5S");

  /** What {@link Period#toString} gives, and weeks: {@code PnYnMnWnD}. */
  public static final TextFormat<Period> PERIOD =
      new TextFormat<>(
          TextForm.PERIOD,
          "",
          "-?P(?:"
              + YEARS
              + optional(MONTHS)
              + optional(WEEKS)
              + optional(DAYS)
              + "|"
              + MONTHS
              + optional(WEEKS)
              + optional(DAYS)
              + "|"
              + WEEKS
              + optional(DAYS)
              + "|"
              + DAYS
              + ")",
          "a period such as P1Y2M or P10D");

  /** A year and a month, such as {@code 2024-12}. */
  public static final TextFormat<YearMonth> YEAR_MONTH =
      new TextFormat<>(
          TextForm.YEAR_MONTH,
          "",
          "[0-9]{4}-(?:0[1-9]|1[0-2])",
          "a year and month such as 2024-12");

  /** A day of any year, such as {@code --12-31}. */
  public static final TextFormat<MonthDay> MONTH_DAY =
      new TextFormat<>(
          TextForm.MONTH_DAY,
          "",
          "--(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])",
          "a month and day such as --12-31");

  /** An identifier of a time zone or an offset, as {@link ZoneId#of(String)} takes it. */
  public static final TextFormat<ZoneId> ZONE_ID =
      new TextFormat<>(
          TextForm.ZONE_ID,
          "",
          "[A-Za-z0-9~/._+:-]{1,64}",
          "a time zone such as Europe/Paris or +01:00");

  /** 36 characters, 8-4-4-4-12 hexadecimal digits. */
  public static final TextFormat<UUID> UUID =
      new TextFormat<>(
          TextForm.UUID,
          "uuid",
          "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}",
          "a UUID such as 123e4567-e89b-12d3-a456-426614174000");

  /** An absolute URI (RFC 3986), in ASCII as it asks. */
  public static final TextFormat<URI> URI =
      new TextFormat<>(
          TextForm.URI,
          "uri",
          "[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=%-]+",
          "an absolute URI such as https://example.com/a");

  /** An ISO 4217 code. */
  public static final TextFormat<Currency> CURRENCY =
      new TextFormat<>(TextForm.CURRENCY, "", "[A-Z]{3}", "a currency code such as EUR");

  /** A BCP 47 language tag. */
  public static final TextFormat<Locale> LOCALE =
      new TextFormat<>(
          TextForm.LOCALE,
          "",
          "[A-Za-z0-9]{1,8}(?:-[A-Za-z0-9]{1,8}){0,15}",
          "a language tag such as en or pt-BR");

  private final TextForm form;
  private final String format;
  private final String pattern;
  private final String expected;

  /** Compiled when it is first needed: most programs use few formats. */
  private volatile @Nullable Pattern compiled;

  private TextFormat(TextForm form, String format, String body, String expected) {
    this.form = form;
    this.format = format;
    this.pattern = "^" + body + "$";
    this.expected = expected;
  }

  private static <T> TextFormat<T> dateTime(TextForm form) {
    return new TextFormat<>(
        form,
        "date-time",
        DATE_TIME,
        "a date and time such as 2024-12-31T23:59:00Z or 2024-12-31T23:59:00+01:00");
  }

  private static String optional(String part) {
    return "(?:" + part + ")?";
  }

  /**
   * The {@code format} keyword of JSON Schema that says the same.
   *
   * @return the keyword's value, or {@code ""} if there is none
   */
  public String format() {
    return format;
  }

  /**
   * The regular expression that every text of this form matches as a whole, in the part of the
   * syntax that means the same in JSON Schema (ECMA-262) and in Java.
   *
   * @return an expression from {@code ^} to {@code $}
   */
  public String pattern() {
    return pattern;
  }

  /**
   * What faults say is expected, with an example.
   *
   * @return a phrase such as "a date such as 2024-12-31"
   */
  public String expected() {
    return expected;
  }

  /**
   * The text that stands for a value: it matches {@link #pattern}, and {@link JsonReader#readText}
   * reads an equal value from it, or of {@link #ZONED_DATE_TIME} the same time with its offset for
   * zone.
   *
   * @param value a value
   * @return its text
   * @throws IllegalArgumentException if this form has no text for the value
   */
  public String text(T value) {
    Objects.requireNonNull(value, "value");
    String text = TextForms.text(form, value);
    if (!matches(text)) {
      throw new IllegalArgumentException(
          "No text of the form "
              + pattern
              + " stands for "
              + value
              + "; expected "
              + expected
              + ".");
    }
    return text;
  }

  boolean matches(String text) {
    if (form == TextForm.LOCAL_DATE) {
      // Tools take dates more often than any other form; a matcher takes as long as all the rest.
      return text.length() == Rfc3339.DATE_LENGTH && Rfc3339.isDate(text, 0);
    }
    Pattern ready = compiled;
    if (ready == null) {
      ready = Pattern.compile(pattern);
      compiled = ready;
    }
    return ready.matcher(text).matches();
  }

  /** The value of a text that {@link #matches}, or null if there is none, as for February 30th. */
  // Each constant pairs the form with the type of its values.
  @SuppressWarnings("unchecked")
  @Nullable T parse(String text) {
    return (T) TextForms.parse(form, text);
  }

  /**
   * The value of a text that stands in a literal and has no escapes in it; null if it is at fault,
   * spelled with escapes, or of a form that is not read where it stands.
   */
  @SuppressWarnings("unchecked")
  @Nullable T parseAt(String json, int from) {
    int to = from + Rfc3339.DATE_LENGTH;
    boolean date =
        form == TextForm.LOCAL_DATE
            && to < json.length()
            && json.charAt(to) == '"'
            && Rfc3339.isDate(json, from);
    return date ? (T) TextForms.date(json, from) : null;
  }

  /** The pattern. */
  @Override
  public String toString() {
    return pattern;
  }
}
