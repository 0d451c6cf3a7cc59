// ERROR at @Min(1) String text,: @Min does not fit parameter "text": its type is java.lang.String. Put it on a number. [adze:T090]
// ERROR at @Size(max = 2): @Size does not fit parameter "number": its type is int. Put it on a String, a collection, an array or a map. [adze:T090]
// ERROR at @NotBlank: @NotBlank does not fit parameter "list": its type is java.util.List<java.lang.String>. Put it on a String itself, as in List<@NotBlank ...>. [adze:T090]
// ERROR at @Pattern(regexp = "a"): @Pattern does not fit parameter "day": its type is java.time.LocalDate. Put it on a String. [adze:T090]
// ERROR at @Digits(: @Digits does not fit parameter "real": its type is double. Put it on an integer or a BigDecimal. [adze:T090]
// ERROR at "abc": @DecimalMin does not fit parameter "exact": "abc" is not a number. Write for instance "0.5". [adze:T090]
// ERROR at "1e2000": @DecimalMax does not fit parameter "big": "1e2000" has over 1,000 digits. Write a shorter number. [adze:T090]
// ERROR at @Positive int[]: @Positive does not fit parameter "array": its type is int[]. Put it on a number itself, as in List<@Positive ...>. [adze:T090]
// ERROR at flags) {}: @Max does not fit an element of parameter "flags": its type is java.lang.Boolean. Put it on a number. [adze:T090]
// ERROR at Page<@Min(1) Integer> page,: @Min does not fit a type argument of parameter "page": only those of collections and maps may have constraints. Put it on what has that type in the class. [adze:T090]
// ERROR at @Email: @Email does not fit component "id" of T090.Holder: its type is java.util.UUID. Put it on a String. [adze:T090]
import dev.adze.annotation.Tool;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

class T090 {
  record Page<T>(T content) {}

  record Holder(
      @Email UUID id) {}

  @Tool("Takes what the constraints are not for.")
  @SuppressWarnings("adze:T011")
  void take(
      @Min(1) String text,
      @Size(max = 2) int number,
      @NotBlank List<String> list,
      @Pattern(regexp = "a") LocalDate day,
      @Digits(integer = 1, fraction = 1) double real,
      @DecimalMin("abc") BigDecimal exact,
      @DecimalMax("1e2000") BigInteger big,
      @Positive int[] array,
      Page<@Min(1) Integer> page,
      Holder holder,
      List<@Max(1) Boolean> flags) {}
}
