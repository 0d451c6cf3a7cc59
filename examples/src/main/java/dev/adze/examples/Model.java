package dev.adze.examples;

import dev.adze.model.ModelClient;
import dev.adze.model.ModelRequest;
import dev.adze.model.ToolMessage;
import dev.adze.model.ToolResult;
import dev.adze.model.anthropic.AnthropicClient;
import dev.adze.model.groq.GroqClient;
import dev.adze.model.openai.OpenAiClient;
import dev.adze.model.scripted.ScriptedModel;
import java.util.List;
import java.util.function.Supplier;

/**
 * The model that an example asks: a provider's if the environment has a key for it, and otherwise
 * the example's own script.
 *
 * @param client the way to the model
 * @param name the model, as the provider names it
 */
record Model(ModelClient client, String name) {
  /**
   * The first provider whose key is set, in the order {@code OPENAI_API_KEY}, {@code
   * ANTHROPIC_API_KEY}, {@code GROQ_API_KEY}.
   */
  static Model fromEnvironment(ScriptedModel script) {
    if (isSet("OPENAI_API_KEY")) {
      return openAi(script);
    }
    return isSet("ANTHROPIC_API_KEY") ? anthropic(script) : groq(script);
  }

  static Model openAi(ScriptedModel script) {
    return of("OPENAI", OpenAiClient::fromEnvironment, "gpt-4o", script);
  }

  static Model anthropic(ScriptedModel script) {
    return of("ANTHROPIC", AnthropicClient::fromEnvironment, "claude-haiku-4-5", script);
  }

  static Model groq(ScriptedModel script) {
    return of("GROQ", GroqClient::fromEnvironment, "openai/gpt-oss-20b", script);
  }

  static Model scripted(ScriptedModel script) {
    return new Model(script, "a script");
  }

  private static Model of(
      String provider, Supplier<ModelClient> client, String usual, ScriptedModel script) {
    if (!isSet(provider + "_API_KEY")) {
      return scripted(script);
    }
    String model = provider + "_MODEL";
    return new Model(client.get(), isSet(model) ? System.getenv(model) : usual);
  }

  private static boolean isSet(String variable) {
    return !System.getenv().getOrDefault(variable, "").isBlank();
  }

  boolean isScripted() {
    return client instanceof ScriptedModel;
  }

  /** For scripts that say what the tools have said: all results so far, oldest first. */
  static List<String> results(ModelRequest request) {
    return request.messages().stream()
        .filter(ToolMessage.class::isInstance)
        .flatMap(message -> ((ToolMessage) message).results().stream())
        .map(ToolResult::text)
        .toList();
  }
}
