package dev.adze.agent;

import dev.adze.loop.Effect;
import dev.adze.loop.LoopInput;
import dev.adze.loop.LoopInput.Decoding;
import dev.adze.loop.LoopInput.OutputDecoded;
import dev.adze.tool.InvalidOutputException;
import dev.adze.tool.OutputType;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The decoding of a final answer, which may call a user's constructors. */
final class DecodeTask extends Task {
  private static final String FENCE = "```";

  private final Effect.DecodeOutput effect;
  private final OutputType<?> type;

  DecodeTask(Consumer<LoopInput> inbox, Effect.DecodeOutput effect, OutputType<?> type) {
    super(inbox);
    this.effect = effect;
    this.type = type;
  }

  @Override
  LoopInput perform() {
    String json = withoutFence(effect.text().strip());
    try {
      type.decode(json);
      return decoded(new Decoding.Valid(json));
    } catch (InvalidOutputException invalid) {
      return decoded(new Decoding.Faulty(String.valueOf(invalid.getMessage())));
    }
  }

  /** No JSON begins with a backtick, so a fence around all of an answer cannot be part of it. */
  private static String withoutFence(String text) {
    int line = text.indexOf('\n');
    if (!text.startsWith(FENCE) || !text.endsWith(FENCE) || line < 0) {
      return text;
    }
    String language = text.substring(FENCE.length(), line).strip();
    return language.isEmpty() || language.equalsIgnoreCase("json")
        ? text.substring(line + 1, text.length() - FENCE.length()).strip()
        : text;
  }

  @Override
  LoopInput failed(Throwable thrown) {
    return decoded(new Decoding.Broken(thrown));
  }

  @Override
  LoopInput notRun() {
    return failed(new InterruptedException("The run was cancelled."));
  }

  /** Comes back at once: user code that is being run may not stop. */
  @Override
  void stop() {
    comeBack(failed(new TimeoutException("Decoding the answer took too long.")));
  }

  private LoopInput decoded(Decoding decoding) {
    return new OutputDecoded(effect.attempt(), decoding);
  }
}
