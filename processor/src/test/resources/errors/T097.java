// OPTION -Aadze.providers=anthropic
// ERROR at int größe,: Parameter name "größe" must match [a-zA-Z0-9_.-]{1,64} for Anthropic, which else refuses the whole request. Use @Name("gr_e"). [adze:T097]
// ERROR at int x,: Parameter name "filter[x]" must match [a-zA-Z0-9_.-]{1,64} for Anthropic, which else refuses the whole request. Use @Name("filter_x_"). [adze:T097]
import dev.adze.annotation.Name;
import dev.adze.annotation.Tool;

@SuppressWarnings("adze:T011")
class T097 {
  @Tool
  void filter(
      int größe,
      @Name("filter[x]") int x,
      @Name("filter.y-z") int y) {}

  @Tool
  void inside(Inner inner) {}

  record Inner(@Name("filter[x]") int x) {}
}
