package dev.adze.tool;

/**
 * A dialect of JSON Schema that tools are described in. The schema of a {@link ToolSpec} is the
 * canonical one; where a dialect has no word for something, the description says it instead, and
 * the tool's decoder holds the model to it all the same.
 */
public enum SchemaProfile {
  /** The Model Context Protocol's: the canonical schema as it stands. */
  MCP,

  /**
   * That of OpenAI's strict mode, and of others that follow it. Every property is required, and one
   * that may be absent may be null instead; a decoder takes both for the same.
   */
  OPENAI_STRICT,

  /** That of Anthropic's strict mode, which has no bounds, patterns or recursion. */
  ANTHROPIC_STRICT
}
