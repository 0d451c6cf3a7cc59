package dev.adze.internal.http;

import dev.adze.model.HttpSettings;
import java.io.IOException;
import java.net.Proxy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Makes OkHttp reach a server in the way that a user's settings say. */
final class Connections {
  private static final String PROXY_AUTHORIZATION = "Proxy-Authorization";

  private Connections() {}

  static void set(OkHttpClient.Builder client, HttpSettings http) {
    client
        .connectTimeout(http.connectTimeout())
        .readTimeout(http.firstByteTimeout())
        .writeTimeout(http.idleTimeout())
        .connectionPool(
            new ConnectionPool(
                http.idleConnections(), http.keepAlive().toMillis(), TimeUnit.MILLISECONDS));
    if (!http.http2()) {
      client.protocols(List.of(Protocol.HTTP_1_1));
    }
    http.proxies().ifPresent(client::proxySelector);
    http.sockets().ifPresent(client::socketFactory);
    if (http.tls().isPresent() && http.trust().isPresent()) {
      client.sslSocketFactory(http.tls().get().getSocketFactory(), http.trust().get());
    }
    if (http.proxyUser().isPresent() && http.proxyPassword().isPresent()) {
      String credentials = Credentials.basic(http.proxyUser().get(), http.proxyPassword().get());
      client.proxyAuthenticator(tunnel(credentials));
      client.addNetworkInterceptor(chain -> withoutTunnel(chain, credentials));
    }
  }

  /** Answers before the proxy asks, and once only: a proxy that asks all the same refuses us. */
  private static Authenticator tunnel(String credentials) {
    return (route, response) -> {
      @Nullable Request asked = response.request();
      return asked.header(PROXY_AUTHORIZATION) != null
          ? null
          : asked.newBuilder().header(PROXY_AUTHORIZATION, credentials).build();
    };
  }

  /** Plain http goes through a proxy without a tunnel, so that each request must say who asks. */
  private static Response withoutTunnel(Interceptor.Chain chain, String credentials)
      throws IOException {
    Connection connection = chain.connection();
    boolean proxied =
        connection != null
            && connection.route().proxy().type() == Proxy.Type.HTTP
            && !chain.request().isHttps();
    Request request = chain.request();
    return chain.proceed(
        proxied ? request.newBuilder().header(PROXY_AUTHORIZATION, credentials).build() : request);
  }
}
