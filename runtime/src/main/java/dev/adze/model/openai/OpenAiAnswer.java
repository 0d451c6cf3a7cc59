package dev.adze.model.openai;

import dev.adze.model.AssistantMessage;
import dev.adze.model.AssistantPart;
import dev.adze.model.FinishReason;
import dev.adze.model.ModelDelta;
import dev.adze.model.ModelRequest;
import dev.adze.model.ModelResponse;
import dev.adze.model.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The response in the making: what the chunks so far add up to. */
final class OpenAiAnswer {
  /** What OpenRouter, Z.ai and DeepSeek say where others send an error. */
  private static final Set<String> FAILURES =
      Set.of("error", "network_error", "insufficient_system_resource");

  private final ModelRequest request;
  private final OpenAiDialect dialect;
  private final @Nullable OpenAiThinkTags tags;
  private final List<OpenAiPiece> pieces = new ArrayList<>();
  private final List<OpenAiPiece.Call> calls = new ArrayList<>();
  private String id = "";
  private String model = "";
  private byte @Nullable [] usage;
  private boolean ownUsage;
  private @Nullable String finish;
  private boolean begun;
  private boolean summed;

  OpenAiAnswer(ModelRequest request, OpenAiDialect dialect) {
    this.request = request;
    this.dialect = dialect;
    this.tags = dialect.thinkTags() ? new OpenAiThinkTags() : null;
  }

  String id() {
    return id;
  }

  String model() {
    return model;
  }

  /** Whether there was a choice. */
  boolean begun() {
    return begun;
  }

  /** Whether the model has said why it ended, or the server what the whole answer took. */
  boolean finished() {
    return finish != null || summed;
  }

  /** Whether the provider gave up, and said no more about it than that. */
  boolean failed() {
    return finish != null && FAILURES.contains(finish);
  }

  void begin() {
    begun = true;
  }

  void id(String value) {
    id = value;
  }

  void model(String value) {
    model = value;
  }

  /**
   * Notes the chunk that says what the response took so far.
   *
   * @param own whether it says so in the usual place, which counts more than Groq's other one
   */
  void usage(byte[] chunk, boolean own) {
    if (own || !ownUsage) {
      usage = chunk;
      ownUsage = own;
    }
  }

  /** Notes a chunk that says what all of it took and has no choice: it comes after the last one. */
  void sum() {
    summed = begun;
  }

  /**
   * Notes why the model ended, and gives what was held back until it is known that all is there.
   */
  void finish(String reason, List<ModelDelta> deltas) {
    finish = reason;
    if (tags != null) {
      tags.end().forEach(delta -> append(delta, deltas));
    }
  }

  /** Adds a piece of text or of a refusal. */
  void add(ModelDelta delta, List<ModelDelta> deltas) {
    if (tags != null && delta instanceof ModelDelta.Text text) {
      tags.read(text.text()).forEach(told -> append(told, deltas));
    } else {
      append(delta, deltas);
    }
  }

  private void append(ModelDelta delta, List<ModelDelta> deltas) {
    deltas.add(delta);
    if (delta instanceof ModelDelta.Text text) {
      last(OpenAiPiece.Text.class, OpenAiPiece.Text::new).text.append(text.text());
    } else if (delta instanceof ModelDelta.Refusal refusal) {
      last(OpenAiPiece.Refusal.class, OpenAiPiece.Refusal::new).text.append(refusal.text());
    } else if (delta instanceof ModelDelta.Reasoning reasoning) {
      thought().reasoning.add("", reasoning.text());
    }
  }

  /** The piece that stands last if it is of this kind, or else a new one. */
  private <P extends OpenAiPiece> P last(Class<P> kind, Supplier<P> make) {
    OpenAiPiece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
    if (kind.isInstance(last)) {
      return kind.cast(last);
    }
    P made = make.get();
    pieces.add(made);
    return made;
  }

  /** Adds a piece of reasoning. */
  void add(OpenAiReasoning piece, List<ModelDelta> deltas) {
    String text = piece.text();
    if (!text.isEmpty()) {
      deltas.add(new ModelDelta.Reasoning(text));
      thought().reasoning.add(piece, text);
    } else {
      // A signature comes when the answer has begun, and belongs to what was thought before it.
      latestThought().reasoning.add(piece, "");
    }
  }

  private OpenAiPiece.Thought thought() {
    return last(OpenAiPiece.Thought.class, () -> new OpenAiPiece.Thought(dialect.origin()));
  }

  private OpenAiPiece.Thought latestThought() {
    for (int i = pieces.size() - 1; i >= 0; i--) {
      if (pieces.get(i) instanceof OpenAiPiece.Thought thought) {
        return thought;
      }
    }
    return thought();
  }

  /** Adds something that the provider did by itself. */
  void add(OpenAiProviderPiece piece, List<ModelDelta> deltas) {
    OpenAiPiece.Items items = null;
    for (OpenAiPiece earlier : pieces) {
      if (earlier instanceof OpenAiPiece.Items same && same.member.equals(piece.member())) {
        items = same;
      }
    }
    if (items == null) {
      items = new OpenAiPiece.Items(piece.member(), dialect.origin());
      pieces.add(items);
    }
    items.elements.add(piece.json());
    if (items.begun.add(piece.index())) {
      deltas.add(new ModelDelta.ProviderTool(piece.type()));
    }
  }

  /** Adds a piece of a tool call. */
  ModelDelta add(OpenAiCallPiece piece) {
    OpenAiPiece.Call call = find(piece);
    if (call == null) {
      call = new OpenAiPiece.Call(piece.index(), request.callId(calls.size()));
      calls.add(call);
      pieces.add(call);
    }
    if (call.providerId.isBlank()) {
      call.providerId = piece.id();
    }
    if (!piece.name().equals(call.name)) {
      call.name += piece.name();
    }
    call.text.append(piece.arguments());
    return new ModelDelta.ToolCallArguments(call.callId, call.name, piece.arguments());
  }

  /**
   * The call that the piece goes on with, or null if it starts one. The index alone does not tell:
   * some servers leave it out, and some give the same to all calls.
   */
  private OpenAiPiece.@Nullable Call find(OpenAiCallPiece piece) {
    for (int i = calls.size() - 1; i >= 0; i--) {
      OpenAiPiece.Call call = calls.get(i);
      boolean same =
          piece.hasIndex()
              ? piece.index() == call.index
              : piece.id().isBlank() || piece.id().equals(call.providerId);
      if (same) {
        return startsAnew(piece, call) ? null : call;
      }
    }
    return null;
  }

  private static boolean startsAnew(OpenAiCallPiece piece, OpenAiPiece.Call call) {
    if (piece.name().isEmpty() || call.name.isEmpty()) {
      // Some servers give a call another id with each piece, but none gives a call no name.
      return false;
    }
    if (!piece.id().isBlank() && !call.providerId.isBlank()) {
      return !piece.id().equals(call.providerId);
    }
    // Without ids, a second name is the next call where calls come whole; servers that cut calls up
    // may repeat the name with every piece.
    return !piece.hasIndex() || call.isWhole();
  }

  ModelResponse response() {
    if (tags != null) {
      // A server that ends without a reason leaves what may begin a tag held back.
      tags.end().forEach(delta -> append(delta, new ArrayList<>(1)));
    }
    List<AssistantPart> parts = pieces.stream().map(OpenAiPiece::part).toList();
    return ModelResponse.builder(new AssistantMessage(parts), finishReason())
        .id(id)
        .model(model)
        .usage(usage == null ? Usage.NONE : OpenAiUsage.read(usage))
        .build();
  }

  private FinishReason finishReason() {
    FinishReason reason =
        switch (finish == null ? "" : finish) {
          case "stop", "eos", "eos_token", "stop_sequence", "end_turn" -> FinishReason.STOP;
          case "tool_calls", "function_call", "tool_use" -> FinishReason.TOOL_CALLS;
          case "length", "max_tokens", "model_length" -> FinishReason.LENGTH;
          case "content_filter", "sensitive" -> FinishReason.CONTENT_FILTER;
          case "refusal" -> FinishReason.REFUSAL;
          default -> FinishReason.UNKNOWN;
        };
    if (reason != FinishReason.STOP && reason != FinishReason.UNKNOWN) {
      return reason;
    }
    // Servers say "stop", or nothing, where they mean these two.
    if (!calls.isEmpty()) {
      return FinishReason.TOOL_CALLS;
    }
    boolean refused = pieces.stream().anyMatch(OpenAiPiece.Refusal.class::isInstance);
    return refused ? FinishReason.REFUSAL : reason;
  }
}
