package dev.adze.model;

import java.util.List;

/**
 * The results of all calls of one response.
 *
 * @param results one for each call, in the order of the calls; at least one
 */
public record ToolMessage(List<ToolResult> results) implements Message {
  /** Copies the list and refuses an empty one. */
  public ToolMessage {
    results = List.copyOf(results);
    if (results.isEmpty()) {
      throw new IllegalArgumentException("A tool message needs at least one result. It has none.");
    }
  }
}
