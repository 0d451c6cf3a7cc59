package dev.adze.processor.bfcl;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One function as a class with one tool, and what has to come of it.
 *
 * @param className the name of the class, which is in the unnamed package
 * @param source the class, with the annotations of this project
 */
record BfclDefinition(
    String className,
    String source,
    String toolName,
    String description,
    JsonNode schema,
    List<ValidCall> validCalls,
    List<InvalidCall> invalidCalls) {

  /** Arguments that have to reach the method, and how the method repeats them. */
  record ValidCall(String arguments, String echo) {}

  /**
   * Arguments that have to be refused.
   *
   * @param mutation what is wrong with them, for people
   * @param policy the rule that they break
   */
  record InvalidCall(String arguments, String mutation, String policy) {}
}
