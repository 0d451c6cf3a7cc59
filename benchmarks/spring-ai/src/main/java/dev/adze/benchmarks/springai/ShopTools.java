package dev.adze.benchmarks.springai;

import dev.adze.benchmarks.kit.Shop;
import java.util.List;
import org.springframework.ai.tool.annotation.Tool;

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
