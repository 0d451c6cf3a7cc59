// MANDATORY_WARNING at Scores scores: @Min on the type of an element of component "values" of other.Scores is not used: it is in another file than the tool, and not every compiler finds it in class files. Move the type to the tool's file, or check it in the code. [adze:T093]
import dev.adze.annotation.Tool;
import other.Scores;

class T093 {
  @Tool("Takes scores whose bounds would come and go.")
  @SuppressWarnings("adze:T011")
  void take(
      Scores scores) {}

  @Tool("Takes them in silence.")
  @SuppressWarnings({"adze:T011", "adze:T093"})
  void silent(Scores others) {}
}
