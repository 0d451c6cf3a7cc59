// ERROR at private void lookup(): @Tool methods must not be private. Make "lookup" package-private or public. [adze:T069]
import dev.adze.annotation.Tool;

class T069 {
  /** Looks up. */
  @Tool
  private void lookup() {}
}
