package dev.adze.model.openai;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What OpenAI refuses in a request although its published document allows it. */
final class RequestRules {
  private static final String NAME = "[a-zA-Z0-9_-]{1,64}";

  /** The schema of schemas, which comes with the validator. */
  private final Schema schemas =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

  private final List<String> faults = new ArrayList<>();

  /** What is wrong with a chat completion or a response that is asked for; empty if nothing is. */
  List<String> faults(JsonNode request) {
    faults.clear();
    request.path("tools").forEach(this::tool);
    format(request.path("response_format").path("json_schema"));
    format(request.path("text").path("format"));
    if (request.has("messages")) {
      chat(request.path("messages"));
    } else {
      input(request.path("input"));
    }
    return List.copyOf(faults);
  }

  private void tool(JsonNode tool) {
    JsonNode function = tool.has("function") ? tool.path("function") : tool;
    name(function.path("name"));
    schema(function.path("parameters"), function.path("strict").asBoolean(false));
  }

  private void format(JsonNode format) {
    if (format.has("schema")) {
      name(format.path("name"));
      schema(format.path("schema"), format.path("strict").asBoolean(false));
    }
  }

  private void name(JsonNode name) {
    if (!name.asString("").matches(NAME)) {
      faults.add("The name " + name + " does not match " + NAME);
    }
  }

  private void schema(JsonNode schema, boolean strict) {
    schemas.validate(schema).forEach(error -> faults.add("No JSON Schema: " + error));
    if (strict) {
      closed(schema);
    }
  }

  /** Strict mode wants objects closed and all of their properties required. */
  private void closed(JsonNode schema) {
    if (schema.has("properties")) {
      Set<String> properties = new TreeSet<>(schema.path("properties").propertyNames());
      Set<String> required = new TreeSet<>();
      schema.path("required").forEach(name -> required.add(name.asString()));
      if (schema.path("additionalProperties").asBoolean(true)) {
        faults.add("A strict schema has an open object");
      }
      if (!properties.equals(required)) {
        faults.add("A strict schema requires " + required + " of " + properties);
      }
    }
    schema.forEach(this::closed);
  }

  private void chat(JsonNode messages) {
    Set<String> open = new HashSet<>();
    for (JsonNode message : messages) {
      if (message.path("role").asString().equals("tool")) {
        result(open, message.path("tool_call_id"));
      } else {
        answered(open);
        message
            .path("tool_calls")
            .forEach(call -> call(open, call.path("id"), call.path("function").path("name")));
      }
    }
    answered(open);
  }

  private void input(JsonNode items) {
    Set<String> open = new HashSet<>();
    for (JsonNode item : items) {
      switch (item.path("type").asString("message")) {
        case "function_call" -> call(open, item.path("call_id"), item.path("name"));
        case "function_call_output" -> result(open, item.path("call_id"));
        default -> answered(open);
      }
    }
    answered(open);
  }

  private void call(Set<String> open, JsonNode id, JsonNode name) {
    name(name);
    if (!open.add(id.asString(""))) {
      faults.add("Two calls have the id " + id);
    }
  }

  private void result(Set<String> open, JsonNode id) {
    if (!open.remove(id.asString(""))) {
      faults.add("No call is open for the result of " + id);
    }
  }

  private void answered(Set<String> open) {
    if (!open.isEmpty()) {
      faults.add("There is no result of " + open);
      open.clear();
    }
  }
}
