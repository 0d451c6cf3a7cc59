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
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The tools of {@link Old}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
@SuppressWarnings({
    "deprecation",
    "removal"
})
public final class OldFunctionTools implements ToolBinder<Old> {
  private static final int CHANGE = 0;

  private static final String CHANGE_INPUT = """
      {"type":"object","properties":{\
      "mode":{"type":"string","description":"the mode\\n- ON: On.","const":"ON"}},\
      "required":["mode"],"additionalProperties":false}""";

  private static final ToolSpec CHANGE_SPEC = ToolSpec.builder("change", CHANGE_INPUT)
      .description("Switches.")
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .requiresApproval("")
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public OldFunctionTools() {
  }

  /**
   * The tools, in the order of their source.
   */
  public static List<FunctionTool> of() {
    return List.of(
        new Adapter(CHANGE_SPEC, CHANGE));
  }

  @Override
  public int level() {
    return 1;
  }

  @Override
  public List<FunctionTool> bind(Old owner) {
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
        case CHANGE -> ChangeCall.read(in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code change}.
   */
  private record ChangeCall(Old.Mode mode) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("mode", "\"ON\"")
        .build();

    static PreparedCall read(JsonReader in) {
      Old.Mode mode = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> mode = ModeJson.read(in);
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("change", in.faults());
      }
      return new ChangeCall(mode);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      ModeJson.write(out.name("mode"), mode);
      out.endObject();
      return out.toString();
    }

    @Override
    public Optional<String> preview(ToolContext context) throws Exception {
      return Optional.ofNullable(Old.preview(mode));
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      context.requireApproval(arguments());
      String result = Objects.requireNonNull(Old.change(mode), "change returned null");
      return ToolOutput.of(result);
    }
  }

  /**
   * {@link Old.Mode} as JSON.
   */
  private static final class ModeJson {
    private static final String[] NAMES = {"ON"};

    static Old.Mode read(JsonReader in) {
      return switch (in.readEnum(NAMES)) {
        case 0 -> Old.Mode.ON;
        default -> null;
      };
    }

    static void write(JsonWriter out, Old.Mode value) {
      out.value(switch (value) {
        case ON -> "ON";
      });
    }
  }
}
