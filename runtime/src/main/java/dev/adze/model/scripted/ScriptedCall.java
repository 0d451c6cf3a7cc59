package dev.adze.model.scripted;

import dev.adze.model.AssistantMessage;
import dev.adze.model.AssistantPart;
import dev.adze.model.ModelCall;
import dev.adze.model.ModelChunk;
import dev.adze.model.ModelDelta;
import dev.adze.model.ModelException;
import dev.adze.model.ModelRequest;
import dev.adze.model.ModelResponse;
import dev.adze.model.ReasoningPart;
import dev.adze.model.RefusalPart;
import dev.adze.model.TextPart;
import dev.adze.model.ToolCall;
import dev.adze.model.scripted.ScriptedTurn.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One request to a scripted model. */
final class ScriptedCall implements ModelCall {
  private final ScriptedModel model;
  private final ModelRequest request;
  private final AtomicBoolean executed = new AtomicBoolean();
  private final CompletableFuture<Void> cancelled = new CompletableFuture<>();

  ScriptedCall(ScriptedModel model, ModelRequest request) {
    this.model = model;
    this.request = request;
  }

  @Override
  public void cancel() {
    cancelled.complete(null);
  }

  @Override
  public ModelResponse execute(Consumer<? super ModelChunk> chunks) {
    if (executed.getAndSet(true)) {
      throw new IllegalStateException("A model call is executed once. This one was before.");
    }
    checkCancelled();
    int number = model.note(request);
    ScriptedTurn turn = model.turn(number, request);
    String id = "scripted-" + number;
    ChunkJson json = new ChunkJson(id, request.model());
    List<AssistantPart> parts = parts(turn, id);
    if (request.streaming()) {
      stream(turn, id, json, chunks);
    } else {
      turn.parts().forEach(this::pause);
    }
    end(turn);
    ModelResponse response =
        ModelResponse.builder(new AssistantMessage(parts), turn.finishReason())
            .id(id)
            .model(request.model())
            .usage(turn.usage())
            .build();
    if (!request.streaming()) {
      chunks.accept(ModelChunk.of(json.whole(response), id, wholeDeltas(parts)));
    }
    return response;
  }

  /** Sends every piece as a chunk of its own, and the end as another. */
  private void stream(
      ScriptedTurn turn, String id, ChunkJson json, Consumer<? super ModelChunk> chunks) {
    int calls = 0;
    for (Part part : turn.parts()) {
      pause(part);
      String callId = request.callId(calls);
      String providerId = providerId(id, calls);
      boolean first = true;
      for (ModelDelta delta : deltas(part, callId)) {
        checkCancelled();
        String text = json.delta(delta, calls, first ? providerId : "");
        chunks.accept(ModelChunk.of(text, id, List.of(delta)));
        first = false;
      }
      calls += part instanceof Part.Call ? 1 : 0;
    }
    if (turn.failure() == null && !turn.isHanging()) {
      checkCancelled();
      chunks.accept(ModelChunk.of(json.end(turn.finishReason(), turn.usage()), id, List.of()));
    }
  }

  private static List<ModelDelta> deltas(Part part, String callId) {
    List<ModelDelta> deltas = new ArrayList<>();
    if (part instanceof Part.Text text) {
      text.pieces().forEach(piece -> deltas.add(new ModelDelta.Text(piece)));
    } else if (part instanceof Part.Reasoning reasoning) {
      reasoning.pieces().forEach(piece -> deltas.add(new ModelDelta.Reasoning(piece)));
    } else if (part instanceof Part.Refusal refusal) {
      refusal.pieces().forEach(piece -> deltas.add(new ModelDelta.Refusal(piece)));
    } else if (part instanceof Part.Call call) {
      deltas.add(new ModelDelta.ToolCallArguments(callId, call.name(), ""));
      call.pieces()
          .forEach(
              piece -> deltas.add(new ModelDelta.ToolCallArguments(callId, call.name(), piece)));
    }
    return deltas;
  }

  private List<AssistantPart> parts(ScriptedTurn turn, String id) {
    List<AssistantPart> parts = new ArrayList<>();
    int calls = 0;
    for (Part part : turn.parts()) {
      if (part instanceof Part.Text text) {
        parts.add(new TextPart(String.join("", text.pieces())));
      } else if (part instanceof Part.Reasoning reasoning) {
        parts.add(new ReasoningPart(String.join("", reasoning.pieces())));
      } else if (part instanceof Part.Refusal refusal) {
        parts.add(new RefusalPart(String.join("", refusal.pieces())));
      } else if (part instanceof Part.Call call) {
        String callId = request.callId(calls);
        parts.add(new ToolCall(callId, providerId(id, calls), call.name(), call.arguments()));
        calls++;
      }
    }
    return parts;
  }

  private static String providerId(String id, int call) {
    return id + "-call-" + (call + 1);
  }

  private static List<ModelDelta> wholeDeltas(List<AssistantPart> parts) {
    List<ModelDelta> deltas = new ArrayList<>();
    for (AssistantPart part : parts) {
      if (part instanceof ToolCall call) {
        deltas.add(new ModelDelta.ToolCallArguments(call.id(), call.name(), call.arguments()));
      } else if (part instanceof TextPart text && !text.text().isEmpty()) {
        deltas.add(new ModelDelta.Text(text.text()));
      } else if (part instanceof ReasoningPart reasoning && !reasoning.text().isEmpty()) {
        deltas.add(new ModelDelta.Reasoning(reasoning.text()));
      } else if (part instanceof RefusalPart refusal && !refusal.text().isEmpty()) {
        deltas.add(new ModelDelta.Refusal(refusal.text()));
      }
    }
    return deltas;
  }

  private void end(ScriptedTurn turn) {
    if (turn.isHanging()) {
      await(cancelled);
    }
    checkCancelled();
    ModelException failure = turn.failure();
    if (failure != null) {
      throw failure;
    }
  }

  private void pause(Part part) {
    if (part instanceof Part.Pause pause) {
      await(pause.end());
    }
  }

  private void await(CompletionStage<?> end) {
    try {
      CompletableFuture.anyOf(end.toCompletableFuture(), cancelled).get();
    } catch (ExecutionException ended) {
      // However it ended, the wait is over.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw cancelled("The call was interrupted.");
    }
  }

  private void checkCancelled() {
    if (cancelled.isDone()) {
      throw cancelled("The call was cancelled.");
    }
  }

  private static ModelException cancelled(String message) {
    return ModelException.builder(ModelException.Kind.CANCELLED, message).build();
  }
}
