// OPTION -Aadze.providers=anthropic-strict
// ERROR at List<Tree> leaves: Component "leaves" of T031.Tree contains itself, which Anthropic's strict mode does not take. Make it flat, or do not ask for strict mode. [adze:T031]
import dev.adze.annotation.Tool;
import java.util.List;

class T031 {
  record Tree(
      List<Tree> leaves) {}

  @Tool("Takes a tree.")
  @SuppressWarnings("adze:T011")
  void take(
      Tree tree) {}
}
