package dev.adze.processor.oracle;

import dev.adze.json.JsonWriter;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.InvalidArgumentsException;
import dev.adze.tool.PreparedCall;
import dev.adze.tool.ToolContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What must hold of a call that was bound: nothing was lost on the way in or out. */
final class RoundTrip {
  private final DrawnTool drawn;
  private final FunctionTool tool;
  private final Validator input;
  private final @Nullable Validator output;

  RoundTrip(DrawnTool drawn, FunctionTool tool, Validator input) {
    this.drawn = drawn;
    this.tool = tool;
    this.input = input;
    this.output = tool.spec().outputSchema().map(Validator::new).orElse(null);
  }

  /** The finding given, or what is wrong with the call. */
  Finding check(JsonNode given, PreparedCall call, Finding otherwise) {
    String details = "arguments() not written";
    try {
      String arguments = call.arguments();
      details = "arguments: " + arguments;
      @Nullable String fault = fault(given, call, arguments);
      return fault == null ? otherwise : Finding.unlisted(true, fault, details);
    } catch (InvalidArgumentsException e) {
      return Finding.unlisted(true, "arguments() are refused", details + "\n" + e.getMessage());
    } catch (Exception e) {
      return Finding.unlisted(true, "a call threw " + e.getClass().getName(), details + "\n" + e);
    }
  }

  private @Nullable String fault(JsonNode given, PreparedCall call, String arguments)
      throws Exception {
    JsonNode bound = Json.read(arguments);
    if (!input.bothAccept(bound)) {
      return "arguments() do not fit the input schema";
    }
    if (!drawn.same(given, bound)) {
      return "arguments() are not what was given";
    }
    PreparedCall again = tool.prepare(arguments);
    if (!again.arguments().equals(arguments)) {
      return "arguments() of arguments() are others";
    }
    if (!Values.equal(call, again)) {
      return "arguments() give another call";
    }
    return outputFault(call, arguments);
  }

  /** The first argument comes back, so it must be written in the same way. */
  private @Nullable String outputFault(PreparedCall call, String arguments) throws Exception {
    String result = call.call(ToolContext.preApproved("the oracle asks")).output();
    if (output != null && !output.bothAccept(Json.read(result))) {
      return "the output does not fit the output schema";
    }
    String first = output == null ? new JsonWriter().value(result).toString() : result;
    String name = new JsonWriter().value(drawn.first().wireName()).toString();
    return arguments.startsWith("{" + name + ":" + first) ? null : "the output is not the argument";
  }
}
