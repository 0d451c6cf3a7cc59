package dev.adze.event;

import dev.adze.model.ToolCall;
import dev.adze.tool.ToolOutput;
import java.time.Duration;
import java.util.Objects;

/**
 * One finished call.
 *
 * @param call the call, as the model wrote it
 * @param arguments the checked arguments as compact JSON; empty if they were never bound
 * @param status how it ended
 * @param output what the model and the person read of it
 * @param duration how long the tool ran; zero if it never started
 * @param abandoned whether the tool was still running when the run stopped waiting for it
 */
public record CallResult(
    ToolCall call,
    String arguments,
    ToolCallStatus status,
    ToolOutput output,
    Duration duration,
    boolean abandoned) {
  /** Refuses null. */
  public CallResult {
    Objects.requireNonNull(call, "call");
    Objects.requireNonNull(arguments, "arguments");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(output, "output");
    Objects.requireNonNull(duration, "duration");
  }
}
