package dev.adze.processor.oracle;

import java.util.ArrayList;
import java.util.List;

/** Draws the types of one owner. */
final class TypeDraw {
  private static final int MAX_DEPTH = 4;

  /** Beyond so many types in one tool, only simple ones follow. */
  private static final int MAX_TYPES = 30;

  /** Names that generated code might use itself, that are long, or not ASCII. */
  private static final List<String> NAMES =
      List.of(
          "in",
          "out",
          "value",
          "field",
          "faults",
          "list",
          "element",
          "result",
          "owner",
          "context",
          "call",
          "arguments",
          "name",
          "tool",
          "spec",
          "FIELDS",
          "NAMES",
          "read",
          "write",
          "e",
          "i",
          "given",
          "string",
          "object",
          "guest",
          "size",
          "index",
          "key",
          "map",
          "set",
          "array",
          "written",
          "names",
          "type",
          "größe",
          "$",
          "snake_case",
          "camelCase",
          "UPPER",
          "x1",
          "Optional",
          "List",
          "JsonReader",
          "text");

  private static final List<String> WIRE_NAMES =
      List.of(
          "the name",
          "a.b",
          "a/b",
          "a~b",
          "~1",
          "\"quoted\"",
          "back\\slash",
          "größe",
          "日本",
          "😀",
          "new\nline",
          "class",
          "0",
          "-",
          "$ref",
          "snake_case",
          "a\u0000b",
          "%s",
          "\\u0041",
          "type",
          "properties",
          "trailing ",
          " leading",
          "line\u2028paragraph\u2029",
          "\"\"\"",
          "ends in \\",
          "$T $L $$",
          "A");

  private final Dice dice;
  private final List<Family> families;
  private final List<JavaType> declared = new ArrayList<>();
  private int depth;
  private int types;
  private int names;

  TypeDraw(Dice dice, List<Family> families) {
    this.dice = dice;
    this.families = families;
  }

  Dice dice() {
    return dice;
  }

  /** Any type; the deeper, the simpler. */
  JavaType type() {
    if (!declared.isEmpty() && dice.chance(0.15)) {
      return dice.pick(declared);
    }
    boolean simple = ++types > MAX_TYPES || depth >= MAX_DEPTH || dice.chance(depth * 0.2);
    Family family = dice.pick(families.stream().filter(each -> !simple || each.isLeaf()).toList());
    depth++;
    JavaType drawn = family.draw(this);
    depth--;
    return drawn;
  }

  /** A tool with one to four parameters, of which it returns the first. */
  DrawnTool tool() {
    types = 0;
    Slots parameters = Slots.draw(this, dice.between(1, 4)).firstRequired(dice);
    return new DrawnTool("tool" + names++, Texts.description(dice), parameters);
  }

  /** A name for a type that no other type of the owner has. */
  String typeName(String stem) {
    return stem + names++;
  }

  /** Lets later types use a declared type again. */
  <T extends JavaType> T declared(T type) {
    declared.add(type);
    return type;
  }

  /** So many different names for parameters, components or constants. */
  List<String> javaNames(int count) {
    return dice.shuffled(NAMES).subList(0, count);
  }

  /** A name on the wire for each Java name, all different. */
  List<String> wireNames(List<String> javaNames) {
    List<String> wireNames = new ArrayList<>();
    for (String javaName : javaNames) {
      String other = dice.pick(WIRE_NAMES);
      boolean rename =
          dice.chance(0.25) && !wireNames.contains(other) && !javaNames.contains(other);
      wireNames.add(rename ? other : javaName);
    }
    return wireNames;
  }
}
