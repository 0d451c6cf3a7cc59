package dev.adze.benchmarks.limit;

import dev.adze.benchmarks.kit.Shop;

/** The results of the tools as JSON, each written for its type. */
final class Results {
  private Results() {}

  static String of(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON has no such number: " + value + ".");
    }
    return Double.toString(value);
  }

  static String of(Shop.Receipt receipt) {
    StringBuilder out = new StringBuilder(96).append("{\"customer\":");
    write(out, receipt.customer());
    out.append(",\"pieces\":").append(receipt.pieces());
    out.append(",\"total\":").append(of(receipt.total()));
    return out.append(",\"express\":").append(receipt.express()).append('}').toString();
  }

  private static void write(StringBuilder out, String text) {
    out.append('"');
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        i = pair(text, i);
      } else if (c < ' ' || c == '"' || c == '\\') {
        out.append(text, written, i);
        if (c < ' ') {
          out.append("\\u00")
              .append((char) ('0' + (c >> 4)))
              .append("0123456789abcdef".charAt(c & 15));
        } else {
          out.append('\\').append(c);
        }
        written = i + 1;
      }
    }
    out.append(text, written, text.length()).append('"');
  }

  /** The place of the other half: what is no text in UTF-8 cannot be sent. */
  private static int pair(String text, int high) {
    int low = high + 1;
    if (low == text.length() || !Character.isSurrogatePair(text.charAt(high), text.charAt(low))) {
      throw new IllegalArgumentException("Half a character is no text. At " + high + ".");
    }
    return low;
  }
}
