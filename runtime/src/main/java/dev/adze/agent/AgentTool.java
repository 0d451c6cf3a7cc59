package dev.adze.agent;

import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.internal.CallPort;
import dev.adze.json.JsonFields;
import dev.adze.json.JsonReader;
import dev.adze.json.JsonWriter;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.InvalidArgumentsException;
import dev.adze.tool.PreparedCall;
import dev.adze.tool.SchemaProfile;
import dev.adze.tool.ToolContext;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.util.Objects;

/** An agent as a tool of another one; see {@link Agent#asTool}. */
final class AgentTool implements FunctionTool {
  private static final String SCHEMA =
      "{\"type\":\"object\",\"properties\":{\"input\":{\"type\":\"string\",\"description\":"
          + "\"What to do, with everything that has to be known for it.\"}},"
          + "\"required\":[\"input\"],\"additionalProperties\":false}";
  private static final JsonFields FIELDS =
      JsonFields.builder().required("input", "a string").build();

  /** Agents that call each other without end would otherwise use up the threads. */
  private static final int MAX_DEPTH = 8;

  private final Agent agent;
  private final ToolSpec spec;

  AgentTool(Agent agent, String name, String description) {
    this.agent = agent;
    this.spec =
        ToolSpec.builder(name, SCHEMA)
            .description(description)
            .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
            .build();
  }

  Agent agent() {
    return agent;
  }

  @Override
  public ToolSpec spec() {
    return spec;
  }

  @Override
  public PreparedCall prepare(String argumentsJson) {
    JsonReader in = JsonReader.of(argumentsJson);
    String input = "";
    in.beginObject(FIELDS);
    for (int field; (field = in.nextField()) != JsonReader.END; ) {
      if (field == 0) {
        input = in.readString();
      } else {
        in.skip();
      }
    }
    if (!in.end()) {
      throw new InvalidArgumentsException(spec.name(), in.faults());
    }
    return new Call(agent, Objects.requireNonNull(input));
  }

  private record Call(Agent agent, String input) implements PreparedCall {
    @Override
    public String arguments() {
      return new JsonWriter().beginObject().name("input").value(input).endObject().toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      CallPort port = ToolContext.portOf(context);
      if (!(port instanceof IssuedPort issued) || issued.surroundings() == null) {
        throw new IllegalStateException(
            "An agent runs as a tool within a run of another one, but this call is part of none."
                + " Run the agent with a Runner instead.");
      }
      if (issued.header().depth() >= MAX_DEPTH) {
        throw new IllegalStateException(
            "Agents may run each other " + MAX_DEPTH + " deep, and this would be deeper.");
      }
      NestedRun run = new NestedRun(agent, input, issued, issued.surroundings());
      RunResult result = run.run();
      if (result.stopReason() == StopReason.AWAITING_APPROVAL) {
        issued.suspend(run.state());
        throw new LeftOffException();
      }
      return ToolOutput.of(result.text());
    }
  }
}
