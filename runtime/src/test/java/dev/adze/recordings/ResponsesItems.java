package dev.adze.recordings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The items of a recorded stream. An item is known again by its type and its id, and where servers
 * change or leave out ids, by its place.
 */
final class ResponsesItems {
  private final List<Item> items = new ArrayList<>();
  private @Nullable Item latest;

  /** One item, as far as it has come. */
  static final class Item {
    private final int place;
    JsonNode begun = MissingNode.getInstance();
    JsonNode whole = MissingNode.getInstance();
    final StringBuilder text = new StringBuilder();
    final StringBuilder refusal = new StringBuilder();
    boolean said;
    int part;
    private boolean repeated;

    private Item(int place) {
      this.place = place;
    }

    boolean isCall() {
      return begun.path("type").asString("").equals("function_call");
    }

    private boolean is(JsonNode other) {
      String id = id(begun);
      return sameType(other) && !id.isBlank() && id.equals(id(other));
    }

    private boolean sameType(JsonNode other) {
      return begun.path("type").asString("").equals(other.path("type").asString(""));
    }

    private boolean mayBe(JsonNode other) {
      return begun.isMissingNode() || sameType(other);
    }

    private static String id(JsonNode item) {
      String call = item.path("call_id").asString("");
      return call.isBlank() ? item.path("id").asString("") : call;
    }
  }

  /** In their order. */
  List<Item> inOrder() {
    return items.stream().sorted(Comparator.comparingInt(item -> item.place)).toList();
  }

  /** The item that an event adds to. */
  Item of(JsonNode event) {
    String id = event.path("item_id").asString("");
    List<Item> named =
        items.stream()
            .filter(item -> !id.isBlank() && item.begun.path("id").asString("").equals(id))
            .toList();
    if (named.size() == 1) {
      return touched(named.get(0));
    }
    int place = event.path("output_index").asInt(-1);
    if (latest != null && (place < 0 || latest.place == place)) {
      return latest;
    }
    Item there = last(item -> item.place == Math.max(place, 0));
    return touched(there == null ? add(Math.max(place, 0)) : there);
  }

  /** The item that begins; it is new if nothing of it has begun yet. */
  Item beginning(int given, JsonNode begins) {
    int place = given < 0 ? next() : given;
    Item there = last(item -> item.place == place);
    boolean known = there != null && (there.begun.isMissingNode() || there.is(begins));
    return touched(known ? there : add(place));
  }

  /** The item that is whole now. */
  Item ending(int place, JsonNode ends) {
    Item known = first(item -> item.whole.isMissingNode() && item.is(ends));
    if (known == null) {
      known = place < 0 ? latest : last(item -> item.place == place);
      if (known == null || !known.whole.isMissingNode() || !known.mayBe(ends)) {
        known = add(place < 0 ? next() : place);
      }
    }
    return touched(known);
  }

  /** The items that the last event repeats, of which it may be the first to give some. */
  List<Item> repeating(List<JsonNode> repeats) {
    List<@Nullable Item> named = new ArrayList<>();
    for (JsonNode repeat : repeats) {
      named.add(repeated(first(item -> !item.repeated && item.is(repeat))));
    }
    List<Item> all = new ArrayList<>();
    for (int i = 0; i < repeats.size(); i++) {
      all.add(named.get(i) == null ? unnamed(i, repeats.get(i)) : named.get(i));
    }
    return all;
  }

  private Item unnamed(int place, JsonNode repeat) {
    Item there = last(item -> item.place == place);
    Item found =
        there != null && !there.repeated && there.mayBe(repeat)
            ? there
            : first(item -> !item.repeated && item.mayBe(repeat));
    if (found == null) {
      found = add(there == null ? place : next());
    }
    found.repeated = true;
    return found;
  }

  private static @Nullable Item repeated(@Nullable Item item) {
    if (item != null) {
      item.repeated = true;
    }
    return item;
  }

  private Item touched(Item item) {
    latest = item;
    return item;
  }

  private Item add(int place) {
    Item item = new Item(place);
    items.add(item);
    return item;
  }

  private int next() {
    return items.stream().mapToInt(item -> item.place + 1).max().orElse(0);
  }

  private @Nullable Item first(Predicate<Item> wanted) {
    return items.stream().filter(wanted).findFirst().orElse(null);
  }

  private @Nullable Item last(Predicate<Item> wanted) {
    return items.stream().filter(wanted).reduce((left, right) -> right).orElse(null);
  }
}
