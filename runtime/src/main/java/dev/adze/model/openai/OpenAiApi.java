package dev.adze.model.openai;

/** Which of OpenAI's two protocols a client speaks. */
public enum OpenAiApi {
  /** The older one, which nearly every other server speaks too. */
  CHAT_COMPLETIONS,

  /**
   * The newer one: models keep their reasoning from one tool call to the next, and the provider's
   * own tools can be used. It knows neither a seed nor stop texts.
   */
  RESPONSES
}
