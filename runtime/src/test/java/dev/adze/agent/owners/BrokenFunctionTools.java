package dev.adze.agent.owners;

import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolBinder;
import java.util.List;

/** What would be left if a constant of a generated binder could not be set. */
public final class BrokenFunctionTools implements ToolBinder<Broken> {
  private static final int CONSTANT = Integer.parseInt("none");

  /** Creates the binder. */
  public BrokenFunctionTools() {}

  @Override
  public int level() {
    return LEVEL;
  }

  @Override
  public List<FunctionTool> bind(Broken owner) {
    return Bound.of("Broken" + CONSTANT, owner);
  }
}
