package dev.adze.processor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns a piece of a documentation comment into plain text: inline tags, HTML, Markdown. Whatever
 * the comment holds, the time that it takes grows with its length, and the stack does not.
 */
final class DocText {
  /** Tags in tags that are read. What people write has two or three. */
  private static final int MAX_DEPTH = 16;

  private static final Pattern INLINE_TAG = Pattern.compile("\\{@(\\w+)\\s*");
  private static final Pattern HTML = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9]*+)[^<>]*+>");
  private static final Pattern ENTITY = Pattern.compile("&(#[0-9]+|#[xX][0-9a-fA-F]+|\\w+);");
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\[\\]]*)](?:\\([^()\\s]*\\)|\\[([^\\[\\]]*)])?");
  private static final Pattern LIST_ITEM = Pattern.compile("\\s*(?:[-*+]|[0-9]+[.)])\\s+\\S");

  private final String source;
  private final boolean markdown;
  private final String inherited;
  private final int depth;
  private final PlainText out = new PlainText();
  private final Map<Integer, Integer> closing = new HashMap<>();
  private final int lastRemarkEnd;
  private final int lastPreEnd;
  private int at;

  private DocText(String source, boolean markdown, String inherited, int depth) {
    this.source = source;
    this.markdown = markdown;
    this.inherited = inherited;
    this.depth = depth;
    this.lastRemarkEnd = source.lastIndexOf("-->");
    this.lastPreEnd = source.lastIndexOf("</pre>");
    findBraces();
  }

  /** Finds all pairs at once: to look for each would take forever where many are open. */
  private void findBraces() {
    int first = source.indexOf("{@");
    if (first < 0) {
      return;
    }
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = first; i < source.length(); i++) {
      if (source.charAt(i) == '{') {
        open.push(i);
      } else if (source.charAt(i) == '}' && !open.isEmpty()) {
        closing.put(open.pop(), i);
      }
    }
  }

  /**
   * The plain text of a piece of a comment.
   *
   * @param inherited what {@code {@inheritDoc}} stands for
   */
  static String plain(String source, boolean markdown, String inherited) {
    return new DocText(source, markdown, inherited, 0).read();
  }

  /** The plain text of what is in a tag, which is left as it is where nobody would follow. */
  private String inner(String body) {
    return depth == MAX_DEPTH ? body : new DocText(body, markdown, inherited, depth + 1).read();
  }

  private String read() {
    while (at < source.length()) {
      boolean read =
          switch (source.charAt(at)) {
            case '{' -> inlineTag();
            case '<' -> html();
            case '&' -> entity();
            default -> markdown && markdown();
          };
      if (!read) {
        out.add(source.charAt(at++));
      }
    }
    return out.toString();
  }

  private boolean inlineTag() {
    Matcher tag = matcher(INLINE_TAG);
    @Nullable Integer close = closing.get(at);
    if (close == null || !tag.lookingAt()) {
      return false;
    }
    String body = source.substring(tag.end(), close);
    at = close + 1;
    switch (tag.group(1)) {
      case "inheritDoc" -> out.addLines(inherited);
      case "code", "literal" -> out.add(body);
      case "link", "linkplain", "value" -> out.add(label(body));
      case "index" -> out.add(term(body));
      case "return" -> out.add("Returns " + inner(body) + ".");
      case "snippet" -> out.addLines(snippet(body));
      case "docRoot" -> {}
      default -> out.add(inner(body));
    }
    return true;
  }

  /** The label of a link, or the name that it refers to if there is none. */
  private String label(String body) {
    int parenthesis = body.indexOf('(');
    int space = body.indexOf(' ');
    int end = parenthesis >= 0 && parenthesis < space ? body.indexOf(')') + 1 : space;
    String label = end <= 0 ? "" : body.substring(end).strip();
    return label.isEmpty() ? reference(body) : inner(label);
  }

  /** The word, or words in quotation marks, before what an index says of it. */
  private static String term(String body) {
    boolean quoted = body.startsWith("\"") && body.indexOf('"', 1) > 0;
    return quoted ? body.substring(1, body.indexOf('"', 1)) : body.replaceFirst("(?s)\\s.*", "");
  }

  /** What stands behind the attributes; nothing if it is in another file. */
  private static String snippet(String body) {
    char quote = 0;
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == ':') {
        return body.substring(i + 1);
      }
    }
    return "";
  }

  private static String reference(String name) {
    String plain = name.strip();
    return (plain.startsWith("#") ? plain.substring(1) : plain).replace('#', '.');
  }

  private boolean html() {
    if (source.startsWith("<!--", at)) {
      return remark();
    }
    Matcher tag = matcher(HTML);
    if (!tag.lookingAt()) {
      return false;
    }
    at = tag.end();
    boolean opens = "".equals(tag.group(1));
    switch (tag.group(2).toLowerCase(Locale.ROOT)) {
      case "p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote" -> out.paragraph();
      case "br", "ul", "ol", "dl", "dt", "dd", "tr", "div" -> out.line();
      case "li" -> item(opens);
      case "pre" -> preformatted(opens);
      case "td", "th" -> out.add(' ');
      default -> {}
    }
    return true;
  }

  private boolean remark() {
    if (at > lastRemarkEnd) {
      return false;
    }
    at = source.indexOf("-->", at) + 3;
    return true;
  }

  private void item(boolean opens) {
    out.line();
    if (opens) {
      out.add("- ");
    }
  }

  private void preformatted(boolean opens) {
    int close = opens && at < lastPreEnd ? source.indexOf("</pre>", at) : -1;
    if (close < 0) {
      out.line();
      return;
    }
    String body = source.substring(at, close).strip();
    boolean code = body.startsWith("{@code") && body.endsWith("}");
    for (String line :
        (code ? body.substring(6, body.length() - 1) : body).strip().lines().toList()) {
      out.line();
      out.add(code ? line : inner(line));
    }
    at = close;
  }

  private boolean entity() {
    Matcher entity = matcher(ENTITY);
    if (!entity.lookingAt()) {
      return false;
    }
    String text = Entities.resolve(entity.group(1));
    if (text == null) {
      return false;
    }
    out.add(text);
    at = entity.end();
    return true;
  }

  private boolean markdown() {
    char c = source.charAt(at);
    return c == '`'
        ? code()
        : c == '[' ? link() : c == '\\' ? escape() : c == '*' ? star() : lineStart(c);
  }

  private boolean code() {
    int ticks = at;
    while (ticks < source.length() && source.charAt(ticks) == '`') {
      ticks++;
    }
    String fence = source.substring(at, ticks);
    int close = source.indexOf(fence, ticks);
    if (close < 0) {
      out.add(fence);
      at = ticks;
      return true;
    }
    String body = source.substring(ticks, close);
    at = close + fence.length();
    if (fence.length() < 3) {
      out.add(body);
    } else {
      out.addLines(body.substring(body.indexOf('\n') + 1));
    }
    return true;
  }

  private boolean link() {
    Matcher link = matcher(LINK);
    if (!link.lookingAt()) {
      return false;
    }
    at = link.end();
    boolean bare = link.end() == link.end(1) + 1;
    out.add(bare ? reference(link.group(1)) : inner(link.group(1)));
    return true;
  }

  private boolean escape() {
    if (at + 1 == source.length() || Character.isLetterOrDigit(source.charAt(at + 1))) {
      return false;
    }
    out.add(source.charAt(at + 1));
    at += 2;
    return true;
  }

  /** A star that stands beside a letter is emphasis; one between spaces is a star. */
  private boolean star() {
    boolean before = at > 0 && !Character.isWhitespace(source.charAt(at - 1));
    boolean after = at + 1 < source.length() && !Character.isWhitespace(source.charAt(at + 1));
    if (before || after) {
      at++;
    }
    return before || after;
  }

  private boolean lineStart(char c) {
    if (c != '\n') {
      return false;
    }
    at++;
    int end = source.indexOf('\n', at);
    String line = source.substring(at, end < 0 ? source.length() : end);
    if (line.isBlank()) {
      out.paragraph();
    } else if (matcher(LIST_ITEM).lookingAt()) {
      out.line();
    } else if (line.startsWith("#")) {
      out.paragraph();
      at += line.length() - line.replaceFirst("^#+\\s*", "").length();
    } else {
      out.add(' ');
    }
    return true;
  }

  private Matcher matcher(Pattern pattern) {
    return pattern.matcher(source).region(at, source.length());
  }
}
