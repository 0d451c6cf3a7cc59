package dev.adze.agent;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a model is told before a conversation, as a function of the caller's own object.
 *
 * @param type what the object has to be
 * @param text makes the text of it
 */
record Instructions<C>(Class<C> type, Function<? super C, String> text) {
  /**
   * The text for a run.
   *
   * @throws IllegalArgumentException if the run has no object of the type
   */
  String forContext(@Nullable Object context) {
    if (!type.isInstance(context)) {
      throw new IllegalArgumentException(
          "The agent's instructions are a function of a "
              + type.getName()
              + ", but the run's context is "
              + (context == null ? "empty" : "a " + context.getClass().getName())
              + ". Set it with RunRequest.builder(...).context(...).");
    }
    return text.apply(type.cast(context));
  }
}
