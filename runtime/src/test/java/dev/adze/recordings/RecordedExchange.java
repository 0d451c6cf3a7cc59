package dev.adze.recordings;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * One recorded request and the response to it.
 *
 * @param id its name among all exchanges
 * @param conversation the conversation that it belongs to
 * @param index its place in that conversation, from 0
 * @param tags what is known of it
 * @param path the path of the request
 * @param request the request's body; a null node if it was not recorded
 * @param status the response's HTTP status
 * @param contentType the response's content type
 * @param body the response's body, verbatim
 */
record RecordedExchange(
    String id,
    String conversation,
    int index,
    Set<String> tags,
    String path,
    JsonNode request,
    int status,
    String contentType,
    String body) {

  /** Whether the response is an event stream. */
  boolean streamed() {
    return contentType.startsWith("text/event-stream");
  }

  /** Whether every request of its conversation follows from the responses before it. */
  boolean replayable() {
    return tags.contains("conversation_replayable");
  }

  /** The messages of the request, oldest first. */
  JsonNode messages() {
    return request.path("messages");
  }
}
