package dev.adze.agent;

import dev.adze.tool.FunctionTool;
import java.util.List;

/** Finds the generated adapters of tool owners. */
final class ToolBinders {
  private ToolBinders() {}

  static List<FunctionTool> bind(Object owner) {
    throw new UnsupportedOperationException("bind " + owner.getClass());
  }
}
