// MANDATORY_WARNING at void lookup(: Tool "lookup" has no description, so the model has only the name to go by. Describe it in its Javadoc or in @Tool("..."). [adze:T011]
// MANDATORY_WARNING at int id,: Parameter "id" has no description, so the model has only the name to go by. Describe it in the tag @param id, or in @Param("..."). [adze:T011]
import dev.adze.annotation.Param;
import dev.adze.annotation.Tool;
import dev.adze.tool.ToolContext;

class T011 {
  /** A described type. */
  record Described(int a) {}

  /**
   * @param told yes
   */
  @Tool
  void lookup(
      int id,
      int told,
      @Param("Yes.") int said,
      Described described,
      ToolContext context,
      @SuppressWarnings("adze:T011") int silenced) {}

  @Tool
  @SuppressWarnings({"unused", "adze:T011"})
  void silenced(int id) {}
}
