package dev.adze.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** How long a server wants to be left alone. */
final class RetryAfter {
  private RetryAfter() {}

  /**
   * Reads the two headers that say so.
   *
   * @param milliseconds the header {@code retry-after-ms}, which is the finer one and comes first
   * @param retryAfter the header {@code Retry-After}: seconds, also with a fraction, or a date
   * @return never negative; null if neither header is there and understood
   */
  static @Nullable Duration parse(
      @Nullable String milliseconds, @Nullable String retryAfter, Instant now) {
    Duration fine = number(milliseconds, 1);
    if (fine != null) {
      return fine;
    }
    Duration coarse = number(retryAfter, 1000);
    return coarse != null ? coarse : date(retryAfter, now);
  }

  private static @Nullable Duration number(@Nullable String text, int millisPerUnit) {
    if (text == null) {
      return null;
    }
    try {
      double value = Double.parseDouble(text.strip());
      return Double.isFinite(value)
          ? Duration.ofMillis((long) Math.max(0, Math.ceil(value * millisPerUnit)))
          : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Duration date(@Nullable String text, Instant now) {
    if (text == null) {
      return null;
    }
    try {
      Instant then =
          ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO;
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
