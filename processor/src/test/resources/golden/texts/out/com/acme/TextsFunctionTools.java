package com.acme;

import dev.adze.json.JsonFields;
import dev.adze.json.JsonReader;
import dev.adze.json.JsonWriter;
import dev.adze.json.TextFormat;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.GeneratedBinder;
import dev.adze.tool.InvalidArgumentsException;
import dev.adze.tool.PreparedCall;
import dev.adze.tool.SchemaProfile;
import dev.adze.tool.ToolBinder;
import dev.adze.tool.ToolContext;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import dev.adze.tool.UnwritableResultException;
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
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * The tools of {@link Texts}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class TextsFunctionTools implements ToolBinder<Texts> {
  private static final int TIMES = 0;

  private static final int NAMES = 1;

  private static final int INSIDE = 2;

  private static final String TIMES_INPUT = """
      {"type":"object","properties":{\
      "date":{"type":"string","description":"a date","format":"date",\
      "pattern":"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"},\
      "time":{"type":"string","description":"a time",\
      "pattern":"^(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\\\.[0-9]{1,9})?$"},\
      "both":{"type":"string","description":"a date and time",\
      "pattern":"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\\\.[0-9]{1,9})?$"},\
      "moment":{"type":"string","description":"a moment","format":"date-time",\
      "pattern":"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\\\.[0-9]{1,9})?(?:[Zz]|[+-](?:(?:0[0-9]|1[0-7]):[0-5][0-9]|18:00))$"},\
      "offset":{"type":"string","description":"a moment at an offset","format":"date-time",\
      "pattern":"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\\\.[0-9]{1,9})?(?:[Zz]|[+-](?:(?:0[0-9]|1[0-7]):[0-5][0-9]|18:00))$"},\
      "zoned":{"type":"string","description":"a moment in a zone","format":"date-time",\
      "pattern":"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\\\.[0-9]{1,9})?(?:[Zz]|[+-](?:(?:0[0-9]|1[0-7]):[0-5][0-9]|18:00))$"},\
      "clock":{"type":"string","description":"a time at an offset","format":"time",\
      "pattern":"^(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\\\.[0-9]{1,9})?(?:[Zz]|[+-](?:(?:0[0-9]|1[0-7]):[0-5][0-9]|18:00))$"},\
      "year":{"type":"integer","description":"a year","minimum":-999999999,\
      "maximum":999999999},\
      "month":{"type":"string","description":"a year and month",\
      "pattern":"^[0-9]{4}-(?:0[1-9]|1[0-2])$"},\
      "birthday":{"type":"string","description":"a day of any year",\
      "pattern":"^--(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"},\
      "season":{"type":"string","description":"a month","enum":["JANUARY","FEBRUARY",\
      "MARCH","APRIL","MAY","JUNE","JULY","AUGUST","SEPTEMBER","OCTOBER","NOVEMBER",\
      "DECEMBER"]},\
      "weekday":{"type":"string","description":"a day of the week","enum":["MONDAY",\
      "TUESDAY","WEDNESDAY","THURSDAY","FRIDAY","SATURDAY","SUNDAY"]}},\
      "required":["date","time","both","moment","offset","zoned","clock","year","month",\
      "birthday","season","weekday"],"additionalProperties":false}""";

  private static final String TIMES_OUTPUT = """
      {"type":"string","format":"date",\
      "pattern":"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"}""";

  private static final ToolSpec TIMES_SPEC = ToolSpec.builder("times", TIMES_INPUT)
      .description("Takes dates and times.")
      .outputSchema(TIMES_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String NAMES_INPUT = """
      {"type":"object","properties":{\
      "duration":{"type":"string","description":"a duration",\
      "pattern":"^-?P(?:-?[0-9]{1,19}D(?:T(?:-?[0-9]{1,19}H(?:-?[0-9]{1,19}M)?(?:-?[0-9]{1,19}(?:\\\\.[0-9]{1,9})?S)?|-?[0-9]{1,19}M(?:-?[0-9]{1,19}(?:\\\\.[0-9]{1,9})?S)?|-?[0-9]{1,19}(?:\\\\.[0-9]{1,9})?S))?|T(?:-?[0-9]{1,19}H(?:-?[0-9]{1,19}M)?(?:-?[0-9]{1,19}(?:\\\\.[0-9]{1,9})?S)?|-?[0-9]{1,19}M(?:-?[0-9]{1,19}(?:\\\\.[0-9]{1,9})?S)?|-?[0-9]{1,19}(?:\\\\.[0-9]{1,9})?S))$"},\
      "period":{"type":"string","description":"a period",\
      "pattern":"^-?P(?:-?[0-9]{1,10}Y(?:-?[0-9]{1,10}M)?(?:-?[0-9]{1,10}W)?(?:-?[0-9]{1,10}D)?|-?[0-9]{1,10}M(?:-?[0-9]{1,10}W)?(?:-?[0-9]{1,10}D)?|-?[0-9]{1,10}W(?:-?[0-9]{1,10}D)?|-?[0-9]{1,10}D)$"},\
      "id":{"type":"string","description":"an id","format":"uuid",\
      "pattern":"^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"},\
      "address":{"type":"string","description":"an address","format":"uri",\
      "pattern":"^[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9._~:/?#\\\\[\\\\]@!$&'()*+,;=%-]+$"},\
      "zone":{"type":"string","description":"a zone",\
      "pattern":"^[A-Za-z0-9~/._+:-]{1,64}$"},\
      "currency":{"type":"string","description":"a currency","pattern":"^[A-Z]{3}$"},\
      "language":{"type":"string","description":"a language",\
      "pattern":"^[A-Za-z0-9]{1,8}(?:-[A-Za-z0-9]{1,8}){0,15}$"}},\
      "required":["duration","period","id","address","zone","currency","language"],\
      "additionalProperties":false}""";

  private static final String NAMES_OUTPUT = """
      {"type":"integer","minimum":-999999999,"maximum":999999999}""";

  private static final ToolSpec NAMES_SPEC = ToolSpec.builder("names", NAMES_INPUT)
      .description("Takes spans, and names of things.")
      .outputSchema(NAMES_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String INSIDE_INPUT = """
      {"type":"object","properties":{\
      "date":{"type":"string","description":"perhaps a date","format":"date",\
      "pattern":"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"},\
      "year":{"type":"integer","description":"perhaps a year","minimum":-999999999,\
      "maximum":999999999},\
      "dates":{"type":"array","description":"dates","items":{"type":"string",\
      "format":"date","pattern":"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"}},\
      "ids":{"type":"array","description":"ids","items":{"type":"string","format":"uuid",\
      "pattern":"^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"},"uniqueItems":true},\
      "ends":{"type":"object","description":"ends by name",\
      "additionalProperties":{"type":"string","format":"date-time",\
      "pattern":"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\\\.[0-9]{1,9})?(?:[Zz]|[+-](?:(?:0[0-9]|1[0-7]):[0-5][0-9]|18:00))$"}},\
      "from":{"type":"string","description":"by default the first of January",\
      "format":"date","pattern":"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$",\
      "default":"2024-01-01"},\
      "moment":{"type":"string","description":"by default a moment at an offset",\
      "format":"date-time",\
      "pattern":"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\\\.[0-9]{1,9})?(?:[Zz]|[+-](?:(?:0[0-9]|1[0-7]):[0-5][0-9]|18:00))$","default":"2024-01-01t00:00:00+01:00"},\
      "since":{"type":"integer","description":"by default 2000","minimum":-999999999,\
      "maximum":999999999,"default":2000},\
      "zone":{"type":"string","description":"by default London",\
      "pattern":"^[A-Za-z0-9~/._+:-]{1,64}$","default":"Europe/London"}},\
      "required":["dates","ids","ends"],"additionalProperties":false}""";

  private static final String INSIDE_OUTPUT = """
      {"type":"object","additionalProperties":{"type":"string","format":"date-time",\
      "pattern":"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\\\.[0-9]{1,9})?(?:[Zz]|[+-](?:(?:0[0-9]|1[0-7]):[0-5][0-9]|18:00))$"}}""";

  private static final ToolSpec INSIDE_SPEC = ToolSpec.builder("inside", INSIDE_INPUT)
      .description("Takes them inside of others.")
      .outputSchema(INSIDE_OUTPUT)
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public TextsFunctionTools() {
  }

  /**
   * The tools, in the order of their source.
   */
  public static List<FunctionTool> of(Texts owner) {
    return List.of(
        new Adapter(owner, TIMES_SPEC, TIMES),
        new Adapter(owner, NAMES_SPEC, NAMES),
        new Adapter(owner, INSIDE_SPEC, INSIDE));
  }

  @Override
  public int level() {
    return 1;
  }

  @Override
  public List<FunctionTool> bind(Texts owner) {
    return of(owner);
  }

  private static List<LocalDate> readLocalDateList(JsonReader in) {
    List<LocalDate> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(in.readText(TextFormat.LOCAL_DATE));
    }
    return list;
  }

  private static void writeLocalDateList(JsonWriter out, List<LocalDate> value) {
    out.beginArray();
    for (LocalDate element : value) {
      out.value(TextFormat.LOCAL_DATE.text(element));
    }
    out.endArray();
  }

  private static Set<UUID> readUUIDSet(JsonReader in) {
    Set<UUID> set = new LinkedHashSet<>();
    in.beginArray();
    while (in.nextElement()) {
      int faults = in.faultCount();
      UUID element = in.readText(TextFormat.UUID);
      if (in.faultCount() == faults && !set.add(element)) {
        in.rejectDuplicate();
      }
    }
    return set;
  }

  private static void writeUUIDSet(JsonWriter out, Set<UUID> value) {
    out.beginArray();
    for (UUID element : value) {
      out.value(TextFormat.UUID.text(element));
    }
    out.endArray();
  }

  private static Map<String, Instant> readStringInstantMap(JsonReader in) {
    Map<String, Instant> map = new LinkedHashMap<>();
    in.beginMap();
    for (String name; (name = in.nextKey()) != null; ) {
      map.put(name, in.readText(TextFormat.INSTANT));
    }
    return map;
  }

  private static void writeStringInstantMap(JsonWriter out, Map<String, Instant> value) {
    out.beginObject();
    for (Map.Entry<String, Instant> entry : value.entrySet()) {
      out.name(entry.getKey()).value(TextFormat.INSTANT.text(entry.getValue()));
    }
    out.endObject();
  }

  /**
   * All tools in one class: a class for each would be slower to start.
   */
  private record Adapter(Texts owner, ToolSpec spec, int tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      JsonReader in = JsonReader.of(argumentsJson);
      return switch (tool) {
        case TIMES -> TimesCall.read(owner, in);
        case NAMES -> NamesCall.read(owner, in);
        case INSIDE -> InsideCall.read(owner, in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code times}.
   */
  private record TimesCall(Texts owner, LocalDate date, LocalTime time, LocalDateTime both,
      Instant moment, OffsetDateTime offset, ZonedDateTime zoned, OffsetTime clock, Year year,
      YearMonth month, MonthDay birthday, Month season, DayOfWeek weekday) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("date", "a date such as 2024-12-31")
        .required("time", "a time without offset such as 23:59:00")
        .required("both", "a date and time without offset such as 2024-12-31T23:59:00")
        .required("moment", """
            a date and time such as 2024-12-31T23:59:00Z or 2024-12-31T23:59:00+01:00""")
        .required("offset", """
            a date and time such as 2024-12-31T23:59:00Z or 2024-12-31T23:59:00+01:00""")
        .required("zoned", """
            a date and time such as 2024-12-31T23:59:00Z or 2024-12-31T23:59:00+01:00""")
        .required("clock", "a time such as 23:59:00Z or 23:59:00+01:00")
        .required("year", "an integer from -999999999 to 999999999")
        .required("month", "a year and month such as 2024-12")
        .required("birthday", "a month and day such as --12-31")
        .required("season", """
            one of "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", \
            "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER\"""")
        .required("weekday", """
            one of "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY\"""")
        .build();

    static PreparedCall read(Texts owner, JsonReader in) {
      LocalDate date = null;
      LocalTime time = null;
      LocalDateTime both = null;
      Instant moment = null;
      OffsetDateTime offset = null;
      ZonedDateTime zoned = null;
      OffsetTime clock = null;
      Year year = null;
      YearMonth month = null;
      MonthDay birthday = null;
      Month season = null;
      DayOfWeek weekday = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> date = in.readText(TextFormat.LOCAL_DATE);
          case 1 -> time = in.readText(TextFormat.LOCAL_TIME);
          case 2 -> both = in.readText(TextFormat.LOCAL_DATE_TIME);
          case 3 -> moment = in.readText(TextFormat.INSTANT);
          case 4 -> offset = in.readText(TextFormat.OFFSET_DATE_TIME);
          case 5 -> zoned = in.readText(TextFormat.ZONED_DATE_TIME);
          case 6 -> clock = in.readText(TextFormat.OFFSET_TIME);
          case 7 -> year = Year.of(in.readInt(Year.MIN_VALUE, Year.MAX_VALUE));
          case 8 -> month = in.readText(TextFormat.YEAR_MONTH);
          case 9 -> birthday = in.readText(TextFormat.MONTH_DAY);
          case 10 -> season = MonthJson.read(in);
          case 11 -> weekday = DayOfWeekJson.read(in);
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("times", in.faults());
      }
      return new TimesCall(owner, date, time, both, moment, offset, zoned, clock, year, month, birthday, season, weekday);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      out.name("date").value(TextFormat.LOCAL_DATE.text(date));
      out.name("time").value(TextFormat.LOCAL_TIME.text(time));
      out.name("both").value(TextFormat.LOCAL_DATE_TIME.text(both));
      out.name("moment").value(TextFormat.INSTANT.text(moment));
      out.name("offset").value(TextFormat.OFFSET_DATE_TIME.text(offset));
      out.name("zoned").value(TextFormat.ZONED_DATE_TIME.text(zoned));
      out.name("clock").value(TextFormat.OFFSET_TIME.text(clock));
      out.name("year").value(year.getValue());
      out.name("month").value(TextFormat.YEAR_MONTH.text(month));
      out.name("birthday").value(TextFormat.MONTH_DAY.text(birthday));
      MonthJson.write(out.name("season"), season);
      DayOfWeekJson.write(out.name("weekday"), weekday);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      LocalDate result = Objects.requireNonNull(owner.times(date, time, both, moment, offset, zoned,
          clock, year, month, birthday, season, weekday), "times returned null");
      JsonWriter out = new JsonWriter();
      try {
        out.value(TextFormat.LOCAL_DATE.text(result));
      } catch (RuntimeException e) {
        throw new UnwritableResultException("times", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * A checked call of {@code names}.
   */
  private record NamesCall(Texts owner, Duration duration, Period period, UUID id, URI address,
      ZoneId zone, Currency currency, Locale language) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("duration", "a duration such as PT1H30M or P2DT0.5S")
        .required("period", "a period such as P1Y2M or P10D")
        .required("id", "a UUID such as 123e4567-e89b-12d3-a456-426614174000")
        .required("address", "an absolute URI such as https://example.com/a")
        .required("zone", "a time zone such as Europe/Paris or +01:00")
        .required("currency", "a currency code such as EUR")
        .required("language", "a language tag such as en or pt-BR")
        .build();

    static PreparedCall read(Texts owner, JsonReader in) {
      Duration duration = null;
      Period period = null;
      UUID id = null;
      URI address = null;
      ZoneId zone = null;
      Currency currency = null;
      Locale language = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> duration = in.readText(TextFormat.DURATION);
          case 1 -> period = in.readText(TextFormat.PERIOD);
          case 2 -> id = in.readText(TextFormat.UUID);
          case 3 -> address = in.readText(TextFormat.URI);
          case 4 -> zone = in.readText(TextFormat.ZONE_ID);
          case 5 -> currency = in.readText(TextFormat.CURRENCY);
          case 6 -> language = in.readText(TextFormat.LOCALE);
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("names", in.faults());
      }
      return new NamesCall(owner, duration, period, id, address, zone, currency, language);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      out.name("duration").value(TextFormat.DURATION.text(duration));
      out.name("period").value(TextFormat.PERIOD.text(period));
      out.name("id").value(TextFormat.UUID.text(id));
      out.name("address").value(TextFormat.URI.text(address));
      out.name("zone").value(TextFormat.ZONE_ID.text(zone));
      out.name("currency").value(TextFormat.CURRENCY.text(currency));
      out.name("language").value(TextFormat.LOCALE.text(language));
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      Year result = Objects.requireNonNull(owner.names(duration, period, id, address, zone,
          currency, language), "names returned null");
      JsonWriter out = new JsonWriter();
      try {
        out.value(result.getValue());
      } catch (RuntimeException e) {
        throw new UnwritableResultException("names", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * A checked call of {@code inside}.
   */
  private record InsideCall(Texts owner, Optional<LocalDate> date, Optional<Year> year,
      List<LocalDate> dates, Set<UUID> ids, Map<String, Instant> ends, LocalDate from,
      Instant moment, Year since, ZoneId zone) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .optional("date")
        .optional("year")
        .required("dates", "an array")
        .required("ids", "an array")
        .required("ends", "an object")
        .optional("from")
        .optional("moment")
        .optional("since")
        .optional("zone")
        .build();

    static PreparedCall read(Texts owner, JsonReader in) {
      Optional<LocalDate> date = Optional.empty();
      Optional<Year> year = Optional.empty();
      List<LocalDate> dates = null;
      Set<UUID> ids = null;
      Map<String, Instant> ends = null;
      LocalDate from = null;
      Instant moment = null;
      Year since = Year.of(2000);
      ZoneId zone = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> {
            if (!in.tryNull()) {
              date = Optional.ofNullable(in.readText(TextFormat.LOCAL_DATE));
            }
          }
          case 1 -> {
            if (!in.tryNull()) {
              year = Optional.of(Year.of(in.readInt(Year.MIN_VALUE, Year.MAX_VALUE)));
            }
          }
          case 2 -> dates = readLocalDateList(in);
          case 3 -> ids = readUUIDSet(in);
          case 4 -> ends = readStringInstantMap(in);
          case 5 -> {
            if (!in.tryNull()) {
              from = in.readText(TextFormat.LOCAL_DATE);
            }
          }
          case 6 -> {
            if (!in.tryNull()) {
              moment = in.readText(TextFormat.INSTANT);
            }
          }
          case 7 -> {
            if (!in.tryNull()) {
              since = Year.of(in.readInt(Year.MIN_VALUE, Year.MAX_VALUE));
            }
          }
          case 8 -> {
            if (!in.tryNull()) {
              zone = in.readText(TextFormat.ZONE_ID);
            }
          }
          default -> in.skip();
        }
      }
      if (from == null) {
        from = LocalDate.parse("2024-01-01");
      }
      if (moment == null) {
        moment = Instant.parse("2024-01-01t00:00:00+01:00");
      }
      if (zone == null) {
        zone = ZoneId.of("Europe/London");
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("inside", in.faults());
      }
      return new InsideCall(owner, date, year, dates, ids, ends, from, moment, since, zone);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      if (date.isPresent()) {
        out.name("date").value(TextFormat.LOCAL_DATE.text(date.get()));
      }
      if (year.isPresent()) {
        out.name("year").value(year.get().getValue());
      }
      writeLocalDateList(out.name("dates"), dates);
      writeUUIDSet(out.name("ids"), ids);
      writeStringInstantMap(out.name("ends"), ends);
      out.name("from").value(TextFormat.LOCAL_DATE.text(from));
      out.name("moment").value(TextFormat.INSTANT.text(moment));
      out.name("since").value(since.getValue());
      out.name("zone").value(TextFormat.ZONE_ID.text(zone));
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      Map<String, Instant> result = Objects.requireNonNull(owner.inside(date, year, dates, ids,
          ends, from, moment, since, zone), "inside returned null");
      JsonWriter out = new JsonWriter();
      try {
        writeStringInstantMap(out, result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("inside", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * {@link Month} as JSON.
   */
  private static final class MonthJson {
    private static final String[] NAMES = {"JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER"};

    static Month read(JsonReader in) {
      return switch (in.readEnum(NAMES)) {
        case 0 -> Month.JANUARY;
        case 1 -> Month.FEBRUARY;
        case 2 -> Month.MARCH;
        case 3 -> Month.APRIL;
        case 4 -> Month.MAY;
        case 5 -> Month.JUNE;
        case 6 -> Month.JULY;
        case 7 -> Month.AUGUST;
        case 8 -> Month.SEPTEMBER;
        case 9 -> Month.OCTOBER;
        case 10 -> Month.NOVEMBER;
        case 11 -> Month.DECEMBER;
        default -> null;
      };
    }

    static void write(JsonWriter out, Month value) {
      out.value(switch (value) {
        case JANUARY -> "JANUARY";
        case FEBRUARY -> "FEBRUARY";
        case MARCH -> "MARCH";
        case APRIL -> "APRIL";
        case MAY -> "MAY";
        case JUNE -> "JUNE";
        case JULY -> "JULY";
        case AUGUST -> "AUGUST";
        case SEPTEMBER -> "SEPTEMBER";
        case OCTOBER -> "OCTOBER";
        case NOVEMBER -> "NOVEMBER";
        case DECEMBER -> "DECEMBER";
      });
    }
  }

  /**
   * {@link DayOfWeek} as JSON.
   */
  private static final class DayOfWeekJson {
    private static final String[] NAMES = {"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"};

    static DayOfWeek read(JsonReader in) {
      return switch (in.readEnum(NAMES)) {
        case 0 -> DayOfWeek.MONDAY;
        case 1 -> DayOfWeek.TUESDAY;
        case 2 -> DayOfWeek.WEDNESDAY;
        case 3 -> DayOfWeek.THURSDAY;
        case 4 -> DayOfWeek.FRIDAY;
        case 5 -> DayOfWeek.SATURDAY;
        case 6 -> DayOfWeek.SUNDAY;
        default -> null;
      };
    }

    static void write(JsonWriter out, DayOfWeek value) {
      out.value(switch (value) {
        case MONDAY -> "MONDAY";
        case TUESDAY -> "TUESDAY";
        case WEDNESDAY -> "WEDNESDAY";
        case THURSDAY -> "THURSDAY";
        case FRIDAY -> "FRIDAY";
        case SATURDAY -> "SATURDAY";
        case SUNDAY -> "SUNDAY";
      });
    }
  }
}
