package dev.adze.tool;

import dev.adze.json.JsonReader;
import java.util.Objects;

/** A tool whose schema and code come from the user; see {@link FunctionTool#of}. */
record HandWrittenTool(ToolSpec spec, ToolHandler handler) implements FunctionTool {
  HandWrittenTool {
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(handler, "handler");
  }

  @Override
  public PreparedCall prepare(String argumentsJson) {
    JsonReader in = JsonReader.of(argumentsJson);
    String arguments = in.readRawObject();
    if (!in.end()) {
      throw new InvalidArgumentsException(spec.name(), in.faults());
    }
    return new Call(spec.requiresApproval(), handler, arguments);
  }

  private record Call(boolean guarded, ToolHandler handler, String arguments)
      implements PreparedCall {
    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      if (guarded) {
        context.requireApproval(arguments);
      }
      return handler.call(arguments, context);
    }
  }
}
