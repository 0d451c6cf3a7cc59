package com.acme;

import dev.adze.tool.FunctionTool;
import dev.adze.tool.GeneratedBinder;
import dev.adze.tool.OwnerTools;
import dev.adze.tool.ToolBinder;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The tools of {@link Shop.Jeweller}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class Shop_JewellerFunctionTools implements ToolBinder<Shop.Jeweller> {
  /**
   * Called by {@code ServiceLoader}.
   */
  public Shop_JewellerFunctionTools() {
  }

  /**
   * The tools: those that are inherited, then the others in the order of their source.
   */
  static List<FunctionTool> of(Shop.Jeweller owner) {
    return new OwnerTools()
        .inherit(new ShopFunctionTools().bind(owner))
        .inherit(new Shop_GuardedFunctionTools().bind(owner))
        .toList();
  }

  @Override
  public int level() {
    return Math.max(Math.max(1, new ShopFunctionTools().level()),
        new Shop_GuardedFunctionTools().level());
  }

  @Override
  public List<FunctionTool> bind(Shop.Jeweller owner) {
    return of(owner);
  }
}
