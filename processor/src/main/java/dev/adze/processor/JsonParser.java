package dev.adze.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the JSON that users write in annotations, as strictly as the runtime's reader. */
final class JsonParser {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,4})?");
  private static final int MAX_DEPTH = 64;

  private final String text;
  private int at;
  private int depth;

  /** The text stops being JSON here. */
  private static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed() {
      super(null, null, false, false);
    }
  }

  private JsonParser(String text) {
    this.text = text;
  }

  /** The value of a text, or empty if it is not JSON. */
  static Optional<Json> parse(String text) {
    JsonParser parser = new JsonParser(text);
    try {
      Json value = parser.value();
      parser.skipSpace();
      return parser.at == text.length() ? Optional.of(value) : Optional.empty();
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  private Json value() throws Malformed {
    skipSpace();
    if (++depth > MAX_DEPTH) {
      throw new Malformed();
    }
    Json value =
        switch (peek()) {
          case '{' -> object();
          case '[' -> array();
          case '"' -> new Json.Text(string());
          case 't' -> word("true", new Json.Bool(true));
          case 'f' -> word("false", new Json.Bool(false));
          case 'n' -> word("null", new Json.Null());
          default -> number();
        };
    depth--;
    return value;
  }

  private Json object() throws Malformed {
    Json.Obj object = Json.Obj.empty();
    expect('{');
    if (take('}')) {
      return object;
    }
    do {
      skipSpace();
      String name = string();
      expect(':');
      if (object.fields().putIfAbsent(name, value()) != null) {
        throw new Malformed();
      }
    } while (take(','));
    expect('}');
    return object;
  }

  private Json array() throws Malformed {
    List<Json> elements = new ArrayList<>();
    expect('[');
    if (take(']')) {
      return new Json.Array(elements);
    }
    do {
      elements.add(value());
    } while (take(','));
    expect(']');
    return new Json.Array(elements);
  }

  private Json number() throws Malformed {
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (!number.lookingAt()) {
      throw new Malformed();
    }
    at = number.end();
    return new Json.Num(number.group());
  }

  private Json word(String word, Json value) throws Malformed {
    if (!text.startsWith(word, at)) {
      throw new Malformed();
    }
    at += word.length();
    return value;
  }

  private String string() throws Malformed {
    expect('"');
    StringBuilder value = new StringBuilder();
    for (char c = next(); c != '"'; c = next()) {
      if (c < ' ') {
        throw new Malformed();
      }
      value.append(c == '\\' ? escaped() : c);
    }
    return value.toString();
  }

  private char escaped() throws Malformed {
    char c = next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> codeUnit();
      default -> throw new Malformed();
    };
  }

  private char codeUnit() throws Malformed {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(next(), 16);
      if (digit < 0) {
        throw new Malformed();
      }
      unit = unit * 16 + digit;
    }
    return (char) unit;
  }

  private void expect(char c) throws Malformed {
    if (!take(c)) {
      throw new Malformed();
    }
  }

  private boolean take(char c) throws Malformed {
    skipSpace();
    if (peek() != c) {
      return false;
    }
    at++;
    return true;
  }

  private char next() throws Malformed {
    char c = peek();
    at++;
    return c;
  }

  private char peek() throws Malformed {
    if (at >= text.length()) {
      throw new Malformed();
    }
    return text.charAt(at);
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
