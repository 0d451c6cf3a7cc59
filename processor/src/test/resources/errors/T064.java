// ERROR at "a++": Pattern "a++" has a possessive quantifier, which only Java knows. Write what java.util.regex and JSON Schema (ECMA-262) both have. [adze:T064]
// ERROR at "(?i)a": Pattern "(?i)a" has a group other than (...), (?:...), (?=...) and (?!...). Write what java.util.regex and JSON Schema (ECMA-262) both have. [adze:T064]
// ERROR at "(?<=a)b": Pattern "(?<=a)b" has a group other than (...), (?:...), (?=...) and (?!...). Write what java.util.regex and JSON Schema (ECMA-262) both have. [adze:T064]
// ERROR at "\\Aa\\z": Pattern "\Aa\z" has \A, which Java and JSON Schema do not share. Write what java.util.regex and JSON Schema (ECMA-262) both have. [adze:T064]
// ERROR at "(a)\\1": Pattern "(a)\1" has \1, which Java and JSON Schema do not share. Write what java.util.regex and JSON Schema (ECMA-262) both have. [adze:T064]
// ERROR at "\\p{Alpha}": Pattern "\p{Alpha}" has \p without a general category such as {L}. Write what java.util.regex and JSON Schema (ECMA-262) both have. [adze:T064]
// ERROR at "[a-z&&[^b]]": Pattern "[a-z&&[^b]]" has a bare & in a class, which means a set in Java. Write what java.util.regex and JSON Schema (ECMA-262) both have. [adze:T064]
// ERROR at "[\\w-z]": Pattern "[\w-z]" has the range \w-z, which is not one of characters. Write what java.util.regex and JSON Schema (ECMA-262) both have. [adze:T064]
// ERROR at "[]": Pattern "[]" has an empty class. Write what java.util.regex and JSON Schema (ECMA-262) both have. [adze:T064]
// ERROR at "a{2": Pattern "a{2" has a { that begins no count of up to four digits. Write what java.util.regex and JSON Schema (ECMA-262) both have. [adze:T064]
// ERROR at "*": Pattern "*" repeats nothing with *. Write what java.util.regex and JSON Schema (ECMA-262) both have. [adze:T064]
// ERROR at "a}": Pattern "a}" has a bare }; write \}. Write what java.util.regex and JSON Schema (ECMA-262) both have. [adze:T064]
// ERROR at "(a": Pattern "(a" has a ( without its ). Write what java.util.regex and JSON Schema (ECMA-262) both have. [adze:T064]
// ERROR at "a)": Pattern "a)" has a ) without its (. Write what java.util.regex and JSON Schema (ECMA-262) both have. [adze:T064]
// ERROR at "[z-a]": Pattern "[z-a]" is malformed: Illegal character range. Write what java.util.regex and JSON Schema (ECMA-262) both have. [adze:T064]
// ERROR at "abc": Pattern "abc" has flags, which JSON Schema has none of. Write what java.util.regex and JSON Schema (ECMA-262) both have. [adze:T064]
// ERROR at "\\h": Pattern "\h" has \h, which Java and JSON Schema do not share. Write what java.util.regex and JSON Schema (ECMA-262) both have. [adze:T064]
import dev.adze.annotation.Tool;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import java.util.List;

class T064 {
  record Codes(
      @Pattern(regexp = "[]") String code) {}

  @Tool("Takes texts of patterns that only one of the two knows.")
  @SuppressWarnings("adze:T011")
  void take(
      @Pattern(regexp = "a++") String possessive,
      @Pattern(regexp = "(?i)a") String flag,
      @Pattern(regexp = "(?<=a)b") String behind,
      @Pattern(regexp = "\\Aa\\z") String anchors,
      @Pattern(regexp = "(a)\\1") String back,
      @Pattern(regexp = "\\p{Alpha}") String posix,
      @Pattern(regexp = "[a-z&&[^b]]") String set,
      @Pattern(regexp = "[\\w-z]") String range,
      Codes codes,
      @Pattern(regexp = "a{2") String count,
      @Pattern(regexp = "*") String nothing,
      @Pattern(regexp = "a}") String bare,
      @Pattern(regexp = "(a") String open,
      @Pattern(regexp = "a)") String close,
      @Pattern(regexp = "[z-a]") String reversed,
      @Pattern(regexp = "abc", flags = Pattern.Flag.CASE_INSENSITIVE) String flags,
      @Email(regexp = "\\h") String mail) {}
}
