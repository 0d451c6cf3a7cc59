// ERROR at @Name("x") int second: Parameter "first" and parameter "second" have the same name on the wire, "x". Rename one with @Name. [adze:T062]
// ERROR at int b): Component "a" of T062.Pair and component "b" of T062.Pair have the same name on the wire, "b". Rename one with @Name. [adze:T062]
// ERROR at @Name("LEFT"): LEFT of T062.Side and RIGHT have the same name on the wire, "LEFT". Rename one with @Name. [adze:T062]
// ERROR at record Dot(int type): The field that names the branches of T062.Form and component "type" of T062.Dot have the same name on the wire, "type". Rename one with @Name. [adze:T062]
import dev.adze.annotation.Name;
import dev.adze.annotation.Tool;

class T062 {
  record Pair(
      @Name("b") int a,
      int b) {}

  enum Side {
    LEFT,
    @Name("LEFT")
    RIGHT
  }

  sealed interface Form {}

  record Dot(int type) implements Form {}

  @Tool("Takes equal names.")
  @SuppressWarnings("adze:T011")
  void take(
      @Name("x") int first,
      @Name("x") int second,
      Pair pair,
      Side side,
      Form form) {}
}
