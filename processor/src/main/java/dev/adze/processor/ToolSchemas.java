package dev.adze.processor;

import java.util.Optional;

/**
 * The schemas of a tool, which its adapter and its contract have.
 *
 * @param input that of its arguments
 * @param output that of its result, if it is encoded
 */
record ToolSchemas(Json input, Optional<Json> output) {
  static ToolSchemas of(ToolMethod tool) {
    return new ToolSchemas(
        SchemaWriter.input(tool.arguments()), SchemaWriter.output(tool.result()));
  }
}
