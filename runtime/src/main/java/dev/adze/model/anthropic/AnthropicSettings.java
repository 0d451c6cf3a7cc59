package dev.adze.model.anthropic;

import dev.adze.internal.JsonTexts;

/**
 * What a client adds to every request.
 *
 * @param origin marks the parts of a response that go back to this server alone
 * @param maxTokens the limit on a response's tokens where the request sets none
 * @param thinkingTokens how many tokens the model may think; {@link #ADAPTIVE} for as many as it
 *     finds right, 0 to leave it to the provider
 * @param thinkingDisplay how much of what the model thinks is shown; empty to leave it to the
 *     provider
 * @param prefixCache the JSON that marks tools and instructions for the provider's cache; empty for
 *     no marks
 * @param conversationCache the same for the conversation
 * @param citations whether the model cites the documents it is given
 * @param instructionsInPlace whether instructions stand where they came in the conversation
 */
record AnthropicSettings(
    String origin,
    int maxTokens,
    int thinkingTokens,
    String thinkingDisplay,
    String prefixCache,
    String conversationCache,
    boolean citations,
    boolean instructionsInPlace) {
  static final int ADAPTIVE = -1;

  /** The limit that is sent; what the model thinks counts against it. */
  int maxTokensWithThinking() {
    return (int) Math.min(Integer.MAX_VALUE, (long) maxTokens + Math.max(0, thinkingTokens));
  }

  /** The JSON of the member "thinking"; empty for none. */
  String thinking() {
    return switch (thinkingTokens) {
      case 0 -> "";
      case ADAPTIVE -> "{\"type\":\"adaptive\"" + display() + "}";
      default -> "{\"type\":\"enabled\",\"budget_tokens\":" + thinkingTokens + display() + "}";
    };
  }

  private String display() {
    return thinkingDisplay.isEmpty() ? "" : ",\"display\":" + JsonTexts.quoted(thinkingDisplay);
  }
}
