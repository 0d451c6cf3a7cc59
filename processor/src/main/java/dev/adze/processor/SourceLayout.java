package dev.adze.processor;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lays out the source of a file as JavaPoet does: types are imported, of two with the same simple
 * name the first, lines are indented by two, and one that is too long is broken at the last place
 * before the limit where it may be.
 */
final class SourceLayout {
  private static final String JAVA_LANG = "java.lang.";
  private static final int LIMIT = 100;
  private static final int INDENT = 2;
  private static final int CONTINUATION = 2;
  private static final String BLANKS = " ".repeat(64);

  private final String packageName;
  private final TypeSpec type;
  private final Predicate<String> isNeighbour;

  /** The types that may be imported, by their simple names. */
  private final Map<String, String> imports = new HashMap<>();

  /** How each type is named in the file, by the text of its mark. */
  private final Map<String, String> names = new HashMap<>();

  private final StringBuilder out = new StringBuilder(1 << 14);
  private int level;
  private int column;
  private boolean lineStart = true;

  /** Lines of the statement so far, or -1 outside of statements. */
  private int statementLine = -1;

  /** Where the line may be broken, or -1. */
  private int breakAt = -1;

  private int breakLevel;

  private SourceLayout(String packageName, TypeSpec type, Predicate<String> isNeighbour) {
    this.packageName = packageName;
    this.type = type;
    this.isNeighbour = isNeighbour;
  }

  /**
   * The source of a file.
   *
   * @param isNeighbour whether the package has a type of a simple name, which hides that of {@code
   *     java.lang} unless it is imported
   */
  static String text(String packageName, TypeSpec type, Predicate<String> isNeighbour) {
    return new SourceLayout(packageName, type, isNeighbour).lay();
  }

  private String lay() {
    String text = type.text();
    chooseImports(text);
    if (!packageName.isEmpty()) {
      out.append("package ").append(packageName).append(";\n\n");
    }
    appendImports();
    int from = 0;
    int line = next('\n', text, 0);
    int mark = next(CodeBlock.MARK, text, 0);
    for (int at = Math.min(line, mark); at < text.length(); at = Math.min(line, mark)) {
      append(text, from, at);
      if (at == line) {
        endLine();
        from = at + 1;
        line = next('\n', text, from);
      } else {
        from = obey(text, at + 1) + 1;
        mark = next(CodeBlock.MARK, text, from);
      }
    }
    return out.toString();
  }

  /** Where a character is next, or the end: the JVM looks for it many characters at a time. */
  private static int next(char sought, String text, int from) {
    int at = text.indexOf(sought, from);
    return at < 0 ? text.length() : at;
  }

  /** Follows a mark and returns where it ends. */
  private int obey(String text, int at) {
    switch (text.charAt(at)) {
      case CodeBlock.INDENT -> level++;
      case CodeBlock.UNINDENT -> level--;
      case CodeBlock.STATEMENT -> statementLine = 0;
      case CodeBlock.STATEMENT_END -> {
        level -= statementLine > 0 ? CONTINUATION : 0;
        statementLine = -1;
      }
      case CodeBlock.SPACE -> {
        mayBreak();
        out.append(' ');
        column++;
      }
      case CodeBlock.BREAK -> mayBreak();
      default -> {
        int end = text.indexOf(';', at);
        String name = name(text.substring(at + 1, end));
        append(name, 0, name.length());
        return end;
      }
    }
    return at;
  }

  private void mayBreak() {
    breakAt = out.length();
    breakLevel = level + CONTINUATION;
  }

  private void append(String text, int from, int to) {
    if (from == to) {
      return;
    }
    if (lineStart) {
      out.append(BLANKS, 0, INDENT * level);
      column = INDENT * level;
      lineStart = false;
    }
    out.append(text, from, to);
    column += to - from;
    if (column > LIMIT && breakAt >= 0) {
      int end = out.length() > breakAt && out.charAt(breakAt) == ' ' ? breakAt + 1 : breakAt;
      String indent = BLANKS.substring(0, INDENT * breakLevel);
      column = indent.length() + out.length() - end;
      out.replace(breakAt, end, "\n" + indent);
      breakAt = -1;
    }
  }

  private void endLine() {
    out.append('\n');
    lineStart = true;
    column = 0;
    breakAt = -1;
    if (statementLine == 0) {
      level += CONTINUATION;
    }
    if (statementLine >= 0) {
      statementLine++;
    }
  }

  /**
   * A type of the file's own package hides an imported one of the same name, also if it is named
   * only later.
   */
  private void chooseImports(String text) {
    Set<String> own = new TreeSet<>();
    for (int at = text.indexOf(CodeBlock.MARK); at >= 0; ) {
      if (text.charAt(at + 1) == CodeBlock.TYPE) {
        String mark = text.substring(at + 2, text.indexOf(';', at));
        if (names.putIfAbsent(mark, "") == null) {
          choose(mark, own);
        }
      }
      at = text.indexOf(CodeBlock.MARK, at + 2);
    }
    names.clear();
    imports.keySet().removeAll(own);
  }

  private void choose(String mark, Set<String> own) {
    int slash = mark.indexOf('/');
    String owner = mark.substring(0, slash);
    String simple = outermost(mark.substring(slash + 1));
    if (isDeclared(simple) || declaredWithin(mark.substring(slash + 1), owner) != null) {
      return;
    }
    if (owner.equals(packageName)) {
      own.add(simple);
    } else if (!owner.isEmpty()) {
      imports.putIfAbsent(simple, owner + "." + simple);
    }
  }

  private static String outermost(String simple) {
    int dot = simple.indexOf('.');
    return dot < 0 ? simple : simple.substring(0, dot);
  }

  private boolean isDeclared(String simple) {
    return simple.equals(type.name()) || type.nested().contains(simple);
  }

  /** The simple name of a type that the file declares within its own, or null. */
  private @Nullable String declaredWithin(String simple, String owner) {
    String outer = type.name() + ".";
    boolean within = owner.equals(packageName) && simple.startsWith(outer);
    return within ? simple.substring(outer.length()) : null;
  }

  private void appendImports() {
    int before = out.length();
    for (String name : new TreeSet<>(imports.values())) {
      boolean known = name.startsWith(JAVA_LANG) && name.lastIndexOf('.') < JAVA_LANG.length();
      if (!known || isNeighbour.test(name.substring(JAVA_LANG.length()))) {
        out.append("import ").append(name).append(";\n");
      }
    }
    out.append(out.length() > before ? "\n" : "");
  }

  private String name(String mark) {
    String known = names.get(mark);
    if (known == null) {
      known = find(mark);
      names.put(mark, known);
    }
    return known;
  }

  private String find(String mark) {
    int slash = mark.indexOf('/');
    String owner = mark.substring(0, slash);
    String name = mark.substring(slash + 1);
    String within = declaredWithin(name, owner);
    if (within != null && type.nested().contains(within)) {
      return within;
    }
    String simple = outermost(name);
    String full = owner.isEmpty() ? simple : owner + "." + simple;
    boolean here = owner.equals(packageName);
    if (full.equals(imports.get(simple)) || (here && simple.equals(type.name()))) {
      return name;
    }
    boolean hidden = isDeclared(simple) || imports.containsKey(simple);
    return here && !hidden ? name : owner.isEmpty() ? name : owner + "." + name;
  }
}
