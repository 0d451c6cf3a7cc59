package dev.adze.processor.oracle;

import java.util.Locale;

/** The mismatches that are right as they are. Any other is a bug. */
enum Known {
  L1("null for an optional property: absent to the decoder, of the wrong type to the schema"),
  L2("a number that fits, but which no long, float or double can be without breaking a bound"),
  L3("what no schema says: a constructor's check, a format, a name of the running JVM"),
  L4("the decoder's limits: half a surrogate pair, depth, length and exponent of a number"),
  L5("a duplicate name or text after the value: none, the judges refuse them too"),
  L6("a keyword that a strict rendering can say in words only"),
  L7("a defect of the validator, outvoted by decoder and second judge"),
  L8("a repair that a user asked for: none, all are off");

  private final String meaning;

  Known(String meaning) {
    this.meaning = meaning;
  }

  /** A line with how often it was seen. */
  String line(long count) {
    return String.format(Locale.ROOT, "%s %,9d  %s", this, count, meaning);
  }
}
