package kinds;

import dev.adze.annotation.Tool;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One tool for each kind of value, which says what it was given. */
@SuppressWarnings("adze:T011")
public class Kinds {
  public enum Unit {
    PIECE,
    DOZEN
  }

  public record Point(@Min(0) int x, @Size(max = 3) String label) {}

  @Tool
  public String character(char value) {
    return "char " + value;
  }

  @Tool
  public String chars(CharSequence value) {
    return value.getClass().getSimpleName() + " " + value;
  }

  @Tool
  public String whole(BigInteger value) {
    return value.toString();
  }

  @Tool
  public String exact(BigDecimal value) {
    return value.toString();
  }

  @Tool
  public String bytes(byte[] value) {
    return Arrays.toString(value);
  }

  @Tool
  public String names(Collection<String> value) {
    return value.getClass().getSimpleName() + " " + value;
  }

  @Tool
  public String units(Set<Unit> value) {
    return value.toString();
  }

  @Tool
  public String numbers(int... value) {
    return Arrays.toString(value);
  }

  @Tool
  public String grid(Double[][] value) {
    return Arrays.deepToString(value);
  }

  @Tool
  public String points(Point[] value) {
    return Arrays.toString(value);
  }

  @Tool
  public String prices(Map<String, BigDecimal> value) {
    return value.toString();
  }

  @Tool
  public String stock(Map<Unit, List<Integer>> value) {
    return value.toString();
  }

  @Tool
  public String any(Object value) {
    return (value == null ? "none" : value.getClass().getSimpleName()) + " " + value;
  }

  @Tool
  public String anything(List<Object> value) {
    return value.toString();
  }

  @Tool
  public String maybeInt(OptionalInt value) {
    return value.toString();
  }

  @Tool
  public String maybeLong(OptionalLong value) {
    return value.toString();
  }

  @Tool
  public String maybeDouble(OptionalDouble value) {
    return value.toString();
  }

  @Tool
  public String date(LocalDate value) {
    return value.toString();
  }

  @Tool
  public String time(LocalTime value) {
    return value.toString();
  }

  @Tool
  public String dateTime(LocalDateTime value) {
    return value.toString();
  }

  @Tool
  public String instant(Instant value) {
    return value.toString();
  }

  @Tool
  public String offset(OffsetDateTime value) {
    return value.toString();
  }

  @Tool
  public String zoned(ZonedDateTime value) {
    return value.toString();
  }

  @Tool
  public String offsetTime(OffsetTime value) {
    return value.toString();
  }

  @Tool
  public String duration(Duration value) {
    return value.toString();
  }

  @Tool
  public String period(Period value) {
    return value.toString();
  }

  @Tool
  public String year(Year value) {
    return value.toString();
  }

  @Tool
  public String month(YearMonth value) {
    return value.toString();
  }

  @Tool
  public String monthDay(MonthDay value) {
    return value.toString();
  }

  @Tool
  public String weekday(DayOfWeek value) {
    return value.toString();
  }

  @Tool
  public String season(Month value) {
    return value.toString();
  }

  @Tool
  public String zone(ZoneId value) {
    return value.toString();
  }

  @Tool
  public String uuid(UUID value) {
    return value.toString();
  }

  @Tool
  public String uri(URI value) {
    return value.toString();
  }

  @Tool
  public String currency(Currency value) {
    return value.toString();
  }

  @Tool
  public String locale(Locale value) {
    return value.toString();
  }

  @Tool
  public String days(Map<String, Set<LocalDate>> value) {
    return value.toString();
  }

  @Tool
  public String few(@Min(1) @Max(20) int value) {
    return "" + value;
  }

  @Tool
  public String hugeNegative(@Negative BigInteger value) {
    return value.toString();
  }

  @Tool
  public String price(@Positive @Digits(integer = 3, fraction = 2) BigDecimal value) {
    return value.toString();
  }

  @Tool
  public String ratio(@DecimalMin("0") @DecimalMax(value = "0.3", inclusive = false) double value) {
    return "" + value;
  }

  @Tool
  public String code(@Size(min = 2, max = 3) @Pattern(regexp = "\\p{L}+|--") String value) {
    return value;
  }

  @Tool
  public String emoji(@Size(max = 2) String value) {
    return value;
  }

  @Tool
  public String blank(@NotBlank @Pattern(regexp = "[^x]*") String value) {
    return value;
  }

  @Tool
  public String mail(@Email String value) {
    return value;
  }

  @Tool
  public String javax(@javax.validation.constraints.Max(3) long value) {
    return "" + value;
  }

  @Tool
  public String scores(@Size(min = 1, max = 2) List<@Min(1) Integer> value) {
    return value.toString();
  }

  @Tool
  public String perhaps(Optional<@Size(max = 1) String> value) {
    return value.toString();
  }

  @Tool
  public String shelf(@Min(1) OptionalInt value) {
    return value.toString();
  }

  @Tool
  public String tags(@NotEmpty Map<@Size(max = 3) @Pattern(regexp = "[a-z]+") String, Integer> value) {
    return value.toString();
  }

  public record Page<T>(@Size(max = 1) List<T> items, @NotEmpty Map<String, ? extends T> byName) {}

  @Tool
  public String page(Page<String> value) {
    return value.toString();
  }

  @Tool
  public String wild(List<? extends @Min(1) Integer> value) {
    return value.toString();
  }

  @Tool
  public String holes(List<@Nullable @Size(max = 2) String> value) {
    return value.toString();
  }

  @Tool
  public String bean(Bean value) {
    return value.code;
  }

  public static class Bean {
    private String code;

    @Pattern(regexp = "[A-Z]")
    public String getCode() {
      return code;
    }

    public void setCode(String code) {
      this.code = code;
    }
  }

  @Tool
  public String one(@Size(min = 1, max = 1) Map<Unit, Integer> value) {
    return value.toString();
  }

  @Tool
  public String tables(Map<String, Object>[] value) {
    return value.getClass().getSimpleName() + " " + Arrays.toString(value);
  }

  @Tool
  public String cubes(List<String>[][] value) {
    return value.getClass().getSimpleName() + " " + Arrays.deepToString(value);
  }

  @Tool
  public String perUnit(@Size(min = 1) Map<Unit, Integer> value) {
    return value.toString();
  }

  @Tool
  public String perhapsPerUnit(Map<Unit, @Nullable Integer> value) {
    return value.toString();
  }

  @Tool
  public String shortMail(@Email(regexp = ".*\\.org") @Size(max = 12) String value) {
    return value;
  }

  @Tool
  public String share(@DecimalMin(value = "0", inclusive = false) float value) {
    return "" + value;
  }
}
