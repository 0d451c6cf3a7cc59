// ERROR at defaultValue = "1": Parameter "perhaps" is Optional, so it cannot have a default value. Remove one of the two. [adze:T085]
import dev.adze.annotation.Param;
import dev.adze.annotation.Tool;
import java.util.Optional;

@SuppressWarnings("adze:T011")
class T085 {
  @Tool("Takes either.")
  void take(
      @Param(defaultValue = "1") Optional<Integer> perhaps) {}
}
