// ERROR at static class Below: Below inherits the tools of errors.lib.Bare, but there is no errors.lib.BareFunctionTools to take them from. Compile errors.lib.Bare with adze-processor. [adze:T078]
import dev.adze.annotation.Tool;

class T078 {
  static class Below extends errors.lib.Bare {
    @Tool("Adds one more.")
    void more() {}
  }
}
