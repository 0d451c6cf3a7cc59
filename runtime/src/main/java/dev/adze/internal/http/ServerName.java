package dev.adze.internal.http;

import java.util.ArrayList;
import java.util.List;

/**
 * How messages speak of a server, and of what it says.
 *
 * @param host its host, with the port unless that is the usual one
 * @param hostAndPort its host with the port
 * @param secrets what no message may repeat, because a server may repeat a key
 */
record ServerName(String host, String hostAndPort, List<String> secrets) {
  /** Shorter header values are no secrets, and striking them out would garble messages. */
  private static final int SHORTEST_SECRET = 8;

  ServerName {
    secrets = List.copyOf(secrets);
  }

  /** The same server, with one more header's value to keep to ourselves. */
  ServerName keeping(String headerValue) {
    // A key stands behind the name of its scheme, and a server repeats it without that.
    String secret = headerValue.substring(headerValue.lastIndexOf(' ') + 1);
    if (secret.length() < SHORTEST_SECRET) {
      return this;
    }
    List<String> more = new ArrayList<>(secrets);
    more.add(secret);
    return new ServerName(host, hostAndPort, more);
  }

  /** The text without any secret. */
  String withoutSecrets(String text) {
    String result = text;
    for (String secret : secrets) {
      result = result.replace(secret, "***");
    }
    return result;
  }

  /** Whether the text has a secret in it. */
  boolean isSecretIn(String text) {
    return secrets.stream().anyMatch(text::contains);
  }
}
