// ERROR at Calendar when,: Parameter "when" has type java.util.Calendar, which has no JSON Schema. Use a record, enum, String, number, boolean, or a List of these. [adze:T073]
// ERROR at char letter,: Parameter "letter" has type char, which has no JSON Schema. Use String. [adze:T073]
// ERROR at int[] numbers,: Parameter "numbers" has type int[], which has no JSON Schema. Use List. [adze:T073]
// ERROR at List<Optional<String>> holes,: An element of parameter "holes" has type java.util.Optional<java.lang.String>, which has no JSON Schema. Optional may only be the type of a parameter or of a record's component itself. [adze:T073]
// ERROR at Optional<Optional<String>> twice,: Parameter "twice" has type java.util.Optional<java.lang.String>, which has no JSON Schema. Optional may only be the type of a parameter or of a record's component itself. [adze:T073]
// ERROR at Object inside: Component "inside" of T073.Holder has type java.lang.Object, which has no JSON Schema. Use a record, enum, String, number, boolean, or a List of these. [adze:T073]
// ERROR at CompletionStage<String> later(): The result of "later" has type java.util.concurrent.CompletionStage<java.lang.String>, which has no JSON Schema. Use the type of the value itself: a tool may block. [adze:T073]
// ERROR at Optional<String> perhaps(): The result of "perhaps" has type java.util.Optional<java.lang.String>, which has no JSON Schema. Optional may only be the type of a parameter or of a record's component itself. [adze:T073]
import dev.adze.annotation.Tool;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

class T073 {
  record Holder(
      Object inside) {}

  @Tool("Takes what has no schema.")
  @SuppressWarnings("adze:T011")
  void take(
      Calendar when,
      char letter,
      int[] numbers,
      List<Optional<String>> holes,
      Optional<Optional<String>> twice,
      Holder holder,
      Holder again) {}

  @Tool("Takes its time.")
  CompletionStage<String> later() {
    return null;
  }

  @Tool("Finds nothing.")
  Optional<String> perhaps() {
    return Optional.empty();
  }
}
