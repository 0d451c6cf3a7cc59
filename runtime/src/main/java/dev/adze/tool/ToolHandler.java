package dev.adze.tool;

/** What a tool made by {@link FunctionTool#of} does when it is called. */
@FunctionalInterface
public interface ToolHandler {
  /**
   * Runs the tool on a thread of the run.
   *
   * @param argumentsJson the arguments: a well-formed, compact JSON object
   * @param context what the run offers to this call
   * @return what the model and the person get to read
   * @throws Exception becomes an error result with its message; the run goes on
   */
  ToolOutput call(String argumentsJson, ToolContext context) throws Exception;
}
