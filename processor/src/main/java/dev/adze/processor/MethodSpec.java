package dev.adze.processor;

import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.lang.reflect.Type;

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

  String text(String type) {
    return head + (isConstructor ? type : "") + parameters + tail;
  }

  /** Puts a method together. */
  static final class Builder extends Declaration<Builder> {
    private final String name;
    private final StringBuilder parameters = new StringBuilder();
    private final StringBuilder exceptions = new StringBuilder();
    private final CodeBlock.Builder code = CodeBlock.builder();
    private String variables = "";
    private TypeName returned = TypeName.VOID;

    private Builder(String name) {
      this.name = name;
    }

    @Override
    Builder self() {
      return this;
    }

    Builder returns(TypeName type) {
      returned = type;
      return this;
    }

    Builder returns(Type type) {
      return returns(TypeName.get(type));
    }

    Builder addTypeVariable(TypeVariableName variable) {
      variables = "<" + variable.name() + "> ";
      return this;
    }

    Builder addParameter(TypeName type, String parameter) {
      String before = parameters.isEmpty() ? "" : ",$W";
      CodeBlock.append(parameters, before + "$T $L", type, parameter);
      return this;
    }

    Builder addParameter(Type type, String parameter) {
      return addParameter(TypeName.get(type), parameter);
    }

    /** Adds the last parameter, of which there may be any number. */
    Builder addParameters(TypeName element, String parameter) {
      CodeBlock.append(parameters, "$T... $L", element, parameter);
      return this;
    }

    Builder addException(Type type) {
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
      String head = constructor ? "" : CodeBlock.of("$T $L", returned, name).text();
      return new MethodSpec(
          constructor,
          prefix() + variables + head,
          "(" + CodeBlock.ZERO_WIDTH_WRAP + parameters + ")",
          exceptions + CodeBlock.of(" {\n$>$L$<}\n", code.build()).text());
    }
  }
}
