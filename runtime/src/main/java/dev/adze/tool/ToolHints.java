package dev.adze.tool;

/**
 * What a tool says of its effects, in the meanings of the Model Context Protocol's tool
 * annotations.
 *
 * @param readOnly it changes nothing
 * @param destructive it may delete or overwrite; meaningful only when not {@code readOnly}
 * @param idempotent a repeat with the same arguments changes nothing more; meaningful only when not
 *     {@code readOnly}
 * @param openWorld it reaches things outside a closed set, such as the web
 */
public record ToolHints(
    boolean readOnly, boolean destructive, boolean idempotent, boolean openWorld) {
  /** The protocol's defaults, which assume the worst. */
  public static final ToolHints DEFAULTS = new ToolHints(false, true, false, true);
}
