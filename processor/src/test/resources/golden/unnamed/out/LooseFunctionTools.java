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
import javax.annotation.processing.Generated;

/**
 * The tools of {@link Loose}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class LooseFunctionTools implements ToolBinder<Loose> {
  private static final int SAME = 0;

  private static final String SAME_INPUT = """
      {"type":"object","properties":{\
      "thing":{"type":"object","description":"it","properties":{\
      "size":{"type":"integer","minimum":-2147483648,"maximum":2147483647}},\
      "required":["size"],"additionalProperties":false}},\
      "required":["thing"],"additionalProperties":false}""";

  private static final String SAME_OUTPUT = """
      {"type":"object","description":"Something of no package.","properties":{\
      "size":{"type":"integer","minimum":-2147483648,"maximum":2147483647}},\
      "required":["size"],"additionalProperties":false}""";

  private static final ToolSpec SAME_SPEC = ToolSpec.builder("same", SAME_INPUT)
      .description("Returns it.")
      .outputSchema(SAME_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public LooseFunctionTools() {
  }

  /**
   * The tools, in the order of their source.
   */
  public static List<FunctionTool> of(Loose owner) {
    return List.of(
        new Adapter(owner, SAME_SPEC, SAME));
  }

  @Override
  public int level() {
    return 1;
  }

  @Override
  public List<FunctionTool> bind(Loose owner) {
    return of(owner);
  }

  /**
   * All tools in one class: a class for each would be slower to start.
   */
  private record Adapter(Loose owner, ToolSpec spec, int tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      JsonReader in = JsonReader.of(argumentsJson);
      return switch (tool) {
        case SAME -> SameCall.read(owner, in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code same}.
   */
  private record SameCall(Loose owner, Loose.Thing thing) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("thing", "an object")
        .build();

    static PreparedCall read(Loose owner, JsonReader in) {
      Loose.Thing thing = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> thing = ThingJson.read(in);
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("same", in.faults());
      }
      return new SameCall(owner, thing);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      ThingJson.write(out.name("thing"), thing);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      Loose.Thing result = Objects.requireNonNull(owner.same(thing), "same returned null");
      JsonWriter out = new JsonWriter();
      try {
        ThingJson.write(out, result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("same", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * {@link Loose.Thing} as JSON.
   */
  private static final class ThingJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("size", "an integer")
        .build();

    static Loose.Thing read(JsonReader in) {
      int faults = in.faultCount();
      int size = 0;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> size = in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Loose.Thing(size);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Loose.Thing value) {
      out.beginObject();
      out.name("size").value(value.size());
      out.endObject();
    }
  }
}
