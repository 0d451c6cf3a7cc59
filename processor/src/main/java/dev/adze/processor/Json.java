package dev.adze.processor;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A JSON value: a schema on its way into the generated code, or a default on its way out of it. */
sealed interface Json {
  /** Appends the value as compact JSON. A line feed marks a place where source may be wrapped. */
  void append(StringBuilder out);

  /** The value as compact JSON, on one line. */
  default String compact() {
    return wrappable().replace("\n", "");
  }

  /** The value as compact JSON with a line feed, which JSON text has nowhere else, at each wrap. */
  default String wrappable() {
    StringBuilder out = new StringBuilder();
    append(out);
    return out.toString();
  }

  /** {@code null}. */
  record Null() implements Json {
    @Override
    public void append(StringBuilder out) {
      out.append("null");
    }
  }

  /** {@code true} or {@code false}. */
  record Bool(boolean value) implements Json {
    @Override
    public void append(StringBuilder out) {
      out.append(value);
    }
  }

  /** A number, spelled as it was. */
  record Num(String literal) implements Json {
    /** What the runtime reads of numbers that are kept exactly. */
    private static final int MAX_DIGITS = 1_000;

    static Num of(long value) {
      return new Num(Long.toString(value));
    }

    /** Whether it has few digits when it is written without an exponent. */
    boolean isShort() {
      BigDecimal value = value();
      return value.scale() <= MAX_DIGITS && value.precision() - value.scale() <= MAX_DIGITS;
    }

    BigDecimal value() {
      return new BigDecimal(literal);
    }

    @Override
    public void append(StringBuilder out) {
      out.append(literal);
    }
  }

  /** A string. */
  record Text(String value) implements Json {
    @Override
    public void append(StringBuilder out) {
      append(out, value);
    }

    static void append(StringBuilder out, String value) {
      out.append('"');
      int from = 0;
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if (c < ' ' || c == '"' || c == '\\') {
          appendEscaped(out.append(value, from, i), c);
          from = i + 1;
        }
      }
      out.append(value, from, value.length()).append('"');
    }

    private static void appendEscaped(StringBuilder out, char c) {
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
  }

  /** An array. */
  record Array(List<? extends Json> elements) implements Json {
    @Override
    public void append(StringBuilder out) {
      out.append('[');
      for (Iterator<? extends Json> rest = elements.iterator(); rest.hasNext(); ) {
        rest.next().append(out);
        out.append(rest.hasNext() ? "," : "");
      }
      out.append(']');
    }
  }

  /**
   * An object, its fields in the order in which they are written.
   *
   * @param tall whether each field goes on a line of its own in source
   */
  record Obj(Map<String, Json> fields, boolean tall) implements Json {
    static Obj empty() {
      return new Obj(new LinkedHashMap<>(), false);
    }

    static Obj tallAndEmpty() {
      return new Obj(new LinkedHashMap<>(), true);
    }

    Obj with(String name, Json value) {
      fields.put(name, value);
      return this;
    }

    Obj with(String name, String value) {
      return with(name, new Text(value));
    }

    @Override
    public void append(StringBuilder out) {
      out.append('{');
      boolean wrap = tall;
      String comma = "";
      for (Map.Entry<String, Json> field : fields.entrySet()) {
        out.append(comma).append(wrap ? "\n" : "");
        Text.append(out, field.getKey());
        out.append(':');
        field.getValue().append(out);
        comma = ",";
        wrap = tall || (field.getValue() instanceof Obj obj && obj.tall && !obj.fields.isEmpty());
      }
      out.append('}');
    }
  }
}
