package dev.adze.recordings;

import dev.adze.model.FinishReason;
import dev.adze.model.ModelException.Kind;
import dev.adze.model.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What a recorded response says.
 *
 * @param id the provider's id of the response
 * @param model the model that answered
 * @param chunks its pieces as they were sent; one if it was not streamed
 * @param parts the message, each part as {@link PartText} writes it
 * @param text the answer's text, joined
 * @param refusal the words with which the model declined, joined
 * @param calls the tool calls, in the model's order
 * @param finishReason why it ended
 * @param usage what it took
 * @param failure what kind of failure the response is or ends with; null if it is an answer
 */
record RecordedAnswer(
    String id,
    String model,
    List<Chunk> chunks,
    List<String> parts,
    String text,
    String refusal,
    List<Call> calls,
    FinishReason finishReason,
    Tokens usage,
    @Nullable Kind failure) {

  /** A response that is nothing but a failure. */
  static RecordedAnswer failed(Kind kind) {
    return new RecordedAnswer(
        "", "", List.of(), List.of(), "", "", List.of(), FinishReason.UNKNOWN, Tokens.NONE, kind);
  }

  /**
   * The calls that are run: none of an answer that was cut off, of which the last may lack half.
   */
  List<Call> callsToRun() {
    return switch (finishReason) {
      case LENGTH, CONTENT_FILTER, REFUSAL -> List.of();
      default -> calls;
    };
  }

  /** Whether the answer says nothing at all, which a run takes for a slip of the model. */
  boolean isEmpty() {
    boolean ended = finishReason == FinishReason.STOP || finishReason == FinishReason.UNKNOWN;
    return ended && calls.isEmpty() && text.isBlank() && refusal.isBlank();
  }

  /** Whether the message has reasoning in it. */
  boolean reasoned() {
    return parts.stream().anyMatch(part -> part.startsWith("reasoning "));
  }

  /** How often the message lists the tools of an MCP server. */
  int listings() {
    return (int) parts.stream().filter(part -> part.startsWith("tools of ")).count();
  }

  /**
   * One piece of the response.
   *
   * @param json as it was sent
   * @param deltas what it adds, each as {@link DeltaText} writes it
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

  /**
   * What a response took.
   *
   * @param input tokens of the request, cached ones included
   * @param cached those from a cache
   * @param output tokens of the response, reasoning included
   * @param reasoning those spent on reasoning
   * @param json the provider's own account; a missing node if it gave none
   */
  record Tokens(long input, long cached, long output, long reasoning, JsonNode json) {
    static final Tokens NONE = new Tokens(0, 0, 0, 0, MissingNode.getInstance());

    /** What we made of it. */
    static Tokens of(Usage usage) {
      JsonNode json =
          usage
              .providerJson()
              .map(text -> JsonMapper.shared().readTree(text))
              .orElseGet(MissingNode::getInstance);
      return new Tokens(
          usage.inputTokens(),
          usage.cachedInputTokens(),
          usage.outputTokens(),
          usage.reasoningTokens(),
          json);
    }

    /** The sum of both. */
    Tokens plus(Tokens other) {
      return new Tokens(
          input + other.input,
          cached + other.cached,
          output + other.output,
          reasoning + other.reasoning,
          MissingNode.getInstance());
    }

    /** The counts for people. */
    String counts() {
      return "%d in (%d cached), %d out (%d reasoning)".formatted(input, cached, output, reasoning);
    }
  }
}
