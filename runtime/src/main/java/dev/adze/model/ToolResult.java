package dev.adze.model;

import dev.adze.tool.Media;
import java.util.List;
import java.util.Objects;

/**
 * What the model reads of one finished call.
 *
 * @param callId our id of the call
 * @param name the name that the model called
 * @param text what the tool has to say
 * @param error whether the call failed, was refused or never ran
 * @param attachments images and files that come with the text
 */
public record ToolResult(
    String callId, String name, String text, boolean error, List<Media> attachments) {
  /** Refuses null and copies the list. */
  public ToolResult {
    Objects.requireNonNull(callId, "callId");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
    attachments = List.copyOf(attachments);
  }

  /**
   * A result that is text alone.
   *
   * @param callId our id of the call
   * @param name the name that the model called
   * @param text what the tool has to say
   * @param error whether the call failed, was refused or never ran
   */
  public ToolResult(String callId, String name, String text, boolean error) {
    this(callId, name, text, error, List.of());
  }
}
