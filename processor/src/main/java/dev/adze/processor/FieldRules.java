package dev.adze.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules for arguments, components and results, and for the types below them. */
final class FieldRules {
  private final Report report;

  FieldRules(Report report) {
    this.report = report;
  }

  void judgeArguments(List<Field> arguments, ToolClass owner) {
    judge(arguments, true, owner.element().getQualifiedName().toString());
  }

  /**
   * Results have no defaults and need no descriptions, so only their types and names are judged.
   */
  void judgeResult(Shape shape, String label, At at) {
    shape.accept(new Walk(label, at, false, ""));
  }

  private void judge(List<Field> fields, boolean input, String owner) {
    Map<String, Field> byName = new HashMap<>();
    for (Field field : fields) {
      Field first = byName.putIfAbsent(field.wireName(), field);
      if (first != null) {
        String label = Labels.inside(field.label());
        report.add(field.nameAt(), Rule.T062, first.label(), label, field.wireName());
      }
      if (field.wireName().isBlank()) {
        report.add(field.nameAt(), Rule.T083);
      }
      field.shape().accept(new Walk(field.label(), field.at(), input, owner));
      field.misfits().forEach(m -> report.add(m.at(), m.rule(), m.found().toArray()));
      judgePresence(field);
      if (input && field.forgotten()) {
        report.add(
            field.at(), Rule.T082, Labels.inside(field.label()), owner, "Describe it in @Param.");
      }
    }
  }

  private void judgePresence(Field field) {
    if (field.presence() instanceof Presence.Defaulted given) {
      Defaults.fault(field.shape(), given.text())
          .ifPresent(fault ->
              report.add(given.at(), Rule.T061, given.text(), Labels.inside(field.label()), fault));
    }
    if (field.presence() instanceof Presence.Optional optional) {
      optional.strayDefaults().forEach(at -> report.add(at, Rule.T085, field.label()));
    }
  }

  /** Judges the types below one field, down to those that have fields of their own. */
  private final class Walk implements Shape.Visitor<Boolean> {
    private final String label;
    private final At at;
    private final boolean input;
    private final String owner;

    Walk(String label, At at, boolean input, String owner) {
      this.label = label;
      this.at = at;
      this.input = input;
      this.owner = owner;
    }

    @Override
    public Boolean onString(Shape.StringShape shape) {
      return true;
    }

    @Override
    public Boolean onText(TextShape shape) {
      return true;
    }

    @Override
    public Boolean onChar(Shape.CharShape shape) {
      return true;
    }

    @Override
    public Boolean onBase64(Shape.Base64Shape shape) {
      return true;
    }

    @Override
    public Boolean onAny(Shape.AnyShape shape) {
      return true;
    }

    @Override
    public Boolean onBoolean(Shape.BooleanShape shape) {
      return true;
    }

    @Override
    public Boolean onInteger(Shape.IntegerShape shape) {
      return true;
    }

    @Override
    public Boolean onNumber(Shape.NumberShape shape) {
      return true;
    }

    @Override
    public Boolean onEnum(Shape.EnumShape shape) {
      Map<String, Shape.Constant> byName = new HashMap<>();
      for (Shape.Constant constant : shape.constants()) {
        Shape.Constant first = byName.putIfAbsent(constant.wireName(), constant);
        if (first != null) {
          String both = first.javaName() + " of " + shape.type().canonicalName();
          report.add(constant.nameAt(), Rule.T062, both, constant.javaName(), constant.wireName());
        }
      }
      if (input && shape.forgotten()) {
        String constants = "the constants of " + shape.type().canonicalName();
        report.add(at, Rule.T082, constants, owner, "Say what they mean in @Param.");
      }
      return true;
    }

    @Override
    public Boolean onList(Shape.ListShape shape) {
      return shape.element().accept(new Walk(Labels.element(label), at, input, owner));
    }

    @Override
    public Boolean onMap(MapShape shape) {
      shape.names().accept(new Walk(Labels.name(label), at, input, owner));
      return shape.value().accept(new Walk(Labels.value(label), at, input, owner));
    }

    @Override
    public Boolean onRecord(Shape.RecordShape shape) {
      judge(shape.fields(), input, owner);
      return true;
    }

    @Override
    public Boolean onUnsupported(Shape.UnsupportedShape shape) {
      if (shape.fault().isEmpty()) {
        report.add(at, shape.rule(), label, shape.name(), shape.cure());
      } else {
        report.add(at, shape.rule(), label, shape.name(), shape.fault(), shape.cure());
      }
      return true;
    }
  }
}
