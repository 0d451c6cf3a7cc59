package dev.adze.recordings;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a recorded response says.
 *
 * @param id the provider's id of the response
 * @param model the model that answered
 * @param chunks its pieces as they were sent; one if it was not streamed
 * @param text the answer's text, joined
 * @param refusal the words with which the model declined, joined
 * @param calls the tool calls, in the model's order
 * @param finishReason the provider's own word; empty if it gave none
 * @param usage the provider's own object; a missing node if it gave none
 */
record RecordedAnswer(
    String id,
    String model,
    List<Chunk> chunks,
    String text,
    String refusal,
    List<Call> calls,
    String finishReason,
    JsonNode usage) {

  /**
   * One piece of the response.
   *
   * @param json as it was sent
   * @param deltas what it adds, each as one line for people
   * @param text the answer's text in it
   */
  record Chunk(String json, List<String> deltas, String text) {}

  /**
   * One tool call.
   *
   * @param id the provider's id
   * @param name the tool
   * @param arguments as the model wrote them
   */
  record Call(String id, String name, String arguments) {}
}
