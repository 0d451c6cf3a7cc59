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
 * The tools of {@link Shop.Guarded}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class Shop_GuardedFunctionTools implements ToolBinder<Shop.Guarded> {
  private static final int OPEN = 0;

  private static final String OPEN_INPUT = """
      {"type":"object","properties":{},"additionalProperties":false}""";

  private static final ToolSpec OPEN_SPEC = ToolSpec.builder("open", OPEN_INPUT)
      .description("Opens what is guarded.")
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .requiresApproval("opens what is guarded")
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public Shop_GuardedFunctionTools() {
  }

  /**
   * The tools, in the order of their source.
   */
  static List<FunctionTool> of(Shop.Guarded owner) {
    return List.of(
        new Adapter(owner, OPEN_SPEC, OPEN));
  }

  @Override
  public int level() {
    return 1;
  }

  @Override
  public List<FunctionTool> bind(Shop.Guarded owner) {
    return of(owner);
  }

  /**
   * All tools in one class: a class for each would be slower to start.
   */
  private record Adapter(Shop.Guarded owner, ToolSpec spec, int tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      JsonReader in = JsonReader.of(argumentsJson);
      return switch (tool) {
        case OPEN -> OpenCall.read(owner, in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code open}.
   */
  private record OpenCall(Shop.Guarded owner) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder().build();

    static PreparedCall read(Shop.Guarded owner, JsonReader in) {
      in.beginObject(FIELDS);
      in.nextField();
      if (!in.end()) {
        throw new InvalidArgumentsException("open", in.faults());
      }
      return new OpenCall(owner);
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
      context.requireApproval(arguments());
      owner.open();
      return ToolOutput.builder("").observation("Done.").build();
    }
  }
}
