package dev.adze.benchmarks.adk;

import dev.adze.benchmarks.kit.Shop;
import java.util.List;

/** The tools of {@link Shop}. */
public final class ShopTools {
  /** Adds two numbers. */
  public double add(double a, double b) {
    return Shop.add(a, b);
  }

  /** Says what it would look for. */
  public String search(String query, int limit, boolean fuzzy) {
    return Shop.search(query, limit, fuzzy);
  }

  /** Places an order. */
  public Shop.Receipt placeOrder(Shop.Order order) {
    return Shop.placeOrder(order);
  }

  /** Adds numbers. */
  public int sum(List<Integer> values) {
    return Shop.sum(values);
  }
}
