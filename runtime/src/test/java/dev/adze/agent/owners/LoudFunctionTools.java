package dev.adze.agent.owners;

import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolBinder;
import java.util.List;

/** What the processor would write for {@link Loud}. */
public final class LoudFunctionTools implements ToolBinder<Loud> {
  /** How many were made. */
  public static int made;

  /** Creates the binder. */
  public LoudFunctionTools() {
    made++;
  }

  @Override
  public int level() {
    return LEVEL;
  }

  @Override
  public List<FunctionTool> bind(Loud owner) {
    return Bound.of("Loud", owner);
  }
}
