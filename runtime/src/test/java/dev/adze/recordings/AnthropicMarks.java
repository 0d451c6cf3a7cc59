package dev.adze.recordings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How long a request of the Messages API has its beginning cached, where it is marked as a client
 * of ours marks it: the last tool and the last instruction, and the ends of the last two turns of
 * the user. Nothing is marked where the time is zero.
 *
 * @param prefix of tools and instructions
 * @param conversation of the user's turns
 */
record AnthropicMarks(Duration prefix, Duration conversation) {
  private static final String MARK = "cache_control";

  /** The times; empty if the marks stand elsewhere, or say something else. */
  static Optional<AnthropicMarks> of(ObjectNode request) {
    ObjectNode joined = request.deepCopy();
    AnthropicTurns.join(joined);
    List<JsonNode> beginning = new ArrayList<>();
    addLast(beginning, AnthropicTools.plain(joined));
    addLast(beginning, joined.path("system").valueStream().toList());
    List<JsonNode> users =
        joined
            .path("messages")
            .valueStream()
            .filter(message -> message.path("role").asString("").equals("user"))
            .toList();
    List<JsonNode> ends = new ArrayList<>();
    users
        .subList(Math.max(0, users.size() - 2), users.size())
        .forEach(user -> addLast(ends, user.path("content").valueStream().toList()));
    Optional<Duration> prefix = time(beginning);
    Optional<Duration> conversation = time(ends);
    if (prefix.isEmpty()
        || conversation.isEmpty()
        || count(beginning) + count(ends) != marked(joined).size()
        || !prefix.get().isZero() && conversation.get().compareTo(prefix.get()) > 0
        || !conversation.get().isZero() && joined.has(MARK)) {
      return Optional.empty();
    }
    return Optional.of(new AnthropicMarks(prefix.get(), conversation.get()));
  }

  private static void addLast(List<JsonNode> list, List<JsonNode> blocks) {
    if (!blocks.isEmpty()) {
      list.add(blocks.get(blocks.size() - 1));
    }
  }

  private static int count(List<JsonNode> blocks) {
    return (int) blocks.stream().filter(block -> block.has(MARK)).count();
  }

  /** The time that all are marked with; empty if that differs. */
  private static Optional<Duration> time(List<JsonNode> blocks) {
    List<Optional<Duration>> times =
        blocks.stream().map(block -> time(block.path(MARK))).distinct().toList();
    return switch (times.size()) {
      case 0 -> Optional.of(Duration.ZERO);
      case 1 -> times.get(0);
      default -> Optional.empty();
    };
  }

  private static Optional<Duration> time(JsonNode mark) {
    if (mark.isMissingNode()) {
      return Optional.of(Duration.ZERO);
    }
    boolean known =
        mark.path("type").asString("").equals("ephemeral")
            && mark.size() == (mark.has("ttl") ? 2 : 1);
    return switch (known ? mark.path("ttl").asString("5m") : "") {
      case "5m" -> Optional.of(Duration.ofMinutes(5));
      case "1h" -> Optional.of(Duration.ofHours(1));
      default -> Optional.empty();
    };
  }

  /** Takes every mark away; whether there was one. */
  static boolean remove(ObjectNode request) {
    List<ObjectNode> marked = marked(request);
    marked.forEach(one -> one.remove(MARK));
    return !marked.isEmpty();
  }

  /** Five minutes are what is meant without a word. */
  static void plain(ObjectNode request) {
    for (ObjectNode one : marked(request)) {
      if (one.path(MARK).path("ttl").asString("").equals("5m")) {
        one.path(MARK).asObject().remove("ttl");
      }
    }
  }

  private static List<ObjectNode> marked(ObjectNode request) {
    List<JsonNode> places = new ArrayList<>();
    request.path("tools").forEach(places::add);
    request.path("system").forEach(places::add);
    for (JsonNode message : request.path("messages").values()) {
      for (JsonNode block : message.path("content").values()) {
        places.add(block);
        if (block.path("type").asString("").equals("tool_result")) {
          block.path("content").forEach(places::add);
        }
      }
    }
    return places.stream().filter(place -> place.has(MARK)).map(JsonNode::asObject).toList();
  }
}
