package acme;

import dev.adze.json.JsonFields;
import dev.adze.json.JsonReader;
import dev.adze.json.JsonWriter;
import dev.adze.json.TextFormat;
import dev.adze.json.TextRule;
import dev.adze.tool.OutputType;
import dev.adze.tool.SchemaProfile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * {@link Travel.Trip} as a model's final answer.
 */
@Generated("dev.adze.processor.OutputProcessor")
public final class Travel_TripOutput {
  private static final String SCHEMA = """
      {"type":"object","description":"A day trip.","properties":{\
      "city":{"type":"string","description":"where to","minLength":1},\
      "day":{"type":"string","description":"when","format":"date",\
      "pattern":"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"},\
      "stops":{"type":"array","description":"in order","items":{"$ref":"#/$defs/Stop"}},\
      "guide":{"type":"string","description":"who leads, if anyone does"}},\
      "required":["city","day","stops"],"additionalProperties":false,"$defs":{\
      "Stop":{"type":"object","description":"A place to see.","properties":{\
      "name":{"type":"string","description":"what it is called"},\
      "minutes":{"type":"integer","description":"how long it takes","minimum":-2147483648,\
      "maximum":2147483647,"default":30},\
      "near":{"type":"array","description":"stops that are close",\
      "items":{"$ref":"#/$defs/Stop"}}},\
      "required":["name","near"],"additionalProperties":false}}}""";

  /**
   * What a model is told of the answer, and what holds it to that.
   */
  public static final OutputType<Travel.Trip> TYPE = OutputType.of(
      "Trip",
      "A day trip.",
      SCHEMA,
      TripJson::read,
      TripJson::write,
      SchemaProfile.OPENAI_STRICT);

  private Travel_TripOutput() {
  }

  private static List<Travel.Stop> readStopList(JsonReader in) {
    List<Travel.Stop> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(StopJson.read(in));
    }
    return list;
  }

  private static void writeStopList(JsonWriter out, List<Travel.Stop> value) {
    out.beginArray();
    for (Travel.Stop element : value) {
      StopJson.write(out, element);
    }
    out.endArray();
  }

  /**
   * {@link Travel.Trip} as JSON.
   */
  private static final class TripJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("city", "a string of at least 1 character")
        .required("day", "a date such as 2024-12-31")
        .required("stops", "an array")
        .optional("guide")
        .build();

    static Travel.Trip read(JsonReader in) {
      int faults = in.faultCount();
      String city = null;
      LocalDate day = null;
      List<Travel.Stop> stops = null;
      Optional<String> guide = Optional.empty();
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> city = in.readString(Rules.CITY);
          case 1 -> day = in.readText(TextFormat.LOCAL_DATE);
          case 2 -> stops = readStopList(in);
          case 3 -> {
            if (!in.tryNull()) {
              guide = Optional.of(in.readString());
            }
          }
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Travel.Trip(city, day, stops, guide);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Travel.Trip value) {
      out.beginObject();
      out.name("city").value(value.city());
      out.name("day").value(TextFormat.LOCAL_DATE.text(value.day()));
      writeStopList(out.name("stops"), value.stops());
      if (value.guide().isPresent()) {
        out.name("guide").value(value.guide().get());
      }
      out.endObject();
    }
  }

  /**
   * {@link Travel.Stop} as JSON.
   */
  private static final class StopJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("name", "a string")
        .optional("minutes")
        .required("near", "an array")
        .build();

    static Travel.Stop read(JsonReader in) {
      int faults = in.faultCount();
      String name = null;
      int minutes = 30;
      List<Travel.Stop> near = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> name = in.readString();
          case 1 -> {
            if (!in.tryNull()) {
              minutes = in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
            }
          }
          case 2 -> near = readStopList(in);
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Travel.Stop(name, minutes, near);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Travel.Stop value) {
      out.beginObject();
      out.name("name").value(value.name());
      out.name("minutes").value(value.minutes());
      writeStopList(out.name("near"), value.near());
      out.endObject();
    }
  }

  /**
   * What values must keep to.
   */
  private static final class Rules {
    static final TextRule CITY = TextRule.builder()
        .minLength(1)
        .build();
  }
}
