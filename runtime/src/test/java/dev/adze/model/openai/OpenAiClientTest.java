package dev.adze.model.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.internal.http.LoopbackServer;
import dev.adze.model.HttpSettings;
import dev.adze.model.Message;
import dev.adze.model.ModelException;
import dev.adze.model.ModelOptions;
import dev.adze.model.ModelRequest;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a client is set up. */
class OpenAiClientTest {
  private static final String KEY = "sk-test-0123456789abcdef";
  private static final String WHOLE = "{\"choices\":[{\"message\":{\"content\":\"Hi\"}}]}";

  @Test
  void isSetUpByTheEnvironment() {
    try (LoopbackServer server = LoopbackServer.answering(200, WHOLE)) {
      Map<String, String> environment =
          Map.of(
              "OPENAI_API_KEY",
              KEY + "\n",
              "OPENAI_BASE_URL",
              server.url(),
              "OPENAI_ORG_ID",
              "org-1",
              "OPENAI_PROJECT_ID",
              "proj-1");
      ask(OpenAiClient.fromEnvironment(environment::get), ModelOptions.NONE);

      assertThat(server.requests().get(0).head())
          .contains("Authorization: Bearer " + KEY + "\r\n")
          .contains("OpenAI-Organization: org-1\r\n")
          .contains("OpenAI-Project: proj-1\r\n");
    }
  }

  @Test
  void usesOpenAiWhereTheEnvironmentSaysNothingElse() {
    Map<String, String> environment = Map.of("OPENAI_API_KEY", KEY, "OPENAI_BASE_URL", " ");

    assertThat(OpenAiClient.fromEnvironment(environment::get))
        .hasToString("OpenAiClient[https://api.openai.com/v1]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n"})
  void needsTheKeyOfTheEnvironment(String key) {
    assertThatThrownBy(() -> OpenAiClient.fromEnvironment(name -> key))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("OPENAI_API_KEY, which is not set");
    assertThatThrownBy(() -> OpenAiClient.fromEnvironment(name -> null))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void needsAKeyForOpenAiOnly() {
    assertThatThrownBy(() -> OpenAiClient.builder().build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs an API key");
    assertThat(OpenAiClient.builder().baseUrl(URI.create("http://localhost:11434/v1")).build())
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "//"})
  void toleratesSlashesAtTheEndOfTheAddress(String slashes) {
    try (LoopbackServer server = LoopbackServer.answering(200, WHOLE)) {
      ask(client(server.url() + slashes), ModelOptions.NONE);

      assertThat(server.requests().get(0).head()).startsWith("POST /v1/chat/completions HTTP");
    }
  }

  @Test
  void keepsTheQueryOfTheAddress() {
    try (LoopbackServer server = LoopbackServer.answering(200, WHOLE)) {
      ask(client(server.url() + "?api-version=7"), ModelOptions.NONE);

      assertThat(server.requests().get(0).head())
          .startsWith("POST /v1/chat/completions?api-version=7 HTTP");
    }
  }

  @Test
  void sendsHeadersInPlaceOfItsOwn() {
    try (LoopbackServer server = LoopbackServer.answering(200, WHOLE)) {
      OpenAiClient client =
          OpenAiClient.builder()
              .baseUrl(server.url())
              .apiKey(KEY)
              .header("authorization", "Basic x")
              .header("User-Agent", "mine")
              .build();
      ask(client, ModelOptions.NONE);

      assertThat(server.requests().get(0).head())
          .contains("authorization: Basic x\r\n", "User-Agent: mine\r\n")
          .doesNotContain(KEY);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "api.openai.com, responses",
    "eu.api.openai.com, responses",
    "mine.openai.azure.com, chat/completions",
    "api.example.com, chat/completions"
  })
  void speaksTheNewerProtocolWithOpenAiAndTheCommonOneWithAllOthers(String host, String path) {
    try (LoopbackServer server = LoopbackServer.answering(500, "{}")) {
      ProxySelector proxy =
          ProxySelector.of(InetSocketAddress.createUnresolved("127.0.0.1", server.port()));
      OpenAiClient client =
          OpenAiClient.builder()
              .apiKey(KEY)
              .baseUrl("http://" + host + "/v1")
              .allowPlainHttp()
              .http(HttpSettings.builder().proxies(proxy).build())
              .build();

      assertThatThrownBy(() -> ask(client, ModelOptions.NONE)).isInstanceOf(ModelException.class);
      assertThat(server.requests().get(0).head())
          .startsWith("POST http://" + host + "/v1/" + path + " HTTP");
    }
  }

  @Test
  void callsTheLimitOnTokensByTheNameThatTheServerKnows() {
    ModelOptions options = ModelOptions.builder().maxOutputTokens(5).build();
    try (LoopbackServer server = LoopbackServer.answering(200, WHOLE)) {
      ask(client(server.url()), options);
      ask(OpenAiClient.builder().baseUrl(server.url()).maxTokensField("max_new").build(), options);

      assertThat(server.requests().get(0).body()).contains("\"max_tokens\":5");
      assertThat(server.requests().get(1).body()).contains("\"max_new\":5");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.example.com/v1",
        "http://127.0.0.1.example.com",
        "http://10.0.0.1:8080/v1",
        "http://a.localhost",
        "ftp://localhost",
        "localhost:8080",
        "",
        "https://user:secret@host/v1"
      })
  void refusesAnAddressThatIsNotSafe(String url) {
    OpenAiClient.Builder builder = OpenAiClient.builder().apiKey(KEY).baseUrl(url);

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("A base URL must")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:1/v1", "http://127.0.0.1", "http://[::1]:80/v1"})
  void allowsPlainHttpToThisMachine(String url) {
    assertThat(client(url)).isNotNull();
  }

  @Test
  void allowsPlainHttpElsewhereWhenAskedTo() {
    assertThat(OpenAiClient.builder().baseUrl("http://10.0.0.1/v1").allowPlainHttp().build())
        .hasToString("OpenAiClient[http://10.0.0.1/v1]");
  }

  @Test
  void neverShowsWhatMayBeSecret() {
    OpenAiClient client =
        OpenAiClient.builder().apiKey(KEY).baseUrl("https://host/v1?key=" + KEY).build();

    assertThat(client).hasToString("OpenAiClient[https://host/v1]");
    assertThatThrownBy(() -> OpenAiClient.builder().header("api-key", KEY + "é"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("api-key")
        .hasMessageNotContaining(KEY);
    assertThatThrownBy(() -> OpenAiClient.builder().apiKey(KEY + "\r\nX: y"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(KEY);
    assertThatThrownBy(() -> OpenAiClient.builder().header("bad name", "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesTimesThatAreNone() {
    assertThatThrownBy(() -> HttpSettings.builder().connectTimeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("connectTimeout must be positive");
  }

  private static OpenAiClient client(String url) {
    return OpenAiClient.builder().baseUrl(url).build();
  }

  private static void ask(OpenAiClient client, ModelOptions options) {
    try (client) {
      client
          .newCall(
              ModelRequest.builder("m", List.of(Message.user("hi")))
                  .streaming(false)
                  .options(options)
                  .build())
          .execute(chunk -> {});
    }
  }
}
