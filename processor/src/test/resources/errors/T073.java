// ERROR at Calendar when,: Parameter "when" has type java.util.Calendar, which has no JSON Schema. Use a record, enum, String, number, boolean or type of java.time, or a List or Map of these. [adze:T073]
// ERROR at Map<Integer, String> byNumber,: Parameter "byNumber" has type java.util.Map<java.lang.Integer, java.lang.String>, which has no JSON Schema. Use String or an enum for the names, which JSON has as text. [adze:T073]
// ERROR at Map<String, ?> values,: A value of parameter "values" has type ?, which is a wildcard without an upper bound. Write a type, or ? extends with one. [adze:T060]
// ERROR at Map<String, Calendar> calendars,: A value of parameter "calendars" has type java.util.Calendar, which has no JSON Schema. Use a record, enum, String, number, boolean or type of java.time, or a List or Map of these. [adze:T073]
// ERROR at Map<OptionalInt, String> optional,: A name in parameter "optional" has type java.util.OptionalInt, which has no JSON Schema. Optional may only be the type of a parameter, a component or a result itself. Inside of others, write @Nullable. [adze:T073]
// ERROR at List<Optional<String>> holes,: An element of parameter "holes" has type java.util.Optional<java.lang.String>, which has no JSON Schema. Optional may only be the type of a parameter, a component or a result itself. Inside of others, write @Nullable. [adze:T073]
// ERROR at Optional<Optional<String>> twice,: Parameter "twice" has type java.util.Optional<java.lang.String>, which has no JSON Schema. Optional may only be the type of a parameter, a component or a result itself. Inside of others, write @Nullable. [adze:T073]
// ERROR at URL inside: Component "inside" of T073.Holder has type java.net.URL, which has no JSON Schema. Use a record, enum, String, number, boolean or type of java.time, or a List or Map of these. [adze:T073]
// ERROR at Optional<ToolContext> context: Parameter "context" has type dev.adze.tool.ToolContext, which has no JSON Schema. It may only be the type of a tool's parameter itself. [adze:T073]
// ERROR at List<ToolOutput> outputs(): An element of the result of "outputs" has type dev.adze.tool.ToolOutput, which has no JSON Schema. It may only be the type of a tool's result itself. [adze:T073]
// ERROR at CompletionStage<?> some(): The result of "some" has type ?, which is a wildcard without an upper bound. Write a type, or ? extends with one. [adze:T060]
// ERROR at Optional maybe(): The result of "maybe" has type java.util.Optional, which lacks its type arguments. Write what they are. [adze:T060]
import dev.adze.annotation.Tool;
import dev.adze.tool.ToolContext;
import dev.adze.tool.ToolOutput;
import java.net.URL;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;

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
      Holder again,
      Optional<ToolContext> context) {}

  @Tool("Makes more than one.")
  List<ToolOutput> outputs() {
    return List.of();
  }

  @Tool("Ends with something.")
  CompletionStage<?> some() {
    return null;
  }

  @Tool("Perhaps finds something.")
  @SuppressWarnings("rawtypes")
  Optional maybe() {
    return null;
  }
}
