package dev.adze.processor;

import com.palantir.javapoet.TypeName;
import javax.lang.model.element.Modifier;

/** A static field as source. */
record FieldSpec(String text) {
  static Builder builder(TypeName type, String name, Modifier... modifiers) {
    return new Builder(type, name).addModifiers(modifiers);
  }

  /** Puts a field together. */
  static final class Builder extends Declaration<Builder> {
    private final TypeName type;
    private final String name;
    private CodeBlock value = CodeBlock.of("");

    private Builder(TypeName type, String name) {
      this.type = type;
      this.name = name;
    }

    @Override
    Builder self() {
      return this;
    }

    Builder initializer(String format, Object... args) {
      return initializer(CodeBlock.of(format, args));
    }

    Builder initializer(CodeBlock code) {
      value = code;
      return this;
    }

    FieldSpec build() {
      StringBuilder out = prefix();
      CodeBlock.append(out, "$T $L = $L;\n", type, name, value);
      return new FieldSpec(out.toString());
    }
  }
}
