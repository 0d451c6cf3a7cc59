package dev.adze.recordings;

import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tools of a recorded run: declared as the request declares them, and giving back what the
 * recorded tools gave back. A call finds its result by name and arguments, as a tool does.
 */
final class ReplayTools {
  private record Result(String name, JsonNode arguments, String content) {}

  private final List<Result> results = new ArrayList<>();
  private final JsonNode declared;

  private ReplayTools(JsonNode declared) {
    this.declared = declared;
  }

  static List<FunctionTool> of(RecordedRun run) {
    ReplayTools tools = new ReplayTools(run.first().request().path("tools"));
    List<RecordedAnswer> answers = run.answers();
    for (int step = 0; step < answers.size(); step++) {
      for (RecordedAnswer.Call call : answers.get(step).calls()) {
        JsonNode arguments = JsonMapper.shared().readTree(call.arguments());
        tools.results.add(new Result(call.name(), arguments, run.result(step, call)));
      }
    }
    return tools.declared.valueStream().map(tools::tool).toList();
  }

  private FunctionTool tool(JsonNode declaration) {
    JsonNode function = declaration.path("function");
    ToolSpec spec =
        ToolSpec.builder(function.path("name").asString(), function.path("parameters").toString())
            .description(function.path("description").asString(""))
            .build();
    return FunctionTool.of(
        spec, (arguments, context) -> ToolOutput.of(take(spec.name(), arguments)));
  }

  private synchronized String take(String name, String arguments) {
    JsonNode given = JsonMapper.shared().readTree(arguments);
    for (Result result : results) {
      if (result.name().equals(name) && JsonComparison.same(result.arguments(), given)) {
        results.remove(result);
        return result.content();
      }
    }
    throw new IllegalStateException("No recorded call of " + name + " has these arguments.");
  }
}
