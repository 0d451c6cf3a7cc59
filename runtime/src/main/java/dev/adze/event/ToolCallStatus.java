package dev.adze.event;

import java.util.Locale;

/** How a call ended. New ones may be added in a later version. */
public enum ToolCallStatus {
  /** The tool did what was asked. */
  SUCCESS,
  /** The tool threw, or said that it could not. */
  ERROR,
  /** Nobody approved it; it never started. */
  DENIED,
  /** Its arguments do not fit the schema; it never started. */
  INVALID,
  /** There is no tool of that name; it never started. */
  UNKNOWN_TOOL,
  /** It took longer than it may. */
  TIMEOUT,
  /** The run was cancelled. */
  CANCELLED,
  /** It was started before the process ended, and what it did is unknown. */
  INTERRUPTED;

  /** {@return the status on the wire} */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
