package dev.adze.processor;

import static dev.adze.processor.Provider.ANTHROPIC_STRICT;
import static dev.adze.processor.Provider.OPENAI_STRICT;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/** The rules for what the strict modes of providers take of a tool's arguments. */
final class StrictRules {
  private static final Kind WARNING = Kind.MANDATORY_WARNING;
  private static final String OPEN_CURE =
      "Use a record or a list of pairs, or do not ask for strict mode.";
  private static final int MAX_GRAMMAR = 10_000;
  private static final int MANY_OPTIONAL = 12;

  private final Report report;
  private final boolean openAi;
  private final boolean anthropic;

  StrictRules(Report report, Provider.Choice choice) {
    this.report = report;
    this.openAi = choice.has(OPENAI_STRICT);
    this.anthropic = choice.has(ANTHROPIC_STRICT);
  }

  void judge(ToolMethod tool) {
    if (!openAi && !anthropic) {
      return;
    }
    new Walk().fields(tool.arguments());
    if (!report.isClean()) {
      return; // What has errors may have no schema.
    }
    Json schema = SchemaWriter.input(tool.arguments());
    StrictProfiles.Sizes sizes = StrictProfiles.sizes(schema);
    if (openAi) {
      limit(tool, Rule.T020, sizes.properties(), 100, 5_000);
      limit(tool, Rule.T021, sizes.depth(), 5, 10);
      limit(tool, Rule.T022, sizes.text(), 15_000, 120_000);
      limit(tool, Rule.T023, sizes.constants(), 500, 1_000);
      limit(tool, Rule.T024, sizes.textOfLargeEnum(), 7_500, 15_000);
    }
    if (anthropic) {
      judgeBudget(tool, sizes, schema.compact().length());
    }
  }

  /** Between what older models take and what all take it is a warning. */
  private void limit(ToolMethod tool, Rule rule, int found, int older, int most) {
    if (found > older) {
      report.add(tool.at(), found > most ? Kind.ERROR : WARNING, rule, tool.name(), found);
    }
  }

  private void judgeBudget(ToolMethod tool, StrictProfiles.Sizes sizes, int length) {
    if (sizes.optional() > 24) {
      report.add(tool.at(), Rule.T030, tool.name(), sizes.optional(), "optional fields", 24);
    } else if (sizes.unions() > 16) {
      report.add(tool.at(), Rule.T030, tool.name(), sizes.unions(), "choices of types", 16);
    }
    if (length > MAX_GRAMMAR) {
      String found = "their schema has " + length + " characters";
      report.add(tool.at(), Rule.T033, tool.name(), found);
    } else if (sizes.optional() > MANY_OPTIONAL && sizes.optional() <= 24) {
      String found = sizes.optional() + " fields are optional";
      report.add(tool.at(), Rule.T033, tool.name(), found);
    }
  }

  /** Goes down through the fields of a tool, and finds fault where they stand. */
  private final class Walk {
    private final Set<Object> seen = new HashSet<>();
    private boolean moved;

    void fields(List<Field> fields) {
      fields.forEach(field -> part(field, field.shape()));
    }

    private void part(Field field, Shape shape) {
      if (shape instanceof ReferenceShape && anthropic) {
        report.add(field.at(), Rule.T031, field.label());
      }
      boolean open = shape instanceof MapShape map && map.isNamedFreely();
      if (open || shape instanceof Shape.AnyShape) {
        String found =
            open
                ? "a map with any names, which strict mode cannot say"
                : "a value of any kind, which strict mode cannot say";
        report.add(field.at(), Rule.T026, field.label(), found, OPEN_CURE);
      }
      if (shape instanceof ObjectShape object && object.fields(false).isEmpty() && openAi) {
        report.add(field.at(), Rule.T027, field.label(), object.type());
      }
      judgeLimits(field, shape);
      if (!seen.add(shape.key()) && shape.resolved() instanceof ObjectShape) {
        return;
      }
      if (shape instanceof ObjectShape object) {
        fields(object.fields(false));
      } else if (!(shape instanceof ReferenceShape)) {
        shape.parts().forEach(inner -> part(field, inner));
      }
    }

    private void judgeLimits(Field field, Shape shape) {
      if (moved || !isLimited(shape)) {
        return;
      }
      if (anthropic) {
        moved = true;
        report.add(field.at(), Rule.T032, field.label());
      } else if (isOfLength(shape)) {
        String found = "a limit that OpenAI's strict mode says in words";
        String cure = "It is checked all the same: silence this, or take the limit away.";
        report.add(field.at(), WARNING, Rule.T026, field.label(), found, cure);
        moved = true;
      }
    }

    /** OpenAI has keywords for all others. */
    private boolean isOfLength(Shape shape) {
      return (shape instanceof Shape.StringShape string && !string.limits().length().isNone())
          || (shape instanceof MapShape map && !map.size().isNone());
    }

    /** Whether more is asked than the type does. */
    private boolean isLimited(Shape shape) {
      if (shape instanceof IntegerShape integer) {
        return isLimited(integer.min(), integer.leastOfType())
            || isLimited(integer.max(), integer.greatestOfType());
      }
      return (shape instanceof Shape.NumberShape number && !number.limits().isNone())
          || (shape instanceof Shape.StringShape string && !string.limits().isNone())
          || (shape instanceof Shape.ListShape list && !list.size().isNone())
          || (shape instanceof MapShape map && !map.size().isNone());
    }

    private boolean isLimited(@Nullable Object bound, @Nullable Object ofType) {
      return bound != null && !bound.equals(ofType);
    }
  }
}
