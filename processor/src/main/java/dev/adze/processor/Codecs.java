package dev.adze.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the tools of one owner share. Shapes have code of their own: enums, objects and unions a
 * class each, loaded when it is first needed, and collections and what may be null a pair of
 * methods. What is read and written is the same code, unless a bean in it has other fields as a
 * result than as an argument. Limits have constants.
 */
final class Codecs {
  /** The class that holds the limits, so that they are made when the first is needed. */
  static final String RULES = "Rules";

  private final Map<Key, Codec> codecs = new LinkedHashMap<>();
  private final Map<Key, Codec> writers = new LinkedHashMap<>();
  private final Map<Object, Boolean> ownResults = new HashMap<>();
  private final Map<Object, String> rules = new LinkedHashMap<>();
  private final boolean wildcards;
  private final GeneratedNames generated;

  private record Key(Object shape, boolean result) {}

  /** The code of one shape, and what it is needed for. */
  static final class Codec {
    final Shape shape;
    final boolean result;
    private boolean read;
    private boolean whole;
    private boolean branch;
    private boolean naming;
    private boolean written;
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

    /** Whether it names the fields of a map. */
    boolean isNaming() {
      return naming;
    }

    /** Whether it is the one that writes all shapes that are written alike. */
    boolean isWritten() {
      return written;
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
    Map<Object, String> ruled = new LinkedHashMap<>();
    for (ToolMethod tool : owner.tools()) {
      for (Field field : tool.arguments()) {
        collect(field.shape(), true, false, field.javaName(), ruled);
      }
      tool.result().shape().ifPresent(shape -> collect(shape, false, false, "", ruled));
    }
    Set<ClassName> referred = new TreeSet<>(Set.of(owner.name()));
    owner.above().types().forEach(above -> referred.add(GeneratedName.of(above)));
    owner.tools().forEach(tool -> referred.add(tool.declaredIn()));
    generated = named(owner.generated(), referred, ruled);
  }

  /** Collects the shapes of a type of answers. */
  Codecs(OutputClass output) {
    wildcards = output.wildcards();
    Map<Object, String> ruled = new LinkedHashMap<>();
    collect(output.shape(), true, false, "", ruled);
    generated = named(output.generated(), new TreeSet<>(Set.of(output.type())), ruled);
  }

  private GeneratedNames named(
      ClassName holder, Set<ClassName> referred, Map<Object, String> ruled) {
    for (Codec codec : codecs.values()) {
      addReferred(codec.shape.type(), referred);
    }
    GeneratedNames names = new GeneratedNames(holder, referred);
    for (Codec codec : codecs.values()) {
      codec.name = names.codec(codec.shape, codec.result);
    }
    ruled.forEach((limits, field) -> rules.put(limits, names.rule(field)));
    return names;
  }

  /**
   * Collects a shape and those below it.
   *
   * @param field the name of the field that it belongs to
   * @param ruled takes limits, with the first field that has them
   */
  private void collect(
      Shape given, boolean isRead, boolean isBranch, String field, Map<Object, String> ruled) {
    Shape shape = given.resolved();
    Object limits = limits(shape);
    if (isRead && limits != null) {
      ruled.putIfAbsent(limits, field);
    }
    if (!isShared(shape)) {
      return;
    }
    boolean result = !isRead && hasOwnResult(shape);
    Key key = new Key(shape.key(), result);
    boolean added = !codecs.containsKey(key);
    if (added) {
      codecs.put(key, new Codec(shape, result));
    }
    Codec codec = known(codecs.get(key), key);
    codec.written |= writers.putIfAbsent(new Key(shape.form(), result), codec) == null;
    codec.branch |= isBranch;
    codec.whole |= !isBranch;
    boolean readFirst = isRead && !codec.read;
    codec.read |= isRead;
    if (added || readFirst) {
      collectParts(shape, isRead, field, ruled);
    }
  }

  private void collectParts(Shape shape, boolean isRead, String field, Map<Object, String> ruled) {
    if (shape instanceof ObjectShape object) {
      for (Field part : object.fields(!isRead)) {
        collect(part.shape(), isRead, false, part.javaName(), ruled);
      }
    } else {
      boolean isUnion = shape instanceof UnionShape;
      for (Shape part : shape.parts()) {
        collect(part, isRead, isUnion, field, ruled);
      }
    }
    if (shape instanceof MapShape map && map.isNamedByEnum()) {
      of(map.names(), !isRead).naming = true;
    }
  }

  private static boolean isShared(Shape shape) {
    return shape instanceof Shape.EnumShape
        || shape instanceof Shape.ListShape
        || shape instanceof MapShape
        || shape instanceof NullableShape
        || shape instanceof ObjectShape
        || shape instanceof UnionShape;
  }

  /** The limits for which the reader needs a rule, or null if it needs none. */
  private static @Nullable Object limits(Shape shape) {
    if (shape instanceof Shape.StringShape string) {
      return string.limits().isNone() ? null : string.limits();
    }
    if (shape instanceof Shape.NumberShape number) {
      return number.limits().isNone() ? null : number.limits();
    }
    return shape instanceof IntegerShape integer && integer.isBig() && !integer.limits().isNone()
        ? integer.limits()
        : null;
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

  /** The limits that are rules, with the names of their constants. */
  Map<Object, String> rules() {
    return rules;
  }

  /** The name of the constant for limits. */
  String rule(Object limits) {
    return known(rules.get(limits), limits);
  }

  /**
   * The code of a shape.
   *
   * @param result whether it is written as part of a result
   */
  Codec of(Shape given, boolean result) {
    Shape shape = given.resolved();
    return known(codecs.get(new Key(shape.key(), result && hasOwnResult(shape))), shape.key());
  }

  /**
   * The code that writes a shape, which all share that are written alike.
   *
   * @param result whether it is written as part of a result
   */
  Codec writer(Shape given, boolean result) {
    Shape shape = given.resolved();
    return known(writers.get(new Key(shape.form(), result && hasOwnResult(shape))), shape.key());
  }

  private static <T> T known(@Nullable T found, Object sought) {
    if (found == null) {
      throw new IllegalStateException("No code for " + sought);
    }
    return found;
  }

  /** A type as what writes it takes it: if the user has wildcards, any type under such a one. */
  TypeName written(TypeName type) {
    return wildcards ? covariant(type) : type;
  }

  private static TypeName covariant(TypeName type) {
    if (type instanceof ArrayTypeName array) {
      return ArrayTypeName.of(covariant(array.componentType()));
    }
    return type instanceof ParameterizedTypeName generic
        ? ParameterizedTypeName.get(
            generic.rawType(),
            generic.typeArguments().stream()
                .map(argument -> WildcardTypeName.subtypeOf(covariant(argument)))
                .toArray(TypeName[]::new))
        : type;
  }
}
