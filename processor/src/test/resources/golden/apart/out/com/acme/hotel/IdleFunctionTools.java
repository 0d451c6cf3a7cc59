package com.acme.hotel;

import com.acme.people.Role;
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
 * The tools of {@link Idle}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class IdleFunctionTools implements ToolBinder<Idle> {
  private static final int IDLE_IN_ISTANBUL = 0;

  private static final String IDLE_IN_ISTANBUL_INPUT = """
      {"type":"object","properties":{\
      "id":{"type":"integer","description":"who","minimum":-2147483648,\
      "maximum":2147483647}},\
      "required":["id"],"additionalProperties":false}""";

  private static final String IDLE_IN_ISTANBUL_OUTPUT = """
      {"type":"string","enum":["sleeper","ZEBRA","ANT"]}""";

  private static final ToolSpec IDLE_IN_ISTANBUL_SPEC = ToolSpec.builder("idleInIstanbul", IDLE_IN_ISTANBUL_INPUT)
      .description("Says what to do.")
      .outputSchema(IDLE_IN_ISTANBUL_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public IdleFunctionTools() {
  }

  /**
   * The tools, in the order of their source.
   */
  static List<FunctionTool> of(Idle owner) {
    return List.of(
        new Adapter(owner, IDLE_IN_ISTANBUL_SPEC, IDLE_IN_ISTANBUL));
  }

  @Override
  public int level() {
    return 1;
  }

  @Override
  public List<FunctionTool> bind(Idle owner) {
    return of(owner);
  }

  /**
   * All tools in one class: a class for each would be slower to start.
   */
  private record Adapter(Idle owner, ToolSpec spec, int tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      JsonReader in = JsonReader.of(argumentsJson);
      return switch (tool) {
        case IDLE_IN_ISTANBUL -> IdleInIstanbulCall.read(owner, in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code idleInIstanbul}.
   */
  private record IdleInIstanbulCall(Idle owner, int id) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("id", "an integer")
        .build();

    static PreparedCall read(Idle owner, JsonReader in) {
      int id = 0;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> id = in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("idleInIstanbul", in.faults());
      }
      return new IdleInIstanbulCall(owner, id);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      out.name("id").value(id);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      Role result = Objects.requireNonNull(owner.idleInIstanbul(id),
          "idleInIstanbul returned null");
      JsonWriter out = new JsonWriter();
      try {
        RoleJson.write(out, result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("idleInIstanbul", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * {@link Role} as JSON.
   */
  private static final class RoleJson {
    static void write(JsonWriter out, Role value) {
      out.value(switch (value) {
        case SLEEPER -> "sleeper";
        case ZEBRA -> "ZEBRA";
        case ANT -> "ANT";
      });
    }
  }
}
