package dev.adze.model;

import java.util.function.Consumer;

/** One request on its way to a model and back. It is sent exactly once. */
public interface ModelCall {
  /**
   * Sends the request and reads the response to its end, on this thread.
   *
   * @param chunks is given every chunk as it arrives, on this thread; what it throws ends the call
   *     and comes out of this method
   * @return the whole response
   * @throws ModelException if there is none: the provider refused, could not be reached, broke off
   *     or sent what cannot be understood, or the call was cancelled
   * @throws IllegalStateException if the call was executed before
   */
  ModelResponse execute(Consumer<? super ModelChunk> chunks);

  /**
   * Ends the call from any thread at any moment, also before it is executed: the connection is
   * given up and {@link #execute} throws soon. Without effect on a call that has ended.
   */
  void cancel();
}
