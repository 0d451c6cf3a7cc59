// OPTION -Aadze.providers=mcp
// MANDATORY_WARNING at name = "get weather": Tool name "get weather" should match [a-zA-Z0-9_.-]{1,128} for MCP. Choose one that does. [adze:T005]
import dev.adze.annotation.Tool;

class T005 {
  /** Fine. */
  @Tool(
      name = "get weather")
  void weather() {}

  /** Fine. */
  @Tool(name = "weather.get")
  void dotted() {}
}
