package dev.adze.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Puts the tools of an owner together from those of the types above it and its own. Generated
 * binders of owners that inherit tools call it; an approval that is asked for above is asked for
 * below, even if it was added above after the owner was compiled.
 *
 * <p>Single use; not safe for use by several threads.
 */
public final class OwnerTools {
  private final List<FunctionTool> tools = new ArrayList<>();

  /** Starts with no tools. */
  public OwnerTools() {}

  /**
   * Adds the tools of a type above the owner. One that has the name of a tool that is there already
   * is the same method, inherited twice: it only adds the approval that it needs.
   *
   * @param above what the binder of that type gives for the owner
   * @return this list
   */
  public OwnerTools inherit(List<FunctionTool> above) {
    for (FunctionTool tool : above) {
      int known = indexOf(tool.spec().name());
      if (known < 0) {
        tools.add(tool);
      } else {
        tools.set(known, tightened(tools.get(known), tool.spec()));
      }
    }
    return this;
  }

  /**
   * Makes everything inherited so far need an approval, unless it does already.
   *
   * @param reason why, for the person who is asked; may be empty
   * @param rememberable whether "always" may be offered; false holds for all of them
   * @return this list
   */
  public OwnerTools guard(String reason, boolean rememberable) {
    Objects.requireNonNull(reason, "reason");
    tools.replaceAll(tool -> ApprovalRequiringTool.tighten(tool, reason, rememberable));
    return this;
  }

  /**
   * Adds a tool of the owner. It needs the approval that those need whose place it takes.
   *
   * @param tool the tool
   * @param replaced the names of inherited tools that are the same method
   * @return this list
   */
  public OwnerTools add(FunctionTool tool, String... replaced) {
    FunctionTool added = tool;
    for (String name : replaced) {
      int known = indexOf(name);
      if (known >= 0) {
        added = tightened(added, tools.remove(known).spec());
      }
    }
    tools.add(added);
    return this;
  }

  /** {@return the tools: those inherited first, each type's in its order} */
  public List<FunctionTool> toList() {
    return List.copyOf(tools);
  }

  private static FunctionTool tightened(FunctionTool tool, ToolSpec other) {
    return other.requiresApproval()
        ? ApprovalRequiringTool.tighten(tool, other.approvalReason(), other.approvalRememberable())
        : tool;
  }

  private int indexOf(String name) {
    for (int i = 0; i < tools.size(); i++) {
      if (tools.get(i).spec().name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
