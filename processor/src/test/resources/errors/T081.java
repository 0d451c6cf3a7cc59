// ERROR at class T081 {: The class T081FunctionTools, which Adze writes for T081, exists already. Rename one of the two. [adze:T081]
import dev.adze.annotation.Tool;

class T081 {
  @Tool("Does nothing.")
  void nothing() {}
}

class T081FunctionTools {}
