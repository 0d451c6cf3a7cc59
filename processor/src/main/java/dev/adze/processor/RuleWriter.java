package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import java.math.BigDecimal;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes the limits of values as constants, for the reader. */
final class RuleWriter {
  private RuleWriter() {}

  static void addTo(TypeSpec.Builder adapter, Codecs codecs) {
    if (codecs.rules().isEmpty()) {
      return;
    }
    TypeSpec.Builder rules =
        TypeSpec.classBuilder(Codecs.RULES)
            .addJavadoc("What values must keep to.")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
    codecs.rules().forEach((limits, name) -> rules.addField(rule(limits, name)));
    adapter.addType(rules.build());
  }

  private static FieldSpec rule(Object limits, String name) {
    boolean text = limits instanceof TextLimits;
    ClassName type = text ? RuntimeTypes.TEXT_RULE : RuntimeTypes.NUMBER_RULE;
    CodeBlock calls = text ? calls((TextLimits) limits) : calls((NumberLimits) limits);
    return FieldSpec.builder(type, name, Modifier.STATIC, Modifier.FINAL)
        .initializer("$>$>$T.builder()$L\n.build()$<$<", type, calls)
        .build();
  }

  private static CodeBlock calls(TextLimits limits) {
    CodeBlock.Builder calls = CodeBlock.builder();
    if (limits.length().min() > 0) {
      calls.add("\n.minLength($L)", limits.length().min());
    }
    if (limits.length().max() < Integer.MAX_VALUE) {
      calls.add("\n.maxLength($L)", limits.length().max());
    }
    if (limits.notBlank()) {
      calls.add("\n.notBlank()");
    }
    if (!limits.pattern().isEmpty()) {
      calls.add("\n.pattern($L", SourceText.text(limits.pattern()));
      if (!limits.meaning().isEmpty()) {
        calls.add(", $L", SourceText.text(limits.meaning()));
      }
      calls.add(")");
    }
    return calls.build();
  }

  private static CodeBlock calls(NumberLimits limits) {
    CodeBlock.Builder calls = CodeBlock.builder();
    add(calls, limits.min(), "minimum", "exclusiveMinimum");
    add(calls, limits.max(), "maximum", "exclusiveMaximum");
    if (limits.step() != null) {
      calls.add("\n.multipleOf(new $T($S))", BigDecimal.class, limits.step());
    }
    return calls.build();
  }

  private static void add(
      CodeBlock.Builder calls,
      NumberLimits.@Nullable Bound bound,
      String inclusive,
      String exclusive) {
    if (bound != null) {
      String setter = bound.exclusive() ? exclusive : inclusive;
      calls.add("\n.$L(new $T($S))", setter, BigDecimal.class, bound.value());
    }
  }
}
