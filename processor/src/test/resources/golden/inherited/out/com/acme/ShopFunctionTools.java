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
 * The tools of {@link Shop}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class ShopFunctionTools implements ToolBinder<Shop> {
  private static final int OPEN = 0;

  private static final int CLOSE = 1;

  private static final String OPEN_INPUT = """
      {"type":"object","properties":{},"additionalProperties":false}""";

  private static final ToolSpec OPEN_SPEC = ToolSpec.builder("open", OPEN_INPUT)
      .description("Opens the shop.")
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String CLOSE_INPUT = """
      {"type":"object","properties":{},"additionalProperties":false}""";

  private static final ToolSpec CLOSE_SPEC = ToolSpec.builder("close", CLOSE_INPUT)
      .description("Closes the shop.")
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public ShopFunctionTools() {
  }

  /**
   * The tools, in the order of their source.
   */
  static List<FunctionTool> of(Shop owner) {
    return List.of(
        new Adapter(owner, OPEN_SPEC, OPEN),
        new Adapter(owner, CLOSE_SPEC, CLOSE));
  }

  @Override
  public int level() {
    return 1;
  }

  @Override
  public List<FunctionTool> bind(Shop owner) {
    return of(owner);
  }

  /**
   * All tools in one class: a class for each would be slower to start.
   */
  private record Adapter(Shop owner, ToolSpec spec, int tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      JsonReader in = JsonReader.of(argumentsJson);
      return switch (tool) {
        case OPEN -> OpenCall.read(owner, in);
        case CLOSE -> CloseCall.read(owner, in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code open}.
   */
  private record OpenCall(Shop owner) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder().build();

    static PreparedCall read(Shop owner, JsonReader in) {
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
      owner.open();
      return ToolOutput.builder("").observation("Done.").build();
    }
  }

  /**
   * A checked call of {@code close}.
   */
  private record CloseCall(Shop owner) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder().build();

    static PreparedCall read(Shop owner, JsonReader in) {
      in.beginObject(FIELDS);
      in.nextField();
      if (!in.end()) {
        throw new InvalidArgumentsException("close", in.faults());
      }
      return new CloseCall(owner);
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
      owner.close();
      return ToolOutput.builder("").observation("Done.").build();
    }
  }
}
