package dev.adze.processor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Texts as Java source that people can read. */
final class SourceText {
  /** A constant in a class file holds at most 65,535 bytes. */
  private static final int MAX_CONSTANT_BYTES = 60_000;

  /** As many characters never need more bytes, whatever they are. */
  private static final int MAX_PIECE = MAX_CONSTANT_BYTES / 3;

  private static final int MAX_LITERAL = 60;
  private static final int MAX_LINE = 86;

  private SourceText() {}

  /** A JSON value as an expression, whose value is compact however the source is wrapped. */
  static CodeBlock json(Json value) {
    List<String> pieces = new ArrayList<>();
    for (String line : value.wrappable().split("\n", -1)) {
      wrap(line, pieces);
    }
    return blocks(pieces);
  }

  /** A text as an expression: a literal, or a text block if it is long or has several lines. */
  static CodeBlock text(String text) {
    boolean isShort = text.length() <= MAX_LITERAL && text.indexOf('\n') < 0;
    if (isShort || text.chars().anyMatch(SourceText::isOddSpace)) {
      return literals(text);
    }
    List<String> pieces = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      wrap(line, pieces);
      pieces.set(pieces.size() - 1, pieces.get(pieces.size() - 1) + "\n");
    }
    String last = pieces.remove(pieces.size() - 1);
    pieces.add(last.substring(0, last.length() - 1));
    return blocks(pieces);
  }

  /** A text as a literal, or as many as the size of constants asks for. */
  private static CodeBlock literals(String text) {
    if (text.length() <= MAX_PIECE) {
      return literal(text);
    }
    List<CodeBlock> pieces = new ArrayList<>();
    for (int from = 0; from < text.length(); from += MAX_PIECE) {
      pieces.add(literal(text.substring(from, Math.min(text.length(), from + MAX_PIECE))));
    }
    return CodeBlock.of("$T.join(\"\", $L)", String.class, CodeBlock.join(pieces, ", "));
  }

  /** A text as one literal. */
  static CodeBlock literal(String text) {
    return CodeBlock.of("$S", text);
  }

  /** Source with every character beyond ASCII as a Unicode escape, so that no encoding matters. */
  static String ascii(String source) {
    // There and back, which is many characters at a time; others come back as question marks.
    if (source.equals(new String(source.getBytes(US_ASCII), US_ASCII))) {
      return source;
    }
    StringBuilder ascii = new StringBuilder(source.length() + 16);
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      appendEscaped(ascii, c, c >= 128);
    }
    return ascii.toString();
  }

  /** Appends a character, as a Unicode escape if it has to be. */
  static void appendEscaped(StringBuilder out, char c, boolean escape) {
    if (escape) {
      String hex = Integer.toHexString(c);
      out.append("\\u").append("0000", hex.length(), 4).append(hex);
    } else {
      out.append(c);
    }
  }

  /** Breaks a line behind spaces and commas, and where it has none leaves it as long as may be. */
  private static void wrap(String line, List<String> pieces) {
    int from = 0;
    while (line.length() - from > MAX_LINE) {
      int last = from + MAX_LINE - 1;
      int end = Math.max(line.lastIndexOf(' ', last), line.lastIndexOf(",\"", last)) + 1;
      if (end <= from) {
        end = line.indexOf(' ', last) + 1;
      }
      if (end <= from || end == line.length() || end - from > MAX_PIECE) {
        end = from + MAX_PIECE;
      }
      if (end >= line.length()) {
        break;
      }
      pieces.add(line.substring(from, end));
      from = end;
    }
    pieces.add(line.substring(from));
  }

  /** Pieces that follow each other, in as many text blocks as the size of constants asks for. */
  private static CodeBlock blocks(List<String> pieces) {
    List<List<String>> blocks = new ArrayList<>();
    int bytes = MAX_CONSTANT_BYTES;
    for (String piece : pieces) {
      int size = 3 * piece.length();
      if (bytes + size > MAX_CONSTANT_BYTES) {
        blocks.add(new ArrayList<>());
        bytes = 0;
      }
      blocks.get(blocks.size() - 1).add(piece);
      bytes += size;
    }
    String all = blocks.stream().map(SourceText::block).collect(Collectors.joining(",\n"));
    return blocks.size() == 1
        ? CodeBlock.of("$>$>$L$<$<", all)
        : CodeBlock.of("$T.join($>$>\"\",\n$L$<$<)", String.class, all);
  }

  private static String block(List<String> pieces) {
    StringBuilder block = new StringBuilder("\"\"\"\n");
    for (int i = 0; i < pieces.size(); i++) {
      String piece = pieces.get(i);
      boolean last = i == pieces.size() - 1;
      boolean breaks = piece.endsWith("\n");
      String line = breaks ? piece.substring(0, piece.length() - 1) : piece;
      // A quotation mark right before the closing delimiter would belong to that.
      boolean quoted = last && line.endsWith("\"");
      String content =
          quoted ? escaped(line.substring(0, line.length() - 1)) + "\\\"" : escaped(line);
      block.append(breaks || last ? fenced(content) : content);
      block.append(breaks ? "\n" : last ? "" : "\\\n");
    }
    return block.append("\"\"\"").toString();
  }

  /** Spaces at the ends of a line of a text block are not part of it, unless they are escaped. */
  private static String fenced(String line) {
    String end = line.endsWith(" ") ? line.substring(0, line.length() - 1) + "\\s" : line;
    return end.startsWith(" ") ? "\\s" + end.substring(1) : end;
  }

  private static String escaped(String text) {
    String quoted = text.replace("\\", "\\\\").replace("\"\"\"", "\\\"\\\"\\\"");
    for (int i = 0; i < quoted.length(); i++) {
      if (quoted.charAt(i) < ' ') {
        return withoutControls(quoted);
      }
    }
    return quoted;
  }

  private static String withoutControls(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ') {
        escaped.append(c < 8 ? "\\00" : "\\0").append(Integer.toOctalString(c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** Space that a text block would take for its indentation and that has no escape of its own. */
  private static boolean isOddSpace(int c) {
    return c > ' ' && Character.isWhitespace(c);
  }
}
