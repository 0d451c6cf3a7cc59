// ERROR at @Name(" ") int first: @Name must not be blank. Write the name that the JSON has. [adze:T083]
// ERROR at @Name("") ONE: @Name must not be blank. Write the name that the JSON has. [adze:T083]
// ERROR at @Name("\t") record: @Name must not be blank. Write the name that the JSON has. [adze:T083]
import dev.adze.annotation.Name;
import dev.adze.annotation.Tool;

@SuppressWarnings("adze:T011")
class T083 {
  enum Choice {
    @Name("") ONE
  }

  sealed interface Figure permits Circle {}

  @Name("\t") record Circle(double radius) implements Figure {}

  @Tool("Takes no names.")
  void take(
      @Name(" ") int first,
      Choice choice,
      Figure figure) {}
}
