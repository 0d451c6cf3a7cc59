// ERROR at @RequiresApproval("no tool"): @RequiresApproval has no effect without @Tool. Add @Tool, or remove it. [adze:T074]
// ERROR at @RequiresApproval // on a type: @RequiresApproval has no effect on a type without @Tool methods. Remove it. [adze:T074]
// ERROR at "show") // on a subtype: @RequiresApproval has no effect with a preview of "pay", which is inherited. Override the method with @Tool, or name no preview. [adze:T074]
import dev.adze.annotation.RequiresApproval;
import dev.adze.annotation.Tool;

class T074 {
  @RequiresApproval("no tool")
  void plain() {}

  @RequiresApproval // on a type
  static class Empty {}

  static class Till {
    @Tool("Pays.")
    void pay() {}

    @Tool("Refunds.")
    void refund() {}
  }

  @RequiresApproval(
      preview = "show") // on a subtype
  static class GuardedTill extends Till {
    @Tool("Refunds.")
    @Override
    void refund() {}

    String show() {
      return "pays";
    }
  }
}
