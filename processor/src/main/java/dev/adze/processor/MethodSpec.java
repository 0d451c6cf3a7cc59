package dev.adze.processor;

import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;

/**
 * A method or a constructor as source.
 *
 * @param head what comes before the name of a constructor or the parameters of a method
 * @param parameters the parameters in their parentheses
 * @param tail what follows the parameters
 */
record MethodSpec(boolean isConstructor, String head, String parameters, String tail) {
  static Builder methodBuilder(String name) {
    return new Builder(name);
  }

  static Builder constructorBuilder() {
    return new Builder("");
  }

  void appendTo(StringBuilder out, String type) {
    out.append(head).append(isConstructor ? type : "").append(parameters).append(tail);
  }

  /** Puts a method together. */
  static final class Builder extends Declaration<Builder> {
    private static final CodeBlock VOID = new CodeBlock("void");

    private final String name;
    private final StringBuilder parameters = new StringBuilder();
    private final StringBuilder exceptions = new StringBuilder();
    private final CodeBlock.Builder code = CodeBlock.builder();
    private String variables = "";
    private CodeBlock returned = VOID;

    private Builder(String name) {
      this.name = name;
    }

    @Override
    Builder self() {
      return this;
    }

    Builder returns(TypeName type) {
      returned = CodeBlock.of("$T", type);
      return this;
    }

    Builder returns(Class<?> type) {
      returned = CodeBlock.of("$T", type);
      return this;
    }

    Builder addTypeVariable(TypeVariableName variable) {
      variables = "<" + variable.name() + "> ";
      return this;
    }

    Builder addParameter(TypeName type, String parameter) {
      CodeBlock.append(parameters, parameters.isEmpty() ? "$T $L" : ",$W$T $L", type, parameter);
      return this;
    }

    Builder addParameter(Class<?> type, String parameter) {
      return addParameter(TypeName.get(type), parameter);
    }

    /** Adds the last parameter, of which there may be any number. */
    Builder addParameters(TypeName element, String parameter) {
      CodeBlock.append(parameters, "$T... $L", element, parameter);
      return this;
    }

    Builder addException(Class<?> type) {
      CodeBlock.append(exceptions, exceptions.isEmpty() ? "$Wthrows$W$T" : ",$W$T", type);
      return this;
    }

    Builder addCode(String format, Object... args) {
      code.add(format, args);
      return this;
    }

    Builder addCode(CodeBlock block) {
      code.add(block);
      return this;
    }

    Builder addStatement(String format, Object... args) {
      code.addStatement(format, args);
      return this;
    }

    Builder beginControlFlow(String format, Object... args) {
      code.beginControlFlow(format, args);
      return this;
    }

    Builder endControlFlow() {
      code.endControlFlow();
      return this;
    }

    MethodSpec build() {
      boolean constructor = name.isEmpty();
      StringBuilder head = prefix().append(variables);
      if (!constructor) {
        head.append(returned.text()).append(' ').append(name);
      }
      String given = "(" + CodeBlock.ZERO_WIDTH_WRAP + parameters + ")";
      StringBuilder tail = new StringBuilder(exceptions);
      CodeBlock.append(tail, " {\n$>$L$<}\n", code.build());
      return new MethodSpec(constructor, head.toString(), given, tail.toString());
    }
  }
}
