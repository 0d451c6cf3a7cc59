// Long because of the builder: each setting of the client says there what it means.
package dev.adze.model.openai;

import dev.adze.internal.ExtraJson;
import dev.adze.internal.http.HttpEndpoint;
import dev.adze.internal.http.HttpExchange;
import dev.adze.internal.http.HttpModelCall;
import dev.adze.model.HttpSettings;
import dev.adze.model.ModelCall;
import dev.adze.model.ModelClient;
import dev.adze.model.ModelRequest;
import dev.adze.model.openai.OpenAiDialect.Instructions;
import java.net.URI;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Asks OpenAI's models, or those of a server with the same API, with streaming or without. A
 * request is sent exactly once and redirects are not followed.
 *
 * <p>Safe for use by many threads at once; one client for the life of a program is usual. It keeps
 * connections for later calls, but no thread of it keeps a JVM from ending, so it need not be
 * closed.
 */
public final class OpenAiClient implements ModelClient, AutoCloseable {
  private static final String OPENAI = "https://api.openai.com/v1";

  private final HttpEndpoint endpoint;
  private final OpenAiApi api;
  private final OpenAiDialect dialect;

  private OpenAiClient(HttpEndpoint endpoint, OpenAiApi api, OpenAiDialect dialect) {
    this.endpoint = endpoint;
    this.api = api;
    this.dialect = dialect;
  }

  /**
   * {@return a client that is set up by the environment: {@code OPENAI_API_KEY}, and if they are
   * set {@code OPENAI_BASE_URL}, {@code OPENAI_ORG_ID} and {@code OPENAI_PROJECT_ID}}
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

  /**
   * Starts a client for OpenAI itself.
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
   *     if an option is unknown to the API, or if a call in the conversation has no result or a
   *     result no call
   */
  @Override
  public ModelCall newCall(ModelRequest request) {
    return api == OpenAiApi.RESPONSES ? newResponse(request) : newChatCompletion(request);
  }

  private ModelCall newResponse(ModelRequest request) {
    ExtraJson extra = ExtraJson.parse(request.options().extraJson().orElse("{}"));
    boolean stored = extra.isTrue("store");
    String origin = "openai-responses " + endpoint.host();
    Buffer body = ResponsesRequestWriter.write(request, extra, origin);
    HttpExchange exchange = endpoint.post("responses", body, request.streaming());
    return new HttpModelCall(
        exchange, feed -> new ResponsesAnswerReader(request, origin, stored, exchange, feed));
  }

  private ModelCall newChatCompletion(ModelRequest request) {
    Buffer body = OpenAiRequestWriter.write(request, dialect);
    HttpExchange exchange = endpoint.post("chat/completions", body, request.streaming());
    return new HttpModelCall(
        exchange, feed -> new OpenAiAnswerReader(request, dialect, exchange, feed));
  }

  /** 128 for OpenAI, Azure and Groq; of other servers no limit is known. */
  @Override
  public int maxTools() {
    return OpenAiDialect.maxTools(endpoint.host());
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
    private @Nullable Supplier<String> key;
    private @Nullable OpenAiApi api;
    private @Nullable String maxTokensField;
    private @Nullable Boolean developerRole;
    private @Nullable Boolean reasoningBack;
    private boolean usageInStreams = true;
    private boolean thinkTags;

    private Builder() {}

    /**
     * Sets the key. It is sent as a bearer token, and to an Azure host in the header {@code
     * api-key}, unless there is a header of that name already. OpenAI needs one; a server of your
     * own may not.
     *
     * @param value the key, or what gives it; not blank, and shown nowhere
     * @return this builder
     */
    public Builder apiKey(String value) {
      if (value.isBlank()) {
        throw new IllegalArgumentException("An API key must not be blank.");
      }
      HttpEndpoint.requireHeaderValue("apiKey", value);
      this.key = value::strip;
      return this;
    }

    /**
     * Sets what gives the key anew for each request, for keys that expire. It is asked on the
     * thread that makes the call; what it throws comes out there.
     *
     * @param value the key, or what gives it; not blank, and shown nowhere
     * @return this builder
     */
    public Builder apiKey(Supplier<String> value) {
      this.key = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets the organisation that requests are charged to.
     *
     * @param id the organisation that requests are charged to
     * @return this builder
     */
    public Builder organization(String id) {
      return header("OpenAI-Organization", id);
    }

    /**
     * Sets the project that requests belong to.
     *
     * @param id the project that requests belong to
     * @return this builder
     */
    public Builder project(String id) {
      return header("OpenAI-Project", id);
    }

    /**
     * Sets which protocol is spoken. If never set it is {@link OpenAiApi#RESPONSES} for OpenAI's
     * host, whose newer models call tools with reasoning in no other, and {@link
     * OpenAiApi#CHAT_COMPLETIONS} for all others, where that is the one which every server speaks.
     *
     * @param value which protocol is spoken
     * @return this builder
     */
    public Builder api(OpenAiApi value) {
      this.api = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets the address up to where {@code /chat/completions} or {@code /responses} begins; OpenAI's
     * if never set. It is https, or http to this machine. A slash at its end makes no difference,
     * and a query at its end, such as Azure's {@code ?api-version=...}, goes with every request.
     *
     * @param url where the API begins; https, or http to this machine
     * @return this builder
     */
    public Builder baseUrl(String url) {
      endpoint.baseUrl(url);
      return this;
    }

    /**
     * Sets the address, like {@link #baseUrl(String)}.
     *
     * @param url where the API begins; https, or http to this machine
     * @return this builder
     */
    public Builder baseUrl(URI url) {
      return baseUrl(url.toString());
    }

    /**
     * Allows http to other machines too. The key can then be read by everyone in between.
     *
     * @return this builder
     */
    public Builder allowPlainHttp() {
      endpoint.allowPlainHttp();
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
      endpoint.header(name, value);
      return this;
    }

    /**
     * Sets how the server is reached and how long it may be silent.
     *
     * @param settings how the server is reached and how long it may be silent
     * @return this builder
     */
    public Builder http(HttpSettings settings) {
      endpoint.http(settings);
      return this;
    }

    /**
     * Sets the name under which chat completions are told {@link
     * dev.adze.model.ModelOptions#maxOutputTokens()}. If never set it is {@code
     * max_completion_tokens} for OpenAI's and Azure's hosts, whose reasoning models refuse the
     * older name, and {@code max_tokens} for all others, where that is the name which every server
     * knows, and some refuse or ignore the newer one.
     *
     * @param name the name under which chat completions are told {@link
     *     dev.adze.model.ModelOptions#maxOutputTokens()}
     * @return this builder
     */
    public Builder maxTokensField(String name) {
      this.maxTokensField = Objects.requireNonNull(name, "name");
      return this;
    }

    /**
     * Sets whether chat completions get instructions in the role {@code developer} and not {@code
     * system}. If never set, OpenAI's and Azure's reasoning models do.
     *
     * @param value whether chat completions get instructions in the role {@code developer} and not
     *     {@code system}
     * @return this builder
     */
    public Builder developerRole(boolean value) {
      this.developerRole = value;
      return this;
    }

    /**
     * Sets whether chat completions give a server the text of its reasoning back. If never set,
     * those servers get it that are known to want it. What is signed or encrypted always goes back
     * to where it came from, and nowhere else.
     *
     * @param value whether chat completions give a server the text of its reasoning back
     * @return this builder
     */
    public Builder reasoningBack(boolean value) {
      this.reasoningBack = value;
      return this;
    }

    /**
     * Sets whether streams of chat completions are asked for what they took; true if never set. A
     * few servers refuse the question.
     *
     * @param value whether streams of chat completions are asked for what they took
     * @return this builder
     */
    public Builder usageInStreams(boolean value) {
      this.usageInStreams = value;
      return this;
    }

    /**
     * Sets whether text between {@code <think>} and {@code </think>} at the beginning of an answer
     * is reasoning, as servers without a parser for their model leave it; false if never set.
     *
     * @param value whether text between {@code <think>} and {@code </think>} at the beginning of an
     *     answer is reasoning, as servers without a parser for their model leave it
     * @return this builder
     */
    public Builder thinkTags(boolean value) {
      this.thinkTags = value;
      return this;
    }

    /**
     * {@return the client}
     *
     * @throws IllegalArgumentException if the address is not usable, or is OpenAI's and there is no
     *     key
     */
    public OpenAiClient build() {
      if (endpoint.baseUrl().equals(OPENAI)
          && key == null
          && !endpoint.hasHeader("Authorization")) {
        throw new IllegalArgumentException(
            "OpenAI needs an API key, and none is set. Call apiKey(...), or baseUrl(...) for another"
                + " server.");
      }
      String host = endpoint.host();
      boolean azure = host.endsWith(".azure.com");
      String header = azure ? "api-key" : "Authorization";
      if (key != null && !endpoint.hasHeader(header)) {
        endpoint.secret(header, azure ? "" : "Bearer ", key);
      }
      OpenAiApi usual =
          host.endsWith(".openai.com") ? OpenAiApi.RESPONSES : OpenAiApi.CHAT_COMPLETIONS;
      return new OpenAiClient(endpoint.build(), api == null ? usual : api, dialect(host));
    }

    private void headerIfSet(String name, @Nullable String value) {
      if (value != null && !value.isBlank()) {
        header(name, value);
      }
    }

    private OpenAiDialect dialect(String host) {
      OpenAiDialect usual = OpenAiDialect.of(host);
      Instructions chosen =
          Boolean.TRUE.equals(developerRole) ? Instructions.DEVELOPER : Instructions.SYSTEM;
      return new OpenAiDialect(
          usual.origin(),
          maxTokensField == null ? usual.maxTokensField() : maxTokensField,
          developerRole == null ? usual.instructions() : chosen,
          usageInStreams,
          reasoningBack == null ? usual.reasoningBack() : reasoningBack,
          thinkTags,
          usual.documents());
    }
  }
}
