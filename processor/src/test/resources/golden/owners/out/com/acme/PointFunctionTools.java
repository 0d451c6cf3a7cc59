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
import javax.annotation.processing.Generated;

/**
 * The tools of {@link Point}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class PointFunctionTools implements ToolBinder<Point<?, ?>> {
  private static final int SUM = 0;

  private static final String SUM_INPUT = """
      {"type":"object","properties":{},"additionalProperties":false}""";

  private static final String SUM_OUTPUT = """
      {"type":"integer","minimum":-2147483648,"maximum":2147483647}""";

  private static final ToolSpec SUM_SPEC = ToolSpec.builder("sum", SUM_INPUT)
      .description("Adds up.")
      .outputSchema(SUM_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public PointFunctionTools() {
  }

  /**
   * The tools, in the order of their source.
   */
  static List<FunctionTool> of(Point<?, ?> owner) {
    return List.of(
        new Adapter(owner, SUM_SPEC, SUM));
  }

  @Override
  public int level() {
    return 1;
  }

  @Override
  public List<FunctionTool> bind(Point<?, ?> owner) {
    return of(owner);
  }

  /**
   * All tools in one class: a class for each would be slower to start.
   */
  private record Adapter(Point<?, ?> owner, ToolSpec spec, int tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      JsonReader in = JsonReader.of(argumentsJson);
      return switch (tool) {
        case SUM -> SumCall.read(owner, in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code sum}.
   */
  private record SumCall(Point<?, ?> owner) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder().build();

    static PreparedCall read(Point<?, ?> owner, JsonReader in) {
      in.beginObject(FIELDS);
      in.nextField();
      if (!in.end()) {
        throw new InvalidArgumentsException("sum", in.faults());
      }
      return new SumCall(owner);
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
      int result = owner.sum();
      JsonWriter out = new JsonWriter();
      out.value(result);
      return ToolOutput.of(out.toString());
    }
  }
}
