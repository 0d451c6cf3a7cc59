package dev.adze.model.anthropic;

/**
 * What a client adds to every request.
 *
 * @param origin marks the parts of a response that go back to this server alone
 * @param maxTokens the limit on a response's tokens where the request sets none
 * @param thinkingTokens how many tokens the model may think; {@link #ADAPTIVE} for as many as it
 *     finds right, 0 to leave it to the provider
 * @param cacheControl the JSON that marks the end of what the provider caches; empty for no marks
 */
record AnthropicSettings(String origin, int maxTokens, int thinkingTokens, String cacheControl) {
  static final int ADAPTIVE = -1;

  /** The limit that is sent; what the model thinks counts against it. */
  int maxTokensWithThinking() {
    return (int) Math.min(Integer.MAX_VALUE, (long) maxTokens + Math.max(0, thinkingTokens));
  }

  /** The JSON of the member "thinking"; empty for none. */
  String thinking() {
    return switch (thinkingTokens) {
      case 0 -> "";
      case ADAPTIVE -> "{\"type\":\"adaptive\"}";
      default -> "{\"type\":\"enabled\",\"budget_tokens\":" + thinkingTokens + "}";
    };
  }
}
