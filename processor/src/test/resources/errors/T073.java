// ERROR at Calendar when,: Parameter "when" has type java.util.Calendar, which has no JSON Schema. Use a record, enum, String, number, boolean or type of java.time, or a List or Map of these. [adze:T073]
// ERROR at Map<Integer, String> byNumber,: Parameter "byNumber" has type java.util.Map<java.lang.Integer, java.lang.String>, which has no JSON Schema. Use String or an enum for the names, which JSON has as text. [adze:T073]
// ERROR at Map<String, ?> values,: A value of parameter "values" has type ?, which is a wildcard without an upper bound. Write a type, or ? extends with one. [adze:T060]
// ERROR at Map<String, Calendar> calendars,: A value of parameter "calendars" has type java.util.Calendar, which has no JSON Schema. Use a record, enum, String, number, boolean or type of java.time, or a List or Map of these. [adze:T073]
// ERROR at Map<OptionalInt, String> optional,: A name in parameter "optional" has type java.util.OptionalInt, which has no JSON Schema. Optional may only be the type of a parameter or of a record's component itself. [adze:T073]
// ERROR at List<Optional<String>> holes,: An element of parameter "holes" has type java.util.Optional<java.lang.String>, which has no JSON Schema. Optional may only be the type of a parameter or of a record's component itself. [adze:T073]
// ERROR at Optional<Optional<String>> twice,: Parameter "twice" has type java.util.Optional<java.lang.String>, which has no JSON Schema. Optional may only be the type of a parameter or of a record's component itself. [adze:T073]
// ERROR at URL inside: Component "inside" of T073.Holder has type java.net.URL, which has no JSON Schema. Use a record, enum, String, number, boolean or type of java.time, or a List or Map of these. [adze:T073]
import dev.adze.annotation.Tool;
import java.net.URL;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

class T073 {
  record Holder(
      URL inside) {}

  @Tool("Takes what has no schema.")
  @SuppressWarnings("adze:T011")
  void take(
      Calendar when,
      Map<Integer, String> byNumber,
      Map<String, ?> values,
      Map<String, Calendar> calendars,
      Map<OptionalInt, String> optional,
      List<Optional<String>> holes,
      Optional<Optional<String>> twice,
      Holder holder,
      Holder again) {}
}
