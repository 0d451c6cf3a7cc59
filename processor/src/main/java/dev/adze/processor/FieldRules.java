package dev.adze.processor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules for arguments, components and results, and for the types below them. */
final class FieldRules {
  private static final String ENDLESS = "contains itself without end";
  private static final String CURE = "Make it Optional, @Nullable or a List.";

  /** As many as the parameters of a constructor; the code for so many fits one method. */
  private static final int MAX_FIELDS = 255;

  /** The tables of so many fields fit one method. */
  private static final int MAX_FIELDS_OF_BRANCHES = 4_000;

  private final Report report;

  /** The types whose parts have been judged, as arguments or as results. */
  private final Set<String> judged = new HashSet<>();

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

  /** What a model answers is read like an argument. */
  void judgeAnswer(Shape shape, String type, At at) {
    shape.accept(new Walk("The answer", at, true, type));
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
      judgeEnd(field, input);
      judgeWildcards(field, input);
      field.misfits().forEach(m -> report.add(m.at(), m.rule(), m.found().toArray()));
      judgePresence(field);
      if (input && field.forgotten()) {
        report.add(
            field.at(), Rule.T082, Labels.inside(field.label()), owner, "Describe it in @Param.");
      }
    }
  }

  /** What has to hold another of itself cannot be; it is said where it does so. */
  private void judgeEnd(Field field, boolean input) {
    if (field.isRequired()
        && field.shape() instanceof ReferenceShape reference
        && !Graph.isFinite(reference, !input)) {
      String type = reference.type().toString();
      report.add(field.at(), Rule.T060, field.label(), type, ENDLESS, CURE);
    }
  }

  /** What is read is of the types that wildcards stand for, as all that is around it says. */
  private void judgeWildcards(Field field, boolean input) {
    if (input && !field.unfit().isEmpty() && !(field.shape() instanceof Shape.UnsupportedShape)) {
      String fault = "has a wildcard inside of a type argument";
      String cure = "Write " + field.type() + ".";
      report.add(field.at(), Rule.T060, field.label(), field.unfit(), fault, cure);
    }
  }

  private void judgePresence(Field field) {
    if (field.presence() instanceof Presence.Defaulted given) {
      Defaults.fault(field.shape(), given.text())
          .ifPresent(fault ->
              report.add(given.at(), Rule.T061, given.text(), Labels.inside(field.label()), fault));
    }
    if (field.presence() instanceof Presence.Optional optional) {
      optional.strayDefaults().forEach(at -> report.add(at, Rule.T085, field.label(), "Optional"));
    }
    if (field.presence() instanceof Presence.Nullable nullable) {
      nullable.strayDefaults().forEach(at -> report.add(at, Rule.T085, field.label(), "@Nullable"));
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
    public Boolean onInteger(IntegerShape shape) {
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
        if (constant.wireName().isBlank()) {
          report.add(constant.nameAt(), Rule.T083);
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
    public Boolean onNullable(NullableShape shape) {
      return shape.element().accept(this);
    }

    @Override
    public Boolean onObject(ObjectShape shape) {
      if (judged.add(shape.key() + input)) {
        if (shape.forgetful()) {
          report.add(at, Rule.T067, label, shape.type());
        }
        List<Field> fields = shape.fields(!input);
        judgeCount(shape, fields.size(), "fields", MAX_FIELDS, "Group some of them in a record.");
        judge(fields, input, owner);
      }
      return true;
    }

    @Override
    public Boolean onUnion(UnionShape shape) {
      if (judged.add(shape.key() + input)) {
        shape.branches().forEach(branch -> branch.shape().accept(this));
        judgeBranches(shape);
        judgeCount(
            shape,
            shape.branches().stream().mapToInt(b -> count(b.shape())).sum(),
            "fields in its branches",
            MAX_FIELDS_OF_BRANCHES,
            "Group some of them in records.");
      }
      return true;
    }

    private int count(Shape branch) {
      return branch.resolved() instanceof ObjectShape object ? object.fields(!input).size() : 0;
    }

    private void judgeCount(Shape shape, int count, String noun, int room, String cure) {
      if (count > room) {
        report.add(at, Rule.T094, shape.type(), count, noun, room, cure);
      }
    }

    private void judgeBranches(UnionShape shape) {
      Map<String, UnionShape.Branch> byName = new HashMap<>();
      for (UnionShape.Branch branch : shape.branches()) {
        UnionShape.Branch first = byName.putIfAbsent(branch.wireName(), branch);
        if (first != null) {
          String one = first.shape().type().toString();
          String other = branch.shape().type().toString();
          report.add(branch.nameAt(), Rule.T028, one, other, branch.wireName(), shape.type());
        }
        if (branch.wireName().isBlank()) {
          report.add(branch.nameAt(), Rule.T083);
        }
        if (branch.shape().resolved() instanceof ObjectShape object) {
          judgeDiscriminator(shape, object);
        }
        if (branch.shape() instanceof ReferenceShape && !Graph.isFinite(shape, !input)) {
          report.add(at, Rule.T060, label, shape.type().toString(), ENDLESS, CURE);
        }
      }
    }

    private void judgeDiscriminator(UnionShape union, ObjectShape branch) {
      for (Field field : branch.fields(!input)) {
        if (field.wireName().equals(union.property())) {
          String discriminator = "The field that names the branches of " + union.type();
          report.add(
              field.nameAt(),
              Rule.T062,
              discriminator,
              Labels.inside(field.label()),
              union.property());
        }
      }
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
