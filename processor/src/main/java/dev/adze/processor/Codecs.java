package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The shapes of one owner that have code of their own, which its tools share: enums, objects and
 * unions a class each, loaded when it is first needed, and lists and what may be null a pair of
 * methods. What is to be read and written is the same code, unless a bean in it has other fields as
 * a result than as an argument.
 */
final class Codecs {
  private final Map<Key, Codec> codecs = new LinkedHashMap<>();
  private final Map<String, Boolean> ownResults = new LinkedHashMap<>();
  private final boolean wildcards;
  private final GeneratedNames generated;

  private record Key(String shape, boolean result) {}

  /** The code of one shape, and what it is needed for. */
  static final class Codec {
    final Shape shape;
    final boolean result;
    private boolean read;
    private boolean whole;
    private boolean branch;
    private String name = "";

    private Codec(Shape shape, boolean result) {
      this.shape = shape;
      this.result = result;
    }

    /** The name of its class, or what follows "read" and "write" in methods. */
    String name() {
      return name;
    }

    /** Whether values come from the model, and do not only go to it. */
    boolean isRead() {
      return read;
    }

    /** Whether there are values of it that are no branch of a union. */
    boolean isWhole() {
      return whole;
    }

    /** Whether there are values of it that are a branch of a union. */
    boolean isBranch() {
      return branch;
    }
  }

  /** Collects the shapes of an owner, in the order in which its tools need them. */
  Codecs(ToolClass owner) {
    wildcards = owner.wildcards();
    for (ToolMethod tool : owner.tools()) {
      tool.arguments().forEach(argument -> collect(argument.shape(), true, false));
      if (tool.result() instanceof ToolResult.Value value) {
        collect(value.shape(), false, false);
      }
    }
    generated = new GeneratedNames(owner.generated(), referred(owner));
    codecs.values().forEach(codec -> codec.name = generated.codec(codec.shape, codec.result));
  }

  private void collect(Shape given, boolean isRead, boolean isBranch) {
    Shape shape = given.resolved();
    if (!isShared(shape)) {
      return;
    }
    boolean result = !isRead && hasOwnResult(shape);
    Key key = new Key(shape.key(), result);
    boolean added = !codecs.containsKey(key);
    Codec codec = codecs.computeIfAbsent(key, k -> new Codec(shape, result));
    codec.branch |= isBranch;
    codec.whole |= !isBranch;
    boolean readFirst = isRead && !codec.read;
    codec.read |= isRead;
    if (added || readFirst) {
      boolean isUnion = shape instanceof UnionShape;
      Graph.parts(shape, !isRead).forEach(part -> collect(part, isRead, isUnion));
    }
  }

  private static boolean isShared(Shape shape) {
    return shape instanceof Shape.EnumShape
        || shape instanceof Shape.ListShape
        || shape instanceof NullableShape
        || shape instanceof ObjectShape
        || shape instanceof UnionShape;
  }

  private boolean hasOwnResult(Shape shape) {
    Boolean known = ownResults.get(shape.key());
    if (known == null) {
      known =
          Graph.of(shape, true)
              .has(part -> part instanceof ObjectShape object && object.hasOwnResult());
      ownResults.put(shape.key(), known);
    }
    return known;
  }

  private Set<ClassName> referred(ToolClass owner) {
    Set<ClassName> referred = new TreeSet<>(Set.of(owner.name()));
    codecs.values().forEach(codec -> addReferred(codec.shape.type(), referred));
    return referred;
  }

  private static void addReferred(TypeName type, Set<ClassName> referred) {
    if (type instanceof ClassName name) {
      referred.add(name);
    } else if (type instanceof ParameterizedTypeName generic) {
      referred.add(generic.rawType());
      generic.typeArguments().forEach(argument -> addReferred(argument, referred));
    }
  }

  /** The names of everything in the owner's adapter. */
  GeneratedNames generated() {
    return generated;
  }

  Collection<Codec> all() {
    return codecs.values();
  }

  /**
   * The code of a shape.
   *
   * @param result whether it is written as part of a result
   */
  Codec of(Shape given, boolean result) {
    Shape shape = given.resolved();
    Codec codec = codecs.get(new Key(shape.key(), result && hasOwnResult(shape)));
    if (codec == null) {
      throw new IllegalStateException("No code for " + shape.key());
    }
    return codec;
  }

  /** A type as what writes it takes it: if the user has wildcards, any type under such a one. */
  TypeName written(TypeName type) {
    return wildcards ? covariant(type) : type;
  }

  private static TypeName covariant(TypeName type) {
    return type instanceof ParameterizedTypeName generic
        ? ParameterizedTypeName.get(
            generic.rawType(),
            generic.typeArguments().stream()
                .map(argument -> WildcardTypeName.subtypeOf(covariant(argument)))
                .toArray(TypeName[]::new))
        : type;
  }
}
