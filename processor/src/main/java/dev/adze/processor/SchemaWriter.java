package dev.adze.processor;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
  public Json.Obj onInteger(Shape.IntegerShape shape) {
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
    return typed("string").with("enum", new Json.Array(names));
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
    return shape.kind() == Shape.ListShape.Kind.SET
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
