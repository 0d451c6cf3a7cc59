package dev.adze.benchmarks.kit;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The calls of {@link Shop} that are measured, one for each kind of arguments. */
public enum ShopCalls {
  /** Two numbers. */
  ADD("add", "{\"a\": 1.5, \"b\": 2.25}", "3.75"),
  /** A text, a number and a flag. */
  SEARCH(
      "search",
      "{\"query\": \"Wo gibt es \\\"gute\\\" Br\\u00f6tchen?\", \"limit\": 20, \"fuzzy\": true}",
      "Wo gibt es \"gute\" Brötchen?"),
  /** Nested records. */
  PLACE_ORDER(
      "placeOrder",
      "{\"order\": {\"customer\": \"Ada Lovelace\", \"address\": {\"street\": \"12 St James's Square\","
          + " \"city\": \"London\", \"zip\": \"SW1Y 4JH\"}, \"day\": \"2026-05-17\", \"items\": ["
          + items()
          + "], \"express\": true}}",
      "{\"customer\":\"Ada Lovelace\",\"pieces\":15,\"total\":67.5,\"express\":true}"),
  /** A thousand numbers. */
  SUM("sum", "{\"values\": [" + numbers() + "]}", "7468");

  private final String tool;
  private final String arguments;
  private final String result;

  ShopCalls(String tool, String arguments, String result) {
    this.tool = tool;
    this.arguments = arguments;
    this.result = result;
  }

  /** The name of the tool. */
  public String tool() {
    return tool;
  }

  /** The arguments as a model writes them. */
  public String arguments() {
    return arguments;
  }

  /** What comes back when a text is given as it is and everything else as JSON. */
  public String result() {
    return result;
  }

  private static String items() {
    return IntStream.rangeClosed(1, 5)
        .mapToObj(
            i -> "{\"sku\": \"SKU-" + (4000 + i) + "\", \"quantity\": " + i + ", \"price\": 4.5}")
        .collect(Collectors.joining(", "));
  }

  private static String numbers() {
    return IntStream.range(0, 1000)
        .mapToObj(i -> Integer.toString(i * 7919 % 1000 % 16))
        .collect(Collectors.joining(", "));
  }
}
