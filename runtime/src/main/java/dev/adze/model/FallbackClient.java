package dev.adze.model;

import dev.adze.internal.BatchConsumer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks one client after the other until one answers. The next one is asked where waiting may help
 * or another provider may do better: too many requests, a used-up quota, an overloaded or failing
 * provider, a lost or silent connection; and only as long as nothing of an answer has been told.
 * Any other failure, and any later one, comes out as it is.
 *
 * <p>Each client is asked for one request exactly once. Safe for use by many threads at once if the
 * clients are.
 */
public final class FallbackClient implements ModelClient {
  /**
   * A client and its name of the model.
   *
   * @param model null for the name that the request has
   */
  private record Choice(ModelClient client, @Nullable String model) {}

  private final List<Choice> choices;

  private FallbackClient(List<Choice> choices) {
    this.choices = choices;
  }

  /**
   * Starts with the client that is asked first, for the model that a request names.
   *
   * @param client the client to ask before all others
   * @return a builder that has this client alone
   */
  public static Builder first(ModelClient client) {
    return new Builder(client);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the first client does not accept the request; what a later
   *     one does not accept comes out of {@link ModelCall#execute}
   */
  @Override
  public ModelCall newCall(ModelRequest request) {
    return new FallbackCall(request, newCall(choices.get(0), request));
  }

  /** The limit of the one that takes least, since any of them may be asked. */
  @Override
  public int maxTools() {
    return choices.stream().mapToInt(choice -> choice.client.maxTools()).min().orElseThrow();
  }

  private static ModelCall newCall(Choice choice, ModelRequest request) {
    return choice.client.newCall(choice.model == null ? request : request.withModel(choice.model));
  }

  /** Who is asked, in order; nothing of a key. */
  @Override
  public String toString() {
    return "FallbackClient" + choices.stream().map(Choice::client).toList();
  }

  private final class FallbackCall implements ModelCall {
    private final ModelRequest request;
    private ModelCall current;
    private boolean cancelled;

    FallbackCall(ModelRequest request, ModelCall first) {
      this.request = request;
      this.current = first;
    }

    @Override
    public ModelResponse execute(Consumer<? super ModelChunk> chunks) {
      ModelCall call = current();
      for (int next = 1; ; next++) {
        Attempt attempt = new Attempt(chunks);
        try {
          ModelResponse response = call.execute(attempt);
          attempt.release();
          attempt.flush();
          return response;
        } catch (ModelException failure) {
          if (attempt.told || next == choices.size() || !mayHelp(failure)) {
            throw failure;
          }
          call = replace(newCall(choices.get(next), request), failure);
        }
      }
    }

    private synchronized ModelCall current() {
      return current;
    }

    private synchronized ModelCall replace(ModelCall next, ModelException failure) {
      if (cancelled) {
        throw ModelException.builder(ModelException.Kind.CANCELLED, "The call was cancelled.")
            .cause(failure)
            .build();
      }
      current = next;
      return next;
    }

    @Override
    public synchronized void cancel() {
      cancelled = true;
      current.cancel();
    }
  }

  private static boolean mayHelp(ModelException failure) {
    return switch (failure.kind()) {
      case RATE_LIMIT, QUOTA, OVERLOADED, SERVER, NETWORK, TIMEOUT -> true;
      default -> false;
    };
  }

  /** Holds chunks that say nothing back until one does, or until the response is whole. */
  private static final class Attempt implements BatchConsumer<ModelChunk> {
    private final BatchConsumer<? super ModelChunk> chunks;
    private final List<ModelChunk> held = new ArrayList<>();
    private boolean told;

    Attempt(Consumer<? super ModelChunk> chunks) {
      this.chunks = BatchConsumer.of(chunks);
    }

    @Override
    public void add(ModelChunk chunk) {
      if (!told && chunk.deltas().isEmpty()) {
        held.add(chunk);
      } else {
        release();
        chunks.add(chunk);
      }
    }

    @Override
    public void flush() {
      chunks.flush();
    }

    private void release() {
      told = true;
      held.forEach(chunks::add);
      held.clear();
    }
  }

  /** Builds a {@link FallbackClient}. Not safe for use by several threads. */
  public static final class Builder {
    private final List<Choice> choices = new ArrayList<>();

    private Builder(ModelClient first) {
      choices.add(new Choice(Objects.requireNonNull(first, "first"), null));
    }

    /**
     * Adds a client that is asked next, for the model that a request names.
     *
     * @param client the client to ask where those before it failed
     * @return this builder
     */
    public Builder then(ModelClient client) {
      choices.add(new Choice(Objects.requireNonNull(client, "client"), null));
      return this;
    }

    /**
     * Adds a client that is asked next.
     *
     * @param client the client to ask where those before it failed
     * @param model its provider's name of the model to ask
     * @return this builder
     */
    public Builder then(ModelClient client, String model) {
      choices.add(
          new Choice(
              Objects.requireNonNull(client, "client"), Objects.requireNonNull(model, "model")));
      return this;
    }

    /** {@return the client} */
    public FallbackClient build() {
      return new FallbackClient(List.copyOf(choices));
    }
  }
}
