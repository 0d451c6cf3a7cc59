// ERROR at @Param("the context"): @Param has no effect on a ToolContext, which the model never sees. Remove it. [adze:T080]
// ERROR at @Name("ctx"): @Name has no effect on a ToolContext, which the model never sees. Remove it. [adze:T080]
import dev.adze.annotation.Name;
import dev.adze.annotation.Param;
import dev.adze.annotation.Tool;
import dev.adze.tool.ToolContext;

class T080 {
  @Tool("Takes a context.")
  void take(
      @Param("the context")
          @Name("ctx")
          ToolContext context) {}
}
