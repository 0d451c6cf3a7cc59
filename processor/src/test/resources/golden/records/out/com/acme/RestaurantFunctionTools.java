package com.acme;

import dev.adze.json.JsonFields;
import dev.adze.json.JsonReader;
import dev.adze.json.JsonWriter;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The tools of {@link Restaurant}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class RestaurantFunctionTools implements ToolBinder<Restaurant> {
  private static final int BOOK = 0;

  private static final int BEST = 1;

  private static final String BOOK_INPUT = """
      {"type":"object","properties":{\
      "visit":{"type":"object","description":"the visit","properties":{\
      "guest":{"type":"object","description":"who comes","properties":{\
      "name":{"type":"string","description":"the full name"},\
      "phone_number":{"type":"string","description":"where to call"},\
      "allergies":{"type":"array","description":"Allergies.","items":{"type":"string"}}},\
      "required":["name","allergies"],"additionalProperties":false},\
      "area":{"type":"string","description":"where to sit\\n- INDOORS: Under the roof.\\n- \
      out-of-doors: On the terrace.","enum":["INDOORS","out-of-doors","BAR"],\
      "default":"out-of-doors"},\
      "other":{"type":"object","description":"Somebody who eats here.","properties":{\
      "name":{"type":"string","description":"the full name"},\
      "phone_number":{"type":"string","description":"where to call"},\
      "allergies":{"type":"array","description":"Allergies.","items":{"type":"string"}}},\
      "required":["name","allergies"],"additionalProperties":false,\
      "default":{"name":"nobody","allergies":[]}},\
      "second":{"type":"string","description":"A part of the restaurant.\\n- INDOORS: Under \
      the roof.\\n- out-of-doors: On the terrace.","enum":["INDOORS","out-of-doors","BAR"]},\
      "nothing":{"type":"object","description":"Holds nothing.","properties":{},\
      "additionalProperties":false}},\
      "required":["guest","nothing"],"additionalProperties":false},\
      "others":{"type":"array","description":"who else comes","items":{"type":"object",\
      "description":"Somebody who eats here.","properties":{\
      "name":{"type":"string","description":"the full name"},\
      "phone_number":{"type":"string","description":"where to call"},\
      "allergies":{"type":"array","description":"Allergies.","items":{"type":"string"}}},\
      "required":["name","allergies"],"additionalProperties":false}},\
      "host":{"type":"object","description":"who pays","properties":{\
      "name":{"type":"string","description":"the full name"},\
      "phone_number":{"type":"string","description":"where to call"},\
      "allergies":{"type":"array","description":"Allergies.","items":{"type":"string"}}},\
      "required":["name","allergies"],"additionalProperties":false}},\
      "required":["visit","others"],"additionalProperties":false}""";

  private static final String BOOK_OUTPUT = """
      {"type":"object","description":"What is only returned.","properties":{\
      "number":{"type":"integer"},\
      "visits":{"type":"array","items":{"type":"object","description":"A visit.",\
      "properties":{\
      "guest":{"type":"object","description":"who comes","properties":{\
      "name":{"type":"string","description":"the full name"},\
      "phone_number":{"type":"string","description":"where to call"},\
      "allergies":{"type":"array","description":"Allergies.","items":{"type":"string"}}},\
      "required":["name","allergies"],"additionalProperties":false},\
      "area":{"type":"string","description":"where to sit\\n- INDOORS: Under the roof.\\n- \
      out-of-doors: On the terrace.","enum":["INDOORS","out-of-doors","BAR"],\
      "default":"out-of-doors"},\
      "other":{"type":"object","description":"Somebody who eats here.","properties":{\
      "name":{"type":"string","description":"the full name"},\
      "phone_number":{"type":"string","description":"where to call"},\
      "allergies":{"type":"array","description":"Allergies.","items":{"type":"string"}}},\
      "required":["name","allergies"],"additionalProperties":false,\
      "default":{"name":"nobody","allergies":[]}},\
      "second":{"type":"string","description":"A part of the restaurant.\\n- INDOORS: Under \
      the roof.\\n- out-of-doors: On the terrace.","enum":["INDOORS","out-of-doors","BAR"]},\
      "nothing":{"type":"object","description":"Holds nothing.","properties":{},\
      "additionalProperties":false}},\
      "required":["guest","nothing"],"additionalProperties":false}},\
      "paid":{"type":"boolean"}},\
      "required":["number","visits","paid"],"additionalProperties":false}""";

  private static final ToolSpec BOOK_SPEC = ToolSpec.builder("book", BOOK_INPUT)
      .description("Books a visit.")
      .outputSchema(BOOK_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String BEST_INPUT = """
      {"type":"object","properties":{\
      "party_size":{"type":"integer","description":"How many come.","minimum":-2147483648,\
      "maximum":2147483647}},\
      "required":["party_size"],"additionalProperties":false}""";

  private static final String BEST_OUTPUT = """
      {"type":"string","description":"A part of the restaurant.\\n- INDOORS: Under the \
      roof.\\n- out-of-doors: On the terrace.","enum":["INDOORS","out-of-doors","BAR"]}""";

  private static final ToolSpec BEST_SPEC = ToolSpec.builder("best", BEST_INPUT)
      .description("Says where one sits best.")
      .outputSchema(BEST_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public RestaurantFunctionTools() {
  }

  /**
   * The tools, in the order of their source.
   */
  public static List<FunctionTool> of(Restaurant owner) {
    return List.of(
        new Adapter(owner, BOOK_SPEC, BOOK),
        new Adapter(owner, BEST_SPEC, BEST));
  }

  @Override
  public int level() {
    return 1;
  }

  @Override
  public List<FunctionTool> bind(Restaurant owner) {
    return of(owner);
  }

  private static List<String> readStringList(JsonReader in) {
    List<String> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(in.readString());
    }
    return list;
  }

  private static void writeStringList(JsonWriter out, List<String> value) {
    out.beginArray();
    for (String element : value) {
      out.value(element);
    }
    out.endArray();
  }

  private static List<Restaurant.Guest> readGuestList(JsonReader in) {
    List<Restaurant.Guest> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(GuestJson.read(in));
    }
    return list;
  }

  private static void writeGuestList(JsonWriter out, List<Restaurant.Guest> value) {
    out.beginArray();
    for (Restaurant.Guest element : value) {
      GuestJson.write(out, element);
    }
    out.endArray();
  }

  private static void writeVisitList(JsonWriter out, List<Restaurant.Visit> value) {
    out.beginArray();
    for (Restaurant.Visit element : value) {
      VisitJson.write(out, element);
    }
    out.endArray();
  }

  /**
   * All tools in one class: a class for each would be slower to start.
   */
  private record Adapter(Restaurant owner, ToolSpec spec, int tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      JsonReader in = JsonReader.of(argumentsJson);
      return switch (tool) {
        case BOOK -> BookCall.read(owner, in);
        case BEST -> BestCall.read(owner, in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code book}.
   */
  private record BookCall(Restaurant owner, Restaurant.Visit visit, List<Restaurant.Guest> others,
      Optional<Restaurant.Guest> host) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("visit", "an object")
        .required("others", "an array")
        .optional("host")
        .build();

    static PreparedCall read(Restaurant owner, JsonReader in) {
      Restaurant.Visit visit = null;
      List<Restaurant.Guest> others = null;
      Optional<Restaurant.Guest> host = Optional.empty();
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> visit = VisitJson.read(in);
          case 1 -> others = readGuestList(in);
          case 2 -> {
            if (!in.tryNull()) {
              host = Optional.ofNullable(GuestJson.read(in));
            }
          }
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("book", in.faults());
      }
      return new BookCall(owner, visit, others, host);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      VisitJson.write(out.name("visit"), visit);
      writeGuestList(out.name("others"), others);
      if (host.isPresent()) {
        GuestJson.write(out.name("host"), host.get());
      }
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      Restaurant.Booking result = Objects.requireNonNull(owner.book(visit, others, host),
          "book returned null");
      JsonWriter out = new JsonWriter();
      try {
        BookingJson.write(out, result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("book", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * A checked call of {@code best}.
   */
  private record BestCall(Restaurant owner, int guests) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("party_size", "an integer")
        .build();

    static PreparedCall read(Restaurant owner, JsonReader in) {
      int guests = 0;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> guests = in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("best", in.faults());
      }
      return new BestCall(owner, guests);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      out.name("party_size").value(guests);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      Restaurant.Area result = Objects.requireNonNull(owner.best(guests), "best returned null");
      JsonWriter out = new JsonWriter();
      try {
        AreaJson.write(out, result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("best", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * {@link Restaurant.Visit} as JSON.
   */
  private static final class VisitJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("guest", "an object")
        .optional("area")
        .optional("other")
        .optional("second")
        .required("nothing", "an object")
        .build();

    static Restaurant.Visit read(JsonReader in) {
      int faults = in.faultCount();
      Restaurant.Guest guest = null;
      Restaurant.Area area = Restaurant.Area.OUTDOORS;
      Restaurant.Guest other = null;
      Optional<Restaurant.Area> second = Optional.empty();
      Restaurant.Nothing nothing = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> guest = GuestJson.read(in);
          case 1 -> {
            if (!in.tryNull()) {
              area = AreaJson.read(in);
            }
          }
          case 2 -> {
            if (!in.tryNull()) {
              other = GuestJson.read(in);
            }
          }
          case 3 -> {
            if (!in.tryNull()) {
              second = Optional.ofNullable(AreaJson.read(in));
            }
          }
          case 4 -> nothing = NothingJson.read(in);
          default -> in.skip();
        }
      }
      if (other == null && in.faultCount() == faults) {
        JsonReader given = JsonReader.of("{\"name\":\"nobody\",\"allergies\":[]}");
        other = GuestJson.read(given);
        in.checkDefault("other", given);
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Restaurant.Visit(guest, area, other, second, nothing);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Restaurant.Visit value) {
      out.beginObject();
      GuestJson.write(out.name("guest"), value.guest());
      AreaJson.write(out.name("area"), value.area());
      GuestJson.write(out.name("other"), value.other());
      if (value.second().isPresent()) {
        AreaJson.write(out.name("second"), value.second().get());
      }
      NothingJson.write(out.name("nothing"), value.nothing());
      out.endObject();
    }
  }

  /**
   * {@link Restaurant.Guest} as JSON.
   */
  private static final class GuestJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("name", "a string")
        .optional("phone_number")
        .required("allergies", "an array")
        .build();

    static Restaurant.Guest read(JsonReader in) {
      int faults = in.faultCount();
      String name = null;
      Optional<String> phone = Optional.empty();
      List<String> allergies = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> name = in.readString();
          case 1 -> {
            if (!in.tryNull()) {
              phone = Optional.of(in.readString());
            }
          }
          case 2 -> allergies = readStringList(in);
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Restaurant.Guest(name, phone, allergies);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Restaurant.Guest value) {
      out.beginObject();
      out.name("name").value(value.name());
      if (value.phone().isPresent()) {
        out.name("phone_number").value(value.phone().get());
      }
      writeStringList(out.name("allergies"), value.allergies());
      out.endObject();
    }
  }

  /**
   * {@link Restaurant.Area} as JSON.
   */
  private static final class AreaJson {
    private static final String[] NAMES = {"INDOORS", "out-of-doors", "BAR"};

    static Restaurant.Area read(JsonReader in) {
      return switch (in.readEnum(NAMES)) {
        case 0 -> Restaurant.Area.INDOORS;
        case 1 -> Restaurant.Area.OUTDOORS;
        case 2 -> Restaurant.Area.BAR;
        default -> null;
      };
    }

    static void write(JsonWriter out, Restaurant.Area value) {
      out.value(switch (value) {
        case INDOORS -> "INDOORS";
        case OUTDOORS -> "out-of-doors";
        case BAR -> "BAR";
      });
    }
  }

  /**
   * {@link Restaurant.Nothing} as JSON.
   */
  private static final class NothingJson {
    private static final JsonFields FIELDS = JsonFields.builder().build();

    static Restaurant.Nothing read(JsonReader in) {
      int faults = in.faultCount();
      in.beginObject(FIELDS);
      in.nextField();
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Restaurant.Nothing();
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Restaurant.Nothing value) {
      out.beginObject();
      out.endObject();
    }
  }

  /**
   * {@link Restaurant.Booking} as JSON.
   */
  private static final class BookingJson {
    static void write(JsonWriter out, Restaurant.Booking value) {
      out.beginObject();
      out.name("number").value(value.number());
      writeVisitList(out.name("visits"), value.visits());
      out.name("paid").value(value.paid());
      out.endObject();
    }
  }
}
