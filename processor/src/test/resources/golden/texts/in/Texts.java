package com.acme;

import dev.adze.annotation.Param;
import dev.adze.annotation.Tool;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Values that are text of a certain form. */
public class Texts {
  /**
   * Takes dates and times.
   *
   * @param date a date
   * @param time a time
   * @param both a date and time
   * @param moment a moment
   * @param offset a moment at an offset
   * @param zoned a moment in a zone
   * @param clock a time at an offset
   * @param year a year
   * @param month a year and month
   * @param birthday a day of any year
   * @param season a month
   * @param weekday a day of the week
   */
  @Tool
  public LocalDate times(
      LocalDate date,
      LocalTime time,
      LocalDateTime both,
      Instant moment,
      OffsetDateTime offset,
      ZonedDateTime zoned,
      OffsetTime clock,
      Year year,
      YearMonth month,
      MonthDay birthday,
      Month season,
      DayOfWeek weekday) {
    return date;
  }

  /**
   * Takes spans, and names of things.
   *
   * @param duration a duration
   * @param period a period
   * @param id an id
   * @param address an address
   * @param zone a zone
   * @param currency a currency
   * @param language a language
   */
  @Tool
  public Year names(
      Duration duration,
      Period period,
      UUID id,
      URI address,
      ZoneId zone,
      Currency currency,
      Locale language) {
    return Year.of(2024);
  }

  /**
   * Takes them inside of others.
   *
   * @param date perhaps a date
   * @param year perhaps a year
   * @param dates dates
   * @param ids ids
   * @param ends ends by name
   * @param from by default the first of January
   * @param moment by default a moment at an offset
   * @param since by default 2000
   * @param zone by default London
   */
  @Tool
  public Map<String, Instant> inside(
      Optional<LocalDate> date,
      Optional<Year> year,
      List<LocalDate> dates,
      Set<UUID> ids,
      Map<String, Instant> ends,
      @Param(defaultValue = "2024-01-01") LocalDate from,
      @Param(defaultValue = "2024-01-01t00:00:00+01:00") Instant moment,
      @Param(defaultValue = "2000") Year since,
      @Param(defaultValue = "\"Europe/London\"") ZoneId zone) {
    return ends;
  }
}
