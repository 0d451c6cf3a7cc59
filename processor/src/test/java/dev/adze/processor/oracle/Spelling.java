package dev.adze.processor.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Locale;

/** The many ways to write one value, in JSON and in Java. */
final class Spelling {
  private Spelling() {}

  /** A JSON string literal, with escapes by chance and where they are needed. */
  static String string(Dice dice, String value) {
    double escapes = value.length() < 100 ? dice.pick(0.0, 0.0, 0.1, 1.0) : 0;
    StringBuilder out = new StringBuilder("\"");
    value
        .codePoints()
        .forEach(c -> {
          if (c < ' ' || c == '"' || c == '\\' || (escapes > 0 && dice.chance(escapes))) {
            for (char unit : Character.toChars(c)) {
              out.append(escaped(dice, unit));
            }
          } else {
            out.appendCodePoint(c);
          }
        });
    return out.append('"').toString();
  }

  private static String escaped(Dice dice, char c) {
    int known = "\"\\/\b\f\n\r\t".indexOf(c);
    if (known >= 0 && dice.chance(0.7)) {
      return "\\" + "\"\\/bfnrt".charAt(known);
    }
    HexFormat hex = dice.chance(0.5) ? HexFormat.of() : HexFormat.of().withUpperCase();
    return "\\u" + hex.toHexDigits(c);
  }

  /** A JSON number that is mathematically this integer. */
  static String integer(Dice dice, BigInteger value) {
    if (value.signum() == 0) {
      return dice.pick("0", "0", "-0", "0.0", "-0.0", "0e5", "0E-3", "-0e+0");
    }
    if (dice.chance(0.6)) {
      return value.toString();
    }
    return dice.pick(
        value + ".0",
        value + ".000",
        value + "e0",
        value + "E+0",
        value + ".0e-0",
        value + "0E-1",
        value + "00.0e-2",
        new BigDecimal(value).movePointLeft(1).toPlainString() + "e1",
        new BigDecimal(value).movePointLeft(3).toPlainString() + "E+03");
  }

  /** A Java string literal. */
  static String java(String value) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : value.toCharArray()) {
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format(Locale.ROOT, "\\%03o", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
