package dev.adze.agent.owners;

import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolBinder;
import java.util.List;

/** What the processor would write for {@link Future}. */
public final class FutureFunctionTools implements ToolBinder<Future> {
  /** Creates the binder. */
  public FutureFunctionTools() {}

  @Override
  public int level() {
    return LEVEL + 1;
  }

  @Override
  public List<FunctionTool> bind(Future owner) {
    return Bound.of("Future", owner);
  }
}
