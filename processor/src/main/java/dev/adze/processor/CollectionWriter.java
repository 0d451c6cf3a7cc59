package dev.adze.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the methods that read and write lists, sets, arrays, maps and what may be null. */
final class CollectionWriter {
  private static final int FIRST_CAPACITY = 16;

  private final Codecs codecs;
  private final DecoderWriter decoder;

  CollectionWriter(Codecs codecs) {
    this.codecs = codecs;
    this.decoder = new DecoderWriter(codecs);
  }

  /** The class whose objects a tool is given. They can be changed, and keep the order. */
  static Class<?> holder(Shape.ListShape.Kind kind) {
    return kind == Shape.ListShape.Kind.SET ? LinkedHashSet.class : ArrayList.class;
  }

  void addTo(TypeSpec.Builder adapter, Codecs.Codec use, Shape.ListShape shape) {
    if (use.isRead()) {
      CodeBlock read =
          switch (shape.kind()) {
            case LIST, COLLECTION -> readList(shape);
            case SET -> readSet(shape);
            case ARRAY -> readArray(shape);
          };
      adapter.addMethod(reads(use, read));
    }
    if (use.isWritten()) {
      TypeName element = shape.element().type();
      boolean array = shape.kind() == Shape.ListShape.Kind.ARRAY;
      CodeBlock.Builder write = CodeBlock.builder().addStatement("out.beginArray()");
      write.beginControlFlow(
          "for ($T element : value)", codecs.written(array ? element : element.box()));
      write.addStatement(
          new EncoderWriter(codecs, use.result)
              .value(shape.element(), CodeBlock.of("out"), CodeBlock.of("element")));
      adapter.addMethod(writes(use, write.endControlFlow().addStatement("out.endArray()").build()));
    }
  }

  private CodeBlock readList(Shape.ListShape shape) {
    return CodeBlock.builder()
        .addStatement("$T list = new $T<>()", shape.type(), ArrayList.class)
        .addStatement("in.beginArray()")
        .beginControlFlow("while (in.nextElement())")
        .addStatement("list.add($L)", decoder.value(shape.element()))
        .endControlFlow()
        .add(checkSize(shape.size()))
        .addStatement("return list")
        .build();
  }

  /** What was at fault is not compared: all such elements are read as the same. */
  private CodeBlock readSet(Shape.ListShape shape) {
    Shape element = shape.element();
    return CodeBlock.builder()
        .addStatement("$T set = new $T<>()", shape.type(), LinkedHashSet.class)
        .addStatement("in.beginArray()")
        .beginControlFlow("while (in.nextElement())")
        .addStatement("int faults = in.faultCount()")
        .addStatement("$T element = $L", element.type().box(), decoder.value(element))
        .add(element.equalsAsJson() ? addToSet() : addWhatIsNew(element))
        .endControlFlow()
        .add(checkSize(shape.size()))
        .addStatement("return set")
        .build();
  }

  private static CodeBlock addToSet() {
    return CodeBlock.builder()
        .beginControlFlow("if (in.faultCount() == faults && !set.add(element))")
        .addStatement("in.rejectDuplicate()")
        .endControlFlow()
        .build();
  }

  /**
   * Adds what neither Java nor JSON has as the same. Comparing a user's objects runs their code.
   */
  private CodeBlock addWhatIsNew(Shape element) {
    CodeBlock write =
        new EncoderWriter(codecs, false)
            .value(element, CodeBlock.of("written"), CodeBlock.of("element"));
    CodeBlock add =
        CodeBlock.builder()
            .addStatement("$1T written = new $1T()", RuntimeTypes.JSON_WRITER)
            .addStatement(write)
            .beginControlFlow("if (in.repeats(written) || !set.add(element))")
            .addStatement("in.rejectDuplicate()")
            .endControlFlow()
            .build();
    CodeBlock.Builder code =
        CodeBlock.builder()
            .beginControlFlow("if (in.faultCount() > faults)")
            .addStatement("continue")
            .endControlFlow();
    if (!Graph.isBuilt(element)) {
      return code.add(add).build();
    }
    return code.beginControlFlow("try")
        .add(add)
        .nextControlFlow("catch ($L)", ObjectWriter.THROWN)
        .addStatement("in.reject(e)")
        .endControlFlow()
        .build();
  }

  private CodeBlock readArray(Shape.ListShape shape) {
    return CodeBlock.builder()
        .addStatement("$T array = $L", shape.type(), newArray(shape.element().type()))
        .addStatement("int size = 0")
        .addStatement("in.beginArray()")
        .beginControlFlow("while (in.nextElement())")
        .beginControlFlow("if (size == array.length)")
        .addStatement("array = $T.copyOf(array, 2 * size)", Arrays.class)
        .endControlFlow()
        .addStatement("array[size++] = $L", decoder.value(shape.element()))
        .endControlFlow()
        .add(checkSize(shape.size()))
        .addStatement("return $T.copyOf(array, size)", Arrays.class)
        .build();
  }

  private static CodeBlock newArray(TypeName component) {
    if (isGeneric(component)) {
      return CodeBlock.of("$T.copyOf(array(), $L)", Arrays.class, FIRST_CAPACITY);
    }
    StringBuilder more = new StringBuilder();
    TypeName innermost = component;
    while (innermost instanceof ArrayTypeName array) {
      more.append("[]");
      innermost = array.componentType();
    }
    return CodeBlock.of("new $T[$L]$L", innermost, FIRST_CAPACITY, more);
  }

  /** Whether Java has no expression that makes an array of such elements. */
  static boolean isGeneric(TypeName component) {
    return component instanceof ArrayTypeName array
        ? isGeneric(array.componentType())
        : component instanceof ParameterizedTypeName;
  }

  /** Java makes arrays of generic elements only where the number of a method's arguments varies. */
  static void addArrayMaker(TypeSpec.Builder adapter) {
    TypeVariableName element = TypeVariableName.get("T");
    adapter.addMethod(
        MethodSpec.methodBuilder("array")
            .addAnnotation(SafeVarargs.class)
            .addAnnotation(SuppressWarnings.class, List.of("varargs"))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addTypeVariable(element)
            .returns(ArrayTypeName.of(element))
            .addParameters(element, "elements")
            .addStatement("return elements")
            .build());
  }

  private static CodeBlock checkSize(SizeLimits size) {
    return size.isNone()
        ? CodeBlock.of("")
        : CodeBlock.builder().addStatement("in.checkSize($L, $L)", size.min(), max(size)).build();
  }

  private static CodeBlock max(SizeLimits size) {
    return size.max() == Integer.MAX_VALUE
        ? CodeBlock.of("$T.MAX_VALUE", Integer.class)
        : CodeBlock.of("$L", size.max());
  }

  void addTo(TypeSpec.Builder adapter, Codecs.Codec use, MapShape shape) {
    if (use.isRead()) {
      adapter.addMethod(
          reads(use, shape.isNamedByEnum() ? readNamedByEnum(shape) : readMap(shape)));
    }
    if (use.isWritten()) {
      TypeName entry =
          ParameterizedTypeName.get(
              ClassName.get(Map.Entry.class), shape.names().type(), shape.value().type().box());
      CodeBlock name =
          shape.isNamedByEnum()
              ? CodeBlock.of("$L.name(entry.getKey())", codecs.of(shape.names(), false).name())
              : CodeBlock.of("entry.getKey()");
      CodeBlock.Builder write = CodeBlock.builder().addStatement("out.beginObject()");
      write.beginControlFlow("for ($T entry : value.entrySet())", codecs.written(entry));
      write.addStatement(
          new EncoderWriter(codecs, use.result)
              .value(
                  shape.value(),
                  CodeBlock.of("out.name($L)", name),
                  CodeBlock.of("entry.getValue()")));
      adapter.addMethod(
          writes(use, write.endControlFlow().addStatement("out.endObject()").build()));
    }
  }

  private CodeBlock readMap(MapShape shape) {
    CodeBlock rule =
        shape.names() instanceof Shape.StringShape names && !names.limits().isNone()
            ? CodeBlock.of("$L.$L", Codecs.RULES, codecs.rule(names.limits()))
            : CodeBlock.of("");
    return CodeBlock.builder()
        .addStatement("$T map = new $T<>()", shape.type(), LinkedHashMap.class)
        .addStatement("in.beginMap()")
        .beginControlFlow("for ($T name; (name = in.nextKey($L)) != null; )", String.class, rule)
        .addStatement("map.put(name, $L)", decoder.value(shape.value()))
        .endControlFlow()
        .add(checkSize(shape.size()))
        .addStatement("return map")
        .build();
  }

  /** An object whose fields are known and optional, so that the reader finds those that are not. */
  private CodeBlock readNamedByEnum(MapShape shape) {
    String names = codecs.of(shape.names(), false).name();
    CodeBlock.Builder code =
        CodeBlock.builder().addStatement("$T map = new $T<>()", shape.type(), LinkedHashMap.class);
    if (!shape.size().isNone()) {
      code.addStatement("int faults = in.faultCount()");
    }
    code.addStatement("in.beginObject($L.FIELDS)", names)
        .beginControlFlow(
            "for (int field; (field = in.nextField()) != $T.END; )", RuntimeTypes.JSON_READER)
        .add(readNamed(names, shape.value()))
        .endControlFlow();
    if (!shape.size().isNone()) {
      code.beginControlFlow(
              "if (in.faultCount() == faults && (map.size() < $L || map.size() > $L))",
              shape.size().min(),
              max(shape.size()))
          .addStatement("in.reject($S)", "an object of " + shape.size().describe("field"))
          .endControlFlow();
    }
    return code.addStatement("return map").build();
  }

  /** Null says that there is no such field, as it does in every object, unless it is a value. */
  private CodeBlock readNamed(String names, Shape value) {
    CodeBlock.Builder code = CodeBlock.builder();
    boolean skips = !(value instanceof NullableShape || value instanceof Shape.AnyShape);
    if (skips) {
      code.beginControlFlow("if (!in.tryNull())");
    }
    code.addStatement("map.put($L.constant(field), $L)", names, decoder.value(value));
    return skips ? code.endControlFlow().build() : code.build();
  }

  void addTo(TypeSpec.Builder adapter, Codecs.Codec use, NullableShape shape) {
    if (use.isRead()) {
      CodeBlock read = decoder.value(shape.element());
      adapter.addMethod(reads(use, CodeBlock.of("return in.tryNull() ? null : $L;\n", read)));
    }
    if (use.isWritten()) {
      CodeBlock write =
          new EncoderWriter(codecs, use.result)
              .value(shape.element(), CodeBlock.of("out"), CodeBlock.of("value"));
      adapter.addMethod(
          writes(
              use,
              CodeBlock.builder()
                  .beginControlFlow("if (value == null)")
                  .addStatement("out.nullValue()")
                  .nextControlFlow("else")
                  .addStatement(write)
                  .endControlFlow()
                  .build()));
    }
  }

  private MethodSpec reads(Codecs.Codec use, CodeBlock body) {
    return CodecWriter.reads(use.shape.type(), "read" + use.name())
        .addModifiers(Modifier.PRIVATE)
        .addCode(body)
        .build();
  }

  private MethodSpec writes(Codecs.Codec use, CodeBlock body) {
    return CodecWriter.writes(codecs.written(use.shape.type()), "write" + use.name())
        .addModifiers(Modifier.PRIVATE)
        .addCode(body)
        .build();
  }
}
