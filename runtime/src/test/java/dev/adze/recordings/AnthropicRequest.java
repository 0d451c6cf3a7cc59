package dev.adze.recordings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A recorded request of the Messages API without what our types have no word for. What is left out
 * is noted; all else is compared with what a client makes of it.
 */
final class AnthropicRequest {
  private static final String OTHER_MARKS =
      "marks for the prompt cache elsewhere than promptCache puts them";

  private final ObjectNode body;
  private final Set<String> leftOut = new TreeSet<>();
  private final String notModelled;

  private AnthropicRequest(ObjectNode body, String notModelled) {
    this.body = body;
    this.notModelled = notModelled;
  }

  static AnthropicRequest of(RecordedExchange exchange) {
    ObjectNode nothing = JsonMapper.shared().createObjectNode();
    if (!exchange.hasRequest()) {
      return new AnthropicRequest(nothing, "");
    }
    ObjectNode body = exchange.request().deepCopy().asObject();
    String unreadable = AnthropicShapes.unreadable(body);
    if (!unreadable.isEmpty()) {
      return new AnthropicRequest(nothing, unreadable);
    }
    AnthropicRequest request = new AnthropicRequest(body, "");
    request.clean();
    String broken = AnthropicShapes.broken(body);
    return broken.isEmpty() ? request : new AnthropicRequest(nothing, broken);
  }

  /** Why nothing of the request can be said in our types; empty if it can. */
  Optional<String> notModelled() {
    return notModelled.isEmpty() ? Optional.empty() : Optional.of(notModelled);
  }

  /** What is said in our types. */
  ObjectNode body() {
    return body;
  }

  /** What the recorded request says beside that, each with a reason. */
  Set<String> leftOut() {
    return leftOut;
  }

  /** Whether it is marked for the cache otherwise than a client of ours does. */
  boolean hasOtherMarks() {
    return leftOut.contains(OTHER_MARKS);
  }

  private void clean() {
    removeNulls(body);
    if (!body.path("stream").isBoolean() && body.remove("stream") != null) {
      leftOut.add("\"stream\" that is no boolean");
    }
    AnthropicBlockCleaning blocks = new AnthropicBlockCleaning(leftOut);
    if (body.has("system")) {
      ArrayNode system = blocks.list(body.path("system"));
      body.set("system", blocks.texts(system, "instructions"));
    }
    for (JsonNode message : body.path("messages").values()) {
      cleanMessage(message.asObject(), blocks);
    }
    AnthropicTurns.endTurns(body, leftOut);
    removeEmptyMessages();
    if (!AnthropicDocuments.cited(body) && AnthropicDocuments.removeCitations(body)) {
      leftOut.add("citations of some documents, which the provider wants for all or none");
    }
    AnthropicTools.clean(body, leftOut);
    thinking();
    if (AnthropicMarks.of(body).isEmpty() && AnthropicMarks.remove(body)) {
      leftOut.add(OTHER_MARKS);
    }
  }

  private void cleanMessage(ObjectNode message, AnthropicBlockCleaning blocks) {
    keepMembers(message, "a message", Set.of("role", "content"), leftOut);
    ArrayNode content = blocks.list(message.path("content"));
    switch (message.path("role").asString("")) {
      case "assistant" -> message.set("content", blocks.assistant(content));
      case "system" -> message.set("content", blocks.texts(content, "instructions"));
      default -> message.set("content", blocks.user(content));
    }
  }

  private void removeEmptyMessages() {
    List<JsonNode> messages = new ArrayList<>(body.path("messages").valueStream().toList());
    messages.removeIf(message -> message.path("content").isEmpty());
    body.putArray("messages").addAll(messages);
  }

  /**
   * The provider wants a turn that goes on to have begun with thinking, and a client sees to it.
   */
  private void thinking() {
    if (body.path("thinking").path("type").asString("").equals("enabled")
        && !AnthropicTurns.takeThinking(body)) {
      body.remove("thinking");
      leftOut.add("a budget for thinking where the turn did not begin with it");
    }
  }

  /** A member that is null says no more than none. */
  static void removeNulls(ObjectNode object) {
    object.removeIf(JsonNode::isNull);
  }

  /** Leaves out, and notes, every member that is not modelled. */
  static void keepMembers(
      ObjectNode object, String what, Set<String> modelled, Set<String> leftOut) {
    removeNulls(object);
    new ModelledMembers(what, modelled).keep(object, leftOut::add);
  }
}
