// ERROR at @Name(" ") int first: @Name must not be blank. Write the name that the JSON has. [adze:T083]
import dev.adze.annotation.Name;
import dev.adze.annotation.Tool;

@SuppressWarnings("adze:T011")
class T083 {
  @Tool("Takes no names.")
  void take(
      @Name(" ") int first) {}
}
