// ERROR at "two": The default value "two" does not fit parameter "number": expected an integer from -2147483648 to 2147483647. Write a value that fits, as JSON. [adze:T061]
// ERROR at "300": The default value "300" does not fit parameter "tiny": expected an integer from -128 to 127. Write a value that fits, as JSON. [adze:T061]
// ERROR at "1.5": The default value "1.5" does not fit parameter "whole": expected an integer from -9223372036854775808 to 9223372036854775807. Write a value that fits, as JSON. [adze:T061]
// ERROR at "1e400": The default value "1e400" does not fit parameter "real": expected a number. Write a value that fits, as JSON. [adze:T061]
// ERROR at "bar": The default value "bar" does not fit parameter "area": expected one of "in", "out". Write a value that fits, as JSON. [adze:T061]
// ERROR at "[1, \"2\"]": The default value "[1, "2"]" does not fit parameter "list": expected an integer from -2147483648 to 2147483647. Write a value that fits, as JSON. [adze:T061]
// ERROR at "{}") Point: The default value "{}" does not fit parameter "point": "x" is missing. Write a value that fits, as JSON. [adze:T061]
// ERROR at \"z\": The default value "{"x": 1, "z": 2}" does not fit parameter "other": "z" is no field of it. Write a value that fits, as JSON. [adze:T061]
// ERROR at "null": The default value "null" does not fit parameter "nothing": expected an integer from -2147483648 to 2147483647. Write a value that fits, as JSON. [adze:T061]
// ERROR at "2024-02-30": The default value "2024-02-30" does not fit parameter "day": expected a date such as 2024-12-31. Write a value that fits, as JSON. [adze:T061]
// ERROR at "24:00:00": The default value "24:00:00" does not fit parameter "time": expected a time without offset such as 23:59:00. Write a value that fits, as JSON. [adze:T061]
// ERROR at "Mars/Olympus": The default value "Mars/Olympus" does not fit parameter "zone": expected a time zone such as Europe/Paris or +01:00. Write a value that fits, as JSON. [adze:T061]
// ERROR at "http:// ": The default value "http:// " does not fit parameter "link": expected an absolute URI such as https://example.com/a. Write a value that fits, as JSON. [adze:T061]
// ERROR at "ab": The default value "ab" does not fit parameter "letter": expected a string of one character up to U+FFFF. Write a value that fits, as JSON. [adze:T061]
// ERROR at "AAF=": The default value "AAF=" does not fit parameter "bytes": expected a string of padded Base64. Write a value that fits, as JSON. [adze:T061]
// ERROR at "9223372036854775808": The default value "9223372036854775808" does not fit parameter "big": expected an integer from -9223372036854775808 to 9223372036854775807. Write a value that fits, as JSON. [adze:T061]
// ERROR at "1e1001": The default value "1e1001" does not fit parameter "huge": expected an integer. Write a value that fits, as JSON. [adze:T061]
// ERROR at "[1, 1.0]": The default value "[1, 1.0]" does not fit parameter "set": 1.0 comes twice. Write a value that fits, as JSON. [adze:T061]
// ERROR at Map<String, Integer> map,: The default value "{"a": true}" does not fit parameter "map": expected an integer from -2147483648 to 2147483647. Write a value that fits, as JSON. [adze:T061]
// ERROR at Map<Area, Integer> areas,: The default value "{"bar": 1}" does not fit parameter "areas": expected one of "in", "out". Write a value that fits, as JSON. [adze:T061]
// ERROR at "0": The default value "0" does not fit parameter "least": expected an integer from 1 to 2147483647. Write a value that fits, as JSON. [adze:T061]
// ERROR at "1.005": The default value "1.005" does not fit parameter "price": expected a number greater than -10 and less than 10, a multiple of 0.01. Write a value that fits, as JSON. [adze:T061]
// ERROR at "abcd": The default value "abcd" does not fit parameter "code": expected a string of at most 3 characters that matches ^(?:[a-z]+)$. Write a value that fits, as JSON. [adze:T061]
// ERROR at "[]": The default value "[]" does not fit parameter "some": expected at least 1 element. Write a value that fits, as JSON. [adze:T061]
// ERROR at "\"open": The default value ""open" does not fit parameter "text": it begins like a JSON string, but is none. Write a value that fits, as JSON. [adze:T061]
// ERROR at \"next\": The default value "{"next": {}}" does not fit parameter "chain": what it leaves out has a default that leaves out the same, without end. Write a value that fits, as JSON. [adze:T061]
// ERROR at "{}") Chain next: The default value "{}" does not fit component "next" of T061.Chain: what it leaves out has a default that leaves out the same, without end. Write a value that fits, as JSON. [adze:T061]
// ERROR at "1e-400": The default value "1e-400" does not fit parameter "tiniest": expected a number greater than 0. Write a value that fits, as JSON. [adze:T061]
// ERROR at "no JSON": The default value "no JSON" does not fit parameter "words": it is not JSON. Write a value that fits, as JSON. [adze:T061]
// ERROR at \"kind\": The default value "{"kind": 1}" does not fit parameter "form": "type" has to be one of "Dot". Write a value that fits, as JSON. [adze:T061]
// ERROR at " null": The default value " null" does not fit parameter "any": null means that there is no value. Write a value that fits, as JSON. [adze:T061]
// ERROR at "0.29999999999999999": The default value "0.29999999999999999" does not fit parameter "ratio": expected a number less than 0.3. Write a value that fits, as JSON. [adze:T061]
// ERROR at "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab": The default value "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab" does not fit parameter "costly": expected a string that matches ^(?:(a|aa)+$)$. Write a value that fits, as JSON. [adze:T061]
// ERROR at "ann at home": The default value "ann at home" does not fit parameter "mail": expected an e-mail address. Write a value that fits, as JSON. [adze:T061]
import dev.adze.annotation.Param;
import dev.adze.annotation.Tool;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
      @Param(defaultValue = "2024-02-30") LocalDate day,
      @Param(defaultValue = "24:00:00") LocalTime time,
      @Param(defaultValue = "Mars/Olympus") ZoneId zone,
      @Param(defaultValue = "http:// ") URI link,
      @Param(defaultValue = "ab") char letter,
      @Param(defaultValue = "AAF=") byte[] bytes,
      @Param(defaultValue = "9223372036854775808") long big,
      @Param(defaultValue = "1e1001") BigInteger huge,
      @Param(defaultValue = "[1, 1.0]") Set<Integer> set,
      @Param(defaultValue = "{\"a\": true}") Map<String, Integer> map,
      @Param(defaultValue = "{\"bar\": 1}") Map<Area, Integer> areas,
      @Min(1) @Param(defaultValue = "0") int least,
      @Digits(integer = 1, fraction = 2) @Param(defaultValue = "1.005") BigDecimal price,
      @Size(max = 3) @Pattern(regexp = "[a-z]+") @Param(defaultValue = "abcd") String code,
      @NotEmpty @Param(defaultValue = "[]") List<String> some,
      @Param(defaultValue = "{\"next\": {}}") Chain chain,
      @Param(defaultValue = "{\"kind\": 1}") Form form,
      @Param(defaultValue = " null") Object any,
      @Param(defaultValue = "0.29999999999999999") @DecimalMax(value = "0.3", inclusive = false)
          double ratio,
      @Param(defaultValue = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab")
          @Pattern(regexp = "(a|aa)+$")
          String costly,
      @Param(defaultValue = "ann at home") @Email String mail,
      @Param(defaultValue = "no JSON") Object words,
      @Positive @Param(defaultValue = "1e-400") double tiniest) {}
}
