// OPTION -Aadze.providers=anthropic-strict
// MANDATORY_WARNING at void take(: The arguments of tool "take" have 25 optional fields, and Anthropic's strict mode takes up to 24 in all tools of a request. Require some, or do not ask for strict mode. [adze:T030]
// MANDATORY_WARNING at void choose(: The arguments of tool "choose" have 17 choices of types, and Anthropic's strict mode takes up to 16 in all tools of a request. Require some, or do not ask for strict mode. [adze:T030]
import dev.adze.annotation.Tool;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@SuppressWarnings("adze:T011")
class T030 {
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
      Optional<String> f12,
      Optional<String> f13,
      Optional<String> f14,
      Optional<String> f15,
      Optional<String> f16,
      Optional<String> f17,
      Optional<String> f18,
      Optional<String> f19,
      Optional<String> f20,
      Optional<String> f21,
      Optional<String> f22,
      Optional<String> f23,
      Optional<String> f24) {}

  record Wider(
      List<@Nullable String> f0,
      List<@Nullable String> f1,
      List<@Nullable String> f2,
      List<@Nullable String> f3,
      List<@Nullable String> f4,
      List<@Nullable String> f5,
      List<@Nullable String> f6,
      List<@Nullable String> f7,
      List<@Nullable String> f8,
      List<@Nullable String> f9,
      List<@Nullable String> f10,
      List<@Nullable String> f11,
      List<@Nullable String> f12,
      List<@Nullable String> f13,
      List<@Nullable String> f14,
      List<@Nullable String> f15,
      List<@Nullable String> f16) {}

  @Tool("Takes much.")
  void take(
      Wide wide) {}

  @Tool("Takes choices.")
  void choose(
      Wider wide) {}
}
