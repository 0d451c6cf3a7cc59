// OPTION -Aadze.providers=groq
// ERROR at name = "get weather": Tool name "get weather" must match [a-zA-Z0-9_-]{1,64} for Groq. Use name = "get_weather". [adze:T003]
import dev.adze.annotation.Tool;

class T003 {
  /** Fine. */
  @Tool(
      name = "get weather")
  void weather() {}
}
