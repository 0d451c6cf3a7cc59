package com.acme.hotel;

import com.acme.people.Guest;
import com.acme.people.Role;
import dev.adze.json.JsonFields;
import dev.adze.json.JsonReader;
import dev.adze.json.JsonWriter;
import dev.adze.json.TextRule;
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
 * The tools of {@link Hotel}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class HotelFunctionTools implements ToolBinder<Hotel> {
  private static final int BOOK = 0;

  private static final String BOOK_INPUT = """
      {"type":"object","properties":{\
      "guest":{"type":"object","description":"who comes","properties":{\
      "name":{"type":"string","description":"The full name.","maxLength":80,\
      "pattern":"\\\\S"},\
      "phone_number":{"type":"string","description":"Where to call."},\
      "roles":{"type":"array","description":"What they are.","items":{"type":"string",\
      "enum":["sleeper","ZEBRA","ANT"]},"default":["sleeper"]},\
      "luggage":{"type":"object","description":"Luggage.","properties":{\
      "pieces":{"type":"integer","description":"How many pieces.","minimum":0,"maximum":5}},\
      "required":["pieces"],"additionalProperties":false,"default":{"pieces":1}}},\
      "required":["name"],"additionalProperties":false},\
      "others":{"type":"array","description":"who else comes","items":{"type":"object",\
      "properties":{\
      "name":{"type":"string","description":"The full name.","maxLength":80,\
      "pattern":"\\\\S"},\
      "phone_number":{"type":"string","description":"Where to call."},\
      "roles":{"type":"array","description":"What they are.","items":{"type":"string",\
      "enum":["sleeper","ZEBRA","ANT"]},"default":["sleeper"]},\
      "luggage":{"type":"object","description":"Luggage.","properties":{\
      "pieces":{"type":"integer","description":"How many pieces.","minimum":0,"maximum":5}},\
      "required":["pieces"],"additionalProperties":false,"default":{"pieces":1}}},\
      "required":["name"],"additionalProperties":false}},\
      "role":{"type":"string","description":"as what","enum":["sleeper","ZEBRA","ANT"]}},\
      "required":["guest","others"],"additionalProperties":false}""";

  private static final String BOOK_OUTPUT = """
      {"type":"object","properties":{\
      "name":{"type":"string","description":"The full name.","maxLength":80,\
      "pattern":"\\\\S"},\
      "phone_number":{"type":"string","description":"Where to call."},\
      "roles":{"type":"array","description":"What they are.","items":{"type":"string",\
      "enum":["sleeper","ZEBRA","ANT"]},"default":["sleeper"]},\
      "luggage":{"type":"object","description":"Luggage.","properties":{\
      "pieces":{"type":"integer","description":"How many pieces.","minimum":0,"maximum":5}},\
      "required":["pieces"],"additionalProperties":false,"default":{"pieces":1}}},\
      "required":["name"],"additionalProperties":false}""";

  private static final ToolSpec BOOK_SPEC = ToolSpec.builder("book", BOOK_INPUT)
      .description("Books a room.")
      .outputSchema(BOOK_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public HotelFunctionTools() {
  }

  /**
   * The tools, in the order of their source.
   */
  public static List<FunctionTool> of(Hotel owner) {
    return List.of(
        new Adapter(owner, BOOK_SPEC, BOOK));
  }

  @Override
  public int level() {
    return 1;
  }

  @Override
  public List<FunctionTool> bind(Hotel owner) {
    return of(owner);
  }

  private static List<Role> readRoleList(JsonReader in) {
    List<Role> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(RoleJson.read(in));
    }
    return list;
  }

  private static void writeRoleList(JsonWriter out, List<Role> value) {
    out.beginArray();
    for (Role element : value) {
      RoleJson.write(out, element);
    }
    out.endArray();
  }

  private static List<Guest> readGuestList(JsonReader in) {
    List<Guest> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(GuestJson.read(in));
    }
    return list;
  }

  private static void writeGuestList(JsonWriter out, List<Guest> value) {
    out.beginArray();
    for (Guest element : value) {
      GuestJson.write(out, element);
    }
    out.endArray();
  }

  /**
   * All tools in one class: a class for each would be slower to start.
   */
  private record Adapter(Hotel owner, ToolSpec spec, int tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      JsonReader in = JsonReader.of(argumentsJson);
      return switch (tool) {
        case BOOK -> BookCall.read(owner, in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code book}.
   */
  private record BookCall(Hotel owner, Guest guest, List<Guest> others,
      Optional<Role> role) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("guest", "an object")
        .required("others", "an array")
        .optional("role")
        .build();

    static PreparedCall read(Hotel owner, JsonReader in) {
      Guest guest = null;
      List<Guest> others = null;
      Optional<Role> role = Optional.empty();
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> guest = GuestJson.read(in);
          case 1 -> others = readGuestList(in);
          case 2 -> {
            if (!in.tryNull()) {
              role = Optional.ofNullable(RoleJson.read(in));
            }
          }
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("book", in.faults());
      }
      return new BookCall(owner, guest, others, role);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      GuestJson.write(out.name("guest"), guest);
      writeGuestList(out.name("others"), others);
      if (role.isPresent()) {
        RoleJson.write(out.name("role"), role.get());
      }
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      Guest result = Objects.requireNonNull(owner.book(guest, others, role), "book returned null");
      JsonWriter out = new JsonWriter();
      try {
        GuestJson.write(out, result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("book", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * {@link Guest} as JSON.
   */
  private static final class GuestJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("name", "a string of at most 80 characters that is not blank")
        .optional("phone_number")
        .optional("roles")
        .optional("luggage")
        .build();

    static Guest read(JsonReader in) {
      int faults = in.faultCount();
      String name = null;
      Optional<String> phone = Optional.empty();
      List<Role> roles = null;
      Guest.Luggage luggage = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> name = in.readString(Rules.NAME);
          case 1 -> {
            if (!in.tryNull()) {
              phone = Optional.of(in.readString());
            }
          }
          case 2 -> {
            if (!in.tryNull()) {
              roles = readRoleList(in);
            }
          }
          case 3 -> {
            if (!in.tryNull()) {
              luggage = LuggageJson.read(in);
            }
          }
          default -> in.skip();
        }
      }
      if (roles == null) {
        roles = new ArrayList<>(List.of(Role.SLEEPER));
      }
      if (luggage == null && in.faultCount() == faults) {
        JsonReader given = JsonReader.of("{\"pieces\":1}");
        luggage = LuggageJson.read(given);
        in.checkDefault("luggage", given);
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Guest(name, phone, roles, luggage);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Guest value) {
      out.beginObject();
      out.name("name").value(value.name());
      if (value.phone().isPresent()) {
        out.name("phone_number").value(value.phone().get());
      }
      writeRoleList(out.name("roles"), value.roles());
      LuggageJson.write(out.name("luggage"), value.luggage());
      out.endObject();
    }
  }

  /**
   * {@link Role} as JSON.
   */
  private static final class RoleJson {
    private static final String[] NAMES = {"sleeper", "ZEBRA", "ANT"};

    static Role read(JsonReader in) {
      return switch (in.readEnum(NAMES)) {
        case 0 -> Role.SLEEPER;
        case 1 -> Role.ZEBRA;
        case 2 -> Role.ANT;
        default -> null;
      };
    }

    static void write(JsonWriter out, Role value) {
      out.value(switch (value) {
        case SLEEPER -> "sleeper";
        case ZEBRA -> "ZEBRA";
        case ANT -> "ANT";
      });
    }
  }

  /**
   * {@link Guest.Luggage} as JSON.
   */
  private static final class LuggageJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("pieces", "an integer from 0 to 5")
        .build();

    static Guest.Luggage read(JsonReader in) {
      int faults = in.faultCount();
      byte pieces = 0;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> pieces = (byte) in.readInt(0, 5);
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Guest.Luggage(pieces);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Guest.Luggage value) {
      out.beginObject();
      out.name("pieces").value(value.pieces());
      out.endObject();
    }
  }

  /**
   * What values must keep to.
   */
  private static final class Rules {
    static final TextRule NAME = TextRule.builder()
        .maxLength(80)
        .notBlank()
        .build();
  }
}
