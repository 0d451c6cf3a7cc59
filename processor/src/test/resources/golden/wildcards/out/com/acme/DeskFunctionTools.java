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
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * The tools of {@link Desk}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class DeskFunctionTools implements ToolBinder<Desk> {
  private static final int CHANGE = 0;

  private static final int COPY = 1;

  private static final String CHANGE_INPUT = """
      {"type":"object","properties":{\
      "room":{"$ref":"#/$defs/Room_Guest","description":"which"}},\
      "required":["room"],"additionalProperties":false,"$defs":{\
      "Room_Guest":{"type":"object","description":"A room.","properties":{\
      "guest":{"type":"object","description":"who is in it","properties":{\
      "name":{"type":"string","description":"the name"}},\
      "required":["name"],"additionalProperties":false}},\
      "required":["guest"],"additionalProperties":false}}}""";

  private static final String CHANGE_OUTPUT = """
      {"type":"object","description":"A room.","properties":{\
      "guest":{"type":"object","description":"who is in it","properties":{\
      "name":{"type":"string","description":"the name"}},\
      "required":["name"],"additionalProperties":false}},\
      "required":["guest"],"additionalProperties":false}""";

  private static final ToolSpec CHANGE_SPEC = ToolSpec.builder("change", CHANGE_INPUT)
      .description("Changes a room, which was read without a wildcard before.")
      .outputSchema(CHANGE_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String COPY_INPUT = """
      {"type":"object","properties":{\
      "key":{"$ref":"#/$defs/Key_wildcard","description":"which"}},\
      "required":["key"],"additionalProperties":false,"$defs":{\
      "Key_wildcard":{"type":"object","description":"A key of a kind.","properties":{\
      "number":{"type":"integer","description":"of the key","minimum":-2147483648,\
      "maximum":2147483647}},\
      "required":["number"],"additionalProperties":false}}}""";

  private static final String COPY_OUTPUT = """
      {"type":"object","description":"A key of a kind.","properties":{\
      "number":{"type":"integer","description":"of the key","minimum":-2147483648,\
      "maximum":2147483647}},\
      "required":["number"],"additionalProperties":false}""";

  private static final ToolSpec COPY_SPEC = ToolSpec.builder("copy", COPY_INPUT)
      .description("Copies a key.")
      .outputSchema(COPY_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public DeskFunctionTools() {
  }

  /**
   * The tools, in the order of their source.
   */
  public static List<FunctionTool> of(Desk owner) {
    return List.of(
        new Adapter(owner, CHANGE_SPEC, CHANGE),
        new Adapter(owner, COPY_SPEC, COPY));
  }

  @Override
  public int level() {
    return 1;
  }

  @Override
  public List<FunctionTool> bind(Desk owner) {
    return of(owner);
  }

  /**
   * All tools in one class: a class for each would be slower to start.
   */
  private record Adapter(Desk owner, ToolSpec spec, int tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      JsonReader in = JsonReader.of(argumentsJson);
      return switch (tool) {
        case CHANGE -> ChangeCall.read(owner, in);
        case COPY -> CopyCall.read(owner, in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code change}.
   */
  private record ChangeCall(Desk owner, Desk.Room<Desk.Guest> room) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("room", "an object")
        .build();

    static PreparedCall read(Desk owner, JsonReader in) {
      Desk.Room<Desk.Guest> room = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> room = RoomGuestJson.read(in);
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("change", in.faults());
      }
      return new ChangeCall(owner, room);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      RoomGuestJson.write(out.name("room"), room);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      Desk.Room<? extends Desk.Guest> result = Objects.requireNonNull(owner.change(room),
          "change returned null");
      JsonWriter out = new JsonWriter();
      try {
        RoomGuestJson.write(out, result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("change", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * A checked call of {@code copy}.
   */
  private record CopyCall(Desk owner, Desk.Key<Object> key) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("key", "an object")
        .build();

    static PreparedCall read(Desk owner, JsonReader in) {
      Desk.Key<Object> key = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> key = KeyObjectJson.read(in);
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("copy", in.faults());
      }
      return new CopyCall(owner, key);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      KeyObjectJson.write(out.name("key"), key);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      Desk.Key<?> result = Objects.requireNonNull(owner.copy(key), "copy returned null");
      JsonWriter out = new JsonWriter();
      try {
        KeyObjectJson.write(out, result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("copy", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * {@link Desk.Room} as JSON.
   */
  private static final class RoomGuestJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("guest", "an object")
        .build();

    static Desk.Room<Desk.Guest> read(JsonReader in) {
      int faults = in.faultCount();
      Desk.Guest guest = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> guest = GuestJson.read(in);
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Desk.Room<Desk.Guest>(guest);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Desk.Room<? extends Desk.Guest> value) {
      out.beginObject();
      GuestJson.write(out.name("guest"), value.guest());
      out.endObject();
    }
  }

  /**
   * {@link Desk.Guest} as JSON.
   */
  private static final class GuestJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("name", "a string")
        .build();

    static Desk.Guest read(JsonReader in) {
      int faults = in.faultCount();
      String name = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> name = in.readString();
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Desk.Guest(name);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Desk.Guest value) {
      out.beginObject();
      out.name("name").value(value.name());
      out.endObject();
    }
  }

  /**
   * {@link Desk.Key} as JSON.
   */
  private static final class KeyObjectJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("number", "an integer")
        .build();

    static Desk.Key<Object> read(JsonReader in) {
      int faults = in.faultCount();
      int number = 0;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> number = in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Desk.Key<Object>(number);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Desk.Key<?> value) {
      out.beginObject();
      out.name("number").value(value.number());
      out.endObject();
    }
  }
}
