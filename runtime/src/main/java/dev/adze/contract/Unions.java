package dev.adze.contract;

import dev.adze.internal.JsonTree;
import dev.adze.internal.JsonTree.Elements;
import dev.adze.internal.JsonTree.Literal;
import dev.adze.internal.JsonTree.Members;
import dev.adze.internal.JsonTree.Text;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes apart what a schema allows in alternatives: branches, types, constants. */
final class Unions {
  private static final Literal NULL = new Literal("null");

  private Unions() {}

  static boolean isOne(Map<String, JsonTree> schema) {
    return schema.get("anyOf") instanceof Elements;
  }

  /** The branches; of a schema that has none, it alone. */
  static List<JsonTree> of(Map<String, JsonTree> schema) {
    if (schema.get("anyOf") instanceof Elements branches) {
      return branches.elements();
    }
    Map<String, JsonTree> only = new LinkedHashMap<>(schema);
    only.remove("description");
    only.remove("default");
    return List.of(new Members(only));
  }

  /** Branches by what tells them apart, whatever their order. */
  static Map<String, JsonTree> byKey(
      List<JsonTree> branches, Function<JsonTree, Map<String, JsonTree>> resolve) {
    Map<String, JsonTree> byKey = new LinkedHashMap<>();
    for (JsonTree branch : branches) {
      String key = key(resolve.apply(branch));
      byKey.put(byKey.containsKey(key) ? key + " (" + byKey.size() + ")" : key, branch);
    }
    return byKey;
  }

  private static String key(Map<String, JsonTree> branch) {
    for (Map.Entry<String, JsonTree> property : PropertyDiff.properties(branch).entrySet()) {
      if (property.getValue() instanceof Members schema && schema.members().containsKey("const")) {
        return Findings.shown(new Text(property.getKey()))
            + ": "
            + Findings.shown(schema.members().get("const"));
      }
    }
    return String.join(" or ", types(branch));
  }

  /** The types of values; none if all are allowed. Null is one only where constants allow it. */
  static Set<String> types(Map<String, JsonTree> schema) {
    Set<String> types = new TreeSet<>();
    @Nullable JsonTree type = schema.get("type");
    List<JsonTree> all =
        type instanceof Elements several
            ? several.elements()
            : type == null ? List.of() : List.of(type);
    for (JsonTree one : all) {
      types.add(one instanceof Text text ? text.value() : one.canonical());
    }
    @Nullable Set<JsonTree> listed = listed(schema);
    if (types.size() > 1 && listed != null && !listed.contains(NULL)) {
      types.remove("null");
    }
    return types;
  }

  /** The only values that a schema allows, but for null where its types tell; or null. */
  static @Nullable Set<JsonTree> constants(Map<String, JsonTree> schema) {
    @Nullable Set<JsonTree> listed = listed(schema);
    if (listed != null && schema.containsKey("type")) {
      listed.remove(NULL);
    }
    return listed;
  }

  private static @Nullable Set<JsonTree> listed(Map<String, JsonTree> schema) {
    @Nullable JsonTree constant = schema.get("const");
    if (constant != null) {
      return new LinkedHashSet<>(Set.of(constant));
    }
    return schema.get("enum") instanceof Elements values
        ? new LinkedHashSet<>(values.elements())
        : null;
  }
}
