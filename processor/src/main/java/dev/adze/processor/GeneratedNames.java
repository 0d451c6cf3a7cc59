package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names inside one adapter. None hides a type that the adapter refers to. */
final class GeneratedNames {
  private static final List<String> FIXED =
      List.of(
          "Adapter",
          "Generated",
          "GeneratedBinder",
          "Math",
          "OwnerTools",
          "Override",
          "RuntimeException",
          "AssertionError",
          "String",
          "List",
          "ArrayList",
          "Optional",
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
          "JsonWriter");

  private final NameAllocator types = new NameAllocator();
  private final NameAllocator members = new NameAllocator();

  GeneratedNames(ClassName generated, Set<ClassName> referred) {
    types.newName(generated.simpleName());
    FIXED.forEach(types::newName);
    referred.stream().flatMap(type -> type.simpleNames().stream()).forEach(types::newName);
    List.of("of", "level", "bind", "bindStatic", "LEVEL").forEach(members::newName);
  }

  /** {@code FindTablesCall} for {@code findTables}. */
  String call(ToolMethod tool) {
    String name = tool.javaName();
    return types.newName(
        name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "Call");
  }

  /** {@code GuestJson} for {@code Guest}, and {@code GuestList} for {@code List<Guest>}. */
  String codec(Shape shape) {
    String plain = plain(shape.type());
    return shape instanceof Shape.ListShape
        ? members.newName("read" + plain).substring("read".length())
        : types.newName(plain + "Json");
  }

  /** {@code FIND_TABLES_SPEC} for {@code findTables} and {@code _SPEC}. */
  String constant(ToolMethod tool, String suffix) {
    String words = tool.javaName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_");
    return members.newName(words.toUpperCase(Locale.ROOT) + suffix);
  }

  private static String plain(TypeName type) {
    if (type instanceof ParameterizedTypeName list) {
      return plain(list.typeArguments().get(0)) + "List";
    }
    return type instanceof ClassName name ? name.simpleName() : type.toString();
  }
}
