package dev.adze.contract;

import static dev.adze.contract.Findings.fromTo;
import static dev.adze.contract.Findings.shown;
import static dev.adze.contract.Findings.step;

import dev.adze.internal.JsonTree;
import dev.adze.internal.JsonTree.Elements;
import dev.adze.internal.JsonTree.Literal;
import dev.adze.internal.JsonTree.Members;
import dev.adze.internal.JsonTree.Text;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares two schemas as the processor writes them, keyword by keyword. What it does not know
 * counts as different: better a change that a person has to accept than one that nobody saw.
 */
final class SchemaDiff {
  private static final String DEFINITION = "#/$defs/";
  private static final Members ANYTHING = new Members(Map.of());
  private static final Literal FALSE = new Literal("false");
  private static final Set<String> WORDS = Set.of("title", "description", "$comment", "examples");

  /** What is compared by a step of its own, or says nothing by itself. */
  private static final Set<String> STEPS =
      Set.of(
          "type",
          "enum",
          "const",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "propertyNames",
          "default",
          "$defs");

  private final Side side;
  private final String root;
  private final Members before;
  private final Members now;
  private final Findings findings;

  /** Pairs of definitions that are compared already: they may contain themselves. */
  private final Set<List<String>> compared = new HashSet<>();

  private SchemaDiff(Side side, String root, Members before, Members now, Findings findings) {
    this.side = side;
    this.root = root;
    this.before = before;
    this.now = now;
    this.findings = findings;
  }

  /**
   * Compares two schemas.
   *
   * @param root a pointer to the newer one in the contract
   */
  static void compare(Side side, String root, Members before, Members now, Findings findings) {
    new SchemaDiff(side, root, before, now, findings).schemas(before, now, root);
  }

  private void note(Effect effect, String at, String text) {
    findings.add(side.isBrokenBy(effect), at, text);
  }

  private void schemas(JsonTree old, JsonTree schema, String at) {
    @Nullable String oldName = definition(old);
    @Nullable String name = definition(schema);
    String place = name == null ? at : root + "/$defs" + step(name);
    if (oldName == null || name == null || compared.add(List.of(oldName, name))) {
      resolved(resolve(old, before), resolve(schema, now), place);
    }
  }

  private static @Nullable String definition(JsonTree schema) {
    return schema instanceof Members object
            && object.members().get("$ref") instanceof Text reference
            && reference.value().startsWith(DEFINITION)
        ? reference.value().substring(DEFINITION.length())
        : null;
  }

  /** The definition that a schema refers to, with what the schema says beside the reference. */
  private static Map<String, JsonTree> resolve(JsonTree schema, Members root) {
    Members given = schema instanceof Members object ? object : ANYTHING;
    Set<String> followed = new HashSet<>();
    @Nullable String name;
    while ((name = definition(given)) != null
        && followed.add(name)
        && root.members().get("$defs") instanceof Members definitions
        && definitions.members().get(name) instanceof Members target) {
      Map<String, JsonTree> whole = new LinkedHashMap<>(given.members());
      whole.remove("$ref");
      target.members().forEach(whole::putIfAbsent);
      given = new Members(whole);
    }
    return given.members();
  }

  private void resolved(Map<String, JsonTree> old, Map<String, JsonTree> schema, String at) {
    words(old, schema, at);
    if (Unions.isOne(old) || Unions.isOne(schema)) {
      branches(Unions.of(old), Unions.of(schema), at);
    } else if (types(old, schema, at)) {
      values(old, schema, at);
      Limits.compare(
          old, schema, (keyword, effect, text) -> note(effect, at + step(keyword), text));
      parts(old, schema, at);
      properties(old, schema, at);
      rest(old, schema, at);
    }
  }

  private void words(Map<String, JsonTree> old, Map<String, JsonTree> schema, String at) {
    for (String keyword : WORDS) {
      if (!shown(old.get(keyword)).equals(shown(schema.get(keyword)))) {
        note(Effect.WORDING, at + step(keyword), fromTo(old.get(keyword), schema.get(keyword)));
      }
    }
  }

  private void branches(List<JsonTree> old, List<JsonTree> branches, String at) {
    Map<String, JsonTree> from = Unions.byKey(old, branch -> resolve(branch, before));
    Map<String, JsonTree> to = Unions.byKey(branches, branch -> resolve(branch, now));
    from.forEach((key, branch) -> {
      @Nullable JsonTree same = to.get(key);
      if (same == null) {
        note(Effect.NARROWER, at + "/anyOf", "no longer " + key);
      } else {
        String index = branches.size() == 1 ? "" : "/anyOf/" + branches.indexOf(same);
        schemas(branch, same, at + index);
      }
    });
    to.keySet().stream()
        .filter(key -> !from.containsKey(key))
        .forEach(key -> note(Effect.WIDER, at + "/anyOf", "also " + key));
  }

  /** Compares what kinds of values there are, and answers whether there are common ones. */
  private boolean types(Map<String, JsonTree> old, Map<String, JsonTree> schema, String at) {
    Set<String> from = Unions.types(old);
    Set<String> to = Unions.types(schema);
    if (from.equals(to)) {
      return true;
    }
    boolean wider = isAnything(schema) || covers(to, from);
    boolean narrower = isAnything(old) || covers(from, to);
    Effect effect = wider ? Effect.WIDER : narrower ? Effect.NARROWER : Effect.DIFFERENT;
    note(effect, at + "/type", fromTo(old.get("type"), schema.get("type")));
    return effect != Effect.DIFFERENT && !from.isEmpty() && !to.isEmpty();
  }

  private static boolean isAnything(Map<String, JsonTree> schema) {
    return schema.keySet().stream()
        .allMatch(word -> WORDS.contains(word) || word.equals("default") || word.equals("$defs"));
  }

  private static boolean covers(Set<String> types, Set<String> others) {
    return !others.isEmpty()
        && others.stream()
            .allMatch(type ->
                types.contains(type) || (type.equals("integer") && types.contains("number")));
  }

  private void values(Map<String, JsonTree> old, Map<String, JsonTree> schema, String at) {
    @Nullable Set<JsonTree> from = Unions.constants(old);
    @Nullable Set<JsonTree> to = Unions.constants(schema);
    String pointer = at + (schema.containsKey("const") ? "/const" : "/enum");
    if (from != null && to != null) {
      without(from, to)
          .forEach(value -> note(Effect.NARROWER, pointer, "no longer " + shown(value)));
      without(to, from).forEach(value -> note(Effect.WIDER, pointer, "also " + shown(value)));
    } else if (to != null) {
      note(Effect.NARROWER, pointer, "only " + shown(new Elements(List.copyOf(to))));
    } else if (from != null) {
      note(Effect.WIDER, pointer, "no longer only " + shown(new Elements(List.copyOf(from))));
    }
  }

  private static Set<JsonTree> without(Set<JsonTree> values, Set<JsonTree> others) {
    Set<JsonTree> rest = new LinkedHashSet<>(values);
    rest.removeAll(others);
    return rest;
  }

  private void parts(Map<String, JsonTree> old, Map<String, JsonTree> schema, String at) {
    for (String keyword : List.of("items", "propertyNames", "additionalProperties")) {
      JsonTree from = old.getOrDefault(keyword, ANYTHING);
      JsonTree to = schema.getOrDefault(keyword, ANYTHING);
      if (from.equals(FALSE) || to.equals(FALSE)) {
        if (!from.equals(to)) {
          note(
              to.equals(FALSE) ? Effect.NARROWER : Effect.WIDER,
              at + "/" + keyword,
              fromTo(old.get(keyword), schema.get(keyword)));
        }
      } else if (old.containsKey(keyword) || schema.containsKey(keyword)) {
        schemas(from, to, at + "/" + keyword);
      }
    }
  }

  private void properties(Map<String, JsonTree> old, Map<String, JsonTree> schema, String at) {
    Map<String, JsonTree> from = PropertyDiff.properties(old);
    Map<String, JsonTree> to = PropertyDiff.properties(schema);
    PropertyDiff diff = new PropertyDiff(side, findings, old, schema);
    from.forEach((name, property) -> {
      String pointer = at + "/properties" + step(name);
      @Nullable JsonTree same = to.get(name);
      if (same == null) {
        diff.removed(name, pointer);
      } else {
        diff.kept(name, property, same, pointer);
        schemas(property, same, pointer);
      }
    });
    JsonTree unnamed = old.getOrDefault("additionalProperties", ANYTHING);
    to.forEach((name, property) -> {
      if (!from.containsKey(name)) {
        String pointer = at + "/properties" + step(name);
        diff.added(name, pointer);
        if (!unnamed.equals(FALSE)) {
          schemas(unnamed, property, pointer);
        }
      }
    });
  }

  /** Keywords that nothing above speaks of. */
  private void rest(Map<String, JsonTree> old, Map<String, JsonTree> schema, String at) {
    Set<String> keywords = new LinkedHashSet<>(old.keySet());
    keywords.addAll(schema.keySet());
    keywords.removeAll(WORDS);
    keywords.removeAll(STEPS);
    keywords.removeAll(Limits.KEYWORDS);
    for (String keyword : keywords) {
      @Nullable JsonTree value = schema.get(keyword);
      if (!shown(old.get(keyword)).equals(shown(value))) {
        note(Effect.DIFFERENT, at + step(keyword), fromTo(old.get(keyword), value));
      }
    }
  }
}
