package dev.adze.agent.owners;

import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.util.List;

/** One tool that is named like its owner's class and says which object it is bound to. */
final class Bound {
  private Bound() {}

  static List<FunctionTool> of(String name, Object owner) {
    ToolSpec spec = ToolSpec.builder(name, "{\"type\":\"object\"}").build();
    return List.of(
        FunctionTool.of(spec, (arguments, context) -> ToolOutput.of(String.valueOf(owner))));
  }
}
