package com.acme;

import dev.adze.annotation.Param;
import dev.adze.annotation.Tool;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Values of which more is asked than their type says. */
public class Constraints {
  enum Day {
    TODAY,
    TOMORROW
  }

  record Guest(
      @NotBlank String name,
      @Email Optional<String> address,
      @Min(0) @Max(150) int age,
      List<@Size(max = 8) @Pattern(regexp = "[A-Z]+") String> codes) {}

  /**
   * Takes integers.
   *
   * @param one from 1 to 20
   * @param tiny at most 100
   * @param big over 4 billion
   * @param huge below 0
   * @param shelf perhaps a shelf
   * @param digits up to three digits
   */
  @Tool
  public void integers(
      @Min(1) @Max(20) int one,
      @DecimalMax(value = "100.5") byte tiny,
      @DecimalMin(value = "4000000000", inclusive = false) long big,
      @Negative BigInteger huge,
      @PositiveOrZero OptionalInt shelf,
      @Digits(integer = 3, fraction = 0) Integer digits) {}

  /**
   * Takes numbers.
   *
   * @param price a price
   * @param ratio a ratio
   * @param loss a loss
   */
  @Tool
  public void numbers(
      @Positive @Digits(integer = 6, fraction = 2) BigDecimal price,
      @DecimalMin("0") @DecimalMax("1") double ratio,
      @NegativeOrZero float loss) {}

  /**
   * Takes texts.
   *
   * @param name a name
   * @param code a code
   * @param both of two patterns
   * @param mail an address
   * @param same of the same length as the code
   */
  @Tool
  public void texts(
      @NotNull @NotBlank @Size(max = 40) String name,
      @Size(min = 2, max = 8) @Pattern(regexp = "[A-Z]\\d*") String code,
      @Pattern(regexp = "a.*") @Pattern(regexp = ".*z|-") @NotBlank CharSequence both,
      @Email String mail,
      @Size(min = 2, max = 8) @Pattern(regexp = "[A-Z]\\d*") @Param(defaultValue = "A1")
          String same) {}

  /**
   * Takes collections.
   *
   * @param numbers one to three positive numbers
   * @param names at least one name
   * @param tags short tags
   * @param prices prices of products
   * @param days one day
   * @param guest a guest
   * @param rows rows of three
   */
  @Tool
  public List<String> collections(
      @Size(min = 1, max = 3) List<@Positive Integer> numbers,
      @NotEmpty String[] names,
      @Size(max = 5) Set<@NotBlank String> tags,
      @NotEmpty Map<@Pattern(regexp = "[a-z]+") String, @DecimalMin("0.01") Double> prices,
      @Size(min = 1, max = 1) Map<Day, Integer> days,
      Guest guest,
      Optional<List<@Size(min = 3, max = 3) List<Double>>> rows) {
    return List.of(names);
  }
}
