package dev.adze.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A recursive type with every sort of field, read as generated code reads it. */
record Node(int n, double d, String s, boolean b, String e, List<Node> c, String raw) {
  private static final String[] COLOURS = {"red", "dark green", "\u00e9\uD83D\uDE00"};

  static final JsonFields FIELDS =
      JsonFields.builder()
          .optional("n")
          .optional("d")
          .optional("s")
          .optional("b")
          .optional("e")
          .optional("c")
          .optional("a \"raw\"\n\u00e9")
          .build();

  static final List<String> NAMES = FIELDS.names();

  static Node read(JsonReader in) {
    int n = 0;
    double d = 0;
    String s = "";
    boolean b = false;
    int e = -1;
    List<Node> c = List.of();
    String raw = "null";
    in.beginObject(FIELDS);
    for (int field; (field = in.nextField()) != JsonReader.END; ) {
      switch (field) {
        case 0 -> n = in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
        case 1 -> d = in.readDouble();
        case 2 -> s = in.tryNull() ? "" : in.readString();
        case 3 -> b = in.readBoolean();
        case 4 -> e = in.readEnum(COLOURS);
        case 5 -> {
          c = new ArrayList<>();
          in.beginArray();
          while (in.nextElement()) {
            c.add(read(in));
          }
        }
        default -> raw = in.readRaw();
      }
    }
    return new Node(n, d, s, b, e < 0 ? "" : COLOURS[e], c, raw);
  }

  /** A random text that reads without fault. */
  static String json(Random random) {
    StringBuilder out = new StringBuilder();
    node(random, out, 3);
    return out.toString();
  }

  private static void node(Random random, StringBuilder out, int depth) {
    out.append('{');
    boolean first = true;
    int start = random.nextInt(NAMES.size());
    for (int i = 0; i < NAMES.size(); i++) {
      // Mostly in declared order, sometimes rotated; some fields are left out.
      int field = random.nextInt(4) > 0 ? -1 : (start + i) % NAMES.size();
      if (field < 0) {
        continue;
      }
      out.append(first ? "" : ",");
      first = false;
      space(random, out);
      string(random, out, NAMES.get(field));
      space(random, out);
      out.append(':');
      space(random, out);
      value(random, out, field, depth);
      space(random, out);
    }
    out.append('}');
  }

  private static void value(Random random, StringBuilder out, int field, int depth) {
    switch (field) {
      case 0 -> out.append(pick(random, "0", "-0", "7.0", "12e1", "-2147483648", "120E-1", "99"));
      case 1 -> out.append(pick(random, "0.1", "1e-400", "-1.7976931348623157e308", "3", "1.5E+3"));
      case 2 ->
          string(random, out, pick(random, "", "plain", "\u00e9\"\\/\n\0", "\uD83D\uDE00 \u043a"));
      case 3 -> out.append(random.nextBoolean());
      case 4 -> string(random, out, pick(random, COLOURS));
      case 5 -> {
        out.append('[');
        for (int left = depth == 0 ? 0 : random.nextInt(4); left > 0; left--) {
          node(random, out, depth - 1);
          out.append(left > 1 ? "," : "");
        }
        out.append(']');
      }
      default ->
          out.append(pick(random, "null", "[1,{\"x\" : []}]", "\"\\u0041\"", "{\"\":1e999}"));
    }
  }

  private static void string(Random random, StringBuilder out, String value) {
    out.append('"');
    for (char c : value.toCharArray()) {
      if (c < ' ' || c == '"' || c == '\\' || random.nextInt(12) == 0) {
        out.append(c == '"' || c == '\\' ? "\\" + c : String.format("\\u%04X", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private static void space(Random random, StringBuilder out) {
    out.append(random.nextInt(6) > 0 ? "" : pick(random, " ", "\n  ", "\t", "\r\n"));
  }

  private static String pick(Random random, String... from) {
    return from[random.nextInt(from.length)];
  }
}
