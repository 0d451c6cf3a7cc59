// ERROR at <T> void any(): @Tool methods must not be generic, but "any" is. Write the types that the parameters stand for. [adze:T072]
// ERROR at <T> void typed(: @Tool methods must not be generic, but "typed" is. Write the types that the parameters stand for. [adze:T072]
// ERROR at T value: Parameter "value" has type T, which is a type variable. Write the type that it stands for. [adze:T060]
import dev.adze.annotation.Tool;

abstract class T072 {
  /** Takes anything. */
  @Tool
  <T> void any() {}

  /**
   * Takes anything.
   *
   * @param value it
   */
  @Tool
  @SuppressWarnings("adze:T072")
  <T> void typed(
      T value) {}
}
