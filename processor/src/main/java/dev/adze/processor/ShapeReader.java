package dev.adze.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.math.BigInteger;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Reads types into shapes, for one owner. A type that has none becomes an unsupported shape. */
final class ShapeReader {
  /** Far more containers than the runtime reads, and few enough for the stack. */
  private static final int MAX_DEPTH = 150;

  private static final String NO_OPTIONAL =
      "Optional may only be the type of a parameter, a component or a result itself. Inside of"
          + " others, write @Nullable.";

  private final FieldReader fields;
  private final NamedReader named;
  private final Uses uses;
  private final Unresolved unresolved;
  private final Set<String> sources;
  private Map<Element, Bound> variables = Map.of();
  private int depth;

  /**
   * A reader.
   *
   * @param sources the names of the top-level types that are compiled from source
   */
  ShapeReader(
      Docs docs, Visibility visibility, Uses uses, Unresolved unresolved, Set<String> sources) {
    this.fields = new FieldReader(this, docs, uses, unresolved);
    this.named = new NamedReader(this, docs, visibility, uses);
    this.uses = uses;
    this.unresolved = unresolved;
    this.sources = sources;
  }

  FieldReader fields() {
    return fields;
  }

  /**
   * The shape of a type.
   *
   * @param mention the element whose declaration names the type
   * @param anchor the place in the owner's file that leads to it
   */
  Shape read(TypeMirror type, Element mention, At anchor) {
    if (isUnresolved(type)) {
      return unresolved(type, mention);
    }
    if (depth == MAX_DEPTH) {
      return ShapeFaults.tooDeep(type, MAX_DEPTH);
    }
    depth++;
    Shape shape =
        switch (type.getKind()) {
          case BOOLEAN -> new Shape.BooleanShape(TypeName.BOOLEAN);
          case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE -> number(TypeName.get(type));
          case CHAR -> new Shape.CharShape(TypeName.CHAR);
          case ARRAY -> array((ArrayType) type, mention, anchor);
          case TYPEVAR, WILDCARD -> meaning(type, mention, anchor);
          case DECLARED -> declared((DeclaredType) type, mention, anchor);
          default -> unresolved(type, mention);
        };
    depth--;
    return shape;
  }

  /** The shape of an element of something, which may be marked as nullable. */
  Shape readElement(TypeMirror type, Element mention, At anchor) {
    Shape shape = read(type, mention, anchor);
    boolean nullable = isNullable(type, mention) && !(shape instanceof Shape.UnsupportedShape);
    return nullable ? new NullableShape(shape) : shape;
  }

  /** Whether a type, or what it stands for here, is marked as nullable. */
  boolean isNullable(TypeMirror type, Element mention) {
    boolean nullable = bound(type).isNullable();
    if (nullable && Nullness.isForgettable() && isSource(mention)) {
      uses.addOrigin(Nesting.outermost(mention));
    }
    return nullable;
  }

  /** A type with what its variables stand for where the reader is. */
  Bound bound(TypeMirror type) {
    return new Bound(type, variables);
  }

  /** Does something where variables stand for other types. */
  <T> T inside(Map<Element, Bound> scope, Supplier<T> reading) {
    Map<Element, Bound> outside = variables;
    variables = scope;
    T read = reading.get();
    variables = outside;
    return read;
  }

  private Shape meaning(TypeMirror type, Element mention, At anchor) {
    Bound meaning = bound(type).step();
    if (meaning == null) {
      return type.getKind() == TypeKind.WILDCARD
          ? ShapeFaults.wildcard(type)
          : ShapeFaults.typeVariable(type);
    }
    if (type.getKind() == TypeKind.WILDCARD) {
      uses.addWildcard();
    }
    return inside(meaning.variables(), () -> read(meaning.type(), mention, anchor));
  }

  /** Whether any part of a type does not exist, at least not yet. */
  private static boolean isUnresolved(@Nullable TypeMirror type) {
    if (type == null || type.getKind() == TypeKind.ERROR) {
      return type != null;
    }
    if (type instanceof ArrayType array) {
      return isUnresolved(array.getComponentType());
    }
    if (type instanceof WildcardType wildcard) {
      return isUnresolved(wildcard.getExtendsBound()) || isUnresolved(wildcard.getSuperBound());
    }
    if (type instanceof DeclaredType declared) {
      for (TypeMirror argument : declared.getTypeArguments()) {
        if (isUnresolved(argument)) {
          return true;
        }
      }
    }
    return false;
  }

  private Shape declared(DeclaredType type, Element mention, At anchor) {
    if (Wildcards.areIn(type)) {
      uses.addWildcard();
    }
    TypeElement element = (TypeElement) type.asElement();
    String name = element.getQualifiedName().toString();
    return switch (name) {
      case "java.lang.String" -> Shape.StringShape.PLAIN;
      case "java.lang.CharSequence" ->
          new Shape.StringShape(ClassName.get(element), TextLimits.NONE);
      case "java.lang.Boolean" -> new Shape.BooleanShape(TypeName.get(type));
      case "java.lang.Byte", "java.lang.Short", "java.lang.Integer", "java.lang.Long" ->
          number(TypeName.get(type));
      case "java.lang.Float", "java.lang.Double", "java.math.BigInteger", "java.math.BigDecimal" ->
          number(TypeName.get(type));
      case "java.time.Year" -> integer(TypeName.get(type), Year.MIN_VALUE, Year.MAX_VALUE);
      case "java.lang.Character" -> new Shape.CharShape(TypeName.get(type));
      case "java.lang.Object" -> new Shape.AnyShape(ClassName.get(element));
      case "java.util.List" -> list(Shape.ListShape.Kind.LIST, type, mention, anchor);
      case "java.util.Collection" -> list(Shape.ListShape.Kind.COLLECTION, type, mention, anchor);
      case "java.util.Set" -> list(Shape.ListShape.Kind.SET, type, mention, anchor);
      case "java.util.Map" -> map(type, mention, anchor);
      case "java.util.concurrent.CompletionStage", "java.util.concurrent.CompletableFuture" ->
          misplaced(type, "It may only be the type of a tool's result itself.");
      case "dev.adze.tool.ToolOutput" ->
          unsupported(type, "It may only be the type of a tool's result itself.");
      case "dev.adze.tool.ToolContext" ->
          unsupported(type, "It may only be the type of a tool's parameter itself.");
      case "java.util.Optional",
          "java.util.OptionalInt",
          "java.util.OptionalLong",
          "java.util.OptionalDouble" ->
          misplaced(type, NO_OPTIONAL);
      default -> {
        @Nullable TextForm form = TextForm.of(name);
        yield form == null
            ? named.read(element, bound(type).arguments(), anchor)
            : new TextShape(form);
      }
    };
  }

  static Shape number(TypeName type) {
    TypeName primitive = type.isBoxedPrimitive() ? type.unbox() : type;
    if (primitive.equals(TypeName.BYTE)) {
      return integer(type, Byte.MIN_VALUE, Byte.MAX_VALUE);
    }
    if (primitive.equals(TypeName.SHORT)) {
      return integer(type, Short.MIN_VALUE, Short.MAX_VALUE);
    }
    if (primitive.equals(TypeName.INT)) {
      return integer(type, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
    return primitive.equals(TypeName.LONG) || type.equals(IntegerShape.BIG)
        ? new IntegerShape(type, null, null)
        : new Shape.NumberShape(type, NumberLimits.NONE);
  }

  private static Shape integer(TypeName type, int min, int max) {
    return new IntegerShape(type, BigInteger.valueOf(min), BigInteger.valueOf(max));
  }

  private Shape array(ArrayType type, Element mention, At anchor) {
    TypeMirror component = type.getComponentType();
    if (component.getKind() == TypeKind.BYTE) {
      return new Shape.Base64Shape(ArrayTypeName.of(TypeName.BYTE));
    }
    Shape element = readElement(component, mention, anchor);
    return new Shape.ListShape(Shape.ListShape.Kind.ARRAY, element, SizeLimits.NONE);
  }

  private Shape list(Shape.ListShape.Kind kind, DeclaredType type, Element mention, At anchor) {
    if (type.getTypeArguments().isEmpty()) {
      return ShapeFaults.raw(type);
    }
    Shape element = readElement(type.getTypeArguments().get(0), mention, anchor);
    return new Shape.ListShape(kind, element, SizeLimits.NONE);
  }

  private Shape map(DeclaredType type, Element mention, At anchor) {
    if (type.getTypeArguments().isEmpty()) {
      return ShapeFaults.raw(type);
    }
    Shape names = read(type.getTypeArguments().get(0), mention, anchor);
    boolean named =
        names instanceof Shape.EnumShape
            || names instanceof Shape.UnsupportedShape
            || names.type().equals(Shape.StringShape.STRING);
    return named
        ? new MapShape(
            names, readElement(type.getTypeArguments().get(1), mention, anchor), SizeLimits.NONE)
        : unsupported(type, "Use String or an enum for the names, which JSON has as text.");
  }

  /** Notes a type that does not exist, at least not yet. */
  Shape unresolved(TypeMirror type, Element mention) {
    unresolved.add(type.toString(), isSource(mention));
    return ShapeFaults.missing(type);
  }

  /** Whether an element is compiled in this run. */
  boolean isSource(Element element) {
    return sources.contains(Nesting.outermost(element).getQualifiedName().toString());
  }

  /** Whether a class says that it marks all that is nullable, and the marks are not to be seen. */
  boolean forgetsNulls(TypeElement type) {
    return Nullness.isForgettable() && !isSource(type) && Nullness.isNullMarked(type);
  }

  /** What may stand elsewhere, or here if it said what it holds. */
  private static Shape misplaced(DeclaredType type, String cure) {
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    if (arguments.size() < ((TypeElement) type.asElement()).getTypeParameters().size()) {
      return ShapeFaults.rawType(TypeName.get(type));
    }
    for (TypeMirror argument : arguments) {
      if (argument instanceof WildcardType wildcard && wildcard.getExtendsBound() == null) {
        return ShapeFaults.wildcard(argument);
      }
    }
    return unsupported(type, cure);
  }

  private static Shape unsupported(TypeMirror type, String cure) {
    return ShapeFaults.noSchema(type, cure);
  }
}
