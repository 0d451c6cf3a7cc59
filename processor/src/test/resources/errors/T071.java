// ERROR at class Inner: A class with @Tool methods must not be an inner class. Make "Inner" static. [adze:T071]
import dev.adze.annotation.Tool;

class T071 {
  class Inner {
    /** Looks up. */
    @Tool
    void lookup() {}
  }
}
