package dev.adze.json;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;

/**
 * The dates and times of RFC 3339. Texts have matched their pattern, so that each part is where it
 * should be; what is left to find out is whether there is such a day. The formatters of {@code
 * java.time} are not used: they take more than the patterns say, and loading them takes long.
 */
final class Rfc3339 {
  static final int DATE_LENGTH = 10;
  private static final int TIME_LENGTH = 8;

  private Rfc3339() {}

  /** Whether a text has at a place what the pattern of dates matches. */
  static boolean isDate(String text, int from) {
    for (int i = from; i < from + DATE_LENGTH; i++) {
      boolean dash = i == from + 4 || i == from + 7;
      if (dash ? text.charAt(i) != '-' : !Numbers.isDigit(text.charAt(i))) {
        return false;
      }
    }
    int month = digits(text, from + 5, from + 7);
    int day = digits(text, from + 8, from + DATE_LENGTH);
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }

  static LocalDate date(String text, int from) {
    return LocalDate.of(
        digits(text, from, from + 4),
        digits(text, from + 5, from + 7),
        digits(text, from + 8, from + DATE_LENGTH));
  }

  static LocalTime time(String text, int from, int to) {
    int point = from + TIME_LENGTH;
    int nano = 0;
    if (point < to) {
      nano = digits(text, point + 1, to);
      for (int missing = point + 10 - to; missing > 0; missing--) {
        nano *= 10;
      }
    }
    return LocalTime.of(
        digits(text, from, from + 2),
        digits(text, from + 3, from + 5),
        digits(text, from + 6, point),
        nano);
  }

  static LocalDateTime dateTime(String text, int to) {
    return LocalDateTime.of(date(text, 0), time(text, DATE_LENGTH + 1, to));
  }

  static OffsetDateTime offsetDateTime(String text) {
    int at = offsetAt(text);
    return OffsetDateTime.of(dateTime(text, at), offset(text, at));
  }

  static OffsetTime offsetTime(String text) {
    int at = offsetAt(text);
    return OffsetTime.of(time(text, 0, at), offset(text, at));
  }

  private static int offsetAt(String text) {
    int last = text.length() - 1;
    return (text.charAt(last) | 0x20) == 'z' ? last : text.length() - "+00:00".length();
  }

  private static ZoneOffset offset(String text, int at) {
    if (at == text.length() - 1) {
      return ZoneOffset.UTC;
    }
    int minutes = digits(text, at + 1, at + 3) * 60 + digits(text, at + 4, at + 6);
    return ZoneOffset.ofTotalSeconds(60 * (text.charAt(at) == '-' ? -minutes : minutes));
  }

  /** The number that a few digits mean. */
  static int digits(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + (text.charAt(i) - '0');
    }
    return number;
  }

  static String text(OffsetDateTime value) {
    return text(value.toLocalDateTime()) + value.getOffset();
  }

  static String text(LocalDateTime value) {
    return value.toLocalDate() + "T" + text(value.toLocalTime());
  }

  /** A time with its seconds, which {@link LocalTime#toString} leaves out when they are 0. */
  static String text(LocalTime value) {
    String text = value.toString();
    return text.length() < TIME_LENGTH ? text + ":00" : text;
  }
}
