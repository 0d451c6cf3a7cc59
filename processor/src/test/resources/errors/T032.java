// OPTION -Aadze.providers=anthropic-strict
// MANDATORY_WARNING at @Min(1) int first: Parameter "first" has a limit that Anthropic's strict mode says in words. It is checked all the same: silence this, or take the limit away. [adze:T032]
import dev.adze.annotation.Tool;
import jakarta.validation.constraints.Min;

class T032 {
  @Tool("Takes numbers.")
  @SuppressWarnings("adze:T011")
  void take(
      int free,
      @Min(1) int first,
      @Min(2) int second) {}
}
