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
 * @param provider who answered; the folder that it lies in where that is not said
 * @param upstream the host that answered
 * @param method the HTTP method of the request
 * @param path the path of the request, with its query
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
    String provider,
    String upstream,
    String method,
    String path,
    JsonNode request,
    int status,
    String contentType,
    String body) {

  /** Whether the response is an event stream, which a few servers call by another name. */
  boolean streamed() {
    String begun = body.stripLeading();
    if (begun.startsWith("{") || begun.startsWith("[")) {
      return false; // Some answer in JSON under the name of the stream that was asked for.
    }
    return contentType.startsWith("text/event-stream")
        || status == 200 && begun.matches("(?s)(data|event|id|retry)?:.*");
  }

  /** Whether every request of its conversation follows from the responses before it. */
  boolean replayable() {
    return tags.contains("conversation_replayable");
  }

  /** Whether the request was recorded. */
  boolean hasRequest() {
    return request.isObject();
  }
}
