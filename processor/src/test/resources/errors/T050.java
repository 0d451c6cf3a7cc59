// OPTION -Aadze.providers=mcp
// MANDATORY_WARNING at void plant(: A schema of tool "plant" defines Tree under $defs, which clients of MCP before 2025-11-25 may drop. Use a type that is not generic and does not contain itself, or silence this. [adze:T050]
// MANDATORY_WARNING at Book leaves(: A schema of tool "leaves" defines Page_Leaf under $defs, which clients of MCP before 2025-11-25 may drop. Use a type that is not generic and does not contain itself, or silence this. [adze:T050]
import dev.adze.annotation.Param;
import dev.adze.annotation.Tool;
import java.util.List;

class T050 {
  record Tree(List<Tree> branches) {}

  record Leaf(String color) {}

  record Page<T>(List<T> entries) {}

  record Book(Page<Leaf> first) {}

  @Tool("Plants a tree.")
  void plant(@Param("What stands there.") Tree tree) {}

  @Tool("Lists leaves.")
  Book leaves() {
    return new Book(new Page<>(List.of()));
  }

  @SuppressWarnings("adze:T050")
  @Tool("Fells a tree.")
  void fell(@Param("What stands there.") Tree tree) {}

  @Tool("Picks a leaf.")
  void pick(@Param("What hangs there.") Leaf leaf) {}
}
