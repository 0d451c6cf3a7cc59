package dev.adze.recordings;

import dev.adze.model.ModelCall;
import dev.adze.model.ModelClient;
import dev.adze.model.ModelRequest;
import java.util.function.UnaryOperator;

/**
 * A client that asks with what stands in a recorded request, and no agent has a word for.
 *
 * @param client asks
 * @param adapted what is asked in place of a request
 */
record AdaptedClient(ModelClient client, UnaryOperator<ModelRequest> adapted)
    implements ModelClient, AutoCloseable {
  @Override
  public ModelCall newCall(ModelRequest request) {
    return client.newCall(adapted.apply(request));
  }

  @Override
  public void close() {
    closeIdle(client);
  }

  /** Each client has connections of its own, and there are thousands of clients. */
  static void closeIdle(ModelClient client) {
    if (client instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception unheardOf) {
        throw new IllegalStateException("A client cannot be closed.", unheardOf);
      }
    }
  }
}
