package dev.adze.processor;

import java.util.List;
import java.util.Optional;

/** Writes shapes as JSON Schema 2020-12. */
final class SchemaWriter implements Shape.Visitor<Json.Obj> {
  private final String description;

  private SchemaWriter(String description) {
    this.description = description;
  }

  /** The schema of a tool's arguments. */
  static Json input(List<Field> arguments) {
    return new SchemaWriter("").object(arguments);
  }

  /** The schema of a tool's result, if it is encoded. */
  static Optional<Json> output(ToolResult result) {
    if (result instanceof ToolResult.Awaited awaited) {
      return output(awaited.content());
    }
    boolean nullable = result instanceof ToolResult.Maybe;
    return result.shape().map(shape -> nullable ? nullable(of(shape, "")) : of(shape, ""));
  }

  private static Json nullable(Json schema) {
    Json none = Json.Obj.empty().with("type", "null");
    return Json.Obj.empty().with("anyOf", new Json.Array(List.of(schema, none)));
  }

  private static Json.Obj of(Shape shape, String given) {
    return shape.accept(new SchemaWriter(shape.describe(given)));
  }

  @Override
  public Json.Obj onString(Shape.StringShape shape) {
    return typed("string");
  }

  @Override
  public Json.Obj onBoolean(Shape.BooleanShape shape) {
    return typed("boolean");
  }

  @Override
  public Json.Obj onInteger(Shape.IntegerShape shape) {
    Json.Obj schema = typed("integer");
    boolean bounded = shape.min() != Long.MIN_VALUE || shape.max() != Long.MAX_VALUE;
    return bounded
        ? schema.with("minimum", Json.Num.of(shape.min())).with("maximum", Json.Num.of(shape.max()))
        : schema;
  }

  @Override
  public Json.Obj onNumber(Shape.NumberShape shape) {
    return typed("number");
  }

  @Override
  public Json.Obj onEnum(Shape.EnumShape shape) {
    List<Json.Text> names = shape.wireNames().stream().map(Json.Text::new).toList();
    return typed("string").with("enum", new Json.Array(names));
  }

  @Override
  public Json.Obj onList(Shape.ListShape shape) {
    return typed("array").with("items", of(shape.element(), ""));
  }

  @Override
  public Json.Obj onRecord(Shape.RecordShape shape) {
    return object(shape.fields());
  }

  private Json.Obj object(List<Field> fields) {
    Json.Obj properties = Json.Obj.tallAndEmpty();
    fields.forEach(field -> properties.with(field.wireName(), property(field)));
    Json.Obj schema = typed("object").with("properties", properties);
    List<Json.Text> required =
        fields.stream()
            .filter(Field::isRequired)
            .map(field -> new Json.Text(field.wireName()))
            .toList();
    if (!required.isEmpty()) {
      schema.with("required", new Json.Array(required));
    }
    return schema.with("additionalProperties", new Json.Bool(false));
  }

  private static Json property(Field field) {
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
