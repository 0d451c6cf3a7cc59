package dev.adze.benchmarks.limit;

import dev.adze.benchmarks.kit.Shop;
import dev.adze.benchmarks.kit.ShopCalls;
import dev.adze.benchmarks.kit.ToolDispatch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The least that a decoder can do: it trusts that names are known, come once and are all there, and
 * that numbers fit. What it costs more than this to refuse what is wrong can be seen beside it.
 */
public final class LenientDispatch implements ToolDispatch {
  /** Finds nothing: everything is known. */
  public LenientDispatch() {}

  @Override
  public String call(ShopCalls tool) {
    LenientReader in = new LenientReader(tool.arguments());
    return switch (tool) {
      case ADD -> add(in);
      case SEARCH -> search(in);
      case PLACE_ORDER -> placeOrder(in);
      case SUM -> sum(in);
    };
  }

  private static String add(LenientReader in) {
    double a = 0;
    double b = 0;
    in.open();
    while (in.more('}')) {
      switch (in.name()) {
        case "a" -> a = in.decimal();
        case "b" -> b = in.decimal();
        default -> throw in.unknown();
      }
    }
    return Results.of(Shop.add(a, b));
  }

  private static String search(LenientReader in) {
    String query = "";
    int limit = 0;
    boolean fuzzy = false;
    in.open();
    while (in.more('}')) {
      switch (in.name()) {
        case "query" -> query = in.string();
        case "limit" -> limit = in.integer();
        case "fuzzy" -> fuzzy = in.bool();
        default -> throw in.unknown();
      }
    }
    return Shop.search(query, limit, fuzzy);
  }

  private static String placeOrder(LenientReader in) {
    Shop.@Nullable Order order = null;
    in.open();
    while (in.more('}')) {
      in.name();
      order = order(in);
    }
    if (order == null) {
      throw in.unknown();
    }
    return Results.of(Shop.placeOrder(order));
  }

  private static String sum(LenientReader in) {
    List<Integer> values = new ArrayList<>();
    in.open();
    while (in.more('}')) {
      in.name();
      in.open();
      while (in.more(']')) {
        values.add(in.integer());
      }
    }
    return Integer.toString(Shop.sum(values));
  }

  private static Shop.Order order(LenientReader in) {
    String customer = "";
    Shop.Address address = new Shop.Address("", "", "");
    LocalDate day = LocalDate.EPOCH;
    List<Shop.Item> items = new ArrayList<>();
    boolean express = false;
    in.open();
    while (in.more('}')) {
      switch (in.name()) {
        case "customer" -> customer = in.string();
        case "address" -> address = address(in);
        case "day" -> day = LocalDate.parse(in.string());
        case "items" -> {
          in.open();
          while (in.more(']')) {
            items.add(item(in));
          }
        }
        case "express" -> express = in.bool();
        default -> throw in.unknown();
      }
    }
    return new Shop.Order(customer, address, day, items, express);
  }

  private static Shop.Address address(LenientReader in) {
    String street = "";
    String city = "";
    String zip = "";
    in.open();
    while (in.more('}')) {
      switch (in.name()) {
        case "street" -> street = in.string();
        case "city" -> city = in.string();
        case "zip" -> zip = in.string();
        default -> throw in.unknown();
      }
    }
    return new Shop.Address(street, city, zip);
  }

  private static Shop.Item item(LenientReader in) {
    String sku = "";
    int quantity = 0;
    double price = 0;
    in.open();
    while (in.more('}')) {
      switch (in.name()) {
        case "sku" -> sku = in.string();
        case "quantity" -> quantity = in.integer();
        case "price" -> price = in.decimal();
        default -> throw in.unknown();
      }
    }
    return new Shop.Item(sku, quantity, price);
  }
}
