package dev.adze.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.math.BigInteger;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Reads types into shapes, for one owner. A type that has none becomes an unsupported shape. */
final class ShapeReader {
  private static final String TRY =
      "Use a record, enum, String, number, boolean or type of java.time, or a List or Map of these.";

  private final FieldReader fields;
  private final Docs docs;
  private final Visibility visibility;
  private final Uses uses;
  private final Unresolved unresolved;
  private final Set<String> sources;
  private final Map<String, Shape> declared = new HashMap<>();
  private final Set<String> open = new LinkedHashSet<>();

  /**
   * A reader.
   *
   * @param sources the names of the top-level types that are compiled from source
   */
  ShapeReader(
      Docs docs, Visibility visibility, Uses uses, Unresolved unresolved, Set<String> sources) {
    this.fields = new FieldReader(this, docs, unresolved);
    this.docs = docs;
    this.visibility = visibility;
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
    return switch (type.getKind()) {
      case BOOLEAN -> new Shape.BooleanShape(TypeName.BOOLEAN);
      case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE -> number(TypeName.get(type));
      case CHAR -> new Shape.CharShape(TypeName.CHAR);
      case ARRAY -> array((ArrayType) type, mention, anchor);
      case TYPEVAR -> ShapeFaults.typeVariable(type);
      case DECLARED -> declared((DeclaredType) type, mention, anchor);
      default -> unresolved(type, mention);
    };
  }

  /** Whether any part of a type does not exist, at least not yet. */
  private static boolean isUnresolved(TypeMirror type) {
    List<TypeMirror> parts = new ArrayList<>();
    if (type instanceof ArrayType array) {
      parts.add(array.getComponentType());
    } else if (type instanceof DeclaredType declared) {
      parts.addAll(declared.getTypeArguments());
    } else if (type instanceof WildcardType wildcard) {
      Stream.of(wildcard.getExtendsBound(), wildcard.getSuperBound())
          .filter(Objects::nonNull)
          .forEach(parts::add);
    }
    return type.getKind() == TypeKind.ERROR || parts.stream().anyMatch(ShapeReader::isUnresolved);
  }

  private Shape declared(DeclaredType type, Element mention, At anchor) {
    TypeElement element = (TypeElement) type.asElement();
    String name = element.getQualifiedName().toString();
    return switch (name) {
      case "java.lang.String", "java.lang.CharSequence" ->
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
          unsupported(type, "It may only be the type of a tool's result itself.");
      case "java.util.Optional",
          "java.util.OptionalInt",
          "java.util.OptionalLong",
          "java.util.OptionalDouble" ->
          ShapeFaults.nestedOptional(type);
      default -> {
        @Nullable TextForm form = TextForm.of(name);
        yield form == null ? named(type, element, anchor) : new TextShape(form);
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
    return primitive.equals(TypeName.LONG) || type.equals(ClassName.get(BigInteger.class))
        ? new Shape.IntegerShape(type, null, null)
        : new Shape.NumberShape(type, NumberLimits.NONE);
  }

  private static Shape integer(TypeName type, int min, int max) {
    return new Shape.IntegerShape(type, BigInteger.valueOf(min), BigInteger.valueOf(max));
  }

  private Shape array(ArrayType type, Element mention, At anchor) {
    TypeMirror component = type.getComponentType();
    if (component.getKind() == TypeKind.BYTE) {
      return new Shape.Base64Shape(ArrayTypeName.of(TypeName.BYTE));
    }
    Shape element = read(component, mention, anchor);
    // Java has no way to make an array of these that it does not warn of.
    return element.type() instanceof ParameterizedTypeName
        ? unsupported(type, "Use List instead of the array.")
        : new Shape.ListShape(Shape.ListShape.Kind.ARRAY, element, SizeLimits.NONE);
  }

  private Shape list(Shape.ListShape.Kind kind, DeclaredType type, Element mention, At anchor) {
    if (type.getTypeArguments().isEmpty()) {
      return ShapeFaults.raw(type);
    }
    TypeMirror element = type.getTypeArguments().get(0);
    return element.getKind() == TypeKind.WILDCARD
        ? unsupported(type, "Write the type of the elements without a wildcard.")
        : new Shape.ListShape(kind, read(element, mention, anchor), SizeLimits.NONE);
  }

  private Shape map(DeclaredType type, Element mention, At anchor) {
    if (type.getTypeArguments().isEmpty()) {
      return ShapeFaults.raw(type);
    }
    if (type.getTypeArguments().stream().anyMatch(t -> t.getKind() == TypeKind.WILDCARD)) {
      return unsupported(type, "Write the types of the names and values without a wildcard.");
    }
    Shape names = read(type.getTypeArguments().get(0), mention, anchor);
    boolean named =
        names instanceof Shape.EnumShape
            || names instanceof Shape.UnsupportedShape
            || names.type().equals(ClassName.get(String.class));
    return named
        ? new MapShape(names, read(type.getTypeArguments().get(1), mention, anchor), SizeLimits.NONE)
        : unsupported(type, "Use String or an enum for the names, which JSON has as text.");
  }

  /** An enum or a record, read once however often it is used. */
  private Shape named(DeclaredType type, TypeElement element, At anchor) {
    String name = element.getQualifiedName().toString();
    if (open.contains(name)) {
      return ShapeFaults.recursive(type);
    }
    @Nullable Shape known = declared.get(name);
    if (known == null) {
      open.add(name);
      known = readNamed(type, element, anchor);
      open.remove(name);
      declared.put(name, known);
    }
    return known;
  }

  private Shape readNamed(DeclaredType type, TypeElement element, At anchor) {
    uses.add(element);
    element.getEnclosedElements().forEach(uses::add);
    boolean isEnum = element.getKind() == ElementKind.ENUM;
    if (!isEnum && element.getKind() != ElementKind.RECORD) {
      return unsupported(type, TRY);
    }
    if (!visibility.reaches(element)) {
      return ShapeFaults.hidden(type);
    }
    if (isEnum) {
      return readEnum(element, anchor);
    }
    return element.getTypeParameters().isEmpty()
        ? readRecord(element, anchor)
        : ShapeFaults.generic(type);
  }

  private Shape readEnum(TypeElement element, At anchor) {
    List<Shape.Constant> constants = new ArrayList<>();
    boolean forgotten = false;
    for (Element constant : element.getEnclosedElements()) {
      if (constant.getKind() == ElementKind.ENUM_CONSTANT) {
        String name = constant.getSimpleName().toString();
        constants.add(
            new Shape.Constant(
                name,
                fields.wireName(constant),
                docs.description(constant),
                fields.nameAt(constant, anchor)));
        forgotten |= docs.forgets(constant);
      }
    }
    return constants.isEmpty()
        ? ShapeFaults.noConstants(element)
        : new Shape.EnumShape(
            ClassName.get(element), docs.description(element), List.copyOf(constants), forgotten);
  }

  private Shape readRecord(TypeElement element, At anchor) {
    List<Field> components =
        element.getRecordComponents().stream().map(c -> fields.component(c, anchor)).toList();
    return new Shape.RecordShape(ClassName.get(element), docs.description(element), components);
  }

  private Shape unresolved(TypeMirror type, Element mention) {
    unresolved.add(type.toString(), isSource(mention));
    return ShapeFaults.missing(type);
  }

  private boolean isSource(Element mention) {
    return sources.contains(Nesting.outermost(mention).getQualifiedName().toString());
  }

  private static Shape unsupported(TypeMirror type, String cure) {
    return ShapeFaults.noSchema(type, cure);
  }
}
