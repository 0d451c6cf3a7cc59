package dev.adze.tool;

import java.util.Optional;

/** One call of one tool whose arguments have been checked and bound, and which has not run yet. */
public interface PreparedCall {
  /**
   * {@return the bound arguments as compact JSON: equal calls give the same text} People are shown
   * it, and an approval is tied to it.
   */
  String arguments();

  /**
   * What the call would do, for the person who is asked to approve it.
   *
   * @param context the call's context; a preview takes no approval from it
   * @return empty if the tool offers no preview
   * @throws Exception whatever the tool's preview method throws
   */
  default Optional<String> preview(ToolContext context) throws Exception {
    return Optional.empty();
  }

  /**
   * Runs the tool. To be called once.
   *
   * @param context issued by the run for this call
   * @return what the model and the person get to read
   * @throws ApprovalRequiredException if the tool needs an approval that the context does not hold
   * @throws Exception whatever the tool throws
   */
  ToolOutput call(ToolContext context) throws Exception;
}
