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
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * The tools of {@link Shop.Drill}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class Shop_DrillFunctionTools implements ToolBinder<Shop.Drill> {
  private static final int CLOSE = 0;

  private static final int REPORT = 1;

  private static final String CLOSE_INPUT = """
      {"type":"object","properties":{},"additionalProperties":false}""";

  private static final ToolSpec CLOSE_SPEC = ToolSpec.builder("close_now", CLOSE_INPUT)
      .description("Closes the shop, for once.")
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .requiresApproval("a drill")
      .approvalRememberable(false)
      .build();

  private static final String REPORT_INPUT = """
      {"type":"object","properties":{},"additionalProperties":false}""";

  private static final ToolSpec REPORT_SPEC = ToolSpec.builder("report", REPORT_INPUT)
      .description("Reports.")
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .requiresApproval("a drill")
      .approvalRememberable(false)
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public Shop_DrillFunctionTools() {
  }

  /**
   * The tools: those that are inherited, then the others in the order of their source.
   */
  static List<FunctionTool> of(Shop.Drill owner) {
    return new OwnerTools()
        .inherit(new Shop_JewellerFunctionTools().bind(owner))
        .guard("a drill", false)
        .add(new Adapter(owner, CLOSE_SPEC, CLOSE), "close")
        .add(new Adapter(owner, REPORT_SPEC, REPORT))
        .toList();
  }

  @Override
  public int level() {
    return Math.max(1, new Shop_JewellerFunctionTools().level());
  }

  @Override
  public List<FunctionTool> bind(Shop.Drill owner) {
    return of(owner);
  }

  /**
   * All tools in one class: a class for each would be slower to start.
   */
  private record Adapter(Shop.Drill owner, ToolSpec spec, int tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      JsonReader in = JsonReader.of(argumentsJson);
      return switch (tool) {
        case CLOSE -> CloseCall.read(owner, in);
        case REPORT -> ReportCall.read(owner, in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code close}.
   */
  private record CloseCall(Shop.Drill owner) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder().build();

    static PreparedCall read(Shop.Drill owner, JsonReader in) {
      in.beginObject(FIELDS);
      in.nextField();
      if (!in.end()) {
        throw new InvalidArgumentsException("close_now", in.faults());
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
      context.requireApproval(arguments());
      owner.close();
      return ToolOutput.builder("").observation("Done.").build();
    }
  }

  /**
   * A checked call of {@code report}.
   */
  private record ReportCall(Shop.Drill owner) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder().build();

    static PreparedCall read(Shop.Drill owner, JsonReader in) {
      in.beginObject(FIELDS);
      in.nextField();
      if (!in.end()) {
        throw new InvalidArgumentsException("report", in.faults());
      }
      return new ReportCall(owner);
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
      String result = Objects.requireNonNull(owner.report(), "report returned null");
      return ToolOutput.of(result);
    }
  }
}
