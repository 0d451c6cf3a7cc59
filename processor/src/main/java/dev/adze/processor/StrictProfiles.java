package dev.adze.processor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells which strict profiles a canonical schema can be rendered for: those whose keywords can say
 * what it says, and whose limits it keeps.
 */
final class StrictProfiles {
  /** What the renderings keep, or move into a description. */
  private static final Set<String> SAYABLE =
      Set.of(
          "type",
          "title",
          "description",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "anyOf",
          "oneOf",
          "enum",
          "const",
          "$ref",
          "$defs",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "pattern",
          "minItems",
          "maxItems",
          "minLength",
          "maxLength",
          "uniqueItems",
          "contentEncoding",
          "default",
          "format",
          "minProperties",
          "maxProperties");

  private static final Set<String> KINDS =
      Set.of("type", "anyOf", "oneOf", "$ref", "enum", "const");
  private static final int MAX_PROPERTIES = 5_000;
  private static final int MAX_DEPTH = 10;
  private static final int MAX_TEXT = 120_000;
  private static final int MAX_CONSTANTS = 1_000;
  private static final int LARGE_ENUM = 250;
  private static final int MAX_TEXT_OF_LARGE_ENUM = 15_000;
  private static final int MAX_OPTIONAL = 24;
  private static final int MAX_UNIONS = 16;
  private static final String DEFINITION = "#/$defs/";

  private final Map<String, Set<String>> references = new HashMap<>();
  private boolean sayable = true;

  /** Whether null is a value of a field that may be absent: where all are required, it is both. */
  private boolean absentOrNull;

  private int properties;
  private int depth;
  private int text;
  private int constants;
  private int optional;
  private int unions;

  private int textOfLargeEnum;

  private StrictProfiles() {}

  /** How much there is in a schema of what is limited, with tables as the objects they become. */
  record Sizes(
      int properties,
      int depth,
      int text,
      int constants,
      int textOfLargeEnum,
      int optional,
      int unions) {}

  static Sizes sizes(Json schema) {
    StrictProfiles found = new StrictProfiles();
    found.walk(schema, 0, "#");
    return new Sizes(
        found.properties,
        found.depth,
        found.text,
        found.constants,
        found.textOfLargeEnum,
        found.optional,
        found.unions);
  }

  /** The names of the profiles, in the order of the runtime's enum. */
  static List<String> of(Json schema) {
    StrictProfiles found = new StrictProfiles();
    found.walk(schema, 0, "#");
    List<String> profiles = new ArrayList<>();
    if (found.fitsOpenAi()) {
      profiles.add("OPENAI_STRICT");
    }
    if (found.fitsAnthropic()) {
      profiles.add("ANTHROPIC_STRICT");
    }
    return profiles;
  }

  private boolean fitsOpenAi() {
    return sayable
        && !absentOrNull
        && textOfLargeEnum <= MAX_TEXT_OF_LARGE_ENUM
        && properties <= MAX_PROPERTIES
        && depth <= MAX_DEPTH
        && text <= MAX_TEXT
        && constants <= MAX_CONSTANTS;
  }

  /** No limit on the depth is known, but what is far deeper than others allow is not tried. */
  private boolean fitsAnthropic() {
    return sayable
        && depth <= MAX_DEPTH
        && optional <= MAX_OPTIONAL
        && unions <= MAX_UNIONS
        && references.keySet().stream().noneMatch(this::reachesItself);
  }

  private boolean reachesItself(String definition) {
    Set<String> reached = new HashSet<>(references.getOrDefault(definition, Set.of()));
    Set<String> rest = reached;
    while (!rest.isEmpty()) {
      rest =
          rest.stream()
              .flatMap(one -> references.getOrDefault(one, Set.of()).stream())
              .filter(one -> !reached.contains(one))
              .collect(Collectors.toSet());
      reached.addAll(rest);
    }
    return reached.contains(definition);
  }

  /**
   * Walks over a schema.
   *
   * @param within the name of the definition that it is in
   */
  private void walk(Json json, int level, String within) {
    if (!(json instanceof Json.Obj schema)) {
      sayable = false;
      return;
    }
    depth = Math.max(depth, level);
    if (properties > MAX_PROPERTIES && optional > MAX_OPTIONAL) {
      return; // It fits no profile, and what is written out may be without measure.
    }
    Map<String, Json> members = closed(schema.fields());
    absentOrNull |= schema.fields().containsKey("propertyNames") && isNullable(schema.fields());
    sayable &=
        SAYABLE.containsAll(members.keySet())
            && !Collections.disjoint(members.keySet(), KINDS)
            && (!isObject(members) || isClosed(members));
    walkObject(members, level, within);
    @Nullable Json items = members.get("items");
    if (items != null) {
      walk(items, level + 1, within);
    }
    walkUnion(members, level, within);
    countConstants(members);
    if (members.get("$ref") instanceof Json.Text reference) {
      references
          .computeIfAbsent(within, key -> new LinkedHashSet<>())
          .add(reference.value().replace(DEFINITION, ""));
    }
    if (members.get("$defs") instanceof Json.Obj definitions) {
      for (Map.Entry<String, Json> definition : definitions.fields().entrySet()) {
        text += definition.getKey().length();
        walk(definition.getValue(), level, definition.getKey());
      }
    }
  }

  /** A map whose names are all known is an object with a property for each, which may be absent. */
  private static Map<String, Json> closed(Map<String, Json> members) {
    if (!(members.get("propertyNames") instanceof Json.Obj names)
        || members.containsKey("properties")) {
      return members;
    }
    List<Json> known = new ArrayList<>();
    if (names.fields().get("const") instanceof Json.Text only) {
      known.add(only);
    } else if (names.fields().get("enum") instanceof Json.Array all) {
      known.addAll(all.elements());
    }
    Json.Obj properties = Json.Obj.empty();
    Json value = members.getOrDefault("additionalProperties", new Json.Bool(true));
    known.forEach(name -> properties.with(((Json.Text) name).value(), value));
    Map<String, Json> closed = new LinkedHashMap<>(members);
    closed.remove("propertyNames");
    closed.put("properties", properties);
    closed.put("additionalProperties", new Json.Bool(known.isEmpty()));
    return closed;
  }

  private static boolean isNullable(Map<String, Json> map) {
    if (!(map.get("additionalProperties") instanceof Json.Obj value)) {
      return false;
    }
    Json all = value.fields().getOrDefault("type", value.fields().get("anyOf"));
    Json.Obj nothing = Json.Obj.empty().with("type", "null");
    return all instanceof Json.Array kinds
        && (kinds.elements().contains(new Json.Text("null")) || kinds.elements().contains(nothing));
  }

  private static boolean isObject(Map<String, Json> members) {
    return members.containsKey("properties")
        || (members.get("type") instanceof Json.Text type && type.value().equals("object"));
  }

  private static boolean isClosed(Map<String, Json> members) {
    return members.get("properties") instanceof Json.Obj
        && members.get("additionalProperties") instanceof Json.Bool open
        && !open.value();
  }

  private void walkObject(Map<String, Json> members, int level, String within) {
    if (members.get("properties") instanceof Json.Obj named) {
      int required =
          members.get("required") instanceof Json.Array array ? array.elements().size() : 0;
      optional += named.fields().size() - required;
      properties += named.fields().size();
      for (Map.Entry<String, Json> property : named.fields().entrySet()) {
        text += property.getKey().length();
        walk(property.getValue(), level + 1, within);
      }
    }
  }

  private void walkUnion(Map<String, Json> members, int level, String within) {
    unions += members.get("type") instanceof Json.Array ? 1 : 0;
    for (String keyword : List.of("anyOf", "oneOf")) {
      if (members.get(keyword) instanceof Json.Array branches) {
        unions++;
        branches.elements().forEach(branch -> walk(branch, level, within));
      }
    }
  }

  private void countConstants(Map<String, Json> members) {
    if (members.get("const") instanceof Json.Text constant) {
      text += constant.value().length();
    }
    if (members.get("enum") instanceof Json.Array values) {
      int length = values.elements().stream().mapToInt(value -> value.compact().length() - 2).sum();
      text += length;
      constants += values.elements().size();
      boolean large = values.elements().size() > LARGE_ENUM;
      textOfLargeEnum = Math.max(textOfLargeEnum, large ? length : 0);
    }
  }
}
