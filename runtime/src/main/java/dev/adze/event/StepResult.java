package dev.adze.event;

import dev.adze.model.ModelResponse;
import java.util.List;
import java.util.Objects;

/**
 * One finished step: a response of the model and all of its calls.
 *
 * @param step from 1
 * @param response what the model said
 * @param calls the calls, in the model's order; may be empty
 */
public record StepResult(int step, ModelResponse response, List<CallResult> calls) {
  /** Copies the list and refuses null. */
  public StepResult {
    Objects.requireNonNull(response, "response");
    calls = List.copyOf(calls);
  }
}
