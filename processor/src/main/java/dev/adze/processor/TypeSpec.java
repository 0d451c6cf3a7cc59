package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A class or a record as source.
 *
 * @param nested the simple names of the types that it declares
 */
record TypeSpec(String name, String text, Set<String> nested) {
  static Builder classBuilder(String name) {
    return new Builder("class", name);
  }

  static Builder classBuilder(ClassName name) {
    return classBuilder(name.simpleName());
  }

  static Builder recordBuilder(String name) {
    return new Builder("record", name);
  }

  /** Puts a type together: fields, then constructors, methods and types. */
  static final class Builder extends Declaration<Builder> {
    private final String kind;
    private final String name;
    private final StringBuilder interfaces = new StringBuilder();
    private final StringBuilder fields = new StringBuilder();
    private final StringBuilder constructors = new StringBuilder();
    private final StringBuilder methods = new StringBuilder();
    private final StringBuilder types = new StringBuilder();
    private final Set<String> nested = new LinkedHashSet<>();
    private String components = "";

    private Builder(String kind, String name) {
      this.kind = kind;
      this.name = name;
    }

    @Override
    Builder self() {
      return this;
    }

    Builder addSuperinterface(TypeName type) {
      CodeBlock.append(interfaces, interfaces.isEmpty() ? " implements $T" : ", $T", type);
      return this;
    }

    /** The components of a record are the parameters of its constructor. */
    Builder recordConstructor(MethodSpec constructor) {
      components = constructor.parameters();
      return this;
    }

    Builder addField(FieldSpec field) {
      fields.append('\n').append(field.text());
      return this;
    }

    Builder addMethod(MethodSpec method) {
      StringBuilder members = method.isConstructor() ? constructors : methods;
      method.appendTo(members.append('\n'), name);
      return this;
    }

    Builder addType(TypeSpec type) {
      types.append('\n').append(type.text());
      nested.add(type.name());
      return this;
    }

    TypeSpec build() {
      StringBuilder out = prefix().append(kind).append(' ').append(name);
      CodeBlock.append(out.append(components).append(interfaces), " {$>");
      int empty = out.length();
      out.append(fields).append(constructors).append(methods).append(types);
      CodeBlock.append(out, out.length() == empty ? "\n$<}\n" : "$<}\n");
      return new TypeSpec(name, out.toString(), nested);
    }
  }
}
