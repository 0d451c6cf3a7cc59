package dev.adze.agent.owners;

import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolBinder;
import java.util.List;
import java.util.Optional;

/** What the processor would write for {@link Menu}. */
public final class MenuFunctionTools implements ToolBinder<Menu> {
  /** Creates the binder. */
  public MenuFunctionTools() {}

  @Override
  public int level() {
    return LEVEL;
  }

  @Override
  public Optional<List<FunctionTool>> bindStatic() {
    return Optional.of(Bound.of("Menu", "null"));
  }

  @Override
  public List<FunctionTool> bind(Menu owner) {
    return Bound.of("Menu", owner);
  }
}
