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
 * The tools of {@link Documented.Inheriting}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class Documented_InheritingFunctionTools implements ToolBinder<Documented.Inheriting> {
  private static final int INHERITED = 0;

  private static final int EXTENDED = 1;

  private static final String INHERITED_INPUT = """
      {"type":"object","properties":{\
      "text":{"type":"string","description":"the text described above"}},\
      "required":["text"],"additionalProperties":false}""";

  private static final ToolSpec INHERITED_SPEC = ToolSpec.builder("inherited", INHERITED_INPUT)
      .description("Described above.")
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String EXTENDED_INPUT = """
      {"type":"object","properties":{},"additionalProperties":false}""";

  private static final ToolSpec EXTENDED_SPEC = ToolSpec.builder("extended", EXTENDED_INPUT)
      .description("""
          Below.
          Above: <T>.
          Below again.""")
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public Documented_InheritingFunctionTools() {
  }

  /**
   * The tools, in the order of their source.
   */
  public static List<FunctionTool> of(Documented.Inheriting owner) {
    return List.of(
        new Adapter(owner, INHERITED_SPEC, INHERITED),
        new Adapter(owner, EXTENDED_SPEC, EXTENDED));
  }

  @Override
  public int level() {
    return 1;
  }

  @Override
  public List<FunctionTool> bind(Documented.Inheriting owner) {
    return of(owner);
  }

  /**
   * All tools in one class: a class for each would be slower to start.
   */
  private record Adapter(Documented.Inheriting owner, ToolSpec spec,
      int tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      JsonReader in = JsonReader.of(argumentsJson);
      return switch (tool) {
        case INHERITED -> InheritedCall.read(owner, in);
        case EXTENDED -> ExtendedCall.read(owner, in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code inherited}.
   */
  private record InheritedCall(Documented.Inheriting owner, String text) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("text", "a string")
        .build();

    static PreparedCall read(Documented.Inheriting owner, JsonReader in) {
      String text = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> text = in.readString();
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("inherited", in.faults());
      }
      return new InheritedCall(owner, text);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      out.name("text").value(text);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      owner.inherited(text);
      return ToolOutput.builder("").observation("Done.").build();
    }
  }

  /**
   * A checked call of {@code extended}.
   */
  private record ExtendedCall(Documented.Inheriting owner) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder().build();

    static PreparedCall read(Documented.Inheriting owner, JsonReader in) {
      in.beginObject(FIELDS);
      in.nextField();
      if (!in.end()) {
        throw new InvalidArgumentsException("extended", in.faults());
      }
      return new ExtendedCall(owner);
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
      owner.extended();
      return ToolOutput.builder("").observation("Done.").build();
    }
  }
}
