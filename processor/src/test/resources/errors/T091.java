// ERROR at @Max(3): The constraints of parameter "number" contradict each other: no int is at least 5 and at most 3. Change one of them. [adze:T091]
// ERROR at @Min(300): The constraints of parameter "tiny" contradict each other: no byte is at least 300 and at most 127. Change one of them. [adze:T091]
// ERROR at @DecimalMin(value = "9223372036854775807": The constraints of parameter "big" contradict each other: no long is at least 9223372036854775808 and at most 9223372036854775807. Change one of them. [adze:T091]
// ERROR at @Negative: The constraints of parameter "exact" contradict each other: there is not a number greater than 0 and less than 0. Change one of them. [adze:T091]
// ERROR at @DecimalMax("0.9"): The constraints of parameter "step" contradict each other: there is not a number of at least 0.1 and at most 0.9, a multiple of 1. Change one of them. [adze:T091]
// ERROR at @Size(min = 3, max = 2): The constraints of parameter "text" contradict each other: no length is at least 3 and at most 2. Change one of them. [adze:T091]
// ERROR at @Size(max = 0) String: The constraints of parameter "blank" contradict each other: a string of length 0 is blank. Change one of them. [adze:T091]
// ERROR at @Size(max = 0) List: The constraints of parameter "list" contradict each other: no size is at least 1 and at most 0. Change one of them. [adze:T091]
// ERROR at @Null: The constraints of parameter "nothing" contradict each other: @Null asks for null. Change one of them. [adze:T091]
import dev.adze.annotation.Tool;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;

class T091 {
  @Tool("Takes what nothing can be.")
  @SuppressWarnings("adze:T011")
  void take(
      @Min(5) @Max(3) int number,
      @Min(300) byte tiny,
      @DecimalMin(value = "9223372036854775807", inclusive = false) long big,
      @Positive @Negative BigDecimal exact,
      @Digits(integer = 2, fraction = 0) @DecimalMin("0.1") @DecimalMax("0.9") BigDecimal step,
      @Size(min = 3, max = 2) String text,
      @NotBlank @Size(max = 0) String blank,
      @NotEmpty @Size(max = 0) List<String> list,
      @Null String nothing) {}
}
