package dev.adze.recordings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What recordings hold and this library has no word for: counted, so that nobody overlooks it. */
final class NotModelled {
  /** A part of a request that is not compared. */
  enum Field {
    /** A tool says whether its schema is enforced. */
    STRICT("\"strict\" of a tool: chosen by the provider's profile, not by the tool"),
    /** Instructions have two names on the wire. */
    DEVELOPER("role \"developer\": instructions are sent as \"system\""),
    /** A result repeats the name of its call. */
    NAME("\"name\" of a tool message: the call's id says it"),
    /** A stream may be asked for without its usage. */
    USAGE("\"stream_options\": the usage is always asked for"),
    /** A response's field that another program sent back. */
    ANNOTATIONS("\"annotations\" of an assistant message: never sent back");

    private final String reason;

    Field(String reason) {
      this.reason = reason;
    }
  }

  private final Map<Field, Set<String>> fields = new EnumMap<>(Field.class);
  private final Map<String, List<String>> runs = new TreeMap<>();

  /** Notes that a field of an exchange was not compared. */
  void field(Field field, String exchange) {
    fields.computeIfAbsent(field, key -> new HashSet<>()).add(exchange);
  }

  /** Notes that a run cannot be replayed, and says whether that is so. */
  boolean run(RecordedRun run) {
    Optional<String> reason =
        run.followsFromItsAnswers()
            ? run.exchanges().stream().flatMap(exchange -> reason(exchange).stream()).findFirst()
            : Optional.of("a request does not follow from the answer before it");
    List<String> ids = run.exchanges().stream().map(RecordedExchange::id).toList();
    reason.ifPresent(text -> runs.computeIfAbsent(text, key -> new ArrayList<>()).addAll(ids));
    return reason.isPresent();
  }

  private static Optional<String> reason(RecordedExchange exchange) {
    JsonNode request = exchange.request();
    if (!request.isObject()) {
      return Optional.of("the request was not recorded");
    } else if (exchange.status() != 200) {
      return Optional.of("refused by the provider, and so replayed among the broken responses");
    } else if (request.has("functions")) {
      return Optional.of("\"functions\", which \"tools\" have replaced");
    } else if (request.path("n").asInt(1) != 1) {
      return Optional.of("several choices");
    } else if (exchange.messages().valueStream().noneMatch(NotModelled::isConversation)) {
      return Optional.of("no message but instructions");
    }
    return exchange
        .messages()
        .valueStream()
        .flatMap(message -> message.path("content").valueStream())
        .map(part -> part.path("type").asString(""))
        .filter(type -> !type.equals("text"))
        .findFirst()
        .map(type -> "a message part of type \"" + type + "\"");
  }

  private static boolean isConversation(JsonNode message) {
    return !message.path("role").asString().matches("system|developer");
  }

  /** One line for people. */
  String line() {
    Stream<String> ignored =
        fields.entrySet().stream()
            .map(entry -> entry.getKey().reason + " (in " + entry.getValue().size() + " requests)");
    Stream<String> skipped =
        runs.entrySet().stream()
            .map(entry ->
                entry.getKey()
                    + " ("
                    + entry.getValue().size()
                    + " exchanges: "
                    + String.join(", ", entry.getValue())
                    + ")");
    return "recordings, not modelled: "
        + Stream.concat(ignored, skipped).collect(Collectors.joining("; "));
  }
}
