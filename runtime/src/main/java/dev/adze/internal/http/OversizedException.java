package dev.adze.internal.http;

import java.io.IOException;

/** A piece of a response is larger than anything that a provider has reason to send. */
final class OversizedException extends IOException {
  private static final long serialVersionUID = 1L;

  OversizedException(long limit) {
    super("one piece of the response has more than " + limit + " bytes");
  }
}
