package dev.adze.model.groq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.adze.internal.http.LoopbackServer;
import dev.adze.model.Message;
import dev.adze.model.ModelException;
import dev.adze.model.ModelException.Kind;
import dev.adze.model.ModelOptions;
import dev.adze.model.ModelRequest;
import dev.adze.model.ModelResponse;
import dev.adze.model.ProviderPart;
import dev.adze.model.ReasoningPart;
import dev.adze.model.TextPart;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroqClientTest {
  private static final String KEY = "gsk_nobody-may-see-this";
  private static final String FAILED =
      "{\"error\":{\"message\":\"Failed to call a function.\",\"type\":\"invalid_request_error\","
          + "\"code\":\"tool_use_failed\",\"failed_generation\":\"<function=add>{1\"%s}}";

  @Test
  void saysWhatTheModelWroteWhenItsCallCannotBeRead() {
    try (LoopbackServer server = LoopbackServer.answering(400, FAILED.formatted(""))) {
      ModelException failure = failure(server);

      assertThat(failure.kind()).isEqualTo(Kind.TOOL_USE_FAILED);
      assertThat(failure.failedGeneration()).hasValue("<function=add>{1");
      assertThat(failure.status()).hasValue(400);
    }
  }

  @Test
  void saysSoInTheMiddleOfAStreamToo() {
    try (LoopbackServer server =
        LoopbackServer.streaming(
            "{\"choices\":[{\"delta\":{\"content\":\"Let me\"}}]}",
            FAILED.formatted(",\"status_code\":400"))) {
      ModelException failure = failure(server);

      assertThat(failure.kind()).isEqualTo(Kind.TOOL_USE_FAILED);
      assertThat(failure.failedGeneration()).hasValue("<function=add>{1");
    }
  }

  @Test
  void readsUsageInItsOwnPlaceAndWhatGroqRanByItself() {
    try (LoopbackServer server =
        LoopbackServer.streaming(
            "{\"choices\":[{\"delta\":{\"reasoning\":\"Look.\"}}]}",
            "{\"choices\":[{\"delta\":{\"executed_tools\":[{\"index\":0,\"type\":\"search\"}]}}]}",
            "{\"choices\":[{\"delta\":{\"content\":\"Sun.\"}}]}",
            "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}],\"x_groq\":{\"id\":\"r\","
                + "\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":3,\"total_tokens\":10}}}",
            "[DONE]")) {
      ModelResponse response = client(server).newCall(request()).execute(chunk -> {});

      assertThat(response.usage().inputTokens()).isEqualTo(7);
      assertThat(response.usage().outputTokens()).isEqualTo(3);
      assertThat(response.usage().providerJson().orElse("")).contains("\"total_tokens\":10");
      assertThat(response.message().parts())
          .hasExactlyElementsOfTypes(ReasoningPart.class, ProviderPart.class, TextPart.class);
    }
  }

  @Test
  void sendsTheKeyAndShowsItNowhere() {
    try (LoopbackServer server =
        LoopbackServer.answering(401, "{\"error\":{\"message\":\"" + KEY + " is wrong\"}}")) {
      GroqClient client =
          GroqClient.fromEnvironment(
              Map.of("GROQ_API_KEY", KEY, "GROQ_BASE_URL", server.url())::get);
      ModelException failure =
          catchThrowableOfType(
              ModelException.class, () -> client.newCall(request()).execute(chunk -> {}));

      assertThat(server.requests().get(0).head()).contains("Bearer " + KEY);
      assertThat(server.requests().get(0).body()).contains("\"max_completion_tokens\":9");
      assertThat(failure.kind()).isEqualTo(Kind.AUTHENTICATION);
      assertThat(failure).hasMessageNotContaining(KEY);
      assertThat(client.toString()).startsWith("GroqClient[http://").doesNotContain(KEY);
    }
  }

  @Test
  void needsAKey() {
    assertThatThrownBy(() -> GroqClient.fromEnvironment(name -> null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("GROQ_API_KEY");
    assertThatThrownBy(() -> GroqClient.builder().build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("apiKey");
  }

  private static ModelException failure(LoopbackServer server) {
    return catchThrowableOfType(
        ModelException.class, () -> client(server).newCall(request()).execute(chunk -> {}));
  }

  private static GroqClient client(LoopbackServer server) {
    return GroqClient.builder().apiKey(KEY).baseUrl(server.url()).build();
  }

  private static ModelRequest request() {
    return ModelRequest.builder("openai/gpt-oss-20b", List.of(Message.user("hi")))
        .options(ModelOptions.builder().maxOutputTokens(9).build())
        .build();
  }
}
