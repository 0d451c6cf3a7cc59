package dev.adze.agent.owners;

import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolBinder;
import java.util.List;

/** What the processor would write for {@link WineList}. */
public final class WineListFunctionTools implements ToolBinder<WineList> {
  /** Creates the binder. */
  public WineListFunctionTools() {}

  @Override
  public int level() {
    return LEVEL;
  }

  @Override
  public List<FunctionTool> bind(WineList owner) {
    return Bound.of("WineList", owner);
  }
}
