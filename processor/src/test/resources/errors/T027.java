// OPTION -Aadze.providers=openai-strict
// MANDATORY_WARNING at Nothing nothing: Parameter "nothing" has type T027.Nothing, which has no fields, and OpenAI's strict mode may refuse an object without. Give it one, or leave it out. [adze:T027]
import dev.adze.annotation.Tool;

class T027 {
  record Nothing() {}

  @Tool("Takes nothing.")
  @SuppressWarnings("adze:T011")
  void take(
      Nothing nothing) {}
}
