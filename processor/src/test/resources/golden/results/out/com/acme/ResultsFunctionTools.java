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
import java.util.Optional;
import java.util.OptionalInt;
import javax.annotation.processing.Generated;

/**
 * The tools of {@link Results}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class ResultsFunctionTools implements ToolBinder<Results> {
  private static final int LATER = 0;

  private static final int PERHAPS = 1;

  private static final int BOTH = 2;

  private static final int NOTHING = 3;

  private static final int NOTHING_AT_ONCE = 4;

  private static final int OUTPUT = 5;

  private static final int OR_NULL = 6;

  private static final int COUNT = 7;

  private static final String LATER_INPUT = """
      {"type":"object","properties":{},"additionalProperties":false}""";

  private static final String LATER_OUTPUT = """
      {"type":"object","description":"A table.","properties":{\
      "seats":{"type":"integer","description":"how many","minimum":-2147483648,\
      "maximum":2147483647}},\
      "required":["seats"],"additionalProperties":false}""";

  private static final ToolSpec LATER_SPEC = ToolSpec.builder("later", LATER_INPUT)
      .description("Finds a table, some time.")
      .outputSchema(LATER_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String PERHAPS_INPUT = """
      {"type":"object","properties":{},"additionalProperties":false}""";

  private static final String PERHAPS_OUTPUT = """
      {"anyOf":[{"type":"object","description":"A table.","properties":{\
      "seats":{"type":"integer","description":"how many","minimum":-2147483648,\
      "maximum":2147483647}},\
      "required":["seats"],"additionalProperties":false},{"type":"null"}]}""";

  private static final ToolSpec PERHAPS_SPEC = ToolSpec.builder("perhaps", PERHAPS_INPUT)
      .description("Finds a table, if there is one.")
      .outputSchema(PERHAPS_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String BOTH_INPUT = """
      {"type":"object","properties":{},"additionalProperties":false}""";

  private static final ToolSpec BOTH_SPEC = ToolSpec.builder("both", BOTH_INPUT)
      .description("Says something, some time, perhaps.")
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String NOTHING_INPUT = """
      {"type":"object","properties":{},"additionalProperties":false}""";

  private static final ToolSpec NOTHING_SPEC = ToolSpec.builder("nothing", NOTHING_INPUT)
      .description("Ends some time.")
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String NOTHING_AT_ONCE_INPUT = """
      {"type":"object","properties":{},"additionalProperties":false}""";

  private static final ToolSpec NOTHING_AT_ONCE_SPEC = ToolSpec.builder("nothingAtOnce", NOTHING_AT_ONCE_INPUT)
      .description("""
          Ends, as a method has to that returns what its supertype leaves open.""")
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String OUTPUT_INPUT = """
      {"type":"object","properties":{},"additionalProperties":false}""";

  private static final ToolSpec OUTPUT_SPEC = ToolSpec.builder("output", OUTPUT_INPUT)
      .description("Makes its own output, some time.")
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String OR_NULL_INPUT = """
      {"type":"object","properties":{},"additionalProperties":false}""";

  private static final String OR_NULL_OUTPUT = """
      {"anyOf":[{"type":"object","description":"A table.","properties":{\
      "seats":{"type":"integer","description":"how many","minimum":-2147483648,\
      "maximum":2147483647}},\
      "required":["seats"],"additionalProperties":false},{"type":"null"}]}""";

  private static final ToolSpec OR_NULL_SPEC = ToolSpec.builder("orNull", OR_NULL_INPUT)
      .description("Finds a table or null.")
      .outputSchema(OR_NULL_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String COUNT_INPUT = """
      {"type":"object","properties":{},"additionalProperties":false}""";

  private static final String COUNT_OUTPUT = """
      {"anyOf":[{"type":"integer","minimum":-2147483648,\
      "maximum":2147483647},{"type":"null"}]}""";

  private static final ToolSpec COUNT_SPEC = ToolSpec.builder("count", COUNT_INPUT)
      .description("Counts, if there is anything to count.")
      .outputSchema(COUNT_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public ResultsFunctionTools() {
  }

  /**
   * The tools, in the order of their source.
   */
  static List<FunctionTool> of(Results owner) {
    return List.of(
        new Adapter(owner, LATER_SPEC, LATER),
        new Adapter(owner, PERHAPS_SPEC, PERHAPS),
        new Adapter(owner, BOTH_SPEC, BOTH),
        new Adapter(owner, NOTHING_SPEC, NOTHING),
        new Adapter(owner, NOTHING_AT_ONCE_SPEC, NOTHING_AT_ONCE),
        new Adapter(owner, OUTPUT_SPEC, OUTPUT),
        new Adapter(owner, OR_NULL_SPEC, OR_NULL),
        new Adapter(owner, COUNT_SPEC, COUNT));
  }

  @Override
  public int level() {
    return 1;
  }

  @Override
  public List<FunctionTool> bind(Results owner) {
    return of(owner);
  }

  /**
   * All tools in one class: a class for each would be slower to start.
   */
  private record Adapter(Results owner, ToolSpec spec, int tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      JsonReader in = JsonReader.of(argumentsJson);
      return switch (tool) {
        case LATER -> LaterCall.read(owner, in);
        case PERHAPS -> PerhapsCall.read(owner, in);
        case BOTH -> BothCall.read(owner, in);
        case NOTHING -> NothingCall.read(owner, in);
        case NOTHING_AT_ONCE -> NothingAtOnceCall.read(owner, in);
        case OUTPUT -> OutputCall.read(owner, in);
        case OR_NULL -> OrNullCall.read(owner, in);
        case COUNT -> CountCall.read(owner, in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code later}.
   */
  private record LaterCall(Results owner) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder().build();

    static PreparedCall read(Results owner, JsonReader in) {
      in.beginObject(FIELDS);
      in.nextField();
      if (!in.end()) {
        throw new InvalidArgumentsException("later", in.faults());
      }
      return new LaterCall(owner);
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
      Results.Table result =
          Objects.requireNonNull(context.await(Objects.requireNonNull(owner.later(),
          "later returned null")), "later returned null");
      JsonWriter out = new JsonWriter();
      try {
        TableJson.write(out, result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("later", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * A checked call of {@code perhaps}.
   */
  private record PerhapsCall(Results owner) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder().build();

    static PreparedCall read(Results owner, JsonReader in) {
      in.beginObject(FIELDS);
      in.nextField();
      if (!in.end()) {
        throw new InvalidArgumentsException("perhaps", in.faults());
      }
      return new PerhapsCall(owner);
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
      Optional<Results.Table> result = Objects.requireNonNull(owner.perhaps(),
          "perhaps returned null");
      if (result.isEmpty()) {
        return ToolOutput.of("null");
      }
      JsonWriter out = new JsonWriter();
      try {
        TableJson.write(out, result.get());
      } catch (RuntimeException e) {
        throw new UnwritableResultException("perhaps", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * A checked call of {@code both}.
   */
  private record BothCall(Results owner) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder().build();

    static PreparedCall read(Results owner, JsonReader in) {
      in.beginObject(FIELDS);
      in.nextField();
      if (!in.end()) {
        throw new InvalidArgumentsException("both", in.faults());
      }
      return new BothCall(owner);
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
      Optional<String> result =
          Objects.requireNonNull(context.await(Objects.requireNonNull(owner.both(),
          "both returned null")), "both returned null");
      if (result.isEmpty()) {
        return ToolOutput.builder("").observation("No result.").build();
      }
      return ToolOutput.of(result.get());
    }
  }

  /**
   * A checked call of {@code nothing}.
   */
  private record NothingCall(Results owner) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder().build();

    static PreparedCall read(Results owner, JsonReader in) {
      in.beginObject(FIELDS);
      in.nextField();
      if (!in.end()) {
        throw new InvalidArgumentsException("nothing", in.faults());
      }
      return new NothingCall(owner);
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
      context.await(Objects.requireNonNull(owner.nothing(), "nothing returned null"));
      return ToolOutput.builder("").observation("Done.").build();
    }
  }

  /**
   * A checked call of {@code nothingAtOnce}.
   */
  private record NothingAtOnceCall(Results owner) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder().build();

    static PreparedCall read(Results owner, JsonReader in) {
      in.beginObject(FIELDS);
      in.nextField();
      if (!in.end()) {
        throw new InvalidArgumentsException("nothingAtOnce", in.faults());
      }
      return new NothingAtOnceCall(owner);
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
      owner.nothingAtOnce();
      return ToolOutput.builder("").observation("Done.").build();
    }
  }

  /**
   * A checked call of {@code output}.
   */
  private record OutputCall(Results owner) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder().build();

    static PreparedCall read(Results owner, JsonReader in) {
      in.beginObject(FIELDS);
      in.nextField();
      if (!in.end()) {
        throw new InvalidArgumentsException("output", in.faults());
      }
      return new OutputCall(owner);
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
      ToolOutput result =
          Objects.requireNonNull(context.await(Objects.requireNonNull(owner.output(),
          "output returned null")), "output returned null");
      return result;
    }
  }

  /**
   * A checked call of {@code orNull}.
   */
  private record OrNullCall(Results owner) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder().build();

    static PreparedCall read(Results owner, JsonReader in) {
      in.beginObject(FIELDS);
      in.nextField();
      if (!in.end()) {
        throw new InvalidArgumentsException("orNull", in.faults());
      }
      return new OrNullCall(owner);
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
      Results.Table result = owner.orNull();
      if (result == null) {
        return ToolOutput.of("null");
      }
      JsonWriter out = new JsonWriter();
      try {
        TableJson.write(out, result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("orNull", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * A checked call of {@code count}.
   */
  private record CountCall(Results owner) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder().build();

    static PreparedCall read(Results owner, JsonReader in) {
      in.beginObject(FIELDS);
      in.nextField();
      if (!in.end()) {
        throw new InvalidArgumentsException("count", in.faults());
      }
      return new CountCall(owner);
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
      OptionalInt result = Objects.requireNonNull(owner.count(), "count returned null");
      if (result.isEmpty()) {
        return ToolOutput.of("null");
      }
      JsonWriter out = new JsonWriter();
      out.value(result.getAsInt());
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * {@link Results.Table} as JSON.
   */
  private static final class TableJson {
    static void write(JsonWriter out, Results.Table value) {
      out.beginObject();
      out.name("seats").value(value.seats());
      out.endObject();
    }
  }
}
