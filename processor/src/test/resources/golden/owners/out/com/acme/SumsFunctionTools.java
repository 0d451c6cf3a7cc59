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
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The tools of {@link Sums}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class SumsFunctionTools implements ToolBinder<Sums> {
  private static final int ADD = 0;

  private static final int ADD_ = 1;

  private static final String ADD_INPUT = """
      {"type":"object","properties":{\
      "a":{"type":"integer","description":"one number","minimum":-2147483648,\
      "maximum":2147483647},\
      "b":{"type":"integer","description":"another","minimum":-2147483648,\
      "maximum":2147483647}},\
      "required":["a","b"],"additionalProperties":false}""";

  private static final String ADD_OUTPUT = """
      {"type":"integer"}""";

  private static final ToolSpec ADD_SPEC = ToolSpec.builder("add", ADD_INPUT)
      .description("Adds.")
      .outputSchema(ADD_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String ADD_INPUT_ = """
      {"type":"object","properties":{\
      "a":{"type":"integer","description":"one number","minimum":-2147483648,\
      "maximum":2147483647},\
      "b":{"type":"integer","description":"another","minimum":-2147483648,\
      "maximum":2147483647},\
      "c":{"type":"integer","description":"one more","minimum":-2147483648,\
      "maximum":2147483647}},\
      "required":["a","b","c"],"additionalProperties":false}""";

  private static final String ADD_OUTPUT_ = """
      {"type":"integer"}""";

  private static final ToolSpec ADD_SPEC_ = ToolSpec.builder("add_three", ADD_INPUT_)
      .description("Adds three.")
      .outputSchema(ADD_OUTPUT_)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public SumsFunctionTools() {
  }

  /**
   * The tools, in the order of their source.
   */
  static List<FunctionTool> of() {
    return List.of(
        new Adapter(ADD_SPEC, ADD),
        new Adapter(ADD_SPEC_, ADD_));
  }

  @Override
  public int level() {
    return 1;
  }

  @Override
  public List<FunctionTool> bind(Sums owner) {
    return of();
  }

  @Override
  public Optional<List<FunctionTool>> bindStatic() {
    return Optional.of(of());
  }

  /**
   * All tools in one class: a class for each would be slower to start.
   */
  private record Adapter(ToolSpec spec, int tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      JsonReader in = JsonReader.of(argumentsJson);
      return switch (tool) {
        case ADD -> AddCall.read(in);
        case ADD_ -> AddCall_.read(in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code add}.
   */
  private record AddCall(int a, int b) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("a", "an integer")
        .required("b", "an integer")
        .build();

    static PreparedCall read(JsonReader in) {
      int a = 0;
      int b = 0;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> a = in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
          case 1 -> b = in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("add", in.faults());
      }
      return new AddCall(a, b);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      out.name("a").value(a);
      out.name("b").value(b);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      long result = Sums.add(a, b);
      JsonWriter out = new JsonWriter();
      out.value(result);
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * A checked call of {@code add}.
   */
  private record AddCall_(int a, int b, int c) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("a", "an integer")
        .required("b", "an integer")
        .required("c", "an integer")
        .build();

    static PreparedCall read(JsonReader in) {
      int a = 0;
      int b = 0;
      int c = 0;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> a = in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
          case 1 -> b = in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
          case 2 -> c = in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("add_three", in.faults());
      }
      return new AddCall_(a, b, c);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      out.name("a").value(a);
      out.name("b").value(b);
      out.name("c").value(c);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      long result = Sums.add(a, b, c);
      JsonWriter out = new JsonWriter();
      out.value(result);
      return ToolOutput.of(out.toString());
    }
  }
}
