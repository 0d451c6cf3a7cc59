package dev.adze.processor;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The HTML entities that comments are likely to hold. */
final class Entities {
  private static final Map<String, String> ENTITIES =
      Map.ofEntries(
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("amp", "&"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("ndash", "\u2013"),
          Map.entry("mdash", "\u2014"),
          Map.entry("hellip", "\u2026"),
          Map.entry("euro", "\u20ac"),
          Map.entry("le", "\u2264"),
          Map.entry("ge", "\u2265"));

  /** Those of Latin-1, in its order from U+00A0 on. */
  private static final List<String> LATIN_1 =
      List.of(
          """
          nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg
          macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14
          frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave
          Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc
          Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave
          aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave
          iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash
          ugrave uacute ucirc uuml yacute thorn yuml\
          """
              .strip()
              .split("\\s+"));

  private Entities() {}

  /** The text of an entity such as {@code lt} or {@code #8212}, or null if it is unknown. */
  static @Nullable String resolve(String entity) {
    if (!entity.startsWith("#")) {
      int index = LATIN_1.indexOf(entity);
      return index < 0 ? ENTITIES.get(entity) : Character.toString('\u00a0' + index);
    }
    boolean hex = Character.toLowerCase(entity.charAt(1)) == 'x';
    String digits = entity.substring(hex ? 2 : 1);
    if (digits.length() > 6) {
      return null;
    }
    int codePoint = Integer.parseInt(digits, hex ? 16 : 10);
    boolean isCharacter =
        Character.isValidCodePoint(codePoint)
            && Character.getType(codePoint) != Character.SURROGATE;
    return isCharacter ? Character.toString(codePoint) : null;
  }
}
