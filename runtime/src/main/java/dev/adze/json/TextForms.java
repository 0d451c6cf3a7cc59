package dev.adze.json;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of each form from their texts, and back. */
final class TextForms {
  private static final Instant YEAR_0 = Instant.ofEpochSecond(-62_167_219_200L);
  private static final Instant YEAR_10000 = Instant.ofEpochSecond(253_402_300_800L);

  private TextForms() {}

  /** The value of a text that matches the form's pattern, or null if there is none. */
  static @Nullable Object parse(TextForm form, String text) {
    try {
      return switch (form) {
        case LOCAL_DATE -> Rfc3339.date(text, 0);
        case LOCAL_TIME -> Rfc3339.time(text, 0, text.length());
        case LOCAL_DATE_TIME -> Rfc3339.dateTime(text, text.length());
        case OFFSET_DATE_TIME -> Rfc3339.offsetDateTime(text);
        case OFFSET_TIME -> Rfc3339.offsetTime(text);
        case ZONED_DATE_TIME -> Rfc3339.offsetDateTime(text).toZonedDateTime();
        case INSTANT -> instant(text);
        case DURATION -> Duration.parse(text);
        case PERIOD -> Period.parse(text);
        case YEAR_MONTH -> YearMonth.of(Rfc3339.digits(text, 0, 4), Rfc3339.digits(text, 5, 7));
        case MONTH_DAY -> MonthDay.of(Rfc3339.digits(text, 2, 4), Rfc3339.digits(text, 5, 7));
        case ZONE_ID -> ZoneId.of(text);
        case UUID -> UUID.fromString(text);
        case URI -> new URI(text);
        case CURRENCY -> Currency.getInstance(text);
        case LOCALE -> new Locale.Builder().setLanguageTag(text).build();
      };
    } catch (DateTimeException
        | ArithmeticException
        | IllegalArgumentException
        | IllformedLocaleException
        | URISyntaxException noSuchValue) {
      return null;
    }
  }

  /** The date that stands at a place, or null if there is no such day. */
  static @Nullable LocalDate date(String text, int from) {
    try {
      return Rfc3339.date(text, from);
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  /** A moment whose year in UTC has four digits, as it has to be written. */
  private static @Nullable Instant instant(String text) {
    Instant instant = Rfc3339.offsetDateTime(text).toInstant();
    return instant.isBefore(YEAR_0) || !instant.isBefore(YEAR_10000) ? null : instant;
  }

  /** The text of a value of the form's type. If it has none, the answer does not match. */
  static String text(TextForm form, Object value) {
    return switch (form) {
      case LOCAL_DATE, DURATION, PERIOD, YEAR_MONTH, MONTH_DAY, UUID, URI -> value.toString();
      case LOCAL_TIME -> Rfc3339.text((LocalTime) value);
      case LOCAL_DATE_TIME -> Rfc3339.text((LocalDateTime) value);
      case OFFSET_DATE_TIME -> Rfc3339.text((OffsetDateTime) value);
      case OFFSET_TIME -> {
        OffsetTime time = (OffsetTime) value;
        yield Rfc3339.text(time.toLocalTime()) + time.getOffset();
      }
      case ZONED_DATE_TIME -> Rfc3339.text(((ZonedDateTime) value).toOffsetDateTime());
      case INSTANT -> text((Instant) value);
      case ZONE_ID -> ((ZoneId) value).getId();
      case CURRENCY -> ((Currency) value).getCurrencyCode();
      case LOCALE -> text((Locale) value);
    };
  }

  private static String text(Instant value) {
    try {
      return Rfc3339.text(value.atOffset(ZoneOffset.UTC));
    } catch (DateTimeException beyondAllYears) {
      return "";
    }
  }

  /** A language tag leaves out what BCP 47 cannot say. */
  private static String text(Locale value) {
    String tag = value.toLanguageTag();
    return value.equals(parse(TextForm.LOCALE, tag)) ? tag : "";
  }
}
