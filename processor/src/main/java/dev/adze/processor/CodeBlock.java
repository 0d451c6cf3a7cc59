package dev.adze.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.List;

/**
 * A piece of source in JavaPoet's format, but kept as one text. In it marks stand for what only the
 * file decides: how a type is named there, how far a line is indented, and where a long one breaks.
 * So a piece is copied into a greater one as it is, and {@link SourceLayout} goes over a file once.
 * JavaPoet keeps a list of parts for each piece and goes over them twice, which was a third of what
 * the processor added to the time of a compilation.
 *
 * @param text source with marks: a {@link #MARK}, a character for its kind, and behind a {@link
 *     #TYPE} the package, a slash, the name in it and a semicolon
 */
record CodeBlock(String text) {
  /** Begins each mark. No Java name may contain it, and literals escape it. */
  static final char MARK = '\u001f';

  static final char TYPE = 'T';

  static final char INDENT = '>';
  static final char UNINDENT = '<';
  static final char STATEMENT = '[';
  static final char STATEMENT_END = ']';

  /** A space at which a long line breaks. */
  static final char SPACE = 'W';

  /** A place without a space at which a long line breaks. */
  static final char BREAK = 'Z';

  static final String WRAP = "" + MARK + SPACE;
  static final String ZERO_WIDTH_WRAP = "" + MARK + BREAK;

  static CodeBlock of(String format, Object... args) {
    if (format.equals("$L") && args[0] instanceof CodeBlock code) {
      return code;
    }
    StringBuilder out = new StringBuilder(format.length() + 32 * args.length);
    append(out, format, args);
    return new CodeBlock(out.toString());
  }

  static Builder builder() {
    return new Builder();
  }

  static CodeBlock join(List<CodeBlock> pieces, String separator) {
    StringBuilder out = new StringBuilder();
    String between = of(separator).text;
    String before = "";
    for (CodeBlock piece : pieces) {
      out.append(before).append(piece.text);
      before = between;
    }
    return new CodeBlock(out.toString());
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** Appends a format: {@code $T}, {@code $L}, {@code $N}, {@code $S}, also with an index. */
  static void append(StringBuilder out, String format, Object... args) {
    int next = 0;
    int from = 0;
    for (int at = format.indexOf('$'); at >= 0; at = format.indexOf('$', from)) {
      out.append(format, from, at);
      char kind = format.charAt(at + 1);
      from = at + 2;
      switch (kind) {
        case INDENT, UNINDENT, STATEMENT, STATEMENT_END, SPACE, BREAK ->
            out.append(MARK).append(kind);
        case '1', '2', '3' -> {
          append(out, format.charAt(from), args[kind - '1'], format);
          from++;
          next = args.length;
        }
        default -> append(out, kind, args[next++], format);
      }
    }
    if (next != args.length) {
      throw new IllegalArgumentException("Arguments are left over: " + format);
    }
    out.append(format, from, format.length());
  }

  private static void append(StringBuilder out, char kind, Object value, String format) {
    switch (kind) {
      case 'L', 'N' -> out.append(value instanceof CodeBlock code ? code.text : value.toString());
      case 'S' -> appendLiteral(out, value.toString());
      case 'T' -> appendType(out, value);
      default -> throw new IllegalArgumentException("No such format: " + format);
    }
  }

  private static void appendType(StringBuilder out, Object type) {
    if (type instanceof Class<?> known) {
      appendName(out, known.getPackageName(), known.getCanonicalName());
    } else if (type instanceof ClassName name) {
      appendName(out, name.packageName(), name.canonicalName());
    } else if (type instanceof ParameterizedTypeName generic) {
      appendType(out, generic.rawType());
      String before = "<";
      for (TypeName argument : generic.typeArguments()) {
        appendType(out.append(before), argument);
        before = ", ";
      }
      out.append('>');
    } else if (type instanceof ArrayTypeName array) {
      appendType(out, array.componentType());
      out.append("[]");
    } else if (type instanceof WildcardTypeName wildcard) {
      appendWildcard(out, wildcard);
    } else {
      out.append(type);
    }
  }

  private static void appendName(StringBuilder out, String owner, String name) {
    int simple = owner.isEmpty() ? 0 : owner.length() + 1;
    out.append(MARK).append(TYPE).append(owner).append('/');
    out.append(name, simple, name.length()).append(';');
  }

  private static void appendWildcard(StringBuilder out, WildcardTypeName wildcard) {
    if (!wildcard.lowerBounds().isEmpty()) {
      appendType(out.append("? super "), wildcard.lowerBounds().get(0));
    } else if (wildcard.upperBounds().get(0).equals(ClassName.OBJECT)) {
      out.append('?');
    } else {
      appendType(out.append("? extends "), wildcard.upperBounds().get(0));
    }
  }

  /** A text of several lines is a sum of literals, each on a line of its own. */
  private static void appendLiteral(StringBuilder out, String text) {
    out.append('"');
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\' || Character.isISOControl(c)) {
        out.append(text, from, i);
        appendEscape(out, c, i + 1 < text.length());
        from = i + 1;
      }
    }
    out.append(text, from, text.length()).append('"');
  }

  private static void appendEscape(StringBuilder out, char c, boolean more) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      case '\n' -> out.append(more ? "\\n\"\n    + \"" : "\\n");
      default -> SourceText.appendEscaped(out, c, true);
    }
  }

  /** Puts a piece together. */
  static final class Builder {
    private final StringBuilder out = new StringBuilder();

    private Builder() {}

    Builder add(String format, Object... args) {
      append(out, format, args);
      return this;
    }

    Builder add(CodeBlock code) {
      out.append(code.text);
      return this;
    }

    /** A line that goes on in others is indented by four from the second. */
    Builder addStatement(String format, Object... args) {
      out.append(MARK).append(STATEMENT);
      append(out, format, args);
      out.append(';').append(MARK).append(STATEMENT_END).append('\n');
      return this;
    }

    Builder addStatement(CodeBlock code) {
      return addStatement("$L", code);
    }

    Builder beginControlFlow(String format, Object... args) {
      append(out, format, args);
      out.append(" {\n");
      return indent();
    }

    Builder nextControlFlow(String format, Object... args) {
      unindent();
      return add("} ").beginControlFlow(format, args);
    }

    Builder endControlFlow() {
      return unindent().add("}\n");
    }

    Builder indent() {
      out.append(MARK).append(INDENT);
      return this;
    }

    Builder unindent() {
      out.append(MARK).append(UNINDENT);
      return this;
    }

    CodeBlock build() {
      return new CodeBlock(out.toString());
    }
  }
}
