package dev.adze.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.model.FallbackClient;
import dev.adze.model.ModelClient;
import dev.adze.model.anthropic.AnthropicClient;
import dev.adze.model.openai.OpenAiClient;
import org.junit.jupiter.api.Test;

/** The clients that the README sets up can be set up so, and say nothing of the key. */
class ModelsTest {
  private final String key = "a key";

  @Test
  void serversWithOpenAisApi() {
    // region servers
    OpenAiClient local = OpenAiClient.builder().baseUrl("http://localhost:11434/v1").build();

    OpenAiClient azure =
        OpenAiClient.builder()
            .baseUrl("https://mine.openai.azure.com/openai/deployments/gpt?api-version=2024-10-21")
            .apiKey(key)
            .build();
    // endregion

    assertThat(local).hasToString("OpenAiClient[http://localhost:11434/v1]");
    assertThat(azure)
        .hasToString("OpenAiClient[https://mine.openai.azure.com/openai/deployments/gpt]");
  }

  @Test
  void oneAfterTheOther() {
    OpenAiClient openAi = OpenAiClient.builder().apiKey(key).build();
    AnthropicClient anthropic = AnthropicClient.builder().apiKey(key).build();

    // region fallback
    ModelClient model = FallbackClient.first(openAi).then(anthropic, "claude-sonnet-4-5").build();
    // endregion

    assertThat(model.toString()).doesNotContain(key);
  }
}
