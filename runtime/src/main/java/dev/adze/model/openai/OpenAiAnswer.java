package dev.adze.model.openai;

import dev.adze.internal.JsonTexts;
import dev.adze.model.AssistantMessage;
import dev.adze.model.AssistantPart;
import dev.adze.model.FinishReason;
import dev.adze.model.ModelDelta;
import dev.adze.model.ModelRequest;
import dev.adze.model.ModelResponse;
import dev.adze.model.ReasoningPart;
import dev.adze.model.RefusalPart;
import dev.adze.model.TextPart;
import dev.adze.model.ToolCall;
import dev.adze.model.Usage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The response in the making: what the chunks so far add up to. */
final class OpenAiAnswer {
  private final ModelRequest request;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private String id = "";
  private String model = "";
  private Usage usage = Usage.NONE;
  private @Nullable String finish;
  private boolean begun;

  OpenAiAnswer(ModelRequest request) {
    this.request = request;
  }

  private enum Kind {
    TEXT,
    REASONING,
    REFUSAL,
    CALL
  }

  private static class Piece {
    final Kind kind;
    final StringBuilder text = new StringBuilder();

    Piece(Kind kind) {
      this.kind = kind;
    }

    AssistantPart part() {
      return switch (kind) {
        case TEXT -> new TextPart(text.toString());
        case REASONING -> new ReasoningPart(text.toString());
        default -> new RefusalPart(text.toString());
      };
    }
  }

  private static final class Call extends Piece {
    final int index;
    final String callId;
    String providerId = "";
    String name = "";

    Call(int index, String callId) {
      super(Kind.CALL);
      this.index = index;
      this.callId = callId;
    }

    boolean isWhole() {
      int last = text.length() - 1;
      return last > 0 && text.charAt(last) == '}' && JsonTexts.isObject(text.toString());
    }

    @Override
    ToolCall part() {
      return new ToolCall(callId, providerId, name, text.toString());
    }
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

  /** Whether the model has said why it ended. */
  boolean finished() {
    return finish != null;
  }

  /** Whether the provider gave up, and said no more about it than that. */
  boolean failed() {
    return "error".equals(finish);
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

  void usage(Usage value) {
    usage = value;
  }

  void finish(String reason) {
    finish = reason;
  }

  /** Adds a piece of text, reasoning or refusal. */
  void add(ModelDelta delta) {
    if (delta instanceof ModelDelta.Text text) {
      last(Kind.TEXT).append(text.text());
    } else if (delta instanceof ModelDelta.Reasoning reasoning) {
      last(Kind.REASONING).append(reasoning.text());
    } else if (delta instanceof ModelDelta.Refusal refusal) {
      last(Kind.REFUSAL).append(refusal.text());
    }
  }

  private StringBuilder last(Kind kind) {
    Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
    if (last == null || last.kind != kind) {
      last = new Piece(kind);
      pieces.add(last);
    }
    return last.text;
  }

  /** Adds a piece of a tool call. */
  ModelDelta add(OpenAiCallPiece piece) {
    Call call = find(piece);
    if (call == null) {
      call = new Call(piece.index(), request.callId(calls.size()));
      calls.add(call);
      pieces.add(call);
    }
    if (!piece.id().isBlank()) {
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
  private @Nullable Call find(OpenAiCallPiece piece) {
    for (int i = calls.size() - 1; i >= 0; i--) {
      Call call = calls.get(i);
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

  private static boolean startsAnew(OpenAiCallPiece piece, Call call) {
    if (!piece.id().isBlank() && !call.providerId.isBlank()) {
      return !piece.id().equals(call.providerId);
    }
    if (piece.name().isEmpty() || call.name.isEmpty()) {
      return false;
    }
    // Without ids, a second name is the next call where calls come whole; servers that cut calls up
    // may repeat the name with every piece.
    return !piece.hasIndex() || call.isWhole();
  }

  ModelResponse response() {
    List<AssistantPart> parts = pieces.stream().map(Piece::part).toList();
    return ModelResponse.builder(new AssistantMessage(parts), finishReason())
        .id(id)
        .model(model)
        .usage(usage)
        .build();
  }

  private FinishReason finishReason() {
    FinishReason reason =
        switch (finish == null ? "" : finish) {
          case "stop" -> FinishReason.STOP;
          case "tool_calls", "function_call" -> FinishReason.TOOL_CALLS;
          case "length", "max_tokens", "model_length" -> FinishReason.LENGTH;
          case "content_filter" -> FinishReason.CONTENT_FILTER;
          default -> FinishReason.UNKNOWN;
        };
    if (reason != FinishReason.STOP && reason != FinishReason.UNKNOWN) {
      return reason;
    }
    // Servers say "stop", or nothing, where they mean these two.
    if (!calls.isEmpty()) {
      return FinishReason.TOOL_CALLS;
    }
    boolean refused = pieces.stream().anyMatch(piece -> piece.kind == Kind.REFUSAL);
    return refused ? FinishReason.REFUSAL : reason;
  }
}
