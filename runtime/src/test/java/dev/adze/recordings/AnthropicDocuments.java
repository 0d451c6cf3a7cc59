package dev.adze.recordings;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The documents of a recorded request of the Messages API, and whether they are to be cited. */
final class AnthropicDocuments {
  private static final JsonNode CITED = JsonMapper.shared().createObjectNode().put("enabled", true);

  private AnthropicDocuments() {}

  /** Whether there are documents and all are to be cited. */
  static boolean cited(ObjectNode request) {
    List<ObjectNode> documents = documents(request);
    return !documents.isEmpty()
        && documents.stream().allMatch(document -> document.path("citations").equals(CITED));
  }

  /** Takes what is said of citations away; whether anything was. */
  static boolean removeCitations(ObjectNode request) {
    boolean removed = false;
    for (ObjectNode document : documents(request)) {
      removed |= document.remove("citations") != null;
    }
    return removed;
  }

  private static List<ObjectNode> documents(ObjectNode request) {
    List<ObjectNode> documents = new ArrayList<>();
    for (JsonNode message : request.path("messages").values()) {
      if (message.path("role").asString("").equals("user")) {
        add(documents, message.path("content"));
        message.path("content").forEach(block -> add(documents, block.path("content")));
      }
    }
    return documents;
  }

  private static void add(List<ObjectNode> documents, JsonNode blocks) {
    for (JsonNode block : blocks.values()) {
      if (block.path("type").asString("").equals("document")) {
        documents.add(block.asObject());
      }
    }
  }
}
