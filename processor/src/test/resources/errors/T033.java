// OPTION -Aadze.providers=anthropic-strict
// MANDATORY_WARNING at void take(: The arguments of tool "take" may be too large for Anthropic's strict mode: 13 fields are optional. Make them smaller, or do not ask for strict mode. [adze:T033]
import dev.adze.annotation.Tool;
import java.util.Optional;

class T033 {
  record Wide(
      Optional<String> f0,
      Optional<String> f1,
      Optional<String> f2,
      Optional<String> f3,
      Optional<String> f4,
      Optional<String> f5,
      Optional<String> f6,
      Optional<String> f7,
      Optional<String> f8,
      Optional<String> f9,
      Optional<String> f10,
      Optional<String> f11,
      Optional<String> f12) {}

  @Tool("Takes much.")
  @SuppressWarnings("adze:T011")
  void take(
      Wide wide) {}
}
