package dev.adze.model.openai;

import dev.adze.internal.http.HttpEndpoint;
import dev.adze.model.HttpSettings;
import dev.adze.model.ModelCall;
import dev.adze.model.ModelClient;
import dev.adze.model.ModelRequest;
import java.net.URI;
import java.util.Objects;
import java.util.function.UnaryOperator;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Asks OpenAI's models, or those of a server with the same chat-completions API, with streaming or
 * without. A request is sent exactly once and redirects are not followed.
 *
 * <p>Safe for use by many threads at once; one client for the life of a program is usual. It keeps
 * connections for later calls, but no thread of it keeps a JVM from ending, so it need not be
 * closed.
 */
public final class OpenAiClient implements ModelClient, AutoCloseable {
  private static final String OPENAI = "https://api.openai.com/v1";

  private final HttpEndpoint endpoint;
  private final String maxTokensField;

  private OpenAiClient(HttpEndpoint endpoint, String maxTokensField) {
    this.endpoint = endpoint;
    this.maxTokensField = maxTokensField;
  }

  /**
   * A client that is set up by the environment: {@code OPENAI_API_KEY}, and if they are set {@code
   * OPENAI_BASE_URL}, {@code OPENAI_ORG_ID} and {@code OPENAI_PROJECT_ID}.
   *
   * @throws IllegalStateException if there is no key
   */
  public static OpenAiClient fromEnvironment() {
    return fromEnvironment(System::getenv);
  }

  static OpenAiClient fromEnvironment(UnaryOperator<@Nullable String> environment) {
    String key = environment.apply("OPENAI_API_KEY");
    if (key == null || key.isBlank()) {
      throw new IllegalStateException(
          "OpenAiClient.fromEnvironment() needs OPENAI_API_KEY, which is not set. Set it, or give"
              + " the key to OpenAiClient.builder().");
    }
    Builder builder = builder().apiKey(key);
    String baseUrl = environment.apply("OPENAI_BASE_URL");
    if (baseUrl != null && !baseUrl.isBlank()) {
      builder.baseUrl(baseUrl);
    }
    builder.headerIfSet("OpenAI-Organization", environment.apply("OPENAI_ORG_ID"));
    builder.headerIfSet("OpenAI-Project", environment.apply("OPENAI_PROJECT_ID"));
    return builder.build();
  }

  /** Starts a client for OpenAI itself. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the options' extra JSON is no object or repeats a member,
   *     or if a result in the conversation has no call
   */
  @Override
  public ModelCall newCall(ModelRequest request) {
    Buffer body = OpenAiRequestWriter.write(request, maxTokensField);
    return new OpenAiCall(request, endpoint.post("chat/completions", body, request.streaming()));
  }

  /** Closes the connections that are idle. Calls go on, and new ones can be made. */
  @Override
  public void close() {
    endpoint.close();
  }

  /** The address, without the key. */
  @Override
  public String toString() {
    return "OpenAiClient[" + endpoint + "]";
  }

  /** Builds an {@link OpenAiClient}. Not safe for use by several threads. */
  public static final class Builder {
    private final HttpEndpoint.Builder endpoint = HttpEndpoint.builder(OPENAI);
    private @Nullable String maxTokensField;

    private Builder() {}

    /**
     * Sets the key, which is sent as a bearer token. OpenAI needs one; a server of your own may
     * not.
     */
    public Builder apiKey(String key) {
      if (key.isBlank()) {
        throw new IllegalArgumentException("An API key must not be blank.");
      }
      return header("Authorization", "Bearer " + key.strip());
    }

    /**
     * Sets the address up to where {@code /chat/completions} begins; OpenAI's if never set. It is
     * https, or http to this machine. A slash at its end makes no difference.
     */
    public Builder baseUrl(String url) {
      endpoint.baseUrl(url);
      return this;
    }

    /** Sets the address, like {@link #baseUrl(String)}. */
    public Builder baseUrl(URI url) {
      return baseUrl(url.toString());
    }

    /** Allows http to other machines too. The key can then be read by everyone in between. */
    public Builder allowPlainHttp() {
      endpoint.allowPlainHttp();
      return this;
    }

    /** Sets a header of every request, in place of one of the same name. */
    public Builder header(String name, String value) {
      endpoint.header(name, value);
      return this;
    }

    /** Sets how the server is reached and how long it may be silent. */
    public Builder http(HttpSettings settings) {
      endpoint.http(settings);
      return this;
    }

    /**
     * Sets the name under which {@link dev.adze.model.ModelOptions#maxOutputTokens()} is sent. If
     * never set it is {@code max_completion_tokens} for OpenAI's and Azure's hosts, whose reasoning
     * models refuse the older name, and {@code max_tokens} for all others, where that is the name
     * which every server knows, and some refuse or ignore the newer one.
     */
    public Builder maxTokensField(String name) {
      this.maxTokensField = Objects.requireNonNull(name, "name");
      return this;
    }

    /**
     * The client.
     *
     * @throws IllegalArgumentException if the address is not usable, or is OpenAI's and there is no
     *     key
     */
    public OpenAiClient build() {
      if (endpoint.baseUrl().equals(OPENAI) && !endpoint.hasHeader("Authorization")) {
        throw new IllegalArgumentException(
            "OpenAI needs an API key, and none is set. Call apiKey(...), or baseUrl(...) for another"
                + " server.");
      }
      HttpEndpoint built = endpoint.build();
      String field = maxTokensField == null ? usualMaxTokensField(built.host()) : maxTokensField;
      return new OpenAiClient(built, field);
    }

    private void headerIfSet(String name, @Nullable String value) {
      if (value != null && !value.isBlank()) {
        header(name, value);
      }
    }

    private static String usualMaxTokensField(String host) {
      return host.endsWith(".openai.com") || host.endsWith(".azure.com")
          ? "max_completion_tokens"
          : "max_tokens";
    }
  }
}
