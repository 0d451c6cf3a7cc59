// ERROR at private static class Hidden: A class with @Tool methods must not be private. Make "Hidden" package-private or public. [adze:T070]
import dev.adze.annotation.Tool;

class T070 {
  private static class Hidden {
    static class Owner {
      /** Looks up. */
      @Tool
      void lookup() {}
    }
  }
}
