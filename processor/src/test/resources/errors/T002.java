// OPTION -Aadze.providers=anthropic
// ERROR at name = "get.weather": Tool name "get.weather" must match [a-zA-Z0-9_-]{1,128} for Anthropic, and some of its programs take 64 characters only. Use name = "get_weather". [adze:T002]
// MANDATORY_WARNING at "noooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo": Tool name "noooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo" must match [a-zA-Z0-9_-]{1,128} for Anthropic, and some of its programs take 64 characters only. Use name = "nooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo". [adze:T002]
import dev.adze.annotation.Tool;

class T002 {
  /** Fine. */
  @Tool(
      name = "get.weather")
  void weather() {}

  /** Fine. */
  @Tool(
      name =
          "noooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo")
  void lengthy() {}

  /** Fine. */
  @Tool(name = "noooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooox")
  @SuppressWarnings("adze:T002")
  void silenced() {}
}
