package dev.adze.internal.http;

import okhttp3.HttpUrl;

/** The rules for a base URL. Messages leave out its path and query, which may hold a secret. */
final class BaseUrl {
  private BaseUrl() {}

  /**
   * @param plainHttp whether http may leave this machine
   */
  static HttpUrl parse(String text, boolean plainHttp) {
    HttpUrl url = HttpUrl.parse(text.strip().replaceFirst("/+$", ""));
    if (url == null) {
      throw new IllegalArgumentException(
          "A base URL must be an absolute http or https URL, like https://api.example.com/v1.");
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      throw new IllegalArgumentException(
          "A base URL must not hold a user or a password. Set a header instead.");
    }
    if (!url.isHttps() && !plainHttp && !isLoopback(url.host())) {
      throw new IllegalArgumentException(
          "A base URL must be https, because the key goes over the wire, but http is given for "
              + url.host()
              + ". Use https, or call allowPlainHttp() if the network in between is trusted.");
    }
    return url;
  }

  private static boolean isLoopback(String host) {
    // Names below localhost are left out: whoever answers for them decides where they lead.
    return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
  }
}
