// ERROR at "two": The default value "two" does not fit parameter "number": expected an integer from -2147483648 to 2147483647. Write a value that fits, as JSON. [adze:T061]
// ERROR at "300": The default value "300" does not fit parameter "tiny": expected an integer from -128 to 127. Write a value that fits, as JSON. [adze:T061]
// ERROR at "1.5": The default value "1.5" does not fit parameter "whole": expected an integer from -9223372036854775808 to 9223372036854775807. Write a value that fits, as JSON. [adze:T061]
// ERROR at "1e400": The default value "1e400" does not fit parameter "real": expected a number. Write a value that fits, as JSON. [adze:T061]
// ERROR at "bar": The default value "bar" does not fit parameter "area": expected one of "in", "out". Write a value that fits, as JSON. [adze:T061]
// ERROR at "[1, \"2\"]": The default value "[1, "2"]" does not fit parameter "list": expected an integer from -2147483648 to 2147483647. Write a value that fits, as JSON. [adze:T061]
// ERROR at "{}") Point: The default value "{}" does not fit parameter "point": "x" is missing. Write a value that fits, as JSON. [adze:T061]
// ERROR at \"z\": The default value "{"x": 1, "z": 2}" does not fit parameter "other": "z" is no field of it. Write a value that fits, as JSON. [adze:T061]
// ERROR at "null": The default value "null" does not fit parameter "nothing": expected an integer from -2147483648 to 2147483647. Write a value that fits, as JSON. [adze:T061]
// ERROR at "\"open": The default value ""open" does not fit parameter "text": it begins like a JSON string, but is none. Write a value that fits, as JSON. [adze:T061]
// ERROR at \"next\": The default value "{"next": {}}" does not fit parameter "chain": what it leaves out has a default that leaves out the same, without end. Write a value that fits, as JSON. [adze:T061]
// ERROR at "{}") Chain next: The default value "{}" does not fit component "next" of T061.Chain: what it leaves out has a default that leaves out the same, without end. Write a value that fits, as JSON. [adze:T061]
// ERROR at \"kind\": The default value "{"kind": 1}" does not fit parameter "form": "type" has to be one of "Dot". Write a value that fits, as JSON. [adze:T061]
import dev.adze.annotation.Param;
import dev.adze.annotation.Tool;
import java.util.List;
import java.util.Optional;

class T061 {
  enum Area {
    in,
    out
  }

  record Point(int x, Optional<Integer> y) {}

  record Chain(
      @Param(defaultValue = "{}") Chain next) {}

  sealed interface Form {}

  record Dot() implements Form {}

  @Tool("Takes defaults that do not fit.")
  @SuppressWarnings("adze:T011")
  void take(
      @Param(defaultValue = "two") int number,
      @Param(defaultValue = "300") byte tiny,
      @Param(defaultValue = "1.5") long whole,
      @Param(defaultValue = "1e400") double real,
      @Param(defaultValue = "bar") Area area,
      @Param(defaultValue = "[1, \"2\"]") List<Integer> list,
      @Param(defaultValue = "{}") Point point,
      @Param(defaultValue = "{\"x\": 1, \"z\": 2}") Point other,
      @Param(defaultValue = "null") int nothing,
      @Param(defaultValue = "\"open") String text,
      @Param(defaultValue = "{\"next\": {}}") Chain chain,
      @Param(defaultValue = "{\"kind\": 1}") Form form) {}
}
