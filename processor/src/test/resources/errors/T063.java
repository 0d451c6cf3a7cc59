// ERROR at int arg0: Parameter 1 of take(int, int) has no name in its class file. Compile the class with -parameters, or name the parameter with @Name. [adze:T063]
import dev.adze.annotation.Name;
import dev.adze.annotation.Tool;

class T063 {
  @Tool("Takes what a class file gives its parameters for names.")
  @SuppressWarnings("adze:T011")
  void take(int arg0, @Name("arg1") int arg1) {}
}
