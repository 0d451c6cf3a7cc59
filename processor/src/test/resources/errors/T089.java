// ERROR at (name = "day trip"): Output name "day trip" must match [a-zA-Z0-9_-]{1,64}. Use name = "day_trip". [adze:T089]
// ERROR at Größe {: Output name "Größe" must match [a-zA-Z0-9_-]{1,64}. Use name = "Gr_e". [adze:T089]
import dev.adze.annotation.StructuredOutput;

class T089 {
  @StructuredOutput(name = "day trip")
  record Trip(String city) {}

  @StructuredOutput
  static final class Größe {
    public int zahl;
  }
}
