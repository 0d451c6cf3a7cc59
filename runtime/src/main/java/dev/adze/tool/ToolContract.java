package dev.adze.tool;

import dev.adze.internal.JsonTree;
import dev.adze.internal.JsonTree.Literal;
import dev.adze.internal.JsonTree.Members;
import dev.adze.internal.JsonTree.Text;
import dev.adze.internal.TextHash;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The contract of one tool: what the model and the person who approves rely on, as JSON. Strict
 * profiles are no part of it; they say how a schema may be sent, not what it promises.
 */
final class ToolContract {
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
      return JsonTree.parse(json);
    } catch (IllegalArgumentException e) {
      return new Text(json);
    }
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
