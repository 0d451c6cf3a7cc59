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
 * The tools of {@link Level}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class LevelFunctionTools implements ToolBinder<Level> {
  private static final int HEIGHT = 0;

  private static final String HEIGHT_INPUT = """
      {"type":"object","properties":{},"additionalProperties":false}""";

  private static final String HEIGHT_OUTPUT = """
      {"type":"integer","minimum":-2147483648,"maximum":2147483647}""";

  private static final ToolSpec HEIGHT_SPEC = ToolSpec.builder("height", HEIGHT_INPUT)
      .description("Says how high the level is.")
      .outputSchema(HEIGHT_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public LevelFunctionTools() {
  }

  /**
   * The tools, in the order of their source.
   */
  static List<FunctionTool> of(Level owner) {
    return List.of(
        new Adapter(owner, HEIGHT_SPEC, HEIGHT));
  }

  @Override
  public int level() {
    return 1;
  }

  @Override
  public List<FunctionTool> bind(Level owner) {
    return of(owner);
  }

  /**
   * All tools in one class: a class for each would be slower to start.
   */
  private record Adapter(Level owner, ToolSpec spec, int tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      JsonReader in = JsonReader.of(argumentsJson);
      return switch (tool) {
        case HEIGHT -> HeightCall.read(owner, in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code height}.
   */
  private record HeightCall(Level owner) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder().build();

    static PreparedCall read(Level owner, JsonReader in) {
      in.beginObject(FIELDS);
      in.nextField();
      if (!in.end()) {
        throw new InvalidArgumentsException("height", in.faults());
      }
      return new HeightCall(owner);
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
      int result = owner.height();
      JsonWriter out = new JsonWriter();
      out.value(result);
      return ToolOutput.of(out.toString());
    }
  }
}
