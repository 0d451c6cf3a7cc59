package dev.adze.tool;

/**
 * A function that a model can call: a description that is sent to the model, and the way from the
 * arguments that come back to a call that is ready to run.
 *
 * <p>The annotation processor writes one for each {@code @Tool} method; {@link #of} makes one by
 * hand. Implementations are safe for use by many threads at once.
 */
public interface FunctionTool {
  /**
   * {@return what the model and the run know of the tool; always the same object or an equal one}
   */
  ToolSpec spec();

  /**
   * Checks the arguments and binds them to a call. The tool has not run when this returns; calling
   * it again with the same text gives an independent, equal call.
   *
   * @param argumentsJson the arguments as one JSON object
   * @return the call, ready to run
   * @throws InvalidArgumentsException with every fault of the arguments, if there is one
   */
  PreparedCall prepare(String argumentsJson);

  /**
   * {@return a tool written by hand} Its arguments must be one well-formed JSON object without
   * duplicate names; holding them against the schema is the handler's business.
   *
   * @param spec the description; its schema goes to the model as it stands
   * @param handler what runs
   */
  static FunctionTool of(ToolSpec spec, ToolHandler handler) {
    return new HandWrittenTool(spec, handler);
  }

  /**
   * {@return this tool behind an approval: no call of the result runs unless a person, or a rule of
   * theirs, has agreed to it}
   *
   * @param reason why, for the person who is asked; may be empty
   */
  default FunctionTool requiringApproval(String reason) {
    return ApprovalRequiringTool.wrap(this, reason);
  }
}
