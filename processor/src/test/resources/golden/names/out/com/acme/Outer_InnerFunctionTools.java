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
 * The tools of {@link Outer.Inner}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class Outer_InnerFunctionTools implements ToolBinder<Outer.Inner> {
  private static final int LEVEL_ = 0;

  private static final int LEVEL__ = 1;

  private static final int LEVEL_SPEC = 2;

  private static final String LEVEL_INPUT = """
      {"type":"object","properties":{\
      "owner":{"type":"string","description":"o"},\
      "arguments":{"type":"object","description":"a","properties":{\
      "Objects":{"type":"integer","minimum":-2147483648,"maximum":2147483647},\
      "in":{"type":"string"},\
      "field":{"type":"string"},\
      "faults":{"type":"string"},\
      "e":{"type":"string"}},\
      "required":["Objects","in","field","faults","e"],"additionalProperties":false},\
      "in":{"type":"integer","description":"i","minimum":-2147483648,"maximum":2147483647},\
      "out":{"type":"array","description":"u","items":{"type":"object","description":"Not \
      the one of java.util.","properties":{\
      "Objects":{"type":"integer","minimum":-2147483648,"maximum":2147483647},\
      "in":{"type":"string"},\
      "field":{"type":"string"},\
      "faults":{"type":"string"},\
      "e":{"type":"string"}},\
      "required":["Objects","in","field","faults","e"],"additionalProperties":false}},\
      "field":{"type":"boolean","description":"f"},\
      "result":{"type":"string","description":"r"},\
      "FIELDS":{"type":"string","description":"s"},\
      "Optional":{"type":"string","description":"p"}},\
      "required":["owner","arguments","in","out","field","FIELDS","Optional"],\
      "additionalProperties":false}""";

  private static final String LEVEL_OUTPUT = """
      {"type":"object","description":"Not the one of java.util.","properties":{\
      "Objects":{"type":"integer","minimum":-2147483648,"maximum":2147483647},\
      "in":{"type":"string"},\
      "field":{"type":"string"},\
      "faults":{"type":"string"},\
      "e":{"type":"string"}},\
      "required":["Objects","in","field","faults","e"],"additionalProperties":false}""";

  private static final ToolSpec LEVEL_SPEC_ = ToolSpec.builder("first", LEVEL_INPUT)
      .description("First.")
      .outputSchema(LEVEL_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String LEVEL_INPUT_ = """
      {"type":"object","properties":{},"additionalProperties":false}""";

  private static final String LEVEL_OUTPUT_ = """
      {"type":"object","description":"Not the generated one.","properties":{\
      "size":{"type":"integer","minimum":-2147483648,"maximum":2147483647}},\
      "required":["size"],"additionalProperties":false}""";

  private static final ToolSpec LEVEL_SPEC__ = ToolSpec.builder("second", LEVEL_INPUT_)
      .description("Second.")
      .outputSchema(LEVEL_OUTPUT_)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String LEVEL_SPEC_INPUT = """
      {"type":"object","properties":{},"additionalProperties":false}""";

  private static final ToolSpec LEVEL_SPEC_SPEC = ToolSpec.builder("level_spec", LEVEL_SPEC_INPUT)
      .description("Third.")
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public Outer_InnerFunctionTools() {
  }

  /**
   * The tools, in the order of their source.
   */
  public static List<FunctionTool> of(Outer.Inner owner) {
    return List.of(
        new Adapter(owner, LEVEL_SPEC_, LEVEL_),
        new Adapter(owner, LEVEL_SPEC__, LEVEL__),
        new Adapter(owner, LEVEL_SPEC_SPEC, LEVEL_SPEC));
  }

  @Override
  public int level() {
    return 1;
  }

  @Override
  public List<FunctionTool> bind(Outer.Inner owner) {
    return of(owner);
  }

  private static List<Outer.List> readListList(JsonReader in) {
    List<Outer.List> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(ListJson.read(in));
    }
    return list;
  }

  private static void writeListList(JsonWriter out, List<Outer.List> value) {
    out.beginArray();
    for (Outer.List element : value) {
      ListJson.write(out, element);
    }
    out.endArray();
  }

  /**
   * All tools in one class: a class for each would be slower to start.
   */
  private record Adapter(Outer.Inner owner, ToolSpec spec, int tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      JsonReader in = JsonReader.of(argumentsJson);
      return switch (tool) {
        case LEVEL_ -> LevelCall.read(owner, in);
        case LEVEL__ -> LevelCall_.read(owner, in);
        case LEVEL_SPEC -> Level_specCall.read(owner, in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code level}.
   */
  private record LevelCall(Outer.Inner owner, String owner_, Outer.List arguments_, int in_,
      List<Outer.List> out_, boolean field_, Optional<String> result_, String FIELDS_,
      String Optional_) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("owner", "a string")
        .required("arguments", "an object")
        .required("in", "an integer")
        .required("out", "an array")
        .required("field", "true or false")
        .optional("result")
        .required("FIELDS", "a string")
        .required("Optional", "a string")
        .build();

    static PreparedCall read(Outer.Inner owner, JsonReader in) {
      String owner_ = null;
      Outer.List arguments_ = null;
      int in_ = 0;
      List<Outer.List> out_ = null;
      boolean field_ = false;
      Optional<String> result_ = Optional.empty();
      String FIELDS_ = null;
      String Optional_ = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> owner_ = in.readString();
          case 1 -> arguments_ = ListJson.read(in);
          case 2 -> in_ = in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
          case 3 -> out_ = readListList(in);
          case 4 -> field_ = in.readBoolean();
          case 5 -> {
            if (!in.tryNull()) {
              result_ = Optional.of(in.readString());
            }
          }
          case 6 -> FIELDS_ = in.readString();
          case 7 -> Optional_ = in.readString();
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("first", in.faults());
      }
      return new LevelCall(owner, owner_, arguments_, in_, out_, field_, result_, FIELDS_, Optional_);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      out.name("owner").value(owner_);
      ListJson.write(out.name("arguments"), arguments_);
      out.name("in").value(in_);
      writeListList(out.name("out"), out_);
      out.name("field").value(field_);
      if (result_.isPresent()) {
        out.name("result").value(result_.get());
      }
      out.name("FIELDS").value(FIELDS_);
      out.name("Optional").value(Optional_);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      Outer.List result = Objects.requireNonNull(owner.level(context, owner_, arguments_, in_, out_,
          field_, result_, FIELDS_, Optional_), "level returned null");
      JsonWriter out = new JsonWriter();
      try {
        ListJson.write(out, result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("first", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * A checked call of {@code level}.
   */
  private record LevelCall_(Outer.Inner owner) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder().build();

    static PreparedCall read(Outer.Inner owner, JsonReader in) {
      in.beginObject(FIELDS);
      in.nextField();
      if (!in.end()) {
        throw new InvalidArgumentsException("second", in.faults());
      }
      return new LevelCall_(owner);
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
      Outer.Adapter result = Objects.requireNonNull(owner.level(), "level returned null");
      JsonWriter out = new JsonWriter();
      try {
        AdapterJson.write(out, result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("second", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * A checked call of {@code level_spec}.
   */
  private record Level_specCall(Outer.Inner owner) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder().build();

    static PreparedCall read(Outer.Inner owner, JsonReader in) {
      in.beginObject(FIELDS);
      in.nextField();
      if (!in.end()) {
        throw new InvalidArgumentsException("level_spec", in.faults());
      }
      return new Level_specCall(owner);
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
      owner.level_spec();
      return ToolOutput.builder("").observation("Done.").build();
    }
  }

  /**
   * {@link Outer.List} as JSON.
   */
  private static final class ListJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("Objects", "an integer")
        .required("in", "a string")
        .required("field", "a string")
        .required("faults", "a string")
        .required("e", "a string")
        .build();

    static Outer.List read(JsonReader in) {
      int faults = in.faultCount();
      int Objects_ = 0;
      String in_ = null;
      String field_ = null;
      String faults_ = null;
      String e_ = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> Objects_ = in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
          case 1 -> in_ = in.readString();
          case 2 -> field_ = in.readString();
          case 3 -> faults_ = in.readString();
          case 4 -> e_ = in.readString();
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Outer.List(Objects_, in_, field_, faults_, e_);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Outer.List value) {
      out.beginObject();
      out.name("Objects").value(value.Objects());
      out.name("in").value(value.in());
      out.name("field").value(value.field());
      out.name("faults").value(value.faults());
      out.name("e").value(value.e());
      out.endObject();
    }
  }

  /**
   * {@link Outer.Adapter} as JSON.
   */
  private static final class AdapterJson {
    static void write(JsonWriter out, Outer.Adapter value) {
      out.beginObject();
      out.name("size").value(value.size());
      out.endObject();
    }
  }
}
