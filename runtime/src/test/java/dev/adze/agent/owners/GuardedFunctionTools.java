package dev.adze.agent.owners;

import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolBinder;
import java.util.List;

/** What the processor would write for {@link Guarded}. */
public final class GuardedFunctionTools implements ToolBinder<Guarded> {
  /** Creates the binder. */
  public GuardedFunctionTools() {}

  @Override
  public int level() {
    return LEVEL;
  }

  @Override
  public List<FunctionTool> bind(Guarded owner) {
    return List.of(Bound.of("Guarded", owner).get(0).requiringApproval("test"));
  }
}
