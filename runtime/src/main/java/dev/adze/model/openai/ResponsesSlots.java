package dev.adze.model.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The places of a response's items. Neither indices nor ids alone tell items apart: some servers
 * give the same index to all of them, or none, or count from 1, and some give an item another id
 * with each event. So an id that is known counts most, and then the index.
 */
final class ResponsesSlots {
  /** By index, and where several items have the same one, in the order in which they came. */
  private final List<Slot> slots = new ArrayList<>();

  private @Nullable Slot latest;

  /** The place of one item, and what was told of it already. */
  static final class Slot {
    final int index;
    boolean said;
    int part;
    String callId = "";
    String name = "";

    /** What was told of a message, for a server that does not repeat it where the item is whole. */
    final StringBuilder text = new StringBuilder();

    final StringBuilder refusal = new StringBuilder();
    @Nullable ResponsesItem item;
    private boolean begun;
    private boolean repeated;
    private String type = "";
    private String key = "";

    private Slot(int index) {
      this.index = index;
    }

    /** Notes that this is the item's place; false if something was known of it before. */
    boolean begin(ResponsesItem begins) {
      boolean first = !begun;
      begun = true;
      type = begins.type();
      key = key(begins);
      return first;
    }

    private static String key(ResponsesItem item) {
      return item.callId().isBlank() ? item.id() : item.callId();
    }

    private boolean isOf(ResponsesItem some) {
      return type.equals(some.type()) && !key.isBlank() && key.equals(key(some));
    }

    /** Whether an item has its place here that is another one than this. */
    private boolean isTaken(ResponsesItem some) {
      boolean known = item != null && !key.isBlank() && !key(some).isBlank();
      return begun && !isOf(some) && (known || !type.equals(some.type()));
    }

    /** Whether this can be the place of an item that the last event repeats. */
    private boolean suits(ResponsesItem repeat) {
      return !repeated && (!begun || type.equals(repeat.type()));
    }
  }

  /** The place that something is told of: the latest if it has no index. */
  Slot at(int index) {
    Slot slot = latest;
    if (slot == null || (index >= 0 && slot.index != index)) {
      int place = Math.max(index, 0);
      slot = last(one -> one.index == place);
      slot = slot == null ? add(place) : slot;
      latest = slot;
    }
    return slot;
  }

  /** The place of an item that begins: the next one if it has no index. */
  Slot beginning(int index, ResponsesItem item) {
    Slot slot = at(index < 0 ? nextIndex() : index);
    if (slot.begun && !slot.isOf(item)) {
      slot = add(slot.index);
      latest = slot;
    }
    return slot;
  }

  /** The place of an item that is whole. */
  Slot ending(int index, ResponsesItem item) {
    Slot slot = at(index);
    if (!slot.isOf(item)) {
      Slot begun = first(one -> one.item == null && one.isOf(item));
      slot = begun != null ? begun : slot.isTaken(item) ? add(slot.index) : slot;
      latest = slot;
    }
    return slot;
  }

  /**
   * The places of the items that the last event repeats. A server may leave items out there that it
   * sent before, and the others then move up.
   */
  List<Slot> repeating(List<ResponsesItem> items) {
    List<@Nullable Slot> known = new ArrayList<>();
    for (ResponsesItem item : items) {
      known.add(repeated(first(slot -> !slot.repeated && slot.isOf(item))));
    }
    List<Slot> places = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Slot slot = known.get(i);
      places.add(slot == null ? unknown(i, items.get(i)) : slot);
    }
    return places;
  }

  private static @Nullable Slot repeated(@Nullable Slot slot) {
    if (slot != null) {
      slot.repeated = true;
    }
    return slot;
  }

  private Slot unknown(int index, ResponsesItem item) {
    Slot usual = last(slot -> slot.index == index);
    Slot slot = usual != null && usual.suits(item) ? usual : first(one -> one.suits(item));
    slot = slot == null ? add(usual == null ? index : nextIndex()) : slot;
    slot.repeated = true;
    return slot;
  }

  /** All of them, in the order of their items. */
  List<Slot> inOrder() {
    return slots;
  }

  private @Nullable Slot first(Predicate<Slot> wanted) {
    return slots.stream().filter(wanted).findFirst().orElse(null);
  }

  private @Nullable Slot last(Predicate<Slot> wanted) {
    for (int i = slots.size() - 1; i >= 0; i--) {
      if (wanted.test(slots.get(i))) {
        return slots.get(i);
      }
    }
    return null;
  }

  private Slot add(int index) {
    int place = slots.size();
    while (place > 0 && slots.get(place - 1).index > index) {
      place--;
    }
    Slot slot = new Slot(index);
    slots.add(place, slot);
    return slot;
  }

  private int nextIndex() {
    return slots.isEmpty() ? 0 : slots.get(slots.size() - 1).index + 1;
  }
}
