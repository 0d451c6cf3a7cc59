package dev.adze.processor.oracle;

import dev.adze.json.JsonFault;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Why a decoder may refuse what a schema accepts. */
final class Excuses {
  private static final BigDecimal MAX_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

  private Excuses() {}

  /** The class of the first fault if each of them is excused, else null. */
  static @Nullable Known forAll(List<JsonFault> faults, JsonNode tree) {
    for (JsonFault fault : faults) {
      if (excuse(fault, tree) == null) {
        return null;
      }
    }
    return excuse(faults.get(0), tree);
  }

  private static @Nullable Known excuse(JsonFault fault, JsonNode tree) {
    return switch (fault.kind()) {
      case OUT_OF_RANGE -> isInexact(tree.at(fault.path())) ? Known.L2 : null;
      case REJECTED, NO_SUCH_VALUE -> Known.L3;
      case DUPLICATE_ELEMENT -> Known.L3;
      case ILL_FORMED_UNICODE, TOO_DEEP, TOO_LONG, TOO_COSTLY -> Known.L4;
      default -> null;
    };
  }

  /** Whether it overflows a long, or is rounded to a float or double that may be too far away. */
  private static boolean isInexact(JsonNode value) {
    if (!value.isNumber()) {
      return false;
    }
    BigDecimal number = value.decimalValue();
    return number.abs().compareTo(MAX_LONG) > 0
        || number.compareTo(new BigDecimal(Double.toString(number.doubleValue()))) != 0
        || number.compareTo(new BigDecimal(Float.toString(number.floatValue()))) != 0;
  }
}
