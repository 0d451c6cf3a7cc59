package dev.adze.internal.http;

import dev.adze.model.HttpSettings;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.ConnectionSpec;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Where requests go, with which headers, and how long an answer may take. */
public final class HttpEndpoint implements AutoCloseable {
  private final OkHttpClient client;
  private final HttpUrl baseUrl;
  private final Headers headers;
  private final @Nullable Secret secret;
  private final ServerName name;
  private final Duration connectTimeout;
  private final Duration idleTimeout;

  private HttpEndpoint(Builder builder, HttpUrl baseUrl) {
    this.baseUrl = baseUrl;
    this.headers = Headers.of(builder.headers);
    this.secret = builder.secret;
    ServerName named = new ServerName(host(baseUrl), hostAndPort(baseUrl), List.of());
    for (String value : builder.headers.values()) {
      named = named.keeping(value);
    }
    this.name = named;
    this.connectTimeout = builder.http.connectTimeout();
    this.idleTimeout = builder.http.idleTimeout();
    this.client = client(builder, baseUrl);
  }

  // A request is sent once, and a second try is for the caller to decide on. Retrying is therefore
  // off, and the body is marked as one that can be written once only, because OkHttp repeats a
  // request after "503, Retry-After: 0" whatever the switch says. The price is a pooled connection
  // that the server closed while it was idle. OkHttp reads from an HTTP/1 connection before it
  // reuses it for a POST, and pings an HTTP/2 one all along, so a close that has arrived or a dead
  // peer is noticed; a close that crosses the request on its way is a NETWORK failure.
  private static OkHttpClient client(Builder builder, HttpUrl baseUrl) {
    OkHttpClient.Builder client =
        new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .callTimeout(Duration.ZERO)
            .pingInterval(Duration.ofSeconds(30));
    if (!baseUrl.isHttps()) {
      // Otherwise the JDK's certificates are read, which takes longer than all the rest.
      client.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
    }
    Connections.set(client, builder.http);
    if (!baseUrl.isHttps() && !builder.plainHttp) {
      // A proxy for all addresses would get what may not leave this machine, and look for the
      // server
      // on its own.
      client.proxy(Proxy.NO_PROXY);
    }
    return client.build();
  }

  /** Starts with no headers and the default settings. */
  public static Builder builder(String baseUrl) {
    return new Builder(baseUrl);
  }

  /**
   * Refuses what cannot be the value of a header.
   *
   * @throws IllegalArgumentException that does not repeat the value
   */
  public static void requireHeaderValue(String name, String value) {
    HeaderRules.value(name, value);
  }

  /**
   * Prepares one POST.
   *
   * @param path below the base URL, without a slash in front
   * @param body the JSON, which is used up
   * @param streaming whether server-sent events are asked for
   * @throws IllegalArgumentException if the supplied key cannot be a header
   */
  public HttpExchange post(String path, Buffer body, boolean streaming) {
    ConnectTimer connecting = new ConnectTimer(connectTimeout);
    Request.Builder request =
        new Request.Builder()
            .url(baseUrl.newBuilder().addPathSegments(path).build())
            .headers(headers)
            .post(new JsonBody(body));
    if (headers.get("User-Agent") == null) {
      request.header("User-Agent", "adze-java");
    }
    if (headers.get("Accept") == null) {
      request.header("Accept", streaming ? "text/event-stream" : "application/json");
    }
    if (streaming && headers.get("Accept-Encoding") == null) {
      // What compresses a stream tends to hold it back until it has a block.
      request.header("Accept-Encoding", "identity");
    }
    ServerName keeping = name;
    if (secret != null) {
      String value = HeaderRules.value(secret.header, secret.scheme + secret.supplier.get());
      if (value.equals(secret.scheme.strip())) {
        throw new IllegalArgumentException("The supplied API key must not be blank.");
      }
      request.header(secret.header, value);
      keeping = name.keeping(value);
    }
    Call call = client.newCall(request.build());
    // A tag of the request would be found as well, but loads half of Kotlin's reflection.
    call.addEventListener(connecting);
    return new HttpExchange(call, keeping, connecting, idleTimeout);
  }

  /** The server's host, and its port unless that is the usual one. */
  public String host() {
    return name.host();
  }

  private static String host(HttpUrl url) {
    boolean usual = url.port() == HttpUrl.defaultPort(url.scheme());
    return usual ? url.host() : hostAndPort(url);
  }

  private static String hostAndPort(HttpUrl url) {
    String host = url.host();
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + url.port();
  }

  /** Closes idle connections. Requests that are under way go on. */
  @Override
  public void close() {
    client.connectionPool().evictAll();
  }

  /** The address without what may be secret in it. */
  @Override
  public String toString() {
    return baseUrl.newBuilder().query(null).fragment(null).build().toString();
  }

  /** A header whose value is asked for anew for each request. */
  private record Secret(String header, String scheme, Supplier<String> supplier) {}

  /** Builds an {@link HttpEndpoint}. Not safe for use by several threads. */
  public static final class Builder {
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private String baseUrl;
    private boolean plainHttp;
    private @Nullable Secret secret;
    private HttpSettings http = HttpSettings.DEFAULTS;

    private Builder(String baseUrl) {
      this.baseUrl = baseUrl;
    }

    /** Sets the address that paths are added to. */
    public void baseUrl(String value) {
      this.baseUrl = Objects.requireNonNull(value, "baseUrl");
    }

    /** The address as it is set. */
    public String baseUrl() {
      return baseUrl;
    }

    /** Allows http to other hosts than this one. */
    public void allowPlainHttp() {
      this.plainHttp = true;
    }

    /** Sets a header of every request, in place of one of the same name. */
    public void header(String name, String value) {
      headers.put(HeaderRules.name(name), HeaderRules.value(name, value));
    }

    /**
     * Sets the header that proves who asks.
     *
     * @param scheme what stands before the key; may be empty
     * @param key is asked for anew for each request
     */
    public void secret(String header, String scheme, Supplier<String> key) {
      this.secret = new Secret(HeaderRules.name(header), scheme, key);
    }

    /**
     * The server's host, and its port unless that is the usual one.
     *
     * @throws IllegalArgumentException if the address is not usable
     */
    public String host() {
      return HttpEndpoint.host(BaseUrl.parse(baseUrl, plainHttp));
    }

    /** Whether there is such a header. */
    public boolean hasHeader(String name) {
      return headers.containsKey(name);
    }

    /** Sets how the server is reached. */
    public void http(HttpSettings value) {
      this.http = Objects.requireNonNull(value, "http");
    }

    /** The endpoint. */
    public HttpEndpoint build() {
      return new HttpEndpoint(this, BaseUrl.parse(baseUrl, plainHttp));
    }
  }
}
