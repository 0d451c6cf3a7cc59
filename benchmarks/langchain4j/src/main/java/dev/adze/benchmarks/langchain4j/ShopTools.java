package dev.adze.benchmarks.langchain4j;

import dev.adze.benchmarks.kit.Shop;
import dev.langchain4j.agent.tool.Tool;
import java.util.List;

/** The tools of {@link Shop}. */
public final class ShopTools {
  /** Adds two numbers. */
  @Tool
  public double add(double a, double b) {
    return Shop.add(a, b);
  }

  /** Says what it would look for. */
  @Tool
  public String search(String query, int limit, boolean fuzzy) {
    return Shop.search(query, limit, fuzzy);
  }

  /** Places an order. */
  @Tool
  public Shop.Receipt placeOrder(Shop.Order order) {
    return Shop.placeOrder(order);
  }

  /** Adds numbers. */
  @Tool
  public int sum(List<Integer> values) {
    return Shop.sum(values);
  }
}
