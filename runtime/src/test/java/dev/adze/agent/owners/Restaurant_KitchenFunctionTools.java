package dev.adze.agent.owners;

import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolBinder;
import java.util.List;

/** What the processor would write for {@link Restaurant.Kitchen}. */
public final class Restaurant_KitchenFunctionTools implements ToolBinder<Restaurant.Kitchen> {
  /** Creates the binder. */
  public Restaurant_KitchenFunctionTools() {}

  @Override
  public int level() {
    return LEVEL;
  }

  @Override
  public List<FunctionTool> bind(Restaurant.Kitchen owner) {
    return Bound.of("Restaurant_Kitchen", owner);
  }
}
