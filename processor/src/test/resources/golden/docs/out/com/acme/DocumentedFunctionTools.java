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
import javax.annotation.processing.Generated;

/**
 * The tools of {@link Documented}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class DocumentedFunctionTools implements ToolBinder<Documented> {
  private static final int HTML = 0;

  private static final int ANNOTATED = 1;

  private static final int RETURNING = 2;

  private static final String HTML_INPUT = """
      {"type":"object","properties":{\
      "text":{"type":"string","description":"first line second line @param no tag"}},\
      "required":["text"],"additionalProperties":false}""";

  private static final ToolSpec HTML_SPEC = ToolSpec.builder("html", HTML_INPUT)
      .description("""
          Shows List<String>, a < b, Documented, the method and maps.

          A second paragraph & an entity \u2014 caf\u00e9; &unknown; <br>.
          - one
          - two
          After the list, a line
          break, and an @ sign.
          int x = 1;
          @Tool int y = 2;
          Quotes: " and \"\"\", a backslash: \\ and \\u0041.""")
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String ANNOTATED_INPUT = """
      {"type":"object","properties":{\
      "text":{"type":"string","description":"Also \u00e9 wins."}},\
      "required":["text"],"additionalProperties":false}""";

  private static final ToolSpec ANNOTATED_SPEC = ToolSpec.builder("annotated", ANNOTATED_INPUT)
      .description("""
          The annotation wins. \u65e5\u672c \ud83d\ude00
          It may have lines, "quotes" and a tab:\011.""")
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String RETURNING_INPUT = """
      {"type":"object","properties":{},"additionalProperties":false}""";

  private static final String RETURNING_OUTPUT = """
      {"type":"integer","minimum":-2147483648,"maximum":2147483647}""";

  private static final ToolSpec RETURNING_SPEC = ToolSpec.builder("returning", RETURNING_INPUT)
      .description("Returns the sum of two numbers.")
      .outputSchema(RETURNING_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public DocumentedFunctionTools() {
  }

  /**
   * The tools, in the order of their source.
   */
  public static List<FunctionTool> of(Documented owner) {
    return List.of(
        new Adapter(owner, HTML_SPEC, HTML),
        new Adapter(owner, ANNOTATED_SPEC, ANNOTATED),
        new Adapter(owner, RETURNING_SPEC, RETURNING));
  }

  @Override
  public int level() {
    return 1;
  }

  @Override
  public List<FunctionTool> bind(Documented owner) {
    return of(owner);
  }

  /**
   * All tools in one class: a class for each would be slower to start.
   */
  private record Adapter(Documented owner, ToolSpec spec, int tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      JsonReader in = JsonReader.of(argumentsJson);
      return switch (tool) {
        case HTML -> HtmlCall.read(owner, in);
        case ANNOTATED -> AnnotatedCall.read(owner, in);
        case RETURNING -> ReturningCall.read(owner, in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code html}.
   */
  private record HtmlCall(Documented owner, String text) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("text", "a string")
        .build();

    static PreparedCall read(Documented owner, JsonReader in) {
      String text = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> text = in.readString();
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("html", in.faults());
      }
      return new HtmlCall(owner, text);
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
      String result = Objects.requireNonNull(owner.html(text), "html returned null");
      return ToolOutput.of(result);
    }
  }

  /**
   * A checked call of {@code annotated}.
   */
  private record AnnotatedCall(Documented owner, String text) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("text", "a string")
        .build();

    static PreparedCall read(Documented owner, JsonReader in) {
      String text = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> text = in.readString();
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("annotated", in.faults());
      }
      return new AnnotatedCall(owner, text);
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
      owner.annotated(text);
      return ToolOutput.builder("").observation("Done.").build();
    }
  }

  /**
   * A checked call of {@code returning}.
   */
  private record ReturningCall(Documented owner) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder().build();

    static PreparedCall read(Documented owner, JsonReader in) {
      in.beginObject(FIELDS);
      in.nextField();
      if (!in.end()) {
        throw new InvalidArgumentsException("returning", in.faults());
      }
      return new ReturningCall(owner);
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
      int result = owner.returning();
      JsonWriter out = new JsonWriter();
      out.value(result);
      return ToolOutput.of(out.toString());
    }
  }
}
