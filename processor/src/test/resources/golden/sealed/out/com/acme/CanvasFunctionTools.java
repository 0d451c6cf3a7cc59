package com.acme;

import dev.adze.json.JsonFields;
import dev.adze.json.JsonReader;
import dev.adze.json.JsonWriter;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.GeneratedBinder;
import dev.adze.tool.InvalidArgumentsException;
import dev.adze.tool.PreparedCall;
import dev.adze.tool.SchemaProfile;
import dev.adze.tool.ToolBinder;
import dev.adze.tool.ToolContext;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import dev.adze.tool.UnwritableResultException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The tools of {@link Canvas}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class CanvasFunctionTools implements ToolBinder<Canvas> {
  private static final int DRAW = 0;

  private static final int JUDGE = 1;

  private static final String DRAW_INPUT = """
      {"type":"object","properties":{\
      "form":{"$ref":"#/$defs/Form","description":"what to draw"},\
      "around":{"$ref":"#/$defs/Form","description":"what to draw around it",\
      "default":{"type":"circle","radius":2}},\
      "fill":{"description":"what to fill","anyOf":[{"type":"object","description":"A \
      circle.","properties":{\
      "type":{"type":"string","const":"circle"},\
      "radius":{"type":"number","description":"how wide it is"}},\
      "required":["type","radius"],"additionalProperties":false},{"type":"object",\
      "description":"A square.","properties":{\
      "type":{"type":"string","const":"Square"},\
      "side":{"type":"number","description":"how wide it is"},\
      "colour":{"type":"string","description":"its colour\\n- black: As coal.",\
      "const":"black"}},\
      "required":["type","side"],"additionalProperties":false}]},\
      "alone":{"type":"object","description":"a circle in any case","properties":{\
      "radius":{"type":"number","description":"how wide it is"}},\
      "required":["radius"],"additionalProperties":false}},\
      "required":["form","fill"],"additionalProperties":false,"$defs":{\
      "Form":{"description":"What can be drawn.","anyOf":[{"type":"object","description":"A \
      circle.","properties":{\
      "type":{"type":"string","const":"circle"},\
      "radius":{"type":"number","description":"how wide it is"}},\
      "required":["type","radius"],"additionalProperties":false},{"type":"object",\
      "description":"Nothing is known of it.","properties":{\
      "type":{"type":"string","const":"Oval"}},\
      "required":["type"],"additionalProperties":false},{"type":"object","description":"A \
      square.","properties":{\
      "type":{"type":"string","const":"Square"},\
      "side":{"type":"number","description":"how wide it is"},\
      "colour":{"type":"string","description":"its colour\\n- black: As coal.",\
      "const":"black"}},\
      "required":["type","side"],"additionalProperties":false},{"type":"object",\
      "description":"Forms together.","properties":{\
      "type":{"type":"string","const":"Group"},\
      "parts":{"type":"array","description":"the forms","items":{"$ref":"#/$defs/Form"}}},\
      "required":["type","parts"],"additionalProperties":false}]}}}""";

  private static final String DRAW_OUTPUT = """
      {"description":"What came of it.","anyOf":[{"type":"object","description":"It went \
      well.","properties":{\
      "type":{"type":"string","const":"Done"},\
      "value":{"type":"string","description":"what came"}},\
      "required":["type","value"],"additionalProperties":false},{"type":"object",\
      "description":"It did not.","properties":{\
      "type":{"type":"string","const":"Failed"},\
      "reason":{"type":"string","description":"why"}},\
      "required":["type","reason"],"additionalProperties":false}]}""";

  private static final ToolSpec DRAW_SPEC = ToolSpec.builder("draw", DRAW_INPUT)
      .description("Draws a form.")
      .outputSchema(DRAW_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT)
      .build();

  private static final String JUDGE_INPUT = """
      {"type":"object","properties":{\
      "results":{"type":"array","description":"what came of something",\
      "items":{"$ref":"#/$defs/Result_Integer"}}},\
      "required":["results"],"additionalProperties":false,"$defs":{\
      "Result_Integer":{"description":"What came of it.","anyOf":[{"type":"object",\
      "description":"It went well.","properties":{\
      "type":{"type":"string","const":"Done"},\
      "value":{"type":"integer","description":"what came","minimum":-2147483648,\
      "maximum":2147483647}},\
      "required":["type","value"],"additionalProperties":false},{"type":"object",\
      "description":"It did not.","properties":{\
      "type":{"type":"string","const":"Failed"},\
      "reason":{"type":"string","description":"why"}},\
      "required":["type","reason"],"additionalProperties":false},{"type":"object",\
      "description":"Never a text.","properties":{\
      "type":{"type":"string","const":"Counted"},\
      "count":{"type":"integer","minimum":-2147483648,"maximum":2147483647}},\
      "required":["type","count"],"additionalProperties":false}]}}}""";

  private static final String JUDGE_OUTPUT = """
      {"type":"array","items":{"$ref":"#/$defs/Result_Integer"},"$defs":{\
      "Result_Integer":{"description":"What came of it.","anyOf":[{"type":"object",\
      "description":"It went well.","properties":{\
      "type":{"type":"string","const":"Done"},\
      "value":{"type":"integer","description":"what came","minimum":-2147483648,\
      "maximum":2147483647}},\
      "required":["type","value"],"additionalProperties":false},{"type":"object",\
      "description":"It did not.","properties":{\
      "type":{"type":"string","const":"Failed"},\
      "reason":{"type":"string","description":"why"}},\
      "required":["type","reason"],"additionalProperties":false},{"type":"object",\
      "description":"Never a text.","properties":{\
      "type":{"type":"string","const":"Counted"},\
      "count":{"type":"integer","minimum":-2147483648,"maximum":2147483647}},\
      "required":["type","count"],"additionalProperties":false}]}}}""";

  private static final ToolSpec JUDGE_SPEC = ToolSpec.builder("judge", JUDGE_INPUT)
      .description("Judges results.")
      .outputSchema(JUDGE_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public CanvasFunctionTools() {
  }

  /**
   * The tools, in the order of their source.
   */
  public static List<FunctionTool> of(Canvas owner) {
    return List.of(
        new Adapter(owner, DRAW_SPEC, DRAW),
        new Adapter(owner, JUDGE_SPEC, JUDGE));
  }

  @Override
  public int level() {
    return 1;
  }

  @Override
  public List<FunctionTool> bind(Canvas owner) {
    return of(owner);
  }

  private static List<Canvas.Form> readFormList(JsonReader in) {
    List<Canvas.Form> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(FormJson.read(in));
    }
    return list;
  }

  private static void writeFormList(JsonWriter out, List<Canvas.Form> value) {
    out.beginArray();
    for (Canvas.Form element : value) {
      FormJson.write(out, element);
    }
    out.endArray();
  }

  private static List<Canvas.Result<Integer>> readResultIntegerList(JsonReader in) {
    List<Canvas.Result<Integer>> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(ResultIntegerJson.read(in));
    }
    return list;
  }

  private static void writeResultIntegerList(JsonWriter out, List<Canvas.Result<Integer>> value) {
    out.beginArray();
    for (Canvas.Result<Integer> element : value) {
      ResultIntegerJson.write(out, element);
    }
    out.endArray();
  }

  /**
   * All tools in one class: a class for each would be slower to start.
   */
  private record Adapter(Canvas owner, ToolSpec spec, int tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      JsonReader in = JsonReader.of(argumentsJson);
      return switch (tool) {
        case DRAW -> DrawCall.read(owner, in);
        case JUDGE -> JudgeCall.read(owner, in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code draw}.
   */
  private record DrawCall(Canvas owner, Canvas.Form form, Canvas.Form around, Canvas.Fillable fill,
      Optional<Canvas.Circle> alone) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("form", "an object")
        .optional("around")
        .required("fill", "an object")
        .optional("alone")
        .build();

    static PreparedCall read(Canvas owner, JsonReader in) {
      Canvas.Form form = null;
      Canvas.Form around = null;
      Canvas.Fillable fill = null;
      Optional<Canvas.Circle> alone = Optional.empty();
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> form = FormJson.read(in);
          case 1 -> {
            if (!in.tryNull()) {
              around = FormJson.read(in);
            }
          }
          case 2 -> fill = FillableJson.read(in);
          case 3 -> {
            if (!in.tryNull()) {
              alone = Optional.ofNullable(CircleJson.read(in));
            }
          }
          default -> in.skip();
        }
      }
      if (around == null && in.faultCount() == 0) {
        JsonReader given = JsonReader.of("{\"type\":\"circle\",\"radius\":2}");
        around = FormJson.read(given);
        in.checkDefault("around", given);
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("draw", in.faults());
      }
      return new DrawCall(owner, form, around, fill, alone);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      FormJson.write(out.name("form"), form);
      FormJson.write(out.name("around"), around);
      FillableJson.write(out.name("fill"), fill);
      if (alone.isPresent()) {
        CircleJson.write(out.name("alone"), alone.get());
      }
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      Canvas.Result<String> result = Objects.requireNonNull(owner.draw(form, around, fill, alone),
          "draw returned null");
      JsonWriter out = new JsonWriter();
      try {
        ResultStringJson.write(out, result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("draw", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * A checked call of {@code judge}.
   */
  private record JudgeCall(Canvas owner,
      List<Canvas.Result<Integer>> results) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("results", "an array")
        .build();

    static PreparedCall read(Canvas owner, JsonReader in) {
      List<Canvas.Result<Integer>> results = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> results = readResultIntegerList(in);
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("judge", in.faults());
      }
      return new JudgeCall(owner, results);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      writeResultIntegerList(out.name("results"), results);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      List<Canvas.Result<Integer>> result = Objects.requireNonNull(owner.judge(results),
          "judge returned null");
      JsonWriter out = new JsonWriter();
      try {
        writeResultIntegerList(out, result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("judge", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * {@link Canvas.Form} as JSON.
   */
  private static final class FormJson {
    private static final String[] NAMES = {"circle", "Oval", "Square", "Group"};

    private static final JsonFields CIRCLE = JsonFields.builder()
        .required("radius", "a number")
        .optional("type")
        .build();

    private static final JsonFields OVAL = JsonFields.builder()
        .optional("type")
        .build();

    private static final JsonFields SQUARE = JsonFields.builder()
        .required("side", "a number")
        .optional("colour")
        .optional("type")
        .build();

    private static final JsonFields GROUP = JsonFields.builder()
        .required("parts", "an array")
        .optional("type")
        .build();

    static Canvas.Form read(JsonReader in) {
      return switch (in.readBranch("type", NAMES)) {
        case 0 -> CircleJson.read(in, CIRCLE);
        case 1 -> OvalJson.read(in, OVAL);
        case 2 -> SquareJson.read(in, SQUARE);
        case 3 -> GroupJson.read(in, GROUP);
        default -> null;
      };
    }

    static void write(JsonWriter out, Canvas.Form value) {
      out.beginObject();
      if (value instanceof Canvas.Circle branch) {
        out.name("type").value("circle");
        CircleJson.writeFields(out, branch);
      } else if (value instanceof Canvas.Oval branch) {
        out.name("type").value("Oval");
        OvalJson.writeFields(out, branch);
      } else if (value instanceof Canvas.Square branch) {
        out.name("type").value("Square");
        SquareJson.writeFields(out, branch);
      } else if (value instanceof Canvas.Group branch) {
        out.name("type").value("Group");
        GroupJson.writeFields(out, branch);
      } else {
        throw new NullPointerException("a value is null");
      }
      out.endObject();
    }
  }

  /**
   * {@link Canvas.Circle} as JSON.
   */
  private static final class CircleJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("radius", "a number")
        .build();

    static Canvas.Circle read(JsonReader in) {
      return read(in, FIELDS);
    }

    static Canvas.Circle read(JsonReader in, JsonFields fields) {
      int faults = in.faultCount();
      double radius = 0;
      in.beginObject(fields);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> radius = in.readDouble();
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Canvas.Circle(radius);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Canvas.Circle value) {
      out.beginObject();
      writeFields(out, value);
      out.endObject();
    }

    static void writeFields(JsonWriter out, Canvas.Circle value) {
      out.name("radius").value(value.radius());
    }
  }

  /**
   * {@link Canvas.Oval} as JSON.
   */
  private static final class OvalJson {
    static Canvas.Oval read(JsonReader in, JsonFields fields) {
      int faults = in.faultCount();
      in.beginObject(fields);
      while (in.nextField() != JsonReader.END) {
        in.skip();
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Canvas.Oval();
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void writeFields(JsonWriter out, Canvas.Oval value) {
    }
  }

  /**
   * {@link Canvas.Square} as JSON.
   */
  private static final class SquareJson {
    static Canvas.Square read(JsonReader in, JsonFields fields) {
      int faults = in.faultCount();
      double side = 0;
      Optional<Canvas.Colour> colour = Optional.empty();
      in.beginObject(fields);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> side = in.readDouble();
          case 1 -> {
            if (!in.tryNull()) {
              colour = Optional.ofNullable(ColourJson.read(in));
            }
          }
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Canvas.Square(side, colour);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void writeFields(JsonWriter out, Canvas.Square value) {
      out.name("side").value(value.side());
      if (value.colour().isPresent()) {
        ColourJson.write(out.name("colour"), value.colour().get());
      }
    }
  }

  /**
   * {@link Canvas.Colour} as JSON.
   */
  private static final class ColourJson {
    private static final String[] NAMES = {"black"};

    static Canvas.Colour read(JsonReader in) {
      return switch (in.readEnum(NAMES)) {
        case 0 -> Canvas.Colour.BLACK;
        default -> null;
      };
    }

    static void write(JsonWriter out, Canvas.Colour value) {
      out.value(switch (value) {
        case BLACK -> "black";
      });
    }
  }

  /**
   * {@link Canvas.Group} as JSON.
   */
  private static final class GroupJson {
    static Canvas.Group read(JsonReader in, JsonFields fields) {
      int faults = in.faultCount();
      List<Canvas.Form> parts = null;
      in.beginObject(fields);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> parts = readFormList(in);
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Canvas.Group(parts);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void writeFields(JsonWriter out, Canvas.Group value) {
      writeFormList(out.name("parts"), value.parts());
    }
  }

  /**
   * {@link Canvas.Fillable} as JSON.
   */
  private static final class FillableJson {
    private static final String[] NAMES = {"circle", "Square"};

    private static final JsonFields CIRCLE = JsonFields.builder()
        .required("radius", "a number")
        .optional("type")
        .build();

    private static final JsonFields SQUARE = JsonFields.builder()
        .required("side", "a number")
        .optional("colour")
        .optional("type")
        .build();

    static Canvas.Fillable read(JsonReader in) {
      return switch (in.readBranch("type", NAMES)) {
        case 0 -> CircleJson.read(in, CIRCLE);
        case 1 -> SquareJson.read(in, SQUARE);
        default -> null;
      };
    }

    static void write(JsonWriter out, Canvas.Fillable value) {
      out.beginObject();
      if (value instanceof Canvas.Circle branch) {
        out.name("type").value("circle");
        CircleJson.writeFields(out, branch);
      } else if (value instanceof Canvas.Square branch) {
        out.name("type").value("Square");
        SquareJson.writeFields(out, branch);
      } else {
        throw new NullPointerException("a value is null");
      }
      out.endObject();
    }
  }

  /**
   * {@link Canvas.Result} as JSON.
   */
  private static final class ResultStringJson {
    static void write(JsonWriter out, Canvas.Result<String> value) {
      out.beginObject();
      if (value instanceof Canvas.Done<String> branch) {
        out.name("type").value("Done");
        DoneStringJson.writeFields(out, branch);
      } else if (value instanceof Canvas.Failed<String> branch) {
        out.name("type").value("Failed");
        FailedStringJson.writeFields(out, branch);
      } else {
        throw new NullPointerException("a value is null");
      }
      out.endObject();
    }
  }

  /**
   * {@link Canvas.Done} as JSON.
   */
  private static final class DoneStringJson {
    static void writeFields(JsonWriter out, Canvas.Done<String> value) {
      out.name("value").value(value.value());
    }
  }

  /**
   * {@link Canvas.Failed} as JSON.
   */
  private static final class FailedStringJson {
    static void writeFields(JsonWriter out, Canvas.Failed<String> value) {
      out.name("reason").value(value.reason());
    }
  }

  /**
   * {@link Canvas.Result} as JSON.
   */
  private static final class ResultIntegerJson {
    private static final String[] NAMES = {"Done", "Failed", "Counted"};

    private static final JsonFields DONE_INTEGER = JsonFields.builder()
        .required("value", "an integer")
        .optional("type")
        .build();

    private static final JsonFields FAILED_INTEGER = JsonFields.builder()
        .required("reason", "a string")
        .optional("type")
        .build();

    private static final JsonFields COUNTED = JsonFields.builder()
        .required("count", "an integer")
        .optional("type")
        .build();

    static Canvas.Result<Integer> read(JsonReader in) {
      return switch (in.readBranch("type", NAMES)) {
        case 0 -> DoneIntegerJson.read(in, DONE_INTEGER);
        case 1 -> FailedIntegerJson.read(in, FAILED_INTEGER);
        case 2 -> CountedJson.read(in, COUNTED);
        default -> null;
      };
    }

    static void write(JsonWriter out, Canvas.Result<Integer> value) {
      out.beginObject();
      if (value instanceof Canvas.Done<Integer> branch) {
        out.name("type").value("Done");
        DoneIntegerJson.writeFields(out, branch);
      } else if (value instanceof Canvas.Failed<Integer> branch) {
        out.name("type").value("Failed");
        FailedIntegerJson.writeFields(out, branch);
      } else if (value instanceof Canvas.Counted branch) {
        out.name("type").value("Counted");
        CountedJson.writeFields(out, branch);
      } else {
        throw new NullPointerException("a value is null");
      }
      out.endObject();
    }
  }

  /**
   * {@link Canvas.Done} as JSON.
   */
  private static final class DoneIntegerJson {
    static Canvas.Done<Integer> read(JsonReader in, JsonFields fields) {
      int faults = in.faultCount();
      Integer value_ = null;
      in.beginObject(fields);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> value_ = in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Canvas.Done<Integer>(value_);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void writeFields(JsonWriter out, Canvas.Done<Integer> value) {
      out.name("value").value(value.value());
    }
  }

  /**
   * {@link Canvas.Failed} as JSON.
   */
  private static final class FailedIntegerJson {
    static Canvas.Failed<Integer> read(JsonReader in, JsonFields fields) {
      int faults = in.faultCount();
      String reason = null;
      in.beginObject(fields);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> reason = in.readString();
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Canvas.Failed<Integer>(reason);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void writeFields(JsonWriter out, Canvas.Failed<Integer> value) {
      out.name("reason").value(value.reason());
    }
  }

  /**
   * {@link Canvas.Counted} as JSON.
   */
  private static final class CountedJson {
    static Canvas.Counted read(JsonReader in, JsonFields fields) {
      int faults = in.faultCount();
      int count = 0;
      in.beginObject(fields);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> count = in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Canvas.Counted(count);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void writeFields(JsonWriter out, Canvas.Counted value) {
      out.name("count").value(value.count());
    }
  }
}
