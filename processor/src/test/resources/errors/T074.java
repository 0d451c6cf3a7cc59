// ERROR at @RequiresApproval("no tool"): @RequiresApproval has no effect without @Tool. Add @Tool, or remove it. [adze:T074]
// ERROR at @RequiresApproval // on a type: @RequiresApproval has no effect on a type without @Tool methods. Remove it. [adze:T074]
import dev.adze.annotation.RequiresApproval;

class T074 {
  @RequiresApproval("no tool")
  void plain() {}

  @RequiresApproval // on a type
  static class Empty {}
}
