package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.time.Duration;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes what is known of a tool as constants, which parse nothing when the program starts. */
final class SpecWriter {
  private static final ClassName STRING = ClassName.get(String.class);

  private final GeneratedNames names;

  SpecWriter(GeneratedNames names) {
    this.names = names;
  }

  /** Adds the constants of a tool and returns the name of the one that holds its description. */
  String addTo(TypeSpec.Builder adapter, ToolMethod tool, ToolSchemas schemas) {
    String input = names.constant(tool, "_INPUT");
    adapter.addField(constant(STRING, input, SourceText.json(schemas.input())));
    CodeBlock.Builder spec = CodeBlock.builder();
    spec.add("$>$>$T.builder($S, $N)", RuntimeTypes.TOOL_SPEC, tool.name(), input);
    addText(spec, "title", tool.title());
    addText(spec, "description", tool.description());
    schemas
        .output()
        .ifPresent(result -> {
          String output = names.constant(tool, "_OUTPUT");
          adapter.addField(constant(STRING, output, SourceText.json(result)));
          spec.add("\n.outputSchema($N)", output);
        });
    addProfiles(spec, StrictProfiles.of(schemas.input()));
    addBehaviour(spec, tool);
    tool.approval().ifPresent(approval -> addApproval(spec, approval));
    String name = names.constant(tool, "_SPEC");
    adapter.addField(constant(RuntimeTypes.TOOL_SPEC, name, spec.add("\n.build()$<$<").build()));
    return name;
  }

  private static void addText(CodeBlock.Builder spec, String setter, String text) {
    if (!text.isEmpty()) {
      spec.add("\n.$L(", setter).add(SourceText.text(text)).add(")");
    }
  }

  private static void addProfiles(CodeBlock.Builder spec, List<String> profiles) {
    String before = "\n.strictProfiles(";
    for (String profile : profiles) {
      spec.add(before).add("$T.$L", RuntimeTypes.SCHEMA_PROFILE, profile);
      before = ", ";
    }
    spec.add(profiles.isEmpty() ? "" : ")");
  }

  private static void addBehaviour(CodeBlock.Builder spec, ToolMethod tool) {
    ToolMethod.Hints hints = tool.hints();
    if (!hints.equals(ToolMethod.Hints.DEFAULTS)) {
      spec.add(
          "\n.hints(new $T($L, $L, $L, $L))",
          RuntimeTypes.TOOL_HINTS,
          hints.readOnly(),
          hints.destructive(),
          hints.idempotent(),
          hints.openWorld());
    }
    if (tool.sequential()) {
      spec.add("\n.sequential(true)");
    }
    if (!tool.timeout().isEmpty()) {
      Duration timeout = Duration.parse(tool.timeout());
      spec.add("\n.timeout(").add(duration(timeout)).add(")");
    }
  }

  private static CodeBlock duration(Duration duration) {
    return duration.getNano() == 0
        ? CodeBlock.of("$T.ofSeconds($L)", Duration.class, duration.getSeconds())
        : CodeBlock.of(
            "$T.ofSeconds($L, $L)", Duration.class, duration.getSeconds(), duration.getNano());
  }

  private static void addApproval(CodeBlock.Builder spec, ToolMethod.Approval approval) {
    spec.add("\n.requiresApproval(").add(SourceText.text(approval.reason())).add(")");
    if (!approval.rememberable()) {
      spec.add("\n.approvalRememberable(false)");
    }
  }

  static FieldSpec constant(TypeName type, String name, CodeBlock value) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(value)
        .build();
  }
}
