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
import dev.adze.tool.ToolHints;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * The tools of {@link Clock}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class ClockFunctionTools implements ToolBinder<Clock> {
  private static final int NOW = 0;

  private static final int WIND = 1;

  private static final String NOW_INPUT = """
      {"type":"object","properties":{},"additionalProperties":false}""";

  private static final ToolSpec NOW_SPEC = ToolSpec.builder("now", NOW_INPUT)
      .description("Tells the time.")
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String WIND_INPUT = """
      {"type":"object","properties":{},"additionalProperties":false}""";

  private static final ToolSpec WIND_SPEC = ToolSpec.builder("wind_up", WIND_INPUT)
      .title("Wind up")
      .description("Winds the clock up.")
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .hints(new ToolHints(false, false, true, true))
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public ClockFunctionTools() {
  }

  /**
   * The tools, in the order of their source.
   */
  public static List<FunctionTool> of(Clock owner) {
    return List.of(
        new Adapter(owner, NOW_SPEC, NOW),
        new Adapter(owner, WIND_SPEC, WIND));
  }

  @Override
  public int level() {
    return 1;
  }

  @Override
  public List<FunctionTool> bind(Clock owner) {
    return of(owner);
  }

  /**
   * All tools in one class: a class for each would be slower to start.
   */
  private record Adapter(Clock owner, ToolSpec spec, int tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      JsonReader in = JsonReader.of(argumentsJson);
      return switch (tool) {
        case NOW -> NowCall.read(owner, in);
        case WIND -> WindCall.read(in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code now}.
   */
  private record NowCall(Clock owner) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder().build();

    static PreparedCall read(Clock owner, JsonReader in) {
      in.beginObject(FIELDS);
      in.nextField();
      if (!in.end()) {
        throw new InvalidArgumentsException("now", in.faults());
      }
      return new NowCall(owner);
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
      String result = Objects.requireNonNull(owner.now(), "now returned null");
      return ToolOutput.of(result);
    }
  }

  /**
   * A checked call of {@code wind}.
   */
  private record WindCall() implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder().build();

    static PreparedCall read(JsonReader in) {
      in.beginObject(FIELDS);
      in.nextField();
      if (!in.end()) {
        throw new InvalidArgumentsException("wind_up", in.faults());
      }
      return new WindCall();
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
      Clock.wind();
      return ToolOutput.builder("").observation("Done.").build();
    }
  }
}
