package dev.adze.recordings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Brings requests of the Responses API into one of the forms that mean the same. */
final class ResponsesRequestForms {
  /** What every request asks for. */
  static final String USUAL_INCLUDE = "[\"reasoning.encrypted_content\"]";

  private static final ModelledMembers TOOL =
      ModelledMembers.of("a tool", "type", "name", "description", "parameters", "strict");
  private static final ModelledMembers FORMAT =
      ModelledMembers.of(
          "the format of an answer", "type", "name", "description", "schema", "strict");

  private final RecordedExchange exchange;
  private final @Nullable NotModelled notModelled;

  /**
   * @param notModelled is told what is left out; null for a request that was sent
   */
  ResponsesRequestForms(RecordedExchange exchange, @Nullable NotModelled notModelled) {
    this.exchange = exchange;
    this.notModelled = notModelled;
  }

  private void note(String reason) {
    if (notModelled != null) {
      notModelled.add(reason, exchange.id());
    }
  }

  JsonNode comparable(ObjectNode request) {
    JsonNode recorded = exchange.request();
    request.removeIf(JsonNode::isNull);
    if (!request.path("stream").asBoolean(false)) {
      request.remove("stream");
    }
    if (!recorded.has("store")) {
      request.remove("store");
      note("no \"store\": a conversation is not stored unless extra JSON asks for it");
    }
    if (!recorded.has("include")) {
      request.remove("include");
      note("no \"include\": encrypted reasoning is always asked for");
    }
    if (request.path("tools").isEmpty()) {
      request.remove("tools");
    }
    if (!request.path("instructions").isContainer()) {
      removeEmpty(request, "instructions");
    }
    tools(request);
    output(request);
    new ResponsesItemForms(exchange, notModelled).input(request);
    sortRequired(request.path("tools"));
    sortRequired(request.path("text"));
    return request;
  }

  private void tools(ObjectNode request) {
    List<JsonNode> tools = new ArrayList<>();
    for (JsonNode node : request.path("tools").values()) {
      if (node instanceof ObjectNode tool && ResponsesOptions.isFunction(tool)) {
        function(tool);
      }
      tools.add(node);
    }
    if (!tools.isEmpty()) {
      // The provider's own tools come after ours, wherever they were.
      tools.sort(Comparator.comparing(tool -> tool.path("type") + "" + tool.path("name")));
      request.putArray("tools").addAll(tools);
    }
  }

  private void function(ObjectNode tool) {
    leaveOut(tool, TOOL);
    if (notModelled != null && !tool.path("parameters").isObject()) {
      tool.set("parameters", JsonMapper.shared().readTree(WireFormat.NO_PARAMETERS));
      note("a tool without parameters: sent with a schema that has none");
    }
    strict(tool, "parameters", "a tool");
    removeEmpty(tool, "description");
  }

  private void strict(ObjectNode declared, String schema, String what) {
    if (notModelled != null) {
      StrictSchema.settle(declared, schema, what, this::note);
    }
    if (!declared.path("strict").asBoolean(false)) {
      declared.remove("strict");
    }
  }

  private static void removeEmpty(ObjectNode object, String name) {
    if (object.path(name).asString("").isEmpty()) {
      object.remove(name);
    }
  }

  private void output(ObjectNode request) {
    if (request.path("text").path("format") instanceof ObjectNode format
        && ResponsesOptions.isSchema(format)) {
      leaveOut(format, FORMAT);
      strict(format, "schema", "the format of an answer");
      removeEmpty(format, "description");
    }
  }

  /** What we send without a word for it in the recording stays a difference. */
  private void leaveOut(ObjectNode object, ModelledMembers modelled) {
    if (notModelled != null) {
      modelled.keep(object, this::note);
    }
  }

  /** The order of the names of required properties has no meaning, and neither have none. */
  private static void sortRequired(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.path("required").isArray()
        && object.path("required").isEmpty()) {
      object.remove("required");
    } else if (schema.path("required") instanceof ArrayNode required) {
      List<JsonNode> names = new ArrayList<>(required.values());
      names.sort(Comparator.comparing(JsonNode::toString));
      required.removeAll().addAll(names);
    }
    schema.values().forEach(ResponsesRequestForms::sortRequired);
  }
}
