package dev.adze.model.scripted;

import dev.adze.model.FinishReason;
import dev.adze.model.ModelException;
import dev.adze.model.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One response of a {@link ScriptedModel}, or one way in which it fails to come. Immutable. */
public final class ScriptedTurn {
  /** A part of the response, with the pieces in which it is streamed. */
  sealed interface Part {
    record Text(List<String> pieces) implements Part {}

    record Reasoning(List<String> pieces) implements Part {}

    record Refusal(List<String> pieces) implements Part {}

    /** Arguments in the pieces in which they are streamed. */
    record Call(String name, List<String> pieces) implements Part {
      String arguments() {
        return String.join("", pieces);
      }
    }

    /** Nothing is said until this is completed. */
    record Pause(CompletionStage<?> end) implements Part {}
  }

  /** In pieces of how many characters arguments are streamed unless the script says otherwise. */
  private static final int PIECE = 16;

  private final List<Part> parts;
  private final @Nullable FinishReason finishReason;
  private final Usage usage;
  private final @Nullable ModelException failure;
  private final boolean hanging;

  private ScriptedTurn(Builder builder) {
    this.parts = List.copyOf(builder.parts);
    this.finishReason = builder.finishReason;
    this.usage = builder.usage;
    this.failure = builder.failure;
    this.hanging = builder.hanging;
  }

  /**
   * {@return a turn that says a text, streamed word by word}
   *
   * @param text what it says
   */
  public static ScriptedTurn text(String text) {
    return builder().text(text).build();
  }

  /**
   * {@return a turn that calls one tool}
   *
   * @param name the tool, which need not exist
   * @param arguments the arguments' JSON, which may be wrong on purpose
   */
  public static ScriptedTurn toolCall(String name, String arguments) {
    return builder().toolCall(name, arguments).build();
  }

  /**
   * {@return a turn that fails before it says anything}
   *
   * @param failure what the call throws
   */
  public static ScriptedTurn failure(ModelException failure) {
    return builder().failure(failure).build();
  }

  /** {@return a turn that says nothing until it is cancelled} */
  public static ScriptedTurn hanging() {
    return builder().hanging().build();
  }

  /**
   * Starts a turn. One with nothing in it is an empty response.
   *
   * @return a builder, to be filled
   */
  public static Builder builder() {
    return new Builder();
  }

  List<Part> parts() {
    return parts;
  }

  FinishReason finishReason() {
    if (finishReason != null) {
      return finishReason;
    }
    return parts.stream().anyMatch(Part.Call.class::isInstance)
        ? FinishReason.TOOL_CALLS
        : FinishReason.STOP;
  }

  Usage usage() {
    return usage;
  }

  @Nullable ModelException failure() {
    return failure;
  }

  boolean isHanging() {
    return hanging;
  }

  /** Builds a {@link ScriptedTurn}; parts come in the order of the calls. Not thread-safe. */
  public static final class Builder {
    private final List<Part> parts = new ArrayList<>();
    private @Nullable FinishReason finishReason;
    private Usage usage = Usage.NONE;
    private @Nullable ModelException failure;
    private boolean hanging;

    private Builder() {}

    /**
     * Says a text, streamed word by word.
     *
     * @param text what it says
     * @return this builder
     */
    public Builder text(String text) {
      parts.add(new Part.Text(words(text)));
      return this;
    }

    /**
     * Says a text, streamed in these pieces; none of them empty.
     *
     * @param pieces the text, one piece for each chunk; none of them empty
     * @return this builder
     */
    public Builder textInPieces(String... pieces) {
      parts.add(new Part.Text(List.of(pieces)));
      return this;
    }

    /**
     * Shows reasoning, streamed word by word.
     *
     * @param text what it thinks
     * @return this builder
     */
    public Builder reasoning(String text) {
      parts.add(new Part.Reasoning(words(text)));
      return this;
    }

    /**
     * Shows reasoning, streamed in these pieces; none of them empty.
     *
     * @param pieces the reasoning, one piece for each chunk; none of them empty
     * @return this builder
     */
    public Builder reasoningInPieces(String... pieces) {
      parts.add(new Part.Reasoning(List.of(pieces)));
      return this;
    }

    /**
     * Declines to answer, streamed word by word.
     *
     * @param text the words with which it declines
     * @return this builder
     */
    public Builder refusal(String text) {
      parts.add(new Part.Refusal(words(text)));
      return this;
    }

    /**
     * Calls a tool, its arguments streamed in pieces of some characters.
     *
     * @param name the tool, which need not exist
     * @param arguments the arguments' JSON, which may be wrong on purpose
     * @return this builder
     */
    public Builder toolCall(String name, String arguments) {
      return toolCallInPieces(name, pieces(arguments));
    }

    /**
     * Calls a tool.
     *
     * @param name the tool, which need not exist
     * @param pieces the arguments' JSON as it is streamed, which may be wrong on purpose
     * @return this builder
     */
    public Builder toolCallInPieces(String name, String... pieces) {
      Objects.requireNonNull(name, "name");
      parts.add(new Part.Call(name, List.of(pieces)));
      return this;
    }

    /**
     * Waits, after what the turn has said so far, until the stage is completed in any way, or the
     * call is cancelled. So a test decides when a model goes on, and a stage that a clock completes
     * is a delay. Where the response is not streamed, all of it waits.
     *
     * @param end what the turn waits for; how it ends makes no difference
     * @return this builder
     */
    public Builder waitFor(CompletionStage<?> end) {
      parts.add(new Part.Pause(Objects.requireNonNull(end, "end")));
      return this;
    }

    /**
     * Sets why the response ends; if never set, for its calls, or because all is said.
     *
     * @param value why the response ends
     * @return this builder
     */
    public Builder finishReason(FinishReason value) {
      this.finishReason = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets what the response takes; nothing if never set.
     *
     * @param value what the response takes
     * @return this builder
     */
    public Builder usage(Usage value) {
      this.usage = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Breaks off with this exception after what the turn has said.
     *
     * @param value what the call throws, whatever has been said
     * @return this builder
     */
    public Builder failure(ModelException value) {
      this.failure = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Waits after what the turn has said, until the call is cancelled.
     *
     * @return this builder
     */
    public Builder hanging() {
      this.hanging = true;
      return this;
    }

    /** {@return the turn} */
    public ScriptedTurn build() {
      return new ScriptedTurn(this);
    }

    private static String[] pieces(String arguments) {
      List<String> pieces = new ArrayList<>();
      for (int from = 0; from < arguments.length(); from += PIECE) {
        pieces.add(arguments.substring(from, Math.min(arguments.length(), from + PIECE)));
      }
      return pieces.toArray(String[]::new);
    }

    /** A text cut after each space. */
    private static List<String> words(String text) {
      List<String> words = new ArrayList<>();
      int from = 0;
      while (from < text.length()) {
        int space = text.indexOf(' ', from);
        int to = space < 0 ? text.length() : space + 1;
        words.add(text.substring(from, to));
        from = to;
      }
      return words;
    }
  }
}
