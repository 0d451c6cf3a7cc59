package dev.adze.model.groq;

import dev.adze.model.HttpSettings;
import dev.adze.model.ModelCall;
import dev.adze.model.ModelClient;
import dev.adze.model.ModelRequest;
import dev.adze.model.openai.OpenAiApi;
import dev.adze.model.openai.OpenAiClient;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Asks Groq's models, with streaming or without. A request is sent exactly once and redirects are
 * not followed.
 *
 * <p>Groq checks a model's tool call before it gives it on. One that it cannot read is a {@link
 * dev.adze.model.ModelException} of the kind {@code TOOL_USE_FAILED} with what the model wrote,
 * also in the middle of a stream. Whether reasoning stands beside the answer or in it is chosen
 * with the extra JSON member {@code reasoning_format}.
 *
 * <p>Safe for use by many threads at once; one client for the life of a program is usual.
 */
public final class GroqClient implements ModelClient, AutoCloseable {
  private static final String GROQ = "https://api.groq.com/openai/v1";

  private final OpenAiClient client;

  private GroqClient(OpenAiClient client) {
    this.client = client;
  }

  /**
   * {@return a client with the key in the environment's {@code GROQ_API_KEY}, and for the address
   * in {@code GROQ_BASE_URL} if that is set}
   *
   * @throws IllegalStateException if there is no key
   */
  public static GroqClient fromEnvironment() {
    return fromEnvironment(System::getenv);
  }

  static GroqClient fromEnvironment(UnaryOperator<@Nullable String> environment) {
    String key = environment.apply("GROQ_API_KEY");
    if (key == null || key.isBlank()) {
      throw new IllegalStateException(
          "GroqClient.fromEnvironment() needs GROQ_API_KEY, which is not set. Set it, or give the"
              + " key to GroqClient.builder().");
    }
    Builder builder = builder().apiKey(key);
    String baseUrl = environment.apply("GROQ_BASE_URL");
    if (baseUrl != null && !baseUrl.isBlank()) {
      builder.baseUrl(baseUrl);
    }
    return builder.build();
  }

  /**
   * Starts a client for Groq itself.
   *
   * @return a builder, to be filled
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the options' extra JSON is no object or repeats a member,
   *     or if a call in the conversation has no result or a result no call
   */
  @Override
  public ModelCall newCall(ModelRequest request) {
    return client.newCall(request);
  }

  @Override
  public int maxTools() {
    return client.maxTools();
  }

  /** Closes the connections that are idle. Calls go on, and new ones can be made. */
  @Override
  public void close() {
    client.close();
  }

  /** The address, without the key. */
  @Override
  public String toString() {
    return client.toString().replaceFirst("^OpenAiClient", "GroqClient");
  }

  /** Builds a {@link GroqClient}. Not safe for use by several threads. */
  public static final class Builder {
    private final OpenAiClient.Builder client =
        OpenAiClient.builder()
            .api(OpenAiApi.CHAT_COMPLETIONS)
            .baseUrl(GROQ)
            .maxTokensField("max_completion_tokens");
    private boolean hasKey;

    private Builder() {}

    /**
     * Sets the key.
     *
     * @param value the key, or what gives it; not blank, and shown nowhere
     * @return this builder
     */
    public Builder apiKey(String value) {
      client.apiKey(value);
      hasKey = true;
      return this;
    }

    /**
     * Sets what gives the key anew for each request. It is asked on the thread that makes the call;
     * what it throws comes out there.
     *
     * @param value the key, or what gives it; not blank, and shown nowhere
     * @return this builder
     */
    public Builder apiKey(Supplier<String> value) {
      client.apiKey(value);
      hasKey = true;
      return this;
    }

    /**
     * Sets the address up to where {@code /chat/completions} begins; Groq's if never set. It is
     * https, or http to this machine.
     *
     * @param url where the API begins; https, or http to this machine
     * @return this builder
     */
    public Builder baseUrl(String url) {
      client.baseUrl(url);
      return this;
    }

    /**
     * Sets a header of every request, in place of one of the same name.
     *
     * @param name the name of the header, in any case
     * @param value its value, in printable ASCII; shown nowhere
     * @return this builder
     */
    public Builder header(String name, String value) {
      client.header(name, value);
      return this;
    }

    /**
     * Sets how the server is reached and how long it may be silent.
     *
     * @param settings how the server is reached and how long it may be silent
     * @return this builder
     */
    public Builder http(HttpSettings settings) {
      client.http(settings);
      return this;
    }

    /**
     * {@return the client}
     *
     * @throws IllegalArgumentException if the address is not usable or there is no key
     */
    public GroqClient build() {
      if (!hasKey) {
        throw new IllegalArgumentException(
            "Groq needs an API key, and none is set. Call apiKey(...).");
      }
      return new GroqClient(client.build());
    }
  }
}
