// ERROR at static class Box<T>: The tools of a generic type need the types that its parameters stand for, but an object of Box has none. Make it abstract and bind them in a subclass. [adze:T079]
// ERROR at static class Raw: The tools of a generic type need the types that its parameters stand for, but Raw names Shelf without them. Write them. [adze:T079]
import dev.adze.annotation.Param;
import dev.adze.annotation.Tool;

class T079 {
  static class Box<T> {
    @Tool("Opens.")
    T open() {
      return null;
    }
  }

  static class Plain<T> {
    @Tool("Opens, whatever is in it.")
    void open() {}
  }

  interface Shelf<T> {
    @Tool("Puts one item.")
    void put(@Param("What to put.") T item);
  }

  @SuppressWarnings("rawtypes")
  static class Raw implements Shelf {
    @Override
    public void put(Object item) {}
  }
}
