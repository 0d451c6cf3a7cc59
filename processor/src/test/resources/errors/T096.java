// ERROR at void any(): @Tool methods must throw exceptions only, but "any" throws java.lang.Throwable. Declare Exception, or what it throws in fact. [adze:T096]
// ERROR at void open(): @Tool methods must throw exceptions only, but "open" throws E. Declare Exception, or what it throws in fact. [adze:T096]
// ERROR at Rash rash: Parameter "rash" has type T096.Rash, which has no constructor that generated code in the owner's package can call. Make one visible there, or use a record. [adze:T060]
import dev.adze.annotation.Tool;

@SuppressWarnings("adze:T011")
class T096<E extends Throwable & Comparable<E>, F extends Exception> {
  @Tool
  void any() throws Throwable {}

  @Tool
  void open() throws E {}

  @Tool
  void fine() throws F, java.io.IOException, StackOverflowError {}

  @Tool
  void take(
      Rash rash) {}

  static class Rash {
    public Rash(int size) throws Throwable {}

    public int getSize() {
      return 0;
    }
  }
}
