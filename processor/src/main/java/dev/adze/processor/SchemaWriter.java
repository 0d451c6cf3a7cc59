// Long because each shape, and each limit on it, is one short method of the same visitor.
package dev.adze.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes shapes as JSON Schema 2020-12. */
final class SchemaWriter implements Shape.Visitor<Json.Obj> {
  private static final Json.Obj NULL = Json.Obj.empty().with("type", "null");

  private final Definitions definitions;
  private final String description;

  private SchemaWriter(Definitions definitions, String description) {
    this.definitions = definitions;
    this.description = description;
  }

  /** The schema of a tool's arguments. */
  static Json input(List<Field> arguments) {
    Definitions definitions = new Definitions(arguments.stream().map(Field::shape).toList(), false);
    return definitions.addTo(new SchemaWriter(definitions, "").object(arguments, Map.of()));
  }

  /** The schema of a tool's result, if it is encoded. */
  static Optional<Json> output(ToolResult result) {
    if (result instanceof ToolResult.Awaited awaited) {
      return output(awaited.content());
    }
    boolean nullable = result instanceof ToolResult.Maybe || result instanceof ToolResult.Nullable;
    return result.shape().map(shape -> output(shape, nullable));
  }

  /**
   * The schema of a model's answer.
   *
   * @param wrapped whether the answer is a field of an object
   */
  static Json answer(Shape shape, String description, boolean wrapped) {
    Definitions definitions = new Definitions(List.of(shape), false);
    SchemaWriter root = new SchemaWriter(definitions, description);
    if (!wrapped) {
      return definitions.addTo(root.object(((ObjectShape) shape).fields(false), Map.of()));
    }
    Json.Obj answer = new SchemaWriter(definitions, "").union((UnionShape) shape);
    return definitions.addTo(root.object(List.of(), Map.of(OutputWriter.ANSWER, answer)));
  }

  /** The root is written out, even if its type is defined as well. */
  private static Json output(Shape shape, boolean nullable) {
    Definitions definitions = new Definitions(List.of(shape), true);
    SchemaWriter root = new SchemaWriter(definitions, shape.describe(""));
    Json.Obj schema =
        shape instanceof ObjectShape object
            ? root.object(object.fields(true), Map.of())
            : shape instanceof UnionShape union ? root.union(union) : shape.accept(root);
    return definitions.addTo(nullable ? orNull(schema) : schema);
  }

  private static Json.Obj orNull(Json schema) {
    return Json.Obj.empty().with("anyOf", new Json.Array(List.of(schema, NULL)));
  }

  private Json.Obj of(Shape shape, String given) {
    return shape.accept(new SchemaWriter(definitions, shape.describe(given)));
  }

  @Override
  public Json.Obj onString(Shape.StringShape shape) {
    TextLimits limits = shape.limits();
    Json.Obj schema = limited(typed("string"), limits.length(), "minLength", "maxLength");
    if (limits.email()) {
      schema.with("format", "email");
    }
    String pattern = limits.schemaPattern();
    return pattern.isEmpty() ? schema : schema.with("pattern", pattern);
  }

  @Override
  public Json.Obj onText(TextShape shape) {
    Json.Obj schema = typed("string");
    if (!shape.form().format().isEmpty()) {
      schema.with("format", shape.form().format());
    }
    return schema.with("pattern", shape.form().pattern());
  }

  @Override
  public Json.Obj onChar(Shape.CharShape shape) {
    return typed("string")
        .with("minLength", Json.Num.of(1))
        .with("maxLength", Json.Num.of(1))
        .with("pattern", "^[\\u0000-\\uD7FF\\uE000-\\uFFFF]$");
  }

  /** The keyword only says what the text is, so that the pattern says what it looks like. */
  @Override
  public Json.Obj onBase64(Shape.Base64Shape shape) {
    return typed("string")
        .with("contentEncoding", "base64")
        .with(
            "pattern",
            "^(?:[A-Za-z0-9+/]{4})*"
                + "(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$");
  }

  @Override
  public Json.Obj onBoolean(Shape.BooleanShape shape) {
    return typed("boolean");
  }

  @Override
  public Json.Obj onInteger(IntegerShape shape) {
    Json.Obj schema = typed("integer");
    if (shape.min() != null) {
      schema.with("minimum", new Json.Num(shape.min().toString()));
    }
    if (shape.max() != null) {
      schema.with("maximum", new Json.Num(shape.max().toString()));
    }
    return schema;
  }

  @Override
  public Json.Obj onNumber(Shape.NumberShape shape) {
    NumberLimits limits = shape.limits();
    Json.Obj schema = typed("number");
    bound(schema, limits.min(), "minimum", "exclusiveMinimum");
    bound(schema, limits.max(), "maximum", "exclusiveMaximum");
    return limits.step() == null
        ? schema
        : schema.with("multipleOf", new Json.Num(limits.step().toString()));
  }

  private static void bound(
      Json.Obj schema, NumberLimits.@Nullable Bound bound, String inclusive, String exclusive) {
    if (bound != null) {
      String keyword = bound.exclusive() ? exclusive : inclusive;
      schema.with(keyword, new Json.Num(bound.value().toString()));
    }
  }

  @Override
  public Json.Obj onEnum(Shape.EnumShape shape) {
    List<Json.Text> names = shape.wireNames().stream().map(Json.Text::new).toList();
    return names.size() == 1
        ? typed("string").with("const", names.get(0))
        : typed("string").with("enum", new Json.Array(names));
  }

  @Override
  public Json.Obj onAny(Shape.AnyShape shape) {
    Json.Obj schema = Json.Obj.empty();
    return description.isEmpty() ? schema : schema.with("description", description);
  }

  @Override
  public Json.Obj onList(Shape.ListShape shape) {
    Json.Obj schema = typed("array").with("items", of(shape.element(), ""));
    limited(schema, shape.size(), "minItems", "maxItems");
    // A set that a tool makes can hold what is the same in JSON.
    boolean unique = !definitions.areOfResult() || shape.element().equalsAsJson();
    return shape.kind() == Shape.ListShape.Kind.SET && unique
        ? schema.with("uniqueItems", new Json.Bool(true))
        : schema;
  }

  @Override
  public Json.Obj onMap(MapShape shape) {
    Json.Obj schema = typed("object");
    if (shape.isNamedFreely()) {
      schema.with("additionalProperties", of(shape.value(), ""));
    } else {
      Json.Obj names = of(shape.names(), "");
      names.fields().remove("type");
      schema.with("propertyNames", names).with("additionalProperties", of(shape.value(), ""));
    }
    return limited(schema, shape.size(), "minProperties", "maxProperties");
  }

  private static Json.Obj limited(Json.Obj schema, SizeLimits size, String min, String max) {
    if (size.min() > 0) {
      schema.with(min, Json.Num.of(size.min()));
    }
    return size.max() < Integer.MAX_VALUE ? schema.with(max, Json.Num.of(size.max())) : schema;
  }

  @Override
  public Json.Obj onNullable(NullableShape shape) {
    Json.Obj schema = shape.element().accept(this);
    boolean scalar =
        schema.fields().get("type") instanceof Json.Text type
            && !type.value().equals("object")
            && !schema.fields().containsKey("const");
    if (!scalar) {
      return orNull(schema);
    }
    Json.Obj nullable = Json.Obj.empty();
    schema
        .fields()
        .forEach((name, value) ->
            nullable.with(
                name,
                switch (name) {
                  case "type" -> new Json.Array(List.of(value, new Json.Text("null")));
                  case "enum" -> withNull((Json.Array) value);
                  default -> value;
                }));
    return nullable;
  }

  private static Json withNull(Json.Array values) {
    List<Json> all = new ArrayList<>(values.elements());
    all.add(new Json.Null());
    return new Json.Array(all);
  }

  @Override
  public Json.Obj onObject(ObjectShape shape) {
    return definitions.define(shape)
        ? reference(
            shape,
            shape.names(),
            writer -> writer.object(shape.fields(definitions.areOfResult()), Map.of()))
        : object(shape.fields(definitions.areOfResult()), Map.of());
  }

  @Override
  public Json.Obj onUnion(UnionShape shape) {
    return definitions.define(shape)
        ? reference(shape, shape.names(), writer -> writer.union(shape))
        : union(shape);
  }

  private interface Body {
    Json writtenBy(SchemaWriter writer);
  }

  /** Refers to a type, saying what is not said of the type itself. */
  private Json.Obj reference(Shape shape, List<String> names, Body body) {
    String own = shape.describe("");
    String name =
        definitions.name(shape, names, () -> body.writtenBy(new SchemaWriter(definitions, own)));
    Json.Obj reference = Json.Obj.empty().with("$ref", "#/$defs/" + name);
    return description.equals(own) ? reference : reference.with("description", description);
  }

  private Json.Obj union(UnionShape shape) {
    List<Json> branches = new ArrayList<>();
    for (UnionShape.Branch branch : shape.branches()) {
      ObjectShape object = branch.object();
      Json.Obj name = Json.Obj.empty().with("type", "string").with("const", branch.wireName());
      branches.add(
          new SchemaWriter(definitions, object.description())
              .object(object.fields(definitions.areOfResult()), Map.of(shape.property(), name)));
    }
    Json.Obj schema = Json.Obj.empty();
    if (!description.isEmpty()) {
      schema.with("description", description);
    }
    return schema.with("anyOf", new Json.Array(branches));
  }

  /**
   * An object.
   *
   * @param first a required property that comes before all others, if there is one
   */
  private Json.Obj object(List<Field> fields, Map<String, Json> first) {
    Json.Obj properties = Json.Obj.tallAndEmpty();
    List<Json.Text> required = new ArrayList<>();
    first.forEach((name, schema) -> {
      properties.with(name, schema);
      required.add(new Json.Text(name));
    });
    for (Field field : fields) {
      properties.with(field.wireName(), property(field));
      if (field.isRequired()) {
        required.add(new Json.Text(field.wireName()));
      }
    }
    Json.Obj schema = typed("object").with("properties", properties);
    if (!required.isEmpty()) {
      schema.with("required", new Json.Array(required));
    }
    return schema.with("additionalProperties", new Json.Bool(false));
  }

  private Json property(Field field) {
    Json.Obj schema = of(field.shape(), field.description());
    if (field.presence() instanceof Presence.Defaulted given) {
      schema.with("default", Defaults.value(field.shape(), given.text()).orElseThrow());
    }
    return schema;
  }

  private Json.Obj typed(String type) {
    Json.Obj schema = Json.Obj.empty().with("type", type);
    return description.isEmpty() ? schema : schema.with("description", description);
  }
}
