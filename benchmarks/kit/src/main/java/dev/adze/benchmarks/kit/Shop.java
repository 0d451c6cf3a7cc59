package dev.adze.benchmarks.kit;

import java.time.LocalDate;
import java.util.List;

/** What the tools of every contender do: next to nothing, so that the way to them is measured. */
public final class Shop {
  private Shop() {}

  /** Where an order goes. */
  public record Address(String street, String city, String zip) {}

  /** How many of what at which price. */
  public record Item(String sku, int quantity, double price) {}

  /** An order. */
  public record Order(
      String customer, Address address, LocalDate day, List<Item> items, boolean express) {}

  /** What came of an order. */
  public record Receipt(String customer, int pieces, double total, boolean express) {}

  /** Adds two numbers. */
  public static double add(double a, double b) {
    return a + b;
  }

  /** Says what it would look for. */
  public static String search(String query, int limit, boolean fuzzy) {
    return fuzzy && limit > 5 ? query : "nothing";
  }

  /** Adds the items up. */
  public static Receipt placeOrder(Order order) {
    int pieces = 0;
    double total = 0;
    for (Item item : order.items()) {
      pieces += item.quantity();
      total += item.quantity() * item.price();
    }
    return new Receipt(order.customer(), pieces, total, order.express());
  }

  /** Adds numbers. */
  public static int sum(List<Integer> values) {
    int sum = 0;
    for (int value : values) {
      sum += value;
    }
    return sum;
  }
}
