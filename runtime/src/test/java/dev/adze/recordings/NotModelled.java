package dev.adze.recordings;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What recordings hold and this library has no word for: counted, so that nobody overlooks it. */
final class NotModelled {
  /** A part of a request that is not compared. */
  enum Field {
    /** A tool says whether its schema is enforced. */
    STRICT("\"strict\" of a tool: chosen by the provider's profile, not by the tool"),
    /** Instructions have two names on the wire. */
    DEVELOPER("role \"developer\": instructions are sent as \"system\""),
    /** A response's field that another program sent back. */
    ANNOTATIONS("\"annotations\" of an assistant message: never sent back");

    private final String reason;

    Field(String reason) {
      this.reason = reason;
    }
  }

  private final Map<Field, Set<String>> fields = new EnumMap<>(Field.class);
  private final Map<String, String> conversations = new TreeMap<>();

  /** Notes that a field of an exchange was not compared. */
  void field(Field field, String exchange) {
    fields.computeIfAbsent(field, key -> new HashSet<>()).add(exchange);
  }

  /** Notes that a conversation cannot be replayed, and says whether that is so. */
  boolean conversation(RecordedConversation conversation) {
    Optional<String> reason =
        conversation.exchanges().stream()
            .flatMap(exchange -> exchange.messages().valueStream())
            .flatMap(message -> message.path("content").valueStream())
            .map(part -> part.path("type").asString(""))
            .filter(type -> !type.equals("text"))
            .findFirst()
            .map(type -> "a message part of type \"" + type + "\"");
    reason.ifPresent(text -> conversations.put(conversation.name(), text));
    return reason.isPresent();
  }

  /** One line for people. */
  String line() {
    String skipped =
        conversations.entrySet().stream()
            .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
            .collect(Collectors.joining(", "));
    String ignored =
        fields.entrySet().stream()
            .map(entry -> entry.getKey().reason + " (in " + entry.getValue().size() + " requests)")
            .collect(Collectors.joining("; "));
    return "recordings, not modelled: "
        + conversations.size()
        + " conversations: "
        + (skipped.isEmpty() ? "none" : skipped)
        + "; fields: "
        + (ignored.isEmpty() ? "none" : ignored);
  }
}
