// ERROR at Parameter list is raw: Parameter "raw" has type java.util.List, which lacks its type argument. Write for instance List<String>. [adze:T060]
// ERROR at Tree left,: Component "left" of T060.Tree has type T060.Tree, which contains itself. Refer to the other value by an id, or use a List of ids. [adze:T060]
// ERROR at List<Ring> others: An element of component "others" of T060.Ring has type T060.Ring, which contains itself. Refer to the other value by an id, or use a List of ids. [adze:T060]
// ERROR at Secret secret,: Parameter "secret" has type T060.Secret, which generated code in the owner's package cannot use. Make it and the types around it visible there. [adze:T060]
// ERROR at Box<String> box,: Parameter "box" has type T060.Box<java.lang.String>, which is a generic record. Use a record without type parameters. [adze:T060]
// ERROR at None none): Parameter "none" has type T060.None, which has no constants. Add one, or use another type. [adze:T060]
import dev.adze.annotation.Tool;
import java.util.List;

class T060 {
  record Tree(
      Tree left,
      int value) {}

  record Ring(
      List<Ring> others) {}

  private record Secret(int value) {}

  record Box<T>(T value) {}

  enum None {}

  /**
   * Takes what cannot be.
   *
   * @param raw .
   * @param tree .
   * @param ring .
   * @param secret .
   * @param box .
   * @param none .
   */
  @Tool
  @SuppressWarnings("rawtypes")
  void take(
      List raw, // Parameter list is raw
      Tree tree,
      Ring ring,
      Secret secret,
      Box<String> box,
      None none) {}
}
