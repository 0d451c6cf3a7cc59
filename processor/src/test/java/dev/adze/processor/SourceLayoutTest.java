package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/** A file looks as JavaPoet would have it, whatever is in it. */
class SourceLayoutTest {
  private static final int FILES = 500;

  /** Some share simple names with each other, with the file's own types, or with java.lang. */
  private static final List<ClassName> CLASSES =
      List.of(
          ClassName.get(String.class),
          ClassName.get(List.class),
          ClassName.get(Map.Entry.class),
          ClassName.get("other", "List"),
          ClassName.get("other", "String"),
          ClassName.get("other", "Made"),
          ClassName.get("other", "Inner"),
          ClassName.get("here", "List"),
          ClassName.get("here", "Own", "Entry"),
          ClassName.get("here", "Made"),
          ClassName.get("here.below", "Own", "Entry"),
          ClassName.get("", "Unnamed"),
          ClassName.get("here", "Made", "Inner"));

  private static final List<String> FORMATS =
      List.of(
          "$T.of($L)",
          "call($L,$W$L)",
          "one\n.two($L)\n\n.three()",
          "$1T.$2N(new $1T())",
          "$>$>$L$<$<",
          "long$Wenough$Wto$Wbreak$Wa$Wline$Win$Wtwo,$W$L",
          "a_name_that_takes_up_half_of_the_line($S,$W$S)");

  private final long seed = Long.getLong("tests.seed", 11);
  private final Random random = new Random(seed);

  private record Twins(CodeBlock ours, com.palantir.javapoet.CodeBlock theirs) {}

  @Test
  void looksLikeJavaPoets() {
    for (int file = 0; file < FILES; file++) {
      String packageName = random.nextInt(4) == 0 ? "" : "here";
      TypeSpec.Builder ours = TypeSpec.classBuilder("Made").addModifiers(Modifier.FINAL);
      com.palantir.javapoet.TypeSpec.Builder theirs =
          com.palantir.javapoet.TypeSpec.classBuilder("Made").addModifiers(Modifier.FINAL);
      ClassName linked = CLASSES.get(random.nextInt(5));
      ours.addJavadoc("See {@link $T}.", linked);
      theirs.addJavadoc("See {@link $T}.", linked);
      addMembers(ours, theirs);
      TypeSpec.Builder inner = TypeSpec.recordBuilder("Inner").addModifiers(Modifier.PRIVATE);
      com.palantir.javapoet.TypeSpec.Builder theirInner =
          com.palantir.javapoet.TypeSpec.recordBuilder("Inner").addModifiers(Modifier.PRIVATE);
      MethodSpec.Builder components = MethodSpec.constructorBuilder();
      com.palantir.javapoet.MethodSpec.Builder theirComponents =
          com.palantir.javapoet.MethodSpec.constructorBuilder();
      for (int i = random.nextInt(5); i > 0; i--) {
        TypeName type = type(2);
        components.addParameter(type, "component" + i);
        theirComponents.addParameter(type, "component" + i);
      }
      inner.recordConstructor(components.build());
      theirInner.recordConstructor(theirComponents.build());
      addMembers(inner, theirInner);

      String expected =
          JavaFile.builder(packageName, theirs.addType(theirInner.build()).build())
              .skipJavaLangImports(true)
              .indent("  ")
              .build()
              .toString();

      assertThat(SourceLayout.text(packageName, ours.addType(inner.build()).build(), name -> false))
          .as("file %s, seed %s", file, seed)
          .isEqualTo(expected);
    }
  }

  private void addMembers(TypeSpec.Builder ours, com.palantir.javapoet.TypeSpec.Builder theirs) {
    // What is generated extends nothing that is called like what it declares.
    ClassName interfaceType = CLASSES.get(random.nextInt(5));
    ours.addSuperinterface(interfaceType);
    theirs.addSuperinterface(interfaceType);
    TypeName fieldType = type(3);
    Twins value = expression(3);
    ours.addField(
        FieldSpec.builder(fieldType, "FIELD", Modifier.STATIC).initializer(value.ours()).build());
    theirs.addField(
        com.palantir.javapoet.FieldSpec.builder(fieldType, "FIELD", Modifier.STATIC)
            .initializer(value.theirs())
            .build());
    MethodSpec.Builder method = MethodSpec.methodBuilder("method").addException(Exception.class);
    com.palantir.javapoet.MethodSpec.Builder theirMethod =
        com.palantir.javapoet.MethodSpec.methodBuilder("method").addException(Exception.class);
    for (int i = random.nextInt(4); i > 0; i--) {
      TypeName type = type(2);
      method.addParameter(type, "parameter" + i);
      theirMethod.addParameter(type, "parameter" + i);
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      Twins statement = expression(3);
      Twins condition = expression(1);
      method.addStatement("$L", statement.ours());
      theirMethod.addStatement("$L", statement.theirs());
      method.beginControlFlow("if ($L)", condition.ours()).endControlFlow();
      theirMethod.beginControlFlow("if ($L)", condition.theirs()).endControlFlow();
    }
    ours.addMethod(method.build());
    theirs.addMethod(theirMethod.build());
  }

  private TypeName type(int depth) {
    ClassName name = CLASSES.get(random.nextInt(CLASSES.size()));
    return switch (depth == 0 ? 0 : random.nextInt(5)) {
      case 1 -> ArrayTypeName.of(type(depth - 1));
      case 2 -> ParameterizedTypeName.get(name, type(depth - 1), TypeName.INT.box());
      case 3 -> ParameterizedTypeName.get(name, WildcardTypeName.subtypeOf(type(depth - 1)));
      default -> name;
    };
  }

  private Twins expression(int depth) {
    String format = depth == 0 ? "$S" : FORMATS.get(random.nextInt(FORMATS.size()));
    List<Object> ours = new ArrayList<>();
    List<Object> theirs = new ArrayList<>();
    for (int at = format.indexOf('$'); at >= 0; at = format.indexOf('$', at + 2)) {
      char kind = format.charAt(at + (Character.isDigit(format.charAt(at + 1)) ? 2 : 1));
      if (kind == 'L') {
        Twins inner = expression(depth - 1);
        ours.add(inner.ours());
        theirs.add(inner.theirs());
      } else if ("TNS".indexOf(kind) >= 0 && !format.startsWith("1T", at + 1)) {
        add(kind, ours, theirs);
      } else if (kind == 'T' && ours.isEmpty()) {
        add(kind, ours, theirs);
      }
    }
    return new Twins(
        CodeBlock.of(format, ours.toArray()),
        com.palantir.javapoet.CodeBlock.of(format, theirs.toArray()));
  }

  private void add(char kind, List<Object> ours, List<Object> theirs) {
    Object argument =
        switch (kind) {
          case 'T' -> type(2);
          case 'N' -> "name" + random.nextInt(1_000);
          default -> "text\t\"\\\n\u0001'".substring(random.nextInt(8)) + random.nextInt();
        };
    ours.add(argument);
    theirs.add(argument);
  }
}
