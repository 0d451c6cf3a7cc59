package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Writes the adapter of an owner: constants, the factory, one tool class and a class per call. */
final class AdapterWriter {
  private static final TypeName TOOLS =
      ParameterizedTypeName.get(ClassName.get(List.class), RuntimeTypes.FUNCTION_TOOL);

  private final ToolClass owner;
  private final Codecs codecs;
  private final List<ToolSchemas> schemas;
  private final List<Tool> tools = new ArrayList<>();

  /** The names of one tool in the adapter. */
  private record Tool(ToolMethod method, String index, String spec, ClassName call) {}

  /**
   * A writer.
   *
   * @param schemas those of the owner's tools, in their order
   */
  AdapterWriter(ToolClass owner, Codecs codecs, List<ToolSchemas> schemas) {
    this.owner = owner;
    this.codecs = codecs;
    this.schemas = schemas;
  }

  TypeSpec write() {
    TypeSpec.Builder adapter =
        TypeSpec.classBuilder(owner.generated())
            .addJavadoc("The tools of {@link $T}.", owner.name())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(ParameterizedTypeName.get(RuntimeTypes.TOOL_BINDER, owner.type()));
    addAnnotations(adapter);
    addConstants(adapter);
    adapter.addMethod(constructor()).addMethod(of()).addMethod(level()).addMethod(bind());
    if (owner.isStatic()) {
      adapter.addMethod(bindStatic());
    }
    if (!tools.isEmpty()) {
      adapter.addType(toolClass());
    }
    for (Tool tool : tools) {
      adapter.addType(new CallWriter(owner, tool.method(), tool.call(), codecs).write());
    }
    new CodecWriter(codecs).addTo(adapter);
    return adapter.build();
  }

  private void addAnnotations(TypeSpec.Builder adapter) {
    adapter.addAnnotation(RuntimeTypes.GENERATED_BINDER);
    if (owner.marked()) {
      adapter.addAnnotation(Generated.class, List.of(ToolProcessor.class.getName()));
    }
    if (!owner.warnings().isEmpty()) {
      adapter.addAnnotation(SuppressWarnings.class, owner.warnings());
    }
  }

  private void addConstants(TypeSpec.Builder adapter) {
    GeneratedNames names = codecs.generated();
    SpecWriter specs = new SpecWriter(names);
    List<String> indexes = new ArrayList<>();
    for (ToolMethod method : owner.tools()) {
      String index = names.constant(method, "");
      CodeBlock value = CodeBlock.of("$L", indexes.size());
      adapter.addField(SpecWriter.constant(TypeName.INT, index, value));
      indexes.add(index);
    }
    for (ToolMethod method : owner.tools()) {
      String index = indexes.get(tools.size());
      String spec = specs.addTo(adapter, method, schemas.get(tools.size()));
      tools.add(new Tool(method, index, spec, owner.generated().nestedClass(names.call(method))));
    }
  }

  private static MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addJavadoc("Called by {@code ServiceLoader}.")
        .addModifiers(Modifier.PUBLIC)
        .build();
  }

  private MethodSpec of() {
    MethodSpec.Builder of = MethodSpec.methodBuilder("of").returns(TOOLS);
    of.addJavadoc(
        owner.above().types().isEmpty()
            ? "The tools, in the order of their source."
            : "The tools: those that are inherited, then the others in the order of their source.");
    if (owner.visible()) {
      of.addModifiers(Modifier.PUBLIC);
    }
    of.addModifiers(Modifier.STATIC);
    if (!owner.isStatic()) {
      of.addParameter(owner.type(), "owner");
    }
    return of.addStatement("return $L", owner.above().types().isEmpty() ? ownTools() : allTools())
        .build();
  }

  private CodeBlock ownTools() {
    CodeBlock all = CodeBlock.join(tools.stream().map(this::adapter).toList(), ",\n");
    return CodeBlock.of("$T.of(\n$L)", List.class, all);
  }

  private CodeBlock adapter(Tool tool) {
    String first = owner.isStatic() ? "" : "owner, ";
    return CodeBlock.of("new Adapter($L$N, $N)", first, tool.spec(), tool.index());
  }

  /**
   * Through the binders' public methods: the type above may be hidden from the owner's package, and
   * so its {@code of}.
   */
  private CodeBlock allTools() {
    CodeBlock.Builder all = CodeBlock.builder().add("new $T()", RuntimeTypes.OWNER_TOOLS);
    for (TypeElement above : owner.above().types()) {
      String tools = owner.isStatic() ? "bindStatic().orElseThrow()" : "bind(owner)";
      all.add("\n.inherit(new $T().$L)", GeneratedName.of(above), tools);
    }
    owner
        .above()
        .approval()
        .ifPresent(approval ->
            all.add(
                "\n.guard($L, $L)", SourceText.text(approval.reason()), approval.rememberable()));
    for (Tool tool : tools) {
      all.add("\n.add($L", adapter(tool));
      tool.method().replaces().forEach(name -> all.add(", $S", name));
      all.add(")");
    }
    return all.add("\n.toList()").build();
  }

  /** What is inherited may have been written for a later level. */
  private MethodSpec level() {
    CodeBlock level = CodeBlock.of("$L", RuntimeTypes.LEVEL);
    for (TypeElement above : owner.above().types()) {
      level =
          CodeBlock.of("$T.max($L,$Wnew $T().level())", Math.class, level, GeneratedName.of(above));
    }
    return MethodSpec.methodBuilder("level")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(TypeName.INT)
        .addStatement("return $L", level)
        .build();
  }

  private static MethodSpec bindStatic() {
    return MethodSpec.methodBuilder("bindStatic")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(ParameterizedTypeName.get(ClassName.get(Optional.class), TOOLS))
        .addStatement("return $T.of(of())", Optional.class)
        .build();
  }

  private MethodSpec bind() {
    return MethodSpec.methodBuilder("bind")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(TOOLS)
        .addParameter(owner.type(), "owner")
        .addStatement("return of($L)", owner.isStatic() ? "" : "owner")
        .build();
  }

  private TypeSpec toolClass() {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    if (!owner.isStatic()) {
      components.addParameter(owner.type(), "owner");
    }
    components.addParameter(RuntimeTypes.TOOL_SPEC, "spec").addParameter(TypeName.INT, "tool");
    return TypeSpec.recordBuilder("Adapter")
        .addJavadoc("All tools in one class: a class for each would be slower to start.")
        .addModifiers(Modifier.PRIVATE)
        .addSuperinterface(RuntimeTypes.FUNCTION_TOOL)
        .recordConstructor(components.build())
        .addMethod(prepare())
        .build();
  }

  private MethodSpec prepare() {
    CodeBlock.Builder code = CodeBlock.builder();
    code.addStatement(
        "$T in = $T.of(argumentsJson)", RuntimeTypes.JSON_READER, RuntimeTypes.JSON_READER);
    code.add("return switch (tool) {\n").indent();
    for (Tool tool : tools) {
      String arguments = tool.method().isStatic() ? "in" : "owner, in";
      code.add("case $N -> $T.read($L);\n", tool.index(), tool.call(), arguments);
    }
    code.add("default -> throw new $T(tool);\n", AssertionError.class).unindent().add("};\n");
    return MethodSpec.methodBuilder("prepare")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(RuntimeTypes.PREPARED_CALL)
        .addParameter(String.class, "argumentsJson")
        .addCode(code.build())
        .build();
  }
}
