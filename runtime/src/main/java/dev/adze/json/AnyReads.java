package dev.adze.json;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads values of any type. It recurses as deep as the reader lets containers nest. */
final class AnyReads {
  private AnyReads() {}

  static @Nullable Object value(Cursor in) {
    int before = in.faultTotal();
    Object value = any(in);
    return in.isSoundSince(before) ? value : null;
  }

  private static @Nullable Object any(Cursor in) {
    char c = in.peek();
    return switch (c) {
      case '{' -> map(in);
      case '[' -> list(in);
      case '"' -> TextReads.string(in);
      default -> {
        if (c == '-' || Numbers.isDigit(c)) {
          yield number(in);
        }
        if (in.word("true")) {
          yield true;
        }
        if (in.word("false")) {
          yield false;
        }
        if (!in.word("null")) {
          in.malformed("expected a value", in.at);
        }
        yield null;
      }
    };
  }

  private static Map<String, @Nullable Object> map(Cursor in) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    in.open('{', JsonFields.MAP, "an object");
    for (String key; (key = FieldReads.nextKey(in, null)) != null; ) {
      map.put(key, any(in));
    }
    return map;
  }

  private static List<@Nullable Object> list(Cursor in) {
    List<@Nullable Object> list = new ArrayList<>();
    in.open('[', JsonFields.ARRAY, "an array");
    while (Walk.element(in)) {
      list.add(any(in));
    }
    return list;
  }

  private static @Nullable Object number(Cursor in) {
    int from = in.at;
    if (!in.number()) {
      return null;
    }
    int to = in.at;
    if (!Numbers.isIntegral(in.text, from, to)) {
      in.at = from;
      return ExactReads.bigDecimal(in, ExactReads.ANY);
    }
    BigInteger value = Numbers.toInteger(in.text, from, to, Numbers.MAX_DIGITS);
    if (value == null) {
      ExactReads.tooLong(in, "an integer", from);
      return null;
    }
    if (value.bitLength() < Integer.SIZE) {
      return value.intValue();
    }
    return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
  }
}
