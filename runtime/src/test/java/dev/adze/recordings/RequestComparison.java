package dev.adze.recordings;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Compares the requests that were sent with the recorded ones. */
final class RequestComparison {
  private final Differences differences;
  private final NotModelled notModelled;

  RequestComparison(Differences differences, NotModelled notModelled) {
    this.differences = differences;
    this.notModelled = notModelled;
  }

  /** Compares what a run sent with what was recorded of it. */
  void compare(RecordedRun run, List<ReplayScript.Received> sent) {
    differences.check(
        run.first().id(), "number of requests in the run", run.exchanges().size(), sent.size());
    for (int i = 0; i < Math.min(run.exchanges().size(), sent.size()); i++) {
      compare(run.exchanges().get(i), sent.get(i));
    }
  }

  private void compare(RecordedExchange exchange, ReplayScript.Received sent) {
    differences.check(
        exchange.id(),
        "request line",
        "POST " + exchange.path(),
        sent.method() + " " + sent.path());
    ObjectNode recorded = modelled(exchange);
    JsonNode body = tree(sent.body());
    if (!body.isObject()) {
      differences.add(exchange.id(), "request", recorded.toString(), sent.body());
      return;
    }
    JsonComparison comparison = new JsonComparison(differences, exchange.id());
    comparison.compare("request", plain(recorded), plain(body.asObject()));
  }

  /** A copy of the recorded request, without what is not modelled. */
  private ObjectNode modelled(RecordedExchange exchange) {
    ObjectNode recorded = exchange.request().deepCopy().asObject();
    for (JsonNode tool : recorded.path("tools").values()) {
      drop(tool.path("function").asObject(), "strict", NotModelled.Field.STRICT, exchange);
    }
    for (JsonNode node : recorded.path("messages").values()) {
      ObjectNode message = node.asObject();
      String role = message.path("role").asString();
      drop(message, "annotations", NotModelled.Field.ANNOTATIONS, exchange);
      if (role.equals("tool")) {
        drop(message, "name", NotModelled.Field.NAME, exchange);
      } else if (role.equals("developer")) {
        message.put("role", "system");
        notModelled.field(NotModelled.Field.DEVELOPER, exchange.id());
      }
    }
    if (exchange.streamed() && !recorded.has("stream_options")) {
      recorded.putObject("stream_options").put("include_usage", true);
      notModelled.field(NotModelled.Field.USAGE, exchange.id());
    }
    return recorded;
  }

  private void drop(
      ObjectNode object, String name, NotModelled.Field field, RecordedExchange exchange) {
    if (object.remove(name) != null) {
      notModelled.field(field, exchange.id());
    }
  }

  /** The request in one of the forms that mean the same. */
  private static ObjectNode plain(ObjectNode request) {
    if (!request.path("stream").asBoolean(false)) {
      request.remove("stream");
    }
    for (JsonNode tool : request.path("tools").values()) {
      if (tool.path("function") instanceof ObjectNode function
          && isEmpty(function.path("description"))) {
        function.remove("description");
      }
    }
    request.path("messages").values().forEach(message -> plainMessage(message.asObject()));
    return request;
  }

  private static void plainMessage(ObjectNode message) {
    JsonNode content = message.path("content");
    if (content.size() == 1 && content.path(0).has("text")) {
      message.set("content", content.path(0).path("text"));
    }
    if (message.has("tool_calls")) {
      if (isEmpty(message.path("content"))) {
        message.remove("content");
      }
      plainCalls(message);
    }
  }

  private static boolean isEmpty(JsonNode text) {
    return text.isNull() || text.isString() && text.asString().isEmpty();
  }

  private static void plainCalls(ObjectNode message) {
    for (JsonNode call : message.path("tool_calls").values()) {
      ObjectNode function = call.path("function").asObject();
      function.set("arguments", tree(function.path("arguments").asString()));
    }
  }

  /** The text as a tree; the text itself if it is no JSON. */
  private static JsonNode tree(String text) {
    try {
      return JsonMapper.shared().readTree(text);
    } catch (JacksonException noJson) {
      return JsonMapper.shared().getNodeFactory().stringNode(text);
    }
  }
}
