package dev.adze.recordings;

import dev.adze.model.HttpSettings;
import dev.adze.model.ModelClient;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One way in which recorded exchanges are written. It reads requests and responses as trees, and
 * shares nothing with the client under test, so that a mistake there is not made here again.
 */
interface WireFormat {
  /** All formats that there is a client for. */
  List<WireFormat> ALL = List.of(new ChatFormat(), new ResponsesFormat(), new AnthropicFormat());

  /** The schema of a function that is declared with none. */
  String NO_PARAMETERS = "{\"type\":\"object\",\"properties\":{}}";

  /** The format of an exchange; empty if there is no client for it. */
  static Optional<WireFormat> of(RecordedExchange exchange) {
    return ALL.stream().filter(format -> format.speaks(exchange)).findFirst();
  }

  /** Whether the exchange is written in this format. */
  boolean speaks(RecordedExchange exchange);

  /**
   * The client that is under test, set up as the program was that made the exchange.
   *
   * @param server scheme, host and port of the server that replays the exchange
   * @param http how that is reached
   */
  ModelClient client(RecordedExchange exchange, String server, HttpSettings http);

  /** Why the request cannot be said in our types; empty if it can. It was recorded. */
  Optional<String> notModelled(RecordedExchange exchange);

  /** Why a run cannot be done again, though all its requests can be said; empty if it can. */
  default Optional<String> notReplayable(RecordedRun run) {
    return Optional.empty();
  }

  /** The request in our types. Asked only if there is no reason not to. */
  RecordedRequest request(RecordedExchange exchange);

  /** What the response says, be it an answer or a failure. */
  RecordedAnswer answer(RecordedExchange exchange);

  /** An event in which a server says, in the middle of a stream, that it failed. */
  String errorEvent();

  /**
   * The forms of a request that mean the same as one of them, and without what is not modelled.
   *
   * @param request recorded or sent; may be changed and given back
   * @param notModelled is told what is left out; null for a request that was sent
   */
  JsonNode comparable(
      JsonNode request, RecordedExchange exchange, @Nullable NotModelled notModelled);
}
