package dev.adze.agent.owners;

import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolBinder;
import java.util.List;

/** What the processor would write for {@link Bar}. */
public final class BarFunctionTools implements ToolBinder<Bar> {
  /** Creates the binder. */
  public BarFunctionTools() {}

  @Override
  public int level() {
    return LEVEL;
  }

  @Override
  public List<FunctionTool> bind(Bar owner) {
    return Bound.of("Bar", owner);
  }
}
