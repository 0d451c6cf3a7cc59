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
 * The tools of {@link Office}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class OfficeFunctionTools implements ToolBinder<Office> {
  private static final int HIRE = 0;

  private static final int FREE = 1;

  private static final String HIRE_INPUT = """
      {"type":"object","properties":{\
      "person":{"$ref":"#/$defs/Person","description":"who"},\
      "rooms":{"type":"array","description":"where","items":{"type":"object",\
      "description":"A room.","properties":{\
      "door":{"type":"string","description":"what is on the door"},\
      "floor":{"type":"integer","description":"how high it is","minimum":-2147483648,\
      "maximum":2147483647},\
      "chair_count":{"type":"integer","description":"How many can sit.",\
      "minimum":-2147483648,"maximum":2147483647},\
      "code":{"type":"string","description":"What opens it."}},\
      "required":["door","floor","chair_count","code"],"additionalProperties":false},\
      "default":[{"door":"1","floor":2,"chair_count":3,"code":"4"}]}},\
      "required":["person"],"additionalProperties":false,"$defs":{\
      "Person":{"type":"object","description":"Somebody who works here.","properties":{\
      "number":{"type":"integer","description":"The number that it has."},\
      "note":{"type":"string","description":"Anything else."},\
      "free":{"type":"boolean","description":"Whether it is free."},\
      "tasks":{"type":"array","description":"What there is to do.",\
      "items":{"type":"string"},"default":["work"]},\
      "boss":{"$ref":"#/$defs/Person"},\
      "full_name":{"type":"string"}},\
      "required":["number","note","free","full_name"],"additionalProperties":false}}}""";

  private static final String HIRE_OUTPUT = """
      {"type":"array","items":{"$ref":"#/$defs/Person"},"$defs":{\
      "Person":{"type":"object","description":"Somebody who works here.","properties":{\
      "number":{"type":"integer","description":"The number that it has."},\
      "note":{"type":"string","description":"Anything else."},\
      "free":{"type":"boolean","description":"Whether it is free."},\
      "tasks":{"type":"array","description":"What there is to do.",\
      "items":{"type":"string"},"default":["work"]},\
      "boss":{"$ref":"#/$defs/Person"},\
      "full_name":{"type":"string"},\
      "length":{"type":"integer","description":"How long the name is.",\
      "minimum":-2147483648,"maximum":2147483647}},\
      "required":["number","note","free","full_name","length"],\
      "additionalProperties":false}}}""";

  private static final ToolSpec HIRE_SPEC = ToolSpec.builder("hire", HIRE_INPUT)
      .description("Hires somebody.")
      .outputSchema(HIRE_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT)
      .build();

  private static final String FREE_INPUT = """
      {"type":"object","properties":{},"additionalProperties":false}""";

  private static final String FREE_OUTPUT = """
      {"type":"object","description":"A room.","properties":{\
      "door":{"type":"string","description":"what is on the door"},\
      "floor":{"type":"integer","description":"how high it is","minimum":-2147483648,\
      "maximum":2147483647},\
      "chair_count":{"type":"integer","description":"How many can sit.",\
      "minimum":-2147483648,"maximum":2147483647}},\
      "required":["door","floor","chair_count"],"additionalProperties":false}""";

  private static final ToolSpec FREE_SPEC = ToolSpec.builder("free", FREE_INPUT)
      .description("Finds an empty room.")
      .outputSchema(FREE_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public OfficeFunctionTools() {
  }

  /**
   * The tools, in the order of their source.
   */
  public static List<FunctionTool> of(Office owner) {
    return List.of(
        new Adapter(owner, HIRE_SPEC, HIRE),
        new Adapter(owner, FREE_SPEC, FREE));
  }

  @Override
  public int level() {
    return 1;
  }

  @Override
  public List<FunctionTool> bind(Office owner) {
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

  private static List<Office.Room> readRoomList(JsonReader in) {
    List<Office.Room> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(RoomJson.read(in));
    }
    return list;
  }

  private static void writeRoomList(JsonWriter out, List<Office.Room> value) {
    out.beginArray();
    for (Office.Room element : value) {
      RoomJson.write(out, element);
    }
    out.endArray();
  }

  private static void writePersonListResult(JsonWriter out, List<Office.Person> value) {
    out.beginArray();
    for (Office.Person element : value) {
      PersonResultJson.write(out, element);
    }
    out.endArray();
  }

  /**
   * All tools in one class: a class for each would be slower to start.
   */
  private record Adapter(Office owner, ToolSpec spec, int tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      JsonReader in = JsonReader.of(argumentsJson);
      return switch (tool) {
        case HIRE -> HireCall.read(owner, in);
        case FREE -> FreeCall.read(owner, in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code hire}.
   */
  private record HireCall(Office owner, Office.Person person,
      List<Office.Room> rooms) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("person", "an object")
        .optional("rooms")
        .build();

    static PreparedCall read(Office owner, JsonReader in) {
      Office.Person person = null;
      List<Office.Room> rooms = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> person = PersonJson.read(in);
          case 1 -> {
            if (!in.tryNull()) {
              rooms = readRoomList(in);
            }
          }
          default -> in.skip();
        }
      }
      if (rooms == null && in.faultCount() == 0) {
        JsonReader given = JsonReader.of("[{\"door\":\"1\",\"floor\":2,\"chair_count\":3,\"code\":\"4\"}]");
        rooms = readRoomList(given);
        in.checkDefault("rooms", given);
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("hire", in.faults());
      }
      return new HireCall(owner, person, rooms);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      PersonJson.write(out.name("person"), person);
      writeRoomList(out.name("rooms"), rooms);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      List<Office.Person> result = Objects.requireNonNull(owner.hire(person, rooms),
          "hire returned null");
      JsonWriter out = new JsonWriter();
      try {
        writePersonListResult(out, result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("hire", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * A checked call of {@code free}.
   */
  private record FreeCall(Office owner) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder().build();

    static PreparedCall read(Office owner, JsonReader in) {
      in.beginObject(FIELDS);
      in.nextField();
      if (!in.end()) {
        throw new InvalidArgumentsException("free", in.faults());
      }
      return new FreeCall(owner);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      Office.Room result = Objects.requireNonNull(owner.free(), "free returned null");
      JsonWriter out = new JsonWriter();
      try {
        RoomResultJson.write(out, result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("free", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * {@link Office.Person} as JSON.
   */
  private static final class PersonJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("number", "an integer")
        .required("note", "a string")
        .required("free", "true or false")
        .optional("tasks")
        .optional("boss")
        .required("full_name", "a string")
        .build();

    static Office.Person read(JsonReader in) {
      int faults = in.faultCount();
      Long number = null;
      String note = null;
      boolean free = false;
      List<String> tasks = null;
      Optional<Office.Person> boss = Optional.empty();
      String name = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> number = in.readLong(Long.MIN_VALUE, Long.MAX_VALUE);
          case 1 -> note = in.readString();
          case 2 -> free = in.readBoolean();
          case 3 -> {
            if (!in.tryNull()) {
              tasks = readStringList(in);
            }
          }
          case 4 -> {
            if (!in.tryNull()) {
              boss = Optional.ofNullable(PersonJson.read(in));
            }
          }
          case 5 -> name = in.readString();
          default -> in.skip();
        }
      }
      if (tasks == null) {
        tasks = new ArrayList<>(List.of("work"));
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        Office.Person value = new Office.Person();
        value.setNumber(number);
        value.note = note;
        value.setFree(free);
        value.setTasks(tasks);
        value.setBoss(boss);
        value.setName(name);
        return value;
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Office.Person value) {
      out.beginObject();
      out.name("number").value(value.getNumber());
      out.name("note").value(value.note);
      out.name("free").value(value.isFree());
      writeStringList(out.name("tasks"), value.getTasks());
      if (value.getBoss().isPresent()) {
        PersonJson.write(out.name("boss"), value.getBoss().get());
      }
      out.name("full_name").value(value.getName());
      out.endObject();
    }
  }

  /**
   * {@link Office.Room} as JSON.
   */
  private static final class RoomJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("door", "a string")
        .required("floor", "an integer")
        .required("chair_count", "an integer")
        .required("code", "a string")
        .build();

    static Office.Room read(JsonReader in) {
      int faults = in.faultCount();
      String door = null;
      int level = 0;
      int chairs = 0;
      String code = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> door = in.readString();
          case 1 -> level = in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
          case 2 -> chairs = in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
          case 3 -> code = in.readString();
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        Office.Room value = Office.Room.of(door, level);
        value.setChairs(chairs);
        value.setCode(code);
        return value;
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Office.Room value) {
      out.beginObject();
      out.name("door").value(value.getDoor());
      out.name("floor").value(value.getFloor());
      out.name("chair_count").value(value.getChairs());
      out.name("code").value(value.getCode());
      out.endObject();
    }
  }

  /**
   * {@link Office.Person} as JSON.
   */
  private static final class PersonResultJson {
    static void write(JsonWriter out, Office.Person value) {
      out.beginObject();
      out.name("number").value(value.getNumber());
      out.name("note").value(value.note);
      out.name("free").value(value.isFree());
      writeStringList(out.name("tasks"), value.getTasks());
      if (value.getBoss().isPresent()) {
        PersonResultJson.write(out.name("boss"), value.getBoss().get());
      }
      out.name("full_name").value(value.getName());
      out.name("length").value(value.getLength());
      out.endObject();
    }
  }

  /**
   * {@link Office.Room} as JSON.
   */
  private static final class RoomResultJson {
    static void write(JsonWriter out, Office.Room value) {
      out.beginObject();
      out.name("door").value(value.getDoor());
      out.name("floor").value(value.getFloor());
      out.name("chair_count").value(value.getChairs());
      out.endObject();
    }
  }
}
