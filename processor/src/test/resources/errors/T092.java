// MANDATORY_WARNING at @Past LocalDate birthday: @Past on parameter "birthday" is not checked, and the model is not told: JSON Schema cannot say it. Check it in the code, or remove it. [adze:T092]
// MANDATORY_WARNING at @AssertTrue: @AssertTrue on component "sure" of T092.Consent is not checked, and the model is not told: JSON Schema cannot say it. Check it in the code, or remove it. [adze:T092]
import dev.adze.annotation.Tool;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Past;
import java.time.LocalDate;

class T092 {
  record Consent(
      @AssertTrue boolean sure) {}

  @Tool("Takes what only code can check.")
  @SuppressWarnings("adze:T011")
  void take(
      @Past LocalDate birthday,
      Consent consent) {}

  @Tool("Takes it in silence.")
  @SuppressWarnings({"adze:T011", "adze:T092"})
  void silent(
      @Past LocalDate day) {}
}
