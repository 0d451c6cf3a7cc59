package dev.adze.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @ParameterizedTest
  @CsvSource({"0,0", "20,20000", " 1.5 ,1500", "0.0301,31", "-3,0", "86400,86400000"})
  void readsSeconds(String header, long millis) {
    assertThat(RetryAfter.parse(null, header, NOW)).isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void readsADate() {
    assertThat(RetryAfter.parse(null, "Sun, 01 Mar 2026 10:00:30 GMT", NOW))
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(RetryAfter.parse(null, "Sun, 01 Mar 2026 09:00:00 GMT", NOW))
        .isEqualTo(Duration.ZERO);
  }

  @Test
  void prefersMilliseconds() {
    assertThat(RetryAfter.parse("250.2", "1", NOW)).isEqualTo(Duration.ofMillis(251));
    assertThat(RetryAfter.parse("soon", "1", NOW)).isEqualTo(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @CsvSource({"soon", "NaN", "Infinity", "''", "2026-03-01"})
  void ignoresWhatItDoesNotUnderstand(String header) {
    assertThat(RetryAfter.parse(header, header, NOW)).isNull();
  }

  @Test
  void isAbsentWithoutHeaders() {
    assertThat(RetryAfter.parse(null, null, NOW)).isNull();
  }
}
