// ERROR at @Name("round") record Disc: T028.Circle and T028.Disc are both called "round" as branches of T028.Form. Rename one with @Name. [adze:T028]
import dev.adze.annotation.Name;
import dev.adze.annotation.Tool;

class T028 {
  sealed interface Form {}

  @Name("round")
  record Circle(double radius) implements Form {}

  @Name("round") record Disc(double radius) implements Form {}

  @Tool("Takes branches of one name.")
  @SuppressWarnings("adze:T011")
  void take(Form form) {}
}
