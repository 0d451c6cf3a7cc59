// OPTION -Aadze.providers=openai-strict
// ERROR at Map<String, Integer> map,: Parameter "map" has a map with any names, which strict mode cannot say. Use a record or a list of pairs, or do not ask for strict mode. [adze:T026]
// ERROR at Object any,: Parameter "any" has a value of any kind, which strict mode cannot say. Use a record or a list of pairs, or do not ask for strict mode. [adze:T026]
// ERROR at Map<String, String> inside: Component "inside" of T026.Holder has a map with any names, which strict mode cannot say. Use a record or a list of pairs, or do not ask for strict mode. [adze:T026]
// MANDATORY_WARNING at @Size(max = 9) String name: Parameter "name" has a limit that OpenAI's strict mode says in words. It is checked all the same: silence this, or take the limit away. [adze:T026]
import dev.adze.annotation.Tool;
import jakarta.validation.constraints.Size;
import java.util.Map;

@SuppressWarnings("adze:T011")
class T026 {
  enum Unit {
    PIECE
  }

  record Holder(
      Map<String, String> inside) {}

  @Tool("Takes what strict mode cannot say.")
  void take(
      Map<String, Integer> map,
      Object any,
      Map<Unit, Integer> fine,
      Holder holder) {}

  @Tool("Takes what has a limit.")
  void name(
      @Size(max = 9) String name) {}
}
