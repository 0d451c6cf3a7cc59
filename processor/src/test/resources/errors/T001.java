// ERROR at name = "get weather": Tool name "get weather" must match [a-zA-Z0-9_-]{1,64}. Use name = "get_weather". [adze:T001]
// ERROR at void größe(): Tool name "größe" must match [a-zA-Z0-9_-]{1,64}. Use name = "gr_e". [adze:T001]
import dev.adze.annotation.Tool;

class T001 {
  /** Fine. */
  @Tool(
      name = "get weather")
  void weather() {}

  /** Fine. */
  @Tool
  void größe() {}
}
