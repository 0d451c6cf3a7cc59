package dev.adze.processor.oracle;

import dev.adze.tool.ToolSpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What json-schema-validator 3.0.9 is known to judge wrongly. */
final class Defects {
  /** White space to ECMA-262 and hence to JSON Schema, but not to java.util.regex. */
  private static final String WHITE_SPACE = "\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff";

  private Defects() {}

  /** Whether the validator is outvoted because of one of them. */
  static boolean explain(@Nullable JsonNode tree, ToolSpec spec) {
    return tree != null
        && spec.inputSchema().contains("\\\\S")
        && tree.toString().chars().anyMatch(Defects::isWhiteSpaceElsewhere);
  }

  private static boolean isWhiteSpaceElsewhere(int c) {
    return WHITE_SPACE.indexOf(c) >= 0 || (c >= '\u2000' && c <= '\u200a');
  }
}
