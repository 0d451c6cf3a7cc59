package dev.adze.model;

import java.net.ProxySelector;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * How a client reaches its server: through which proxy, whom it trusts, and how long it waits. One
 * value may serve many clients. Immutable.
 *
 * <p>All time-outs measure silence. There is no limit on a whole call, because a model may rightly
 * answer for an hour; cancel the call instead.
 */
public final class HttpSettings {
  /** What holds if nothing is set. */
  public static final HttpSettings DEFAULTS = builder().build();

  private final Duration connectTimeout;
  private final Duration firstByteTimeout;
  private final Duration idleTimeout;
  private final @Nullable ProxySelector proxies;
  private final @Nullable String proxyUser;
  private final @Nullable String proxyPassword;
  private final @Nullable SocketFactory sockets;
  private final @Nullable SSLContext tls;
  private final @Nullable X509TrustManager trust;
  private final boolean http2;
  private final int idleConnections;
  private final Duration keepAlive;

  private HttpSettings(Builder builder) {
    this.connectTimeout = builder.connectTimeout;
    this.firstByteTimeout = builder.firstByteTimeout;
    this.idleTimeout = builder.idleTimeout;
    this.proxies = builder.proxies;
    this.proxyUser = builder.proxyUser;
    this.proxyPassword = builder.proxyPassword;
    this.sockets = builder.sockets;
    this.tls = builder.tls;
    this.trust = builder.trust;
    this.http2 = builder.http2;
    this.idleConnections = builder.idleConnections;
    this.keepAlive = builder.keepAlive;
  }

  /**
   * Starts with the defaults that each method names.
   *
   * @return a builder, to be filled
   */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return how long it may take to connect, the TLS handshake included} */
  public Duration connectTimeout() {
    return connectTimeout;
  }

  /** {@return how long the server may take to its first byte} */
  public Duration firstByteTimeout() {
    return firstByteTimeout;
  }

  /** {@return how long the server may be silent after its first byte} */
  public Duration idleTimeout() {
    return idleTimeout;
  }

  /** {@return what chooses a proxy; empty for the JVM's, which its system properties set} */
  public Optional<ProxySelector> proxies() {
    return Optional.ofNullable(proxies);
  }

  /** {@return the name by which a proxy knows this program, if it asks} */
  public Optional<String> proxyUser() {
    return Optional.ofNullable(proxyUser);
  }

  /** {@return the password for a proxy} A secret. */
  public Optional<String> proxyPassword() {
    return Optional.ofNullable(proxyPassword);
  }

  /** {@return what makes the sockets; empty for the JVM's} */
  public Optional<SocketFactory> sockets() {
    return Optional.ofNullable(sockets);
  }

  /**
   * {@return what secures connections; empty for the JVM's} Given together with {@link #trust()}.
   */
  public Optional<SSLContext> tls() {
    return Optional.ofNullable(tls);
  }

  /** {@return who decides whether a server is trusted; empty for the JVM's certificates} */
  public Optional<X509TrustManager> trust() {
    return Optional.ofNullable(trust);
  }

  /** {@return whether HTTP/2 is used where the server speaks it} */
  public boolean http2() {
    return http2;
  }

  /** {@return how many connections are kept for later calls} */
  public int idleConnections() {
    return idleConnections;
  }

  /** {@return how long an idle connection is kept} */
  public Duration keepAlive() {
    return keepAlive;
  }

  /** The time-outs; nothing of a proxy or a key. */
  @Override
  public String toString() {
    return "HttpSettings[connect "
        + connectTimeout
        + ", first byte "
        + firstByteTimeout
        + ", idle "
        + idleTimeout
        + "]";
  }

  /** Builds {@link HttpSettings}. Not safe for use by several threads. */
  public static final class Builder {
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration firstByteTimeout = Duration.ofMinutes(10);
    private Duration idleTimeout = Duration.ofMinutes(5);
    private @Nullable ProxySelector proxies;
    private @Nullable String proxyUser;
    private @Nullable String proxyPassword;
    private @Nullable SocketFactory sockets;
    private @Nullable SSLContext tls;
    private @Nullable X509TrustManager trust;
    private boolean http2 = true;
    private int idleConnections = 5;
    private Duration keepAlive = Duration.ofMinutes(5);

    private Builder() {}

    /**
     * Sets how long it may take to connect, the TLS handshake included; 10 s if never set.
     *
     * @param value how long it may take to connect, the TLS handshake included
     * @return this builder
     */
    public Builder connectTimeout(Duration value) {
      this.connectTimeout = positive("connectTimeout", value);
      return this;
    }

    /**
     * Sets how long the server may take to its first byte; 10 min if never set.
     *
     * @param value how long the server may take to its first byte
     * @return this builder
     */
    public Builder firstByteTimeout(Duration value) {
      this.firstByteTimeout = positive("firstByteTimeout", value);
      return this;
    }

    /**
     * Sets how long the server may be silent after its first byte; 5 min if never set.
     *
     * @param value how long the server may be silent after its first byte
     * @return this builder
     */
    public Builder idleTimeout(Duration value) {
      this.idleTimeout = positive("idleTimeout", value);
      return this;
    }

    /**
     * Sets what chooses a proxy for an address; the JVM's if never set. {@link
     * ProxySelector#of(java.net.InetSocketAddress)} is one proxy for all, and null in place of the
     * address is none. Plain http to this machine goes through none, unless the client allows plain
     * http to everywhere.
     *
     * @param value what chooses a proxy for an address
     * @return this builder
     */
    public Builder proxies(ProxySelector value) {
      this.proxies = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets how this program proves to an HTTP proxy who it is; only the proxy is told.
     *
     * @param user the name that the proxy knows
     * @param password what goes with it; in no log and no toString
     * @return this builder
     */
    public Builder proxyCredentials(String user, String password) {
      this.proxyUser = Objects.requireNonNull(user, "user");
      this.proxyPassword = Objects.requireNonNull(password, "password");
      return this;
    }

    /**
     * Sets what makes the sockets under every connection; the JVM's if never set.
     *
     * @param value what makes the sockets under every connection
     * @return this builder
     */
    public Builder sockets(SocketFactory value) {
      this.sockets = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets what secures connections: own authorities, or a certificate of this program. The JVM's
     * if never set.
     *
     * @param context makes the sockets
     * @param manager the trust manager that the context was made with; it is asked again, for what
     *     a context does not tell
     * @return this builder
     */
    public Builder tls(SSLContext context, X509TrustManager manager) {
      this.tls = Objects.requireNonNull(context, "context");
      this.trust = Objects.requireNonNull(manager, "manager");
      return this;
    }

    /**
     * Sets whether HTTP/2 is used where the server speaks it; true if never set.
     *
     * @param value whether HTTP/2 is used where the server speaks it
     * @return this builder
     */
    public Builder http2(boolean value) {
      this.http2 = value;
      return this;
    }

    /**
     * Sets which connections are kept for later calls.
     *
     * @param most how many; 0 or more, 5 if never set
     * @param keepAlive how long each; positive, 5 min if never set
     * @return this builder
     */
    public Builder idleConnections(int most, Duration keepAlive) {
      if (most < 0) {
        throw new IllegalArgumentException(
            "The number of idle connections must not be negative, but is " + most + ".");
      }
      this.idleConnections = most;
      this.keepAlive = positive("keepAlive", keepAlive);
      return this;
    }

    /** {@return the settings} */
    public HttpSettings build() {
      return new HttpSettings(this);
    }

    private static Duration positive(String name, Duration value) {
      if (value.isNegative() || value.isZero() || value.compareTo(Duration.ofDays(24)) > 0) {
        throw new IllegalArgumentException(
            name + " must be positive and at most 24 days, but is " + value + ".");
      }
      if (value.toMillis() == 0) {
        throw new IllegalArgumentException(
            name + " must be at least a millisecond, but is " + value + ".");
      }
      return value;
    }
  }
}
