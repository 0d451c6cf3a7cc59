package dev.adze.agent.owners;

import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolBinder;
import java.util.List;

/** What the processor would write for {@link Restaurant}. */
public final class RestaurantFunctionTools implements ToolBinder<Restaurant> {
  /** Creates the binder. */
  public RestaurantFunctionTools() {}

  @Override
  public int level() {
    return LEVEL;
  }

  @Override
  public List<FunctionTool> bind(Restaurant owner) {
    return Bound.of("Restaurant", owner);
  }
}
