// ERROR at interface Face: @Tool methods must be in a class. Move the tools of "Face" to such a class. [adze:T079]
// ERROR at class Box<T>: @Tool methods must be in a class without type parameters. Move the tools of "Box" to such a class. [adze:T079]
import dev.adze.annotation.Tool;

class T079 {
  interface Face {
    @Tool("Looks.")
    void look();
  }

  static class Box<T> {
    @Tool("Opens.")
    void open() {}
  }
}
