package dev.adze.tool;

import dev.adze.internal.JsonTree;
import dev.adze.internal.JsonTree.Elements;
import dev.adze.internal.JsonTree.Literal;
import dev.adze.internal.JsonTree.Members;
import dev.adze.internal.JsonTree.Text;
import dev.adze.internal.TextHash;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The contract of one tool: what the model and the person who approves rely on, as JSON. Strict
 * profiles are no part of it; they say how a schema may be sent, not what it promises.
 */
final class ToolContract {
  /** Whose order says nothing, and is not the same from all compilers. */
  private static final Set<String> CHOICES = Set.of("enum", "anyOf");

  /** Keywords whose members are named freely, and are schemas. */
  private static final Set<String> NAMED = Set.of("properties", "$defs");

  /** Keywords that hold a value, whatever that looks like. */
  private static final Set<String> VALUES = Set.of("default", "const");

  private ToolContract() {}

  static String hash(ToolSpec spec) {
    return TextHash.of(of(spec).canonical().getBytes(StandardCharsets.US_ASCII));
  }

  /** The same members as the contract that the processor writes for a tool has. */
  private static JsonTree of(ToolSpec spec) {
    Map<String, JsonTree> contract = new LinkedHashMap<>();
    contract.put("name", new Text(spec.name()));
    if (!spec.title().equals(spec.name())) {
      contract.put("title", new Text(spec.title()));
    }
    if (!spec.description().isEmpty()) {
      contract.put("description", new Text(spec.description()));
    }
    contract.put("inputSchema", schema(spec.inputSchema()));
    spec.outputSchema().ifPresent(schema -> contract.put("outputSchema", schema(schema)));
    contract.put("hints", hints(spec.hints()));
    contract.put("sequential", bool(spec.sequential()));
    spec.timeout().ifPresent(timeout -> contract.put("timeout", new Text(timeout.toString())));
    if (spec.requiresApproval()) {
      contract.put(
          "approval",
          new Members(
              Map.of(
                  "reason",
                  new Text(spec.approvalReason()),
                  "rememberable",
                  bool(spec.approvalRememberable()))));
    }
    return new Members(contract);
  }

  /** Nobody checks a schema that was written by hand; one that is no JSON is the text it is. */
  private static JsonTree schema(String json) {
    try {
      return sorted(JsonTree.parse(json));
    } catch (IllegalArgumentException e) {
      return new Text(json);
    }
  }

  private static JsonTree sorted(JsonTree schema) {
    if (schema instanceof Elements all) {
      return new Elements(all.elements().stream().map(ToolContract::sorted).toList());
    }
    if (!(schema instanceof Members object)) {
      return schema;
    }
    Map<String, JsonTree> members = new LinkedHashMap<>(object.members());
    members.replaceAll((keyword, value) -> {
      if (NAMED.contains(keyword) && value instanceof Members named) {
        Map<String, JsonTree> schemas = new LinkedHashMap<>(named.members());
        schemas.replaceAll((name, one) -> sorted(one));
        return new Members(schemas);
      }
      JsonTree inner = VALUES.contains(keyword) ? value : sorted(value);
      return CHOICES.contains(keyword) && inner instanceof Elements choices
          ? new Elements(inOrder(choices.elements()))
          : inner;
    });
    return new Members(members);
  }

  private static List<JsonTree> inOrder(List<JsonTree> choices) {
    return choices.stream().sorted(Comparator.comparing(JsonTree::canonical)).toList();
  }

  private static JsonTree hints(ToolHints hints) {
    return new Members(
        Map.of(
            "readOnly", bool(hints.readOnly()),
            "destructive", bool(hints.destructive()),
            "idempotent", bool(hints.idempotent()),
            "openWorld", bool(hints.openWorld())));
  }

  private static JsonTree bool(boolean value) {
    return new Literal(Boolean.toString(value));
  }
}
