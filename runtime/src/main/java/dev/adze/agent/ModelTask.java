package dev.adze.agent;

import dev.adze.event.EventHeader;
import dev.adze.event.RawResponse;
import dev.adze.event.RunEvent;
import dev.adze.internal.BatchConsumer;
import dev.adze.internal.Threads;
import dev.adze.loop.Effect;
import dev.adze.loop.LoopInput;
import dev.adze.loop.LoopInput.ModelAnswered;
import dev.adze.loop.LoopInput.ModelFailed;
import dev.adze.loop.LoopInput.Received;
import dev.adze.model.ModelCall;
import dev.adze.model.ModelChunk;
import dev.adze.model.ModelClient;
import dev.adze.model.ModelDelta;
import dev.adze.model.ModelException;
import dev.adze.model.ModelRequest;
import dev.adze.model.ModelResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A call of the model. */
final class ModelTask extends Task {
  private final Effect.CallModel effect;
  private final ModelClient client;
  private final Supplier<ModelRequest> request;
  private final Delivery delivery;
  private final Delivery.Source source;
  private final StringBuilder text = new StringBuilder();
  private final BatchConsumer<ModelChunk> chunks = new Chunks();
  private Received received = Received.NOTHING;
  private volatile @Nullable ModelCall call;

  /**
   * @param request makes the request, on the thread of the call: it may call the user's code
   */
  ModelTask(
      Consumer<LoopInput> inbox,
      Effect.CallModel effect,
      ModelClient client,
      Supplier<ModelRequest> request,
      Delivery delivery) {
    super(inbox);
    this.effect = effect;
    this.client = client;
    this.request = request;
    this.delivery = delivery;
    this.source = new Delivery.Source(effect.header());
  }

  @Override
  LoopInput perform() {
    ModelCall made = client.newCall(request.get());
    call = made;
    if (isCancelled()) {
      made.cancel();
    }
    try {
      ModelResponse response = made.execute(chunks);
      return new ModelAnswered(
          effect.attempt(), Objects.requireNonNull(response, "ModelCall.execute returned null"));
    } finally {
      delivery.close(source);
    }
  }

  private void note(ModelChunk chunk) {
    for (ModelDelta delta : chunk.deltas()) {
      if (delta instanceof ModelDelta.ProviderTool) {
        received = Received.PROVIDER_TOOL;
      } else if (received == Received.NOTHING) {
        received = Received.CONTENT;
      }
    }
    text.append(chunk.text());
  }

  /** Tells chunks in the batches in which they come: that is one lock and one time for all. */
  private final class Chunks implements BatchConsumer<ModelChunk> {
    private static final int MAX_EVENTS = 256;
    private static final int MAX_BYTES = 128 << 10;

    private final List<ModelChunk> batch = new ArrayList<>();
    private long bytes;

    @Override
    public void add(ModelChunk chunk) {
      if (isCancelled()) {
        throw cancelled();
      }
      note(chunk);
      batch.add(chunk);
      bytes += chunk.size();
      if (batch.size() >= MAX_EVENTS || bytes >= MAX_BYTES) {
        flush();
      }
    }

    @Override
    public void flush() {
      if (!batch.isEmpty()) {
        delivery.tell(source, batch, this::event);
        batch.clear();
        bytes = 0;
      }
    }

    private RunEvent event(EventHeader header, int ordinal, ModelChunk chunk) {
      return new RawResponse(header, effect.attempt(), ordinal, chunk);
    }
  }

  @Override
  LoopInput failed(Throwable thrown) {
    return new ModelFailed(effect.attempt(), thrown, received, text.toString());
  }

  @Override
  LoopInput notRun() {
    return ModelFailed.early(effect.attempt(), cancelled());
  }

  private static ModelException cancelled() {
    return ModelException.builder(ModelException.Kind.CANCELLED, "The run was cancelled.").build();
  }

  /** The client ends its call in its own way; an interrupt could break what it shares. */
  @Override
  boolean interruptible() {
    return false;
  }

  @Override
  void stop() {
    // The reader may be waiting for room that no listener makes.
    delivery.close(source);
    ModelCall made = call;
    if (made != null) {
      // The client may be the user's, and nothing of the run may wait for it.
      Threads.startOrRun("adze-cancel", () -> cancel(made));
    }
  }

  private static void cancel(ModelCall call) {
    try {
      call.cancel();
    } catch (Throwable thrown) {
      Reports.failure("A model call failed to be cancelled", thrown);
    }
  }
}
