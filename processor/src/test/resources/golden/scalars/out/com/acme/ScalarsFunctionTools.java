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
 * The tools of {@link Scalars}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class ScalarsFunctionTools implements ToolBinder<Scalars> {
  private static final int PRIMITIVES = 0;

  private static final int BOXES = 1;

  private static final int OPTIONS = 2;

  private static final int DEFAULTS = 3;

  private static final int LISTS = 4;

  private static final String PRIMITIVES_INPUT = """
      {"type":"object","properties":{\
      "flag":{"type":"boolean","description":"a flag"},\
      "tiny":{"type":"integer","description":"a byte","minimum":-128,"maximum":127},\
      "small":{"type":"integer","description":"a short","minimum":-32768,"maximum":32767},\
      "whole":{"type":"integer","description":"an int","minimum":-2147483648,\
      "maximum":2147483647},\
      "big":{"type":"integer","description":"a long"},\
      "single":{"type":"number","description":"a float"},\
      "twice":{"type":"number","description":"a double"},\
      "text":{"type":"string","description":"a text"}},\
      "required":["flag","tiny","small","whole","big","single","twice","text"],\
      "additionalProperties":false}""";

  private static final String PRIMITIVES_OUTPUT = """
      {"type":"integer","minimum":-2147483648,"maximum":2147483647}""";

  private static final ToolSpec PRIMITIVES_SPEC = ToolSpec.builder("primitives", PRIMITIVES_INPUT)
      .description("Takes primitives.")
      .outputSchema(PRIMITIVES_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String BOXES_INPUT = """
      {"type":"object","properties":{\
      "flag":{"type":"boolean","description":"a flag"},\
      "tiny":{"type":"integer","description":"a byte","minimum":-128,"maximum":127},\
      "small":{"type":"integer","description":"a short","minimum":-32768,"maximum":32767},\
      "whole":{"type":"integer","description":"an int","minimum":-2147483648,\
      "maximum":2147483647},\
      "big":{"type":"integer","description":"a long"},\
      "single":{"type":"number","description":"a float"},\
      "twice":{"type":"number","description":"a double"}},\
      "required":["flag","tiny","small","whole","big","single","twice"],\
      "additionalProperties":false}""";

  private static final String BOXES_OUTPUT = """
      {"type":"number"}""";

  private static final ToolSpec BOXES_SPEC = ToolSpec.builder("boxes", BOXES_INPUT)
      .description("Takes boxes.")
      .outputSchema(BOXES_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String OPTIONS_INPUT = """
      {"type":"object","properties":{\
      "flag":{"type":"boolean","description":"a flag"},\
      "tiny":{"type":"integer","description":"a byte","minimum":-128,"maximum":127},\
      "big":{"type":"integer","description":"a long"},\
      "single":{"type":"number","description":"a float"},\
      "text":{"type":"string","description":"a text"}},\
      "additionalProperties":false}""";

  private static final String OPTIONS_OUTPUT = """
      {"type":"boolean"}""";

  private static final ToolSpec OPTIONS_SPEC = ToolSpec.builder("options", OPTIONS_INPUT)
      .description("Takes what may be absent.")
      .outputSchema(OPTIONS_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String DEFAULTS_INPUT = """
      {"type":"object","properties":{\
      "flag":{"type":"boolean","description":"a flag","default":true},\
      "tiny":{"type":"integer","description":"a byte","minimum":-128,"maximum":127,\
      "default":-128},\
      "small":{"type":"integer","description":"a short","minimum":-32768,"maximum":32767,\
      "default":7},\
      "whole":{"type":"integer","description":"an int","minimum":-2147483648,\
      "maximum":2147483647,"default":1e3},\
      "big":{"type":"integer","description":"a long","default":9223372036854775807},\
      "single":{"type":"number","description":"a float","default":2.5},\
      "twice":{"type":"number","description":"a double","default":1e-999},\
      "text":{"type":"string","description":"a text","default":"plain \\"text\\""},\
      "quoted":{"type":"string","description":"a quoted text","default":"a\\nb"},\
      "none":{"type":"string","description":"no text","default":""}},\
      "additionalProperties":false}""";

  private static final String DEFAULTS_OUTPUT = """
      {"type":"integer"}""";

  private static final ToolSpec DEFAULTS_SPEC = ToolSpec.builder("defaults", DEFAULTS_INPUT)
      .description("Takes what has a default.")
      .outputSchema(DEFAULTS_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String LISTS_INPUT = """
      {"type":"object","properties":{\
      "texts":{"type":"array","description":"texts","items":{"type":"string"}},\
      "sizes":{"type":"array","description":"sizes","items":{"type":"integer"}},\
      "rows":{"type":"array","description":"rows","items":{"type":"array",\
      "items":{"type":"integer","minimum":-32768,"maximum":32767}}},\
      "some":{"type":"array","description":"perhaps some","items":{"type":"boolean"}},\
      "few":{"type":"array","description":"few by default","items":{"type":"array",\
      "items":{"type":"integer","minimum":-32768,"maximum":32767}},"default":[[1,2],[]]}},\
      "required":["texts","sizes","rows"],"additionalProperties":false}""";

  private static final String LISTS_OUTPUT = """
      {"type":"array","items":{"type":"array","items":{"type":"integer","minimum":-32768,\
      "maximum":32767}}}""";

  private static final ToolSpec LISTS_SPEC = ToolSpec.builder("lists", LISTS_INPUT)
      .description("Takes lists.")
      .outputSchema(LISTS_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public ScalarsFunctionTools() {
  }

  /**
   * The tools, in the order of their source.
   */
  public static List<FunctionTool> of(Scalars owner) {
    return List.of(
        new Adapter(owner, PRIMITIVES_SPEC, PRIMITIVES),
        new Adapter(owner, BOXES_SPEC, BOXES),
        new Adapter(owner, OPTIONS_SPEC, OPTIONS),
        new Adapter(owner, DEFAULTS_SPEC, DEFAULTS),
        new Adapter(owner, LISTS_SPEC, LISTS));
  }

  @Override
  public int level() {
    return 1;
  }

  @Override
  public List<FunctionTool> bind(Scalars owner) {
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

  private static List<Long> readLongList(JsonReader in) {
    List<Long> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(in.readLong(Long.MIN_VALUE, Long.MAX_VALUE));
    }
    return list;
  }

  private static void writeLongList(JsonWriter out, List<Long> value) {
    out.beginArray();
    for (Long element : value) {
      out.value(element);
    }
    out.endArray();
  }

  private static List<List<Short>> readShortListList(JsonReader in) {
    List<List<Short>> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(readShortList(in));
    }
    return list;
  }

  private static void writeShortListList(JsonWriter out, List<List<Short>> value) {
    out.beginArray();
    for (List<Short> element : value) {
      writeShortList(out, element);
    }
    out.endArray();
  }

  private static List<Short> readShortList(JsonReader in) {
    List<Short> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add((short) in.readInt(Short.MIN_VALUE, Short.MAX_VALUE));
    }
    return list;
  }

  private static void writeShortList(JsonWriter out, List<Short> value) {
    out.beginArray();
    for (Short element : value) {
      out.value(element);
    }
    out.endArray();
  }

  private static List<Boolean> readBooleanList(JsonReader in) {
    List<Boolean> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(in.readBoolean());
    }
    return list;
  }

  private static void writeBooleanList(JsonWriter out, List<Boolean> value) {
    out.beginArray();
    for (Boolean element : value) {
      out.value(element);
    }
    out.endArray();
  }

  /**
   * All tools in one class: a class for each would be slower to start.
   */
  private record Adapter(Scalars owner, ToolSpec spec, int tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      JsonReader in = JsonReader.of(argumentsJson);
      return switch (tool) {
        case PRIMITIVES -> PrimitivesCall.read(owner, in);
        case BOXES -> BoxesCall.read(owner, in);
        case OPTIONS -> OptionsCall.read(owner, in);
        case DEFAULTS -> DefaultsCall.read(owner, in);
        case LISTS -> ListsCall.read(owner, in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code primitives}.
   */
  private record PrimitivesCall(Scalars owner, boolean flag, byte tiny, short small, int whole,
      long big, float single, double twice, String text) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("flag", "true or false")
        .required("tiny", "an integer from -128 to 127")
        .required("small", "an integer from -32768 to 32767")
        .required("whole", "an integer")
        .required("big", "an integer")
        .required("single", "a number")
        .required("twice", "a number")
        .required("text", "a string")
        .build();

    static PreparedCall read(Scalars owner, JsonReader in) {
      boolean flag = false;
      byte tiny = 0;
      short small = 0;
      int whole = 0;
      long big = 0;
      float single = 0;
      double twice = 0;
      String text = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> flag = in.readBoolean();
          case 1 -> tiny = (byte) in.readInt(Byte.MIN_VALUE, Byte.MAX_VALUE);
          case 2 -> small = (short) in.readInt(Short.MIN_VALUE, Short.MAX_VALUE);
          case 3 -> whole = in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
          case 4 -> big = in.readLong(Long.MIN_VALUE, Long.MAX_VALUE);
          case 5 -> single = in.readFloat();
          case 6 -> twice = in.readDouble();
          case 7 -> text = in.readString();
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("primitives", in.faults());
      }
      return new PrimitivesCall(owner, flag, tiny, small, whole, big, single, twice, text);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      out.name("flag").value(flag);
      out.name("tiny").value(tiny);
      out.name("small").value(small);
      out.name("whole").value(whole);
      out.name("big").value(big);
      out.name("single").value(single);
      out.name("twice").value(twice);
      out.name("text").value(text);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      int result = owner.primitives(flag, tiny, small, whole, big, single, twice, text);
      JsonWriter out = new JsonWriter();
      out.value(result);
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * A checked call of {@code boxes}.
   */
  private record BoxesCall(Scalars owner, Boolean flag, Byte tiny, Short small, Integer whole,
      Long big, Float single, Double twice) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("flag", "true or false")
        .required("tiny", "an integer from -128 to 127")
        .required("small", "an integer from -32768 to 32767")
        .required("whole", "an integer")
        .required("big", "an integer")
        .required("single", "a number")
        .required("twice", "a number")
        .build();

    static PreparedCall read(Scalars owner, JsonReader in) {
      Boolean flag = null;
      Byte tiny = null;
      Short small = null;
      Integer whole = null;
      Long big = null;
      Float single = null;
      Double twice = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> flag = in.readBoolean();
          case 1 -> tiny = (byte) in.readInt(Byte.MIN_VALUE, Byte.MAX_VALUE);
          case 2 -> small = (short) in.readInt(Short.MIN_VALUE, Short.MAX_VALUE);
          case 3 -> whole = in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
          case 4 -> big = in.readLong(Long.MIN_VALUE, Long.MAX_VALUE);
          case 5 -> single = in.readFloat();
          case 6 -> twice = in.readDouble();
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("boxes", in.faults());
      }
      return new BoxesCall(owner, flag, tiny, small, whole, big, single, twice);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      out.name("flag").value(flag);
      out.name("tiny").value(tiny);
      out.name("small").value(small);
      out.name("whole").value(whole);
      out.name("big").value(big);
      out.name("single").value(single);
      out.name("twice").value(twice);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      Double result = Objects.requireNonNull(owner.boxes(flag, tiny, small, whole, big, single,
          twice), "boxes returned null");
      JsonWriter out = new JsonWriter();
      try {
        out.value(result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("boxes", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * A checked call of {@code options}.
   */
  private record OptionsCall(Scalars owner, Optional<Boolean> flag, Optional<Byte> tiny,
      Optional<Long> big, Optional<Float> single, Optional<String> text) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .optional("flag")
        .optional("tiny")
        .optional("big")
        .optional("single")
        .optional("text")
        .build();

    static PreparedCall read(Scalars owner, JsonReader in) {
      Optional<Boolean> flag = Optional.empty();
      Optional<Byte> tiny = Optional.empty();
      Optional<Long> big = Optional.empty();
      Optional<Float> single = Optional.empty();
      Optional<String> text = Optional.empty();
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> {
            if (!in.tryNull()) {
              flag = Optional.of(in.readBoolean());
            }
          }
          case 1 -> {
            if (!in.tryNull()) {
              tiny = Optional.of((byte) in.readInt(Byte.MIN_VALUE, Byte.MAX_VALUE));
            }
          }
          case 2 -> {
            if (!in.tryNull()) {
              big = Optional.of(in.readLong(Long.MIN_VALUE, Long.MAX_VALUE));
            }
          }
          case 3 -> {
            if (!in.tryNull()) {
              single = Optional.of(in.readFloat());
            }
          }
          case 4 -> {
            if (!in.tryNull()) {
              text = Optional.of(in.readString());
            }
          }
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("options", in.faults());
      }
      return new OptionsCall(owner, flag, tiny, big, single, text);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      if (flag.isPresent()) {
        out.name("flag").value(flag.get());
      }
      if (tiny.isPresent()) {
        out.name("tiny").value(tiny.get());
      }
      if (big.isPresent()) {
        out.name("big").value(big.get());
      }
      if (single.isPresent()) {
        out.name("single").value(single.get());
      }
      if (text.isPresent()) {
        out.name("text").value(text.get());
      }
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      boolean result = owner.options(flag, tiny, big, single, text);
      JsonWriter out = new JsonWriter();
      out.value(result);
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * A checked call of {@code defaults}.
   */
  private record DefaultsCall(Scalars owner, boolean flag, byte tiny, Short small, int whole,
      Long big, float single, double twice, String text, String quoted,
      String none) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .optional("flag")
        .optional("tiny")
        .optional("small")
        .optional("whole")
        .optional("big")
        .optional("single")
        .optional("twice")
        .optional("text")
        .optional("quoted")
        .optional("none")
        .build();

    static PreparedCall read(Scalars owner, JsonReader in) {
      boolean flag = true;
      byte tiny = (byte) -128;
      Short small = (short) 7;
      int whole = 1000;
      Long big = 9223372036854775807L;
      float single = 2.5f;
      double twice = 0d;
      String text = "plain \"text\"";
      String quoted = """
              a
              b""";
      String none = "";
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> {
            if (!in.tryNull()) {
              flag = in.readBoolean();
            }
          }
          case 1 -> {
            if (!in.tryNull()) {
              tiny = (byte) in.readInt(Byte.MIN_VALUE, Byte.MAX_VALUE);
            }
          }
          case 2 -> {
            if (!in.tryNull()) {
              small = (short) in.readInt(Short.MIN_VALUE, Short.MAX_VALUE);
            }
          }
          case 3 -> {
            if (!in.tryNull()) {
              whole = in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
            }
          }
          case 4 -> {
            if (!in.tryNull()) {
              big = in.readLong(Long.MIN_VALUE, Long.MAX_VALUE);
            }
          }
          case 5 -> {
            if (!in.tryNull()) {
              single = in.readFloat();
            }
          }
          case 6 -> {
            if (!in.tryNull()) {
              twice = in.readDouble();
            }
          }
          case 7 -> {
            if (!in.tryNull()) {
              text = in.readString();
            }
          }
          case 8 -> {
            if (!in.tryNull()) {
              quoted = in.readString();
            }
          }
          case 9 -> {
            if (!in.tryNull()) {
              none = in.readString();
            }
          }
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("defaults", in.faults());
      }
      return new DefaultsCall(owner, flag, tiny, small, whole, big, single, twice, text, quoted, none);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      out.name("flag").value(flag);
      out.name("tiny").value(tiny);
      out.name("small").value(small);
      out.name("whole").value(whole);
      out.name("big").value(big);
      out.name("single").value(single);
      out.name("twice").value(twice);
      out.name("text").value(text);
      out.name("quoted").value(quoted);
      out.name("none").value(none);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      long result = owner.defaults(flag, tiny, small, whole, big, single, twice, text, quoted,
          none);
      JsonWriter out = new JsonWriter();
      out.value(result);
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * A checked call of {@code lists}.
   */
  private record ListsCall(Scalars owner, List<String> texts, List<Long> sizes,
      List<List<Short>> rows, Optional<List<Boolean>> some,
      List<List<Short>> few) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("texts", "an array")
        .required("sizes", "an array")
        .required("rows", "an array")
        .optional("some")
        .optional("few")
        .build();

    static PreparedCall read(Scalars owner, JsonReader in) {
      List<String> texts = null;
      List<Long> sizes = null;
      List<List<Short>> rows = null;
      Optional<List<Boolean>> some = Optional.empty();
      List<List<Short>> few = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> texts = readStringList(in);
          case 1 -> sizes = readLongList(in);
          case 2 -> rows = readShortListList(in);
          case 3 -> {
            if (!in.tryNull()) {
              some = Optional.of(readBooleanList(in));
            }
          }
          case 4 -> {
            if (!in.tryNull()) {
              few = readShortListList(in);
            }
          }
          default -> in.skip();
        }
      }
      if (few == null) {
        few = new ArrayList<>(List.of(new ArrayList<>(List.of((short) 1, (short) 2)), new ArrayList<>()));
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("lists", in.faults());
      }
      return new ListsCall(owner, texts, sizes, rows, some, few);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      writeStringList(out.name("texts"), texts);
      writeLongList(out.name("sizes"), sizes);
      writeShortListList(out.name("rows"), rows);
      if (some.isPresent()) {
        writeBooleanList(out.name("some"), some.get());
      }
      writeShortListList(out.name("few"), few);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      List<List<Short>> result = Objects.requireNonNull(owner.lists(texts, sizes, rows, some, few),
          "lists returned null");
      JsonWriter out = new JsonWriter();
      try {
        writeShortListList(out, result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("lists", e);
      }
      return ToolOutput.of(out.toString());
    }
  }
}
