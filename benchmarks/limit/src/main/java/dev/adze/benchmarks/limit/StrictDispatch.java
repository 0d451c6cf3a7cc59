package dev.adze.benchmarks.limit;

import dev.adze.benchmarks.kit.Shop;
import dev.adze.benchmarks.kit.ShopCalls;
import dev.adze.benchmarks.kit.ToolDispatch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A decoder by hand for each tool of {@link Shop}, which refuses what Adze refuses. */
public final class StrictDispatch implements ToolDispatch {
  private static final String[] ADD = {"a", "b"};
  private static final String[] SEARCH = {"query", "limit", "fuzzy"};
  private static final String[] PLACE_ORDER = {"order"};
  private static final String[] SUM = {"values"};
  private static final String[] ORDER = {"customer", "address", "day", "items", "express"};
  private static final String[] ADDRESS = {"street", "city", "zip"};
  private static final String[] ITEM = {"sku", "quantity", "price"};

  /** Finds nothing: everything is known. */
  public StrictDispatch() {}

  @Override
  public String call(ShopCalls tool) {
    StrictReader in = new StrictReader(tool.arguments());
    return switch (tool) {
      case ADD -> add(in);
      case SEARCH -> search(in);
      case PLACE_ORDER -> placeOrder(in);
      case SUM -> sum(in);
    };
  }

  static String add(StrictReader in) {
    double a = 0;
    double b = 0;
    int seen = 0;
    in.beginObject();
    while (in.more(seen == 0, '}')) {
      int name = in.name(ADD, seen);
      seen |= 1 << name;
      if (name == 0) {
        a = in.decimal();
      } else {
        b = in.decimal();
      }
    }
    in.requireAll(seen, ADD);
    in.end();
    return Results.of(Shop.add(a, b));
  }

  private static String search(StrictReader in) {
    String query = "";
    int limit = 0;
    boolean fuzzy = false;
    int seen = 0;
    in.beginObject();
    while (in.more(seen == 0, '}')) {
      int name = in.name(SEARCH, seen);
      seen |= 1 << name;
      switch (name) {
        case 0 -> query = in.string();
        case 1 -> limit = in.integer();
        default -> fuzzy = in.bool();
      }
    }
    in.requireAll(seen, SEARCH);
    in.end();
    return Shop.search(query, limit, fuzzy);
  }

  private static String placeOrder(StrictReader in) {
    Shop.@Nullable Order order = null;
    in.beginObject();
    while (in.more(order == null, '}')) {
      in.name(PLACE_ORDER, order == null ? 0 : 1);
      order = order(in);
    }
    in.end();
    if (order == null) {
      throw in.fault("There must be an order.");
    }
    return Results.of(Shop.placeOrder(order));
  }

  private static String sum(StrictReader in) {
    @Nullable List<Integer> values = null;
    in.beginObject();
    while (in.more(values == null, '}')) {
      in.name(SUM, values == null ? 0 : 1);
      values = integers(in);
    }
    in.end();
    if (values == null) {
      throw in.fault("There must be values.");
    }
    return Integer.toString(Shop.sum(values));
  }

  private static List<Integer> integers(StrictReader in) {
    List<Integer> values = new ArrayList<>();
    in.beginArray();
    while (in.more(values.isEmpty(), ']')) {
      values.add(in.integer());
    }
    return values;
  }

  private static Shop.Order order(StrictReader in) {
    String customer = "";
    Shop.@Nullable Address address = null;
    LocalDate day = LocalDate.EPOCH;
    List<Shop.Item> items = List.of();
    boolean express = false;
    int seen = 0;
    in.beginObject();
    while (in.more(seen == 0, '}')) {
      int name = in.name(ORDER, seen);
      seen |= 1 << name;
      switch (name) {
        case 0 -> customer = in.string();
        case 1 -> address = address(in);
        case 2 -> day = in.date();
        case 3 -> items = items(in);
        default -> express = in.bool();
      }
    }
    in.requireAll(seen, ORDER);
    return new Shop.Order(customer, Objects.requireNonNull(address), day, items, express);
  }

  private static Shop.Address address(StrictReader in) {
    String street = "";
    String city = "";
    String zip = "";
    int seen = 0;
    in.beginObject();
    while (in.more(seen == 0, '}')) {
      int name = in.name(ADDRESS, seen);
      seen |= 1 << name;
      switch (name) {
        case 0 -> street = in.string();
        case 1 -> city = in.string();
        default -> zip = in.string();
      }
    }
    in.requireAll(seen, ADDRESS);
    return new Shop.Address(street, city, zip);
  }

  private static List<Shop.Item> items(StrictReader in) {
    List<Shop.Item> items = new ArrayList<>();
    in.beginArray();
    while (in.more(items.isEmpty(), ']')) {
      items.add(item(in));
    }
    return items;
  }

  private static Shop.Item item(StrictReader in) {
    String sku = "";
    int quantity = 0;
    double price = 0;
    int seen = 0;
    in.beginObject();
    while (in.more(seen == 0, '}')) {
      int name = in.name(ITEM, seen);
      seen |= 1 << name;
      switch (name) {
        case 0 -> sku = in.string();
        case 1 -> quantity = in.integer();
        default -> price = in.decimal();
      }
    }
    in.requireAll(seen, ITEM);
    return new Shop.Item(sku, quantity, price);
  }
}
