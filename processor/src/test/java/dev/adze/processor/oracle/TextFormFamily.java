package dev.adze.processor.oracle;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Types whose values are texts of a form: dates and times, identifiers, addresses. */
final class TextFormFamily implements Family {
  private static final List<String> DATE_TIMES =
      List.of(
          "2024-02-29T23:59:59Z",
          "2024-01-01t00:00:00z",
          "0000-01-01T00:00:00-01:00",
          "9999-12-31T12:00:00.123456789-00:00",
          "2024-01-01T00:00:00.5+18:00",
          "2024-06-30T12:30:00-17:59");
  private static final List<String> NO_DATE_TIMES =
      List.of(
          "2024-01-01",
          "2024-01-01T00:00Z",
          "2024-01-01T24:00:00Z",
          "2016-12-31T23:59:60Z",
          "2024-01-01T00:00:00+01",
          "2024-01-01 00:00:00Z",
          "2024-01-01T00:00:00",
          "2023-02-29T00:00:00Z",
          "2024-01-01T00:00:00Z[Europe/Paris]",
          "2024-01-01T00:00:00+18:01",
          "+12024-01-01T00:00:00Z",
          "2024-01-01T00:00:00.Z",
          "2024-01-01T00:00:00.1234567890Z",
          " 2024-01-01T00:00:00Z");

  /** In UTC their years have no four digits, so that they could not be written again. */
  private static final List<String> BEYOND_UTC =
      List.of("0000-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00");

  private static final List<Type> TYPES =
      List.of(
          new Type(
              "LocalDate",
              LocalDate::parse,
              List.of("2024-02-29", "0000-01-01", "9999-12-31", "2024-12-31"),
              List.of(
                  "2023-02-29",
                  "2024-04-31",
                  "2024-1-1",
                  "+12024-01-01",
                  "-0001-01-01",
                  "20240101",
                  "2024-13-01",
                  "2024-00-10",
                  "2024-01-32",
                  "2024-01-01 ",
                  "2024-01-01Z",
                  "")),
          new Type(
              "LocalTime",
              LocalTime::parse,
              List.of("00:00:00", "23:59:59.999999999", "12:34:56.1", "12:00:00.000"),
              List.of(
                  "24:00:00", "12:00", "23:59:60", "12:00:00Z", "12:00:00.1234567890", "1:00:00")),
          new Type(
              "LocalDateTime",
              LocalDateTime::parse,
              List.of("2024-02-29T00:00:00", "0000-01-01T23:59:59.999999999"),
              List.of(
                  "2024-01-01T00:00:00Z",
                  "2024-01-01 00:00:00",
                  "2024-01-01t00:00:00",
                  "2023-02-29T00:00:00",
                  "2024-01-01T00:00",
                  "2024-01-01")),
          new Type("OffsetDateTime", OffsetDateTime::parse, DATE_TIMES, NO_DATE_TIMES),
          new Type("ZonedDateTime", OffsetDateTime::parse, DATE_TIMES, NO_DATE_TIMES),
          new Type(
              "Instant",
              text -> OffsetDateTime.parse(text).toInstant(),
              DATE_TIMES,
              Stream.concat(NO_DATE_TIMES.stream(), BEYOND_UTC.stream()).toList()),
          new Type(
              "OffsetTime",
              OffsetTime::parse,
              List.of("00:00:00Z", "23:59:59.5+01:00", "12:00:00z", "12:00:00-18:00"),
              List.of("12:00:00", "12:00Z", "24:00:00Z", "12:00:00+1", "12:00:00+18:30")),
          new Type(
              "Duration",
              Duration::parse,
              List.of(
                  "PT0S",
                  "PT1H30M",
                  "P2DT0.5S",
                  "-PT1.5S",
                  "PT-1.5S",
                  "P1D",
                  "PT-0.5S",
                  "-P1DT-1H"),
              List.of(
                  "P9999999999999999999D",
                  "PT9999999999999999999H",
                  "P1W",
                  "P1M",
                  "P1Y2M",
                  "PT",
                  "P",
                  "PT1.5H",
                  "pt1s",
                  "1h",
                  "P1DT",
                  "PT1S ",
                  "PT1,5S")),
          new Type(
              "Period",
              Period::parse,
              List.of("P1Y2M3D", "P10D", "P1W", "P-1Y", "-P1M", "P0D", "P1Y1W1D"),
              List.of(
                  "P", "PT1H", "P1DT1H", "p1d", "P9999999999D", "P1D1Y", "P1.5D", "P400000000W")),
          new Type(
              "YearMonth",
              YearMonth::parse,
              List.of("2024-12", "0000-01", "9999-06"),
              List.of("2024-13", "2024-1", "2024-00", "202412", "+12024-01", "2024-01-01")),
          new Type(
              "MonthDay",
              MonthDay::parse,
              List.of("--12-31", "--02-29"),
              List.of("--02-30", "12-31", "--13-01", "--1-1", "--04-31")),
          new Type(
              "ZoneId",
              ZoneId::of,
              List.of("UTC", "Europe/Paris", "+01:00", "Z", "GMT+2", "America/New_York"),
              List.of("Mars/Phobos", "", "a b", "+25:00", "europe/paris", "Zürich")),
          new Type(
              "UUID",
              UUID::fromString,
              List.of(
                  "123e4567-e89b-12d3-a456-426614174000", "FFFFFFFF-0000-0000-0000-ffffffffffff"),
              List.of(
                  "1-1-1-1-1",
                  "123e4567e89b12d3a456426614174000",
                  "{123e4567}",
                  "",
                  "123e4567-e89b-12d3-a456-42661417400g")),
          new Type(
              "URI",
              URI::create,
              List.of("https://example.com/a?b=c#d", "mailto:a@b.c", "urn:isbn:1", "a:%41", "x:y"),
              List.of(
                  "",
                  "a/b",
                  "//h/p",
                  "http://a/é",
                  "http:",
                  "a:%zz",
                  "http://[::1",
                  "1a:b",
                  ":",
                  "http://a b",
                  "http://a/\"")),
          new Type(
              "Currency",
              Currency::getInstance,
              List.of("EUR", "USD", "JPY"),
              List.of("ZZZ", "eur", "EURO", "", "E R")),
          new Type(
              "Locale",
              Locale::forLanguageTag,
              List.of("en", "pt-BR", "zh-Hant-TW", "de-CH-1996", "sr-Latn-RS"),
              List.of("a", "en-", "en_US", "", "en--US", "toolonglanguage")));

  @Override
  public JavaType draw(TypeDraw draw) {
    return draw.dice().pick(TYPES);
  }

  @Override
  public boolean isLeaf() {
    return true;
  }

  private record Type(
      String source, Function<String, Object> parse, List<String> forms, List<String> others)
      implements JavaType {
    @Override
    public Doc document(Walk walk) {
      return Doc.literal(Spelling.string(walk.dice(), walk.dice().pick(forms)));
    }

    @Override
    public Doc fault(Walk walk, boolean nullFits) {
      Dice dice = walk.dice();
      return dice.chance(0.3)
          ? Faults.instead(walk, nullFits, Faults.Kind.STRING)
          : walk.fault(
              "form",
              Spelling.string(
                  dice, dice.chance(0.8) ? dice.pick(others) : dice.pick(forms) + "\n"));
    }

    @Override
    public boolean same(JsonNode given, JsonNode bound) {
      return parse.apply(given.stringValue()).equals(parse.apply(bound.stringValue()));
    }
  }
}
