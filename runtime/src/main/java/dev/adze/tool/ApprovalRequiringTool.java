package dev.adze.tool;

import java.util.Optional;

/** A tool that had no approval of its own, behind one. */
record ApprovalRequiringTool(ToolSpec spec, FunctionTool tool) implements FunctionTool {
  static FunctionTool wrap(FunctionTool tool, String reason) {
    ToolSpec spec = tool.spec().toBuilder().requiresApproval(reason).build();
    // A tool that asks already keeps its own guard: a second one would want the same approval
    // twice.
    return tool.spec().requiresApproval()
        ? new Reworded(spec, tool)
        : new ApprovalRequiringTool(spec, tool);
  }

  /**
   * A tool that needs at least the approval that is given. One that asks already keeps its own
   * reason.
   *
   * @param rememberable whether "always" may be offered; one refusal is enough
   */
  static FunctionTool tighten(FunctionTool tool, String reason, boolean rememberable) {
    FunctionTool guarded = tool.spec().requiresApproval() ? tool : wrap(tool, reason);
    if (rememberable || !guarded.spec().approvalRememberable()) {
      return guarded;
    }
    ToolSpec spec = guarded.spec().toBuilder().approvalRememberable(false).build();
    return new Reworded(spec, guarded);
  }

  @Override
  public PreparedCall prepare(String argumentsJson) {
    return new Call(tool.prepare(argumentsJson));
  }

  private record Reworded(ToolSpec spec, FunctionTool tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      return tool.prepare(argumentsJson);
    }
  }

  private record Call(PreparedCall call) implements PreparedCall {
    @Override
    public String arguments() {
      return call.arguments();
    }

    @Override
    public Optional<String> preview(ToolContext context) throws Exception {
      return call.preview(context);
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      context.requireApproval(arguments());
      return call.call(context);
    }
  }
}
