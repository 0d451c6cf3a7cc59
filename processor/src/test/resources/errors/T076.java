// ERROR at timeout = "30s": Timeout "30s" must be an ISO-8601 duration greater than zero. Write for instance PT30S. [adze:T076]
// ERROR at timeout = "PT0S": Timeout "PT0S" must be an ISO-8601 duration greater than zero. Write for instance PT30S. [adze:T076]
// ERROR at timeout = "-PT1S": Timeout "-PT1S" must be an ISO-8601 duration greater than zero. Write for instance PT30S. [adze:T076]
import dev.adze.annotation.Tool;

class T076 {
  @Tool(value = "One.", timeout = "30s")
  void one() {}

  @Tool(value = "Two.", timeout = "PT0S")
  void two() {}

  @Tool(value = "Three.", timeout = "-PT1S")
  void three() {}
}
