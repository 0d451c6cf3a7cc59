package dev.adze.model;

import java.util.Objects;

/**
 * What the model reads of one finished call.
 *
 * @param callId our id of the call
 * @param name the name that the model called
 * @param text what the tool has to say
 * @param error whether the call failed, was refused or never ran
 */
public record ToolResult(String callId, String name, String text, boolean error) {
  /** Refuses null. */
  public ToolResult {
    Objects.requireNonNull(callId, "callId");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
  }
}
