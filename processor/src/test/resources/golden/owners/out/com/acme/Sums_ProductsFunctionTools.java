package com.acme;

import dev.adze.json.JsonFields;
import dev.adze.json.JsonReader;
import dev.adze.json.JsonWriter;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.GeneratedBinder;
import dev.adze.tool.InvalidArgumentsException;
import dev.adze.tool.OwnerTools;
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
 * The tools of {@link Sums.Products}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class Sums_ProductsFunctionTools implements ToolBinder<Sums.Products> {
  private static final int MULTIPLY = 0;

  private static final String MULTIPLY_INPUT = """
      {"type":"object","properties":{\
      "a":{"type":"integer","description":"one number","minimum":-2147483648,\
      "maximum":2147483647},\
      "b":{"type":"integer","description":"another","minimum":-2147483648,\
      "maximum":2147483647}},\
      "required":["a","b"],"additionalProperties":false}""";

  private static final String MULTIPLY_OUTPUT = """
      {"type":"integer"}""";

  private static final ToolSpec MULTIPLY_SPEC = ToolSpec.builder("multiply", MULTIPLY_INPUT)
      .description("Multiplies.")
      .outputSchema(MULTIPLY_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public Sums_ProductsFunctionTools() {
  }

  /**
   * The tools: those that are inherited, then the others in the order of their source.
   */
  static List<FunctionTool> of() {
    return new OwnerTools()
        .inherit(new SumsFunctionTools().bindStatic().orElseThrow())
        .add(new Adapter(MULTIPLY_SPEC, MULTIPLY))
        .toList();
  }

  @Override
  public int level() {
    return Math.max(1, new SumsFunctionTools().level());
  }

  @Override
  public List<FunctionTool> bind(Sums.Products owner) {
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
        case MULTIPLY -> MultiplyCall.read(in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code multiply}.
   */
  private record MultiplyCall(int a, int b) implements PreparedCall {
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
        throw new InvalidArgumentsException("multiply", in.faults());
      }
      return new MultiplyCall(a, b);
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
      long result = Sums.Products.multiply(a, b);
      JsonWriter out = new JsonWriter();
      out.value(result);
      return ToolOutput.of(out.toString());
    }
  }
}
