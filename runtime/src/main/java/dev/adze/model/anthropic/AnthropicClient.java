// Long because of the builder: each setting of the client says there what it means.
package dev.adze.model.anthropic;

import dev.adze.internal.http.HttpEndpoint;
import dev.adze.internal.http.HttpExchange;
import dev.adze.internal.http.HttpModelCall;
import dev.adze.model.HttpSettings;
import dev.adze.model.ModelCall;
import dev.adze.model.ModelClient;
import dev.adze.model.ModelRequest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Asks Anthropic's models, or those of a server with the same Messages API, with streaming or
 * without. A request is sent exactly once and redirects are not followed.
 *
 * <p>Tools that the provider runs itself are given as {@code "tools"} in the options' extra JSON;
 * they stand beside the request's own. One that has the name of a tool of the request is its
 * declaration, for tools that the provider has trained its models on, and for fields that only the
 * provider knows. What the model thought, and what those tools did, comes back as parts that are
 * sent to the same server again and to no other. The wire has no seed, so {@link
 * dev.adze.model.ModelOptions#seed()} is not sent. {@link dev.adze.model.ModelOptions#strictTools}
 * makes as many tools strict as the provider takes in one request, the first ones first.
 *
 * <p>Safe for use by many threads at once; one client for the life of a program is usual. It keeps
 * connections for later calls, but no thread of it keeps a JVM from ending, so it need not be
 * closed.
 */
public final class AnthropicClient implements ModelClient, AutoCloseable {
  private static final String ANTHROPIC = "https://api.anthropic.com";
  private static final String KEY = "x-api-key";
  private static final int MAX_TOKENS = 32_000;

  private final HttpEndpoint endpoint;
  private final String path;
  private final AnthropicSettings settings;

  private AnthropicClient(HttpEndpoint endpoint, Builder builder) {
    String address = endpoint.toString();
    this.endpoint = endpoint;
    this.path = address.endsWith("/v1") ? "messages" : "v1/messages";
    this.settings =
        new AnthropicSettings(
            "anthropic-messages " + endpoint.host(),
            builder.maxTokens,
            builder.thinkingTokens,
            builder.thinkingDisplay,
            builder.prefixCache,
            builder.conversationCache,
            builder.citations,
            builder.instructionsInPlace);
  }

  /**
   * {@return a client that is set up by the environment: {@code ANTHROPIC_API_KEY}, and if it is
   * set {@code ANTHROPIC_BASE_URL}}
   *
   * @throws IllegalStateException if there is no key
   */
  public static AnthropicClient fromEnvironment() {
    return fromEnvironment(System::getenv);
  }

  static AnthropicClient fromEnvironment(UnaryOperator<@Nullable String> environment) {
    String key = environment.apply("ANTHROPIC_API_KEY");
    if (key == null || key.isBlank()) {
      throw new IllegalStateException(
          "AnthropicClient.fromEnvironment() needs ANTHROPIC_API_KEY, which is not set. Set it, or"
              + " give the key to AnthropicClient.builder().");
    }
    Builder builder = builder().apiKey(key);
    String baseUrl = environment.apply("ANTHROPIC_BASE_URL");
    if (baseUrl != null && !baseUrl.isBlank()) {
      builder.baseUrl(baseUrl);
    }
    return builder.build();
  }

  /**
   * Starts a client for Anthropic itself.
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
   *     or if in the conversation a result has no call or a call no result
   */
  @Override
  public ModelCall newCall(ModelRequest request) {
    Buffer body = AnthropicRequestWriter.write(request, settings);
    AnthropicAnswer answer = new AnthropicAnswer(request, settings.origin());
    HttpExchange exchange = endpoint.post(path, body, request.streaming());
    return new HttpModelCall(exchange, feed -> new AnthropicAnswerReader(answer, exchange, feed));
  }

  /** Closes the connections that are idle. Calls go on, and new ones can be made. */
  @Override
  public void close() {
    endpoint.close();
  }

  /** The address, without the key. */
  @Override
  public String toString() {
    return "AnthropicClient[" + endpoint + "]";
  }

  /** Builds an {@link AnthropicClient}. Not safe for use by several threads. */
  public static final class Builder {
    private final HttpEndpoint.Builder endpoint = HttpEndpoint.builder(ANTHROPIC);
    private final List<String> betas = new ArrayList<>();
    private int maxTokens = MAX_TOKENS;
    private int thinkingTokens;
    private String thinkingDisplay = "";
    private String prefixCache = "";
    private String conversationCache = "";
    private boolean citations;
    private boolean instructionsInPlace;
    private boolean keySupplied;

    private Builder() {
      endpoint.header("anthropic-version", "2023-06-01");
    }

    /**
     * Sets the key, which is sent as {@code x-api-key}. Anthropic needs one; a server of your own
     * may not.
     *
     * @param value the key, or what gives it; not blank, and shown nowhere
     * @return this builder
     */
    public Builder apiKey(String value) {
      if (value.isBlank()) {
        throw new IllegalArgumentException("An API key must not be blank.");
      }
      return header(KEY, value);
    }

    /**
     * Sets what gives the key anew for each request, for keys that expire. It is asked on the
     * thread that makes the call; what it throws comes out there.
     *
     * @param value the key, or what gives it; not blank, and shown nowhere
     * @return this builder
     */
    public Builder apiKey(Supplier<String> value) {
      endpoint.secret(KEY, "", Objects.requireNonNull(value, "value"));
      this.keySupplied = true;
      return this;
    }

    /**
     * Sets the address up to where {@code /v1/messages} begins, or with the {@code /v1};
     * Anthropic's if never set. It is https, or http to this machine. A slash at its end makes no
     * difference.
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
     * Adds a feature that the provider wants to be asked for by name, such as its files.
     *
     * @param feature a feature that the provider wants to be asked for by name, such as its files
     * @return this builder
     */
    public Builder beta(String feature) {
      betas.add(feature);
      return header("anthropic-beta", String.join(",", betas));
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
     * Sets how many tokens a response may have where {@link
     * dev.adze.model.ModelOptions#maxOutputTokens()} does not say; positive. The wire wants a
     * number. It is 32,000 if never set, which all current models can do; older ones may not.
     *
     * @param tokens how many tokens a response may have where {@link
     *     dev.adze.model.ModelOptions#maxOutputTokens()} does not say
     * @return this builder
     */
    public Builder maxTokens(int tokens) {
      this.maxTokens = positive("maxTokens", tokens);
      return this;
    }

    /**
     * Lets the model think with a budget of its own, which comes on top of {@link #maxTokens}. If
     * {@link dev.adze.model.ModelOptions#maxOutputTokens()} is set, that must be larger than the
     * budget. Never asked for if neither this nor {@link #adaptiveThinking} is called.
     *
     * @param tokens the most it may think; the provider wants 1,024 or more
     * @return this builder
     */
    public Builder thinkingBudget(int tokens) {
      this.thinkingTokens = positive("thinkingBudget", tokens);
      return this;
    }

    /**
     * Lets newer models think as much as they find right; {@link
     * dev.adze.model.ModelOptions#reasoningEffort()} guides them.
     *
     * @return this builder
     */
    public Builder adaptiveThinking() {
      this.thinkingTokens = AnthropicSettings.ADAPTIVE;
      return this;
    }

    /**
     * Sets how much of what the model thinks the response shows, where {@link #thinkingBudget} or
     * {@link #adaptiveThinking} lets it think. The provider decides if never called, and its newest
     * models then show nothing.
     *
     * @param display the provider's word for it: {@code summarized}, or {@code omitted}, with which
     *     the answer begins sooner; not blank
     * @return this builder
     */
    public Builder thinkingDisplay(String display) {
      if (display.isBlank()) {
        throw new IllegalArgumentException("How thinking is displayed must not be blank.");
      }
      this.thinkingDisplay = display;
      return this;
    }

    /**
     * Has the provider keep what requests begin with alike: tools, instructions, and the
     * conversation up to the last two turns of the user. Reading that again is cheaper, writing it
     * dearer than without. Off if never called.
     *
     * @param time how long after its last use: five minutes, one hour, or zero for no cache
     * @return this builder
     */
    public Builder promptCache(Duration time) {
      return promptCache(time, time);
    }

    /**
     * Has the provider keep what requests begin with alike, as {@link #promptCache(Duration)} does,
     * with a time of its own for what all conversations begin with. Each is five minutes, one hour,
     * or zero to set no marks there. Where the options' extra JSON has {@code cache_control} of its
     * own, the provider marks the conversation by that.
     *
     * @param prefix how long after their last use tools and instructions are kept
     * @param conversation how long the conversation is kept; the provider takes no longer time than
     *     that of the prefix, if that is marked
     * @return this builder
     */
    public Builder promptCache(Duration prefix, Duration conversation) {
      String prefixMark = cacheMark(prefix);
      String conversationMark = cacheMark(conversation);
      if (!prefix.isZero() && conversation.compareTo(prefix) > 0) {
        throw new IllegalArgumentException(
            "A conversation is cached no longer than what stands before it, but it is to be "
                + conversation
                + " and tools and instructions "
                + prefix
                + ". Cache them as long.");
      }
      this.prefixCache = prefixMark;
      this.conversationCache = conversationMark;
      return this;
    }

    private static String cacheMark(Duration time) {
      if (time.isZero()) {
        return "";
      } else if (time.equals(Duration.ofMinutes(5))) {
        return "{\"type\":\"ephemeral\"}";
      } else if (time.equals(Duration.ofHours(1))) {
        return "{\"type\":\"ephemeral\",\"ttl\":\"1h\"}";
      }
      throw new IllegalArgumentException(
          "A prompt is cached for five minutes or one hour, but " + time + " is asked for.");
    }

    /**
     * Has the model cite the documents that it is given: PDF and text, in what users say and in
     * what tools give back. The citations come with the part of the answer that rests on them, in
     * the provider's JSON. The provider does not cite in answers that are held to a type.
     *
     * @return this builder
     */
    public Builder citations() {
      this.citations = true;
      return this;
    }

    /**
     * Sends instructions that come in the middle of a conversation where they stand, behind the
     * user's turn, so that they hold from there on and what is cached before them stays of use.
     * Newer models take that, from Claude Opus 4.8 on; others refuse it. If never called, all
     * instructions are sent before the conversation.
     *
     * @return this builder
     */
    public Builder instructionsInPlace() {
      this.instructionsInPlace = true;
      return this;
    }

    /**
     * {@return the client}
     *
     * @throws IllegalArgumentException if the address is not usable, or is Anthropic's and there is
     *     no key
     */
    public AnthropicClient build() {
      boolean authorized =
          keySupplied || endpoint.hasHeader(KEY) || endpoint.hasHeader("Authorization");
      if (endpoint.baseUrl().equals(ANTHROPIC) && !authorized) {
        throw new IllegalArgumentException(
            "Anthropic needs an API key, and none is set. Call apiKey(...), or baseUrl(...) for"
                + " another server.");
      }
      return new AnthropicClient(endpoint.build(), this);
    }

    private static int positive(String name, int value) {
      if (value <= 0) {
        throw new IllegalArgumentException(name + " must be positive, but is " + value + ".");
      }
      return value;
    }
  }
}
