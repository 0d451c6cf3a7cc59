package dev.adze.processor.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The parameters of a tool or the components of a record. */
record Slots(List<Slot> list) {
  /** Draws slots of any type and presence. */
  static Slots draw(TypeDraw draw, int count) {
    List<String> javaNames = draw.javaNames(count);
    List<String> wireNames = draw.wireNames(javaNames);
    List<Slot> slots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      slots.add(slot(draw, javaNames.get(i), wireNames.get(i)));
    }
    return new Slots(slots);
  }

  /** The same, but that the first one must be given. */
  Slots firstRequired(Dice dice) {
    List<Slot> changed = new ArrayList<>(list);
    Slot first = list.get(0);
    if (!first.isRequired()) {
      changed.set(
          0, slot(dice, first.javaName(), first.wireName(), first.type(), Slot.Presence.REQUIRED));
    }
    return new Slots(changed);
  }

  private static Slot slot(TypeDraw draw, String javaName, String wireName) {
    JavaType type = draw.type();
    Slot.Presence presence =
        draw.dice()
            .pick(
                Slot.Presence.REQUIRED,
                Slot.Presence.REQUIRED,
                Slot.Presence.OPTIONAL,
                Slot.Presence.NULLABLE,
                Slot.Presence.DEFAULTED);
    return slot(draw.dice(), javaName, wireName, type, presence);
  }

  private static Slot slot(
      Dice dice, String javaName, String wireName, JavaType type, Slot.Presence presence) {
    String description = Texts.description(dice);
    boolean defaulted = presence == Slot.Presence.DEFAULTED;
    String given = defaulted ? Json.text(type.document(Walk.valid(dice))) : "";
    String notes =
        Notes.name(dice, javaName, wireName)
            + (defaulted
                ? Notes.defaultValue(dice, type, given, description)
                : Notes.description(dice, description));
    return new Slot(javaName, wireName, description, type, presence, given, notes);
  }

  String declaration() {
    return list.stream().map(Slot::declaration).collect(Collectors.joining(", "));
  }

  void declare(Set<String> declarations) {
    list.forEach(slot -> slot.type().declare(declarations));
  }

  Doc document(Walk walk) {
    return new Doc.Members(members(walk));
  }

  List<Doc.Member> members(Walk walk) {
    Dice dice = walk.dice();
    List<Doc.Member> members = new ArrayList<>();
    for (Slot slot : list) {
      if (slot.isRequired()) {
        members.add(member(walk, slot, walk.value(slot.type())));
      } else if (!walk.isDeep() && dice.chance(0.5)) {
        members.add(member(walk, slot, walk.value(slot.type(), true)));
      } else if (dice.chance(0.15)) {
        members.add(member(walk, slot, Doc.literal("null")));
      }
    }
    return dice.chance(0.3) ? dice.shuffled(members) : members;
  }

  private static Doc.Member member(Walk walk, Slot slot, Doc value) {
    return new Doc.Member(Spelling.string(walk.dice(), slot.wireName()), value);
  }

  Doc fault(Walk walk, boolean nullFits) {
    Dice dice = walk.dice();
    List<Slot> required = list.stream().filter(Slot::isRequired).toList();
    return switch (dice.below(5)) {
      case 0 -> Faults.instead(walk, nullFits, Faults.Kind.OBJECT);
      case 1 -> required.isEmpty() ? unknown(walk) : without(walk, dice.pick(required));
      case 2 -> list.isEmpty() ? unknown(walk) : twice(walk, dice.pick(list));
      case 3 -> asString(walk);
      default -> unknown(walk);
    };
  }

  private Doc without(Walk walk, Slot missing) {
    List<Doc.Member> members = members(walk);
    members.removeIf(member -> Json.read(member.name()).stringValue().equals(missing.wireName()));
    return walk.fault("required", new Doc.Members(members));
  }

  private Doc twice(Walk walk, Slot slot) {
    List<Doc.Member> members = members(walk);
    members.removeIf(member -> Json.read(member.name()).stringValue().equals(slot.wireName()));
    Doc value = slot.type().document(Walk.valid(walk.dice()));
    members.add(member(walk, slot, value));
    members.add(walk.dice().below(members.size()), member(walk, slot, value));
    return walk.fault("duplicate", new Doc.Members(members));
  }

  private Doc unknown(Walk walk) {
    Dice dice = walk.dice();
    List<String> known = list.stream().map(Slot::wireName).toList();
    String near = known.isEmpty() ? "a" : dice.pick(known);
    String name =
        dice.pick(
            "",
            "unknown",
            "__proto__",
            near + " ",
            near + "s",
            near.toUpperCase(Locale.ROOT),
            near.toLowerCase(Locale.ROOT),
            near + "\u0000",
            list.isEmpty() ? "b" : list.get(0).javaName());
    String unknown = known.contains(name) ? "quite unknown" : name;
    List<Doc.Member> members = members(walk);
    Doc value = Doc.literal(dice.pick("null", "1", "\"x\"", "[]", "{\"a\":[{}]}"));
    members.add(
        dice.below(members.size() + 1), new Doc.Member(Spelling.string(dice, unknown), value));
    return walk.fault("additionalProperties", new Doc.Members(members));
  }

  private Doc asString(Walk walk) {
    String text = Json.text(document(Walk.valid(walk.dice())));
    return walk.fault("object as string", Spelling.string(walk.dice(), text));
  }

  boolean same(JsonNode given, JsonNode bound) {
    return given.isObject()
        && bound.isObject()
        && list.stream()
            .allMatch(slot -> slot.same(given.path(slot.wireName()), bound.path(slot.wireName())));
  }
}
