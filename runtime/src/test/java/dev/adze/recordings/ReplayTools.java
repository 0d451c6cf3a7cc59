package dev.adze.recordings;

import dev.adze.model.ToolResult;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tools of a recorded run: declared as the request declares them, and giving back what the
 * recorded tools gave back. A call finds its result by name and arguments, as a tool does.
 */
final class ReplayTools {
  private record Result(String name, JsonNode arguments, ToolResult result) {}

  private final List<Result> results = new ArrayList<>();

  private ReplayTools() {}

  static List<FunctionTool> of(RecordedRun run) {
    ReplayTools tools = new ReplayTools();
    List<RecordedAnswer> answers = run.answers();
    for (int step = 0; step < answers.size(); step++) {
      for (RecordedAnswer.Call call : answers.get(step).calls()) {
        tools.results.add(new Result(call.name(), tree(call.arguments()), run.result(step, call)));
      }
    }
    return run.request().tools().stream().map(tools::tool).toList();
  }

  private FunctionTool tool(ToolSpec spec) {
    // Calls that are alike get their results in the order of the calls, not of the threads.
    ToolSpec inOrder = spec.toBuilder().sequential(hasCallsAlike(spec.name())).build();
    return FunctionTool.of(inOrder, (arguments, context) -> take(spec.name(), arguments));
  }

  private boolean hasCallsAlike(String name) {
    List<JsonNode> arguments =
        results.stream().filter(one -> one.name().equals(name)).map(Result::arguments).toList();
    return arguments.stream().distinct().count() < arguments.size();
  }

  /**
   * No arguments are written as an empty object, as nothing or as null; text is what is no JSON.
   */
  static JsonNode tree(String arguments) {
    try {
      JsonNode tree = JsonMapper.shared().readTree(arguments.isBlank() ? "{}" : arguments);
      return tree.isNull() ? JsonMapper.shared().createObjectNode() : tree;
    } catch (JacksonException noJson) {
      return JsonMapper.shared().getNodeFactory().stringNode(arguments);
    }
  }

  private synchronized ToolOutput take(String name, String arguments) {
    JsonNode given = tree(arguments);
    for (Result result : results) {
      if (result.name().equals(name) && JsonComparison.same(result.arguments(), given)) {
        results.remove(result);
        ToolOutput.Builder output = ToolOutput.builder(result.result().text());
        result.result().attachments().forEach(output::attachment);
        return output.build();
      }
    }
    throw new IllegalStateException("No recorded call of " + name + " has these arguments.");
  }
}
