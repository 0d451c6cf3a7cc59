package dev.adze.json;

/**
 * Which form a {@link TextFormat} has. A switch over these costs a cold start less than a class or
 * a lambda per format, all of which would be loaded with the first.
 */
enum TextForm {
  LOCAL_DATE,
  LOCAL_TIME,
  LOCAL_DATE_TIME,
  OFFSET_DATE_TIME,
  OFFSET_TIME,
  ZONED_DATE_TIME,
  INSTANT,
  DURATION,
  PERIOD,
  YEAR_MONTH,
  MONTH_DAY,
  ZONE_ID,
  UUID,
  URI,
  CURRENCY,
  LOCALE
}
