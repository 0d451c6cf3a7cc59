package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * What comes before every declaration: its comment, annotations and modifiers.
 *
 * @param <D> the declaration's own builder
 */
abstract class Declaration<D extends Declaration<D>> {
  private final StringBuilder comment = new StringBuilder();
  private final StringBuilder annotations = new StringBuilder();
  private final Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);

  abstract D self();

  /** Adds a comment of one line. */
  final D addJavadoc(String format, Object... args) {
    CodeBlock.append(comment, "/**\n * $L\n */\n", CodeBlock.of(format, args));
    return self();
  }

  final D addAnnotation(Class<?> type) {
    CodeBlock.append(annotations, "@$T\n", type);
    return self();
  }

  final D addAnnotation(ClassName type) {
    CodeBlock.append(annotations, "@$T\n", type);
    return self();
  }

  /** Adds an annotation with texts as its value. */
  final D addAnnotation(Class<?> type, Iterable<String> texts) {
    CodeBlock.Builder values = CodeBlock.builder();
    String before = "";
    int count = 0;
    for (String text : texts) {
      values.add(before).add("$S", text);
      before = ",\n";
      count++;
    }
    String format = count == 1 ? "@$T($>$>$L$<$<)\n" : "@$T({\n$>$>$L$<$<\n})\n";
    CodeBlock.append(annotations, format, type, values.build());
    return self();
  }

  final D addModifiers(Modifier... added) {
    Collections.addAll(modifiers, added);
    return self();
  }

  final boolean isStatic() {
    return modifiers.contains(Modifier.STATIC);
  }

  /** What has been said so far; modifiers are in the order of the language's specification. */
  final StringBuilder prefix() {
    StringBuilder out = new StringBuilder(128).append(comment).append(annotations);
    for (Modifier modifier : modifiers) {
      out.append(modifier).append(' ');
    }
    return out;
  }
}
