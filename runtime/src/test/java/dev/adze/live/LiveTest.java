package dev.adze.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.adze.agent.Agent;
import dev.adze.agent.RunRequest;
import dev.adze.agent.Runner;
import dev.adze.event.RawResponse;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCalled;
import dev.adze.model.ModelClient;
import dev.adze.model.anthropic.AnthropicClient;
import dev.adze.model.groq.GroqClient;
import dev.adze.model.openai.OpenAiApi;
import dev.adze.model.openai.OpenAiClient;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One real provider, asked with the key of whoever runs this: a streamed run that calls a tool. */
@Tag("live")
@EnabledIfSystemProperty(named = "live", matches = ".*")
class LiveTest {
  private static final String SECRET_NUMBER = "48151";

  /** Who can be asked; each is also the name that is typed, in small letters and with dashes. */
  private enum Provider {
    OPENAI("OPENAI_API_KEY", "gpt-5-mini", OpenAiClient::fromEnvironment),
    OPENAI_CHAT("OPENAI_API_KEY", "gpt-4.1-mini", Provider::chat),
    ANTHROPIC("ANTHROPIC_API_KEY", "claude-haiku-4-5", AnthropicClient::fromEnvironment),
    GROQ("GROQ_API_KEY", "openai/gpt-oss-20b", GroqClient::fromEnvironment);

    final String key;
    final String usualModel;
    final Supplier<ModelClient> client;

    Provider(String key, String usualModel, Supplier<ModelClient> client) {
      this.key = key;
      this.usualModel = usualModel;
      this.client = client;
    }

    private static ModelClient chat() {
      String server = System.getenv("OPENAI_BASE_URL");
      OpenAiClient.Builder builder =
          OpenAiClient.builder()
              .api(OpenAiApi.CHAT_COMPLETIONS)
              .apiKey(System.getenv("OPENAI_API_KEY"));
      return (server == null ? builder : builder.baseUrl(server)).build();
    }

    static Provider named(String name) {
      return valueOf(name.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @Timeout(180)
  void aRunCallsAToolAndAnswers(boolean streaming) throws Exception {
    String name = System.getProperty("live");
    Provider provider = Provider.named(name);
    String key = System.getenv(provider.key);
    if (key == null || key.isBlank()) {
      System.out.println("live, " + name + ": skipped, " + provider.key + " is not set");
    }
    assumeTrue(key != null && !key.isBlank(), provider.key + " is not set");

    String given = System.getProperty("live.model", "");
    String model = given.isBlank() ? provider.usualModel : given;
    ModelClient client = provider.client.get();
    AtomicInteger chunks = new AtomicInteger();
    AtomicInteger called = new AtomicInteger();
    Agent agent =
        Agent.builder().name("live").model(client, model).tools(tool()).maxSteps(4).build();
    RunRequest request =
        RunRequest.builder("Call the tool secret_number and tell me the number that it gives.")
            .streaming(streaming)
            .build();
    RunResult result =
        Runner.builder(agent).build().stream(
                request,
                event -> {
                  chunks.addAndGet(event instanceof RawResponse ? 1 : 0);
                  called.addAndGet(event instanceof ToolCalled ? 1 : 0);
                })
            .await();

    System.out.printf(
        "live, %s, %s, %s: %s, %d chunks, %d + %d tokens%n",
        name,
        model,
        streaming ? "streaming" : "whole",
        result.stopReason(),
        chunks.get(),
        result.usage().inputTokens(),
        result.usage().outputTokens());
    result.failure().ifPresent(failure -> System.out.println(failure.getMessage()));
    assertThat(result.stopReason()).isEqualTo(StopReason.FINAL_OUTPUT);
    assertThat(result.text().replaceAll("\\D", "")).contains(SECRET_NUMBER);
    assertThat(called).hasPositiveValue();
    assertThat(result.usage().totalTokens()).isPositive();
    assertThat(chunks.get()).isGreaterThan(streaming ? 3 : 0);
  }

  private static FunctionTool tool() {
    ToolSpec spec =
        ToolSpec.builder(
                "secret_number",
                "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false}")
            .description("Gives a number that nobody can guess.")
            .build();
    return FunctionTool.of(spec, (arguments, context) -> ToolOutput.of(SECRET_NUMBER));
  }
}
