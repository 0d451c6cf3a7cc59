package dev.adze.benchmarks.adze;

import dev.adze.annotation.Tool;
import dev.adze.benchmarks.kit.Shop;
import java.util.List;

/** The tools of {@link Shop}, whose records are annotated with nothing that may be null. */
@SuppressWarnings("adze:T067")
public final class ShopTools {
  /**
   * Adds two numbers.
   *
   * @param a one
   * @param b the other
   */
  @Tool
  public double add(double a, double b) {
    return Shop.add(a, b);
  }

  /**
   * Says what it would look for.
   *
   * @param query the words
   * @param limit how many at most
   * @param fuzzy whether the words may differ
   */
  @Tool
  public String search(String query, int limit, boolean fuzzy) {
    return Shop.search(query, limit, fuzzy);
  }

  /**
   * Places an order.
   *
   * @param order what and where
   */
  @Tool
  public Shop.Receipt placeOrder(Shop.Order order) {
    return Shop.placeOrder(order);
  }

  /**
   * Adds numbers.
   *
   * @param values the numbers
   */
  @Tool
  public int sum(List<Integer> values) {
    return Shop.sum(values);
  }
}
