package dev.adze.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names inside one adapter. None hides a type that the adapter refers to. */
final class GeneratedNames {
  private static final NameAllocator TYPES =
      without(
          "Adapter",
          "Generated",
          "GeneratedBinder",
          "Math",
          "OwnerTools",
          "OutputType",
          "Override",
          "RuntimeException",
          "Exception",
          "NullPointerException",
          "IllegalArgumentException",
          "AssertionError",
          "String",
          "List",
          "ArrayList",
          "Optional",
          "OptionalInt",
          "OptionalLong",
          "OptionalDouble",
          "Objects",
          "Arrays",
          "Collection",
          "Set",
          "LinkedHashSet",
          "Map",
          "LinkedHashMap",
          "Base64",
          "BigDecimal",
          "BigInteger",
          "Year",
          "Duration",
          "FunctionTool",
          "PreparedCall",
          "SchemaProfile",
          "ToolBinder",
          "ToolContext",
          "ToolHints",
          "ToolOutput",
          "ToolSpec",
          "InvalidArgumentsException",
          "UnwritableResultException",
          "JsonFields",
          "JsonReader",
          "JsonWriter",
          "NumberRule",
          "TextFormat",
          "TextRule",
          Codecs.RULES);

  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private static final NameAllocator MEMBERS =
      without("of", "level", "bind", "bindStatic", "LEVEL", "read", "write", "SCHEMA", "TYPE");

  private final NameAllocator types = TYPES.clone();

  /** The names of classes without regard to case, as the names of files may be. */
  private final Set<String> files = new HashSet<>();

  private final NameAllocator members = MEMBERS.clone();
  private final NameAllocator rules = new NameAllocator();

  GeneratedNames(ClassName generated, Set<ClassName> referred) {
    add(types, generated.simpleName());
    referred.stream()
        .flatMap(type -> type.simpleNames().stream())
        .forEach(name -> add(types, name));
  }

  /** What gives out other names than some; to be copied, since to take names takes time. */
  static NameAllocator without(String... taken) {
    NameAllocator names = new NameAllocator();
    for (String name : taken) {
      add(names, name);
    }
    return names;
  }

  /** A tag of its own: for one that is not given, JavaPoet draws a secure random number. */
  static String add(NameAllocator names, String suggestion) {
    return names.newName(suggestion, new Object());
  }

  /** {@code FindTablesCall} for {@code findTables}. */
  String call(ToolMethod tool) {
    return type(capitalized(tool.javaName()) + "Call");
  }

  private String type(String suggestion) {
    String name = add(types, suggestion);
    while (!files.add(name.toLowerCase(Locale.ROOT))) {
      name = add(types, name + "_");
    }
    return name;
  }

  static String capitalized(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /**
   * {@code GuestJson} for {@code Guest}, and {@code GuestList} for {@code List<Guest>}.
   *
   * @param result whether the code is for results alone
   */
  String codec(Shape shape, boolean result) {
    String plain = plain(shape) + (result ? "Result" : "");
    boolean methods =
        shape instanceof Shape.ListShape
            || shape instanceof MapShape
            || shape instanceof NullableShape;
    return methods ? add(members, "read" + plain).substring("read".length()) : type(plain + "Json");
  }

  /** {@code FIND_TABLES_SPEC} for {@code findTables} and {@code _SPEC}. */
  String constant(ToolMethod tool, String suffix) {
    return add(members, upperCase(tool.javaName()) + suffix);
  }

  /** {@code TABLE_ID} for the limits of {@code tableId}. */
  String rule(String field) {
    return add(rules, upperCase(field));
  }

  private static String upperCase(String name) {
    return HUMP.matcher(name).replaceAll("_").toUpperCase(Locale.ROOT);
  }

  private static String plain(Shape shape) {
    if (shape instanceof Shape.ListShape list) {
      return plain(list.element()) + plain(list.type()).replaceAll(".*(?=[A-Z])", "");
    }
    if (shape instanceof MapShape map) {
      return plain(map.names()) + plain(map.value()) + "Map";
    }
    return shape instanceof NullableShape nullable
        ? "Nullable" + plain(nullable.element())
        : plain(shape.type());
  }

  private static String plain(TypeName type) {
    if (type instanceof ParameterizedTypeName generic) {
      String arguments =
          generic.typeArguments().stream().map(GeneratedNames::plain).collect(Collectors.joining());
      String name = generic.rawType().simpleName();
      boolean collection = generic.rawType().packageName().equals("java.util");
      return collection ? arguments + name : name + arguments;
    }
    if (type instanceof ArrayTypeName array) {
      return plain(array.componentType()) + "Array";
    }
    if (type instanceof ClassName name) {
      return name.simpleName();
    }
    String primitive = type.toString();
    return Character.toUpperCase(primitive.charAt(0)) + primitive.substring(1);
  }
}
