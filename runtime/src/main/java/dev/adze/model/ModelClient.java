package dev.adze.model;

/** The way to a provider's models. Safe for use by many threads at once. */
public interface ModelClient {
  /**
   * Makes a call, which is not sent before it is executed.
   *
   * @param request what to ask
   * @return the call, to be executed once
   */
  ModelCall newCall(ModelRequest request);

  /**
   * How many tools a request may offer, positive; {@link Integer#MAX_VALUE} if no limit is known.
   * An agent with more is refused when it is built, before the provider refuses its first request.
   *
   * @return the most tools that one request may have
   */
  default int maxTools() {
    return Integer.MAX_VALUE;
  }
}
