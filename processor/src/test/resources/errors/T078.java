// ERROR at class Below extends Above: Class Below inherits @Tool method "inherited" of T078.Above, which its own adapter cannot offer. Override it with @Tool, or move the tools of one of the two to a class of its own. [adze:T078]
// ERROR at class Below extends Above: Class Below inherits @Tool method "overridden" of T078.Above, which its own adapter cannot offer. Override it with @Tool, or move the tools of one of the two to a class of its own. [adze:T078]
import dev.adze.annotation.Tool;

class T078 {
  static class Above {
    @Tool("Is inherited.")
    void inherited() {}

    @Tool("Is overridden.")
    void overridden() {}

    @Tool("Is offered anew.")
    void renewed() {}
  }

  static class Below extends Above {
    @Override
    void overridden() {}

    @Tool("Is offered anew.")
    @Override
    void renewed() {}
  }
}
