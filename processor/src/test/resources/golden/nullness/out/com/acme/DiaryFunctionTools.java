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
import javax.annotation.processing.Generated;

/**
 * The tools of {@link Diary}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class DiaryFunctionTools implements ToolBinder<Diary> {
  private static final int EMPTY = 0;

  private static final int WRITE = 1;

  private static final String EMPTY_INPUT = """
      {"type":"object","properties":{\
      "tray":{"$ref":"#/$defs/Tray_String","description":"what to empty"}},\
      "required":["tray"],"additionalProperties":false,"$defs":{\
      "Tray_String":{"type":"object","description":"What may hold one, whatever it is.",\
      "properties":{\
      "item":{"type":"string","description":"what it holds"}},\
      "additionalProperties":false}}}""";

  private static final ToolSpec EMPTY_SPEC = ToolSpec.builder("empty", EMPTY_INPUT)
      .description("Empties a tray.")
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String WRITE_INPUT = """
      {"type":"object","properties":{\
      "entry":{"$ref":"#/$defs/Entry","description":"the first"},\
      "others":{"type":"array","description":"the others",\
      "items":{"anyOf":[{"$ref":"#/$defs/Entry"},{"type":"null"}]}},\
      "moods":{"type":"array","description":"how they went","items":{"type":["string",\
      "null"],"description":"How it went.","enum":["GOOD","BAD",null]}},\
      "box":{"$ref":"#/$defs/Box_NullableString","description":"what may be empty"}},\
      "required":["others","moods","box"],"additionalProperties":false,"$defs":{\
      "Entry":{"type":"object","description":"An entry.","properties":{\
      "text":{"type":"string","description":"what happened"},\
      "mood":{"type":"string","description":"how it went","enum":["GOOD","BAD"]},\
      "page":{"type":"integer","description":"where it is","minimum":-2147483648,\
      "maximum":2147483647},\
      "tags":{"type":"array","description":"words for it","items":{"type":["string",\
      "null"]}},\
      "next":{"$ref":"#/$defs/Entry","description":"what came then"}},\
      "required":["tags"],"additionalProperties":false},\
      "Box_NullableString":{"type":"object","description":"What holds one.","properties":{\
      "item":{"type":"string","description":"what it holds"}},\
      "additionalProperties":false}}}""";

  private static final String WRITE_OUTPUT = """
      {"type":"array","items":{"anyOf":[{"$ref":"#/$defs/Entry"},{"type":"null"}]},"$defs":{\
      "Entry":{"type":"object","description":"An entry.","properties":{\
      "text":{"type":"string","description":"what happened"},\
      "mood":{"type":"string","description":"how it went","enum":["GOOD","BAD"]},\
      "page":{"type":"integer","description":"where it is","minimum":-2147483648,\
      "maximum":2147483647},\
      "tags":{"type":"array","description":"words for it","items":{"type":["string",\
      "null"]}},\
      "next":{"$ref":"#/$defs/Entry","description":"what came then"}},\
      "required":["tags"],"additionalProperties":false}}}""";

  private static final ToolSpec WRITE_SPEC = ToolSpec.builder("write", WRITE_INPUT)
      .description("Writes entries.")
      .outputSchema(WRITE_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT)
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public DiaryFunctionTools() {
  }

  /**
   * The tools, in the order of their source.
   */
  public static List<FunctionTool> of(Diary owner) {
    return List.of(
        new Adapter(owner, EMPTY_SPEC, EMPTY),
        new Adapter(owner, WRITE_SPEC, WRITE));
  }

  @Override
  public int level() {
    return 1;
  }

  @Override
  public List<FunctionTool> bind(Diary owner) {
    return of(owner);
  }

  private static List<String> readNullableStringList(JsonReader in) {
    List<String> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(readNullableString(in));
    }
    return list;
  }

  private static void writeNullableStringList(JsonWriter out, List<String> value) {
    out.beginArray();
    for (String element : value) {
      writeNullableString(out, element);
    }
    out.endArray();
  }

  private static String readNullableString(JsonReader in) {
    return in.tryNull() ? null : in.readString();
  }

  private static void writeNullableString(JsonWriter out, String value) {
    if (value == null) {
      out.nullValue();
    } else {
      out.value(value);
    }
  }

  private static List<Diary.Entry> readNullableEntryList(JsonReader in) {
    List<Diary.Entry> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(readNullableEntry(in));
    }
    return list;
  }

  private static void writeNullableEntryList(JsonWriter out, List<Diary.Entry> value) {
    out.beginArray();
    for (Diary.Entry element : value) {
      writeNullableEntry(out, element);
    }
    out.endArray();
  }

  private static Diary.Entry readNullableEntry(JsonReader in) {
    return in.tryNull() ? null : EntryJson.read(in);
  }

  private static void writeNullableEntry(JsonWriter out, Diary.Entry value) {
    if (value == null) {
      out.nullValue();
    } else {
      EntryJson.write(out, value);
    }
  }

  private static List<Diary.Mood> readNullableMoodList(JsonReader in) {
    List<Diary.Mood> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(readNullableMood(in));
    }
    return list;
  }

  private static void writeNullableMoodList(JsonWriter out, List<Diary.Mood> value) {
    out.beginArray();
    for (Diary.Mood element : value) {
      writeNullableMood(out, element);
    }
    out.endArray();
  }

  private static Diary.Mood readNullableMood(JsonReader in) {
    return in.tryNull() ? null : MoodJson.read(in);
  }

  private static void writeNullableMood(JsonWriter out, Diary.Mood value) {
    if (value == null) {
      out.nullValue();
    } else {
      MoodJson.write(out, value);
    }
  }

  /**
   * All tools in one class: a class for each would be slower to start.
   */
  private record Adapter(Diary owner, ToolSpec spec, int tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      JsonReader in = JsonReader.of(argumentsJson);
      return switch (tool) {
        case EMPTY -> EmptyCall.read(owner, in);
        case WRITE -> WriteCall.read(owner, in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code empty}.
   */
  private record EmptyCall(Diary owner, Diary.Tray<String> tray) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("tray", "an object")
        .build();

    static PreparedCall read(Diary owner, JsonReader in) {
      Diary.Tray<String> tray = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> tray = TrayStringJson.read(in);
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("empty", in.faults());
      }
      return new EmptyCall(owner, tray);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      TrayStringJson.write(out.name("tray"), tray);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      owner.empty(tray);
      return ToolOutput.builder("").observation("Done.").build();
    }
  }

  /**
   * A checked call of {@code write}.
   */
  private record WriteCall(Diary owner, Diary.Entry entry, List<Diary.Entry> others,
      List<Diary.Mood> moods, Diary.Box<String> box) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .optional("entry")
        .required("others", "an array")
        .required("moods", "an array")
        .required("box", "an object")
        .build();

    static PreparedCall read(Diary owner, JsonReader in) {
      Diary.Entry entry = null;
      List<Diary.Entry> others = null;
      List<Diary.Mood> moods = null;
      Diary.Box<String> box = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> {
            if (!in.tryNull()) {
              entry = EntryJson.read(in);
            }
          }
          case 1 -> others = readNullableEntryList(in);
          case 2 -> moods = readNullableMoodList(in);
          case 3 -> box = BoxStringJson.read(in);
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("write", in.faults());
      }
      return new WriteCall(owner, entry, others, moods, box);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      if (entry != null) {
        EntryJson.write(out.name("entry"), entry);
      }
      writeNullableEntryList(out.name("others"), others);
      writeNullableMoodList(out.name("moods"), moods);
      BoxStringJson.write(out.name("box"), box);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      List<Diary.Entry> result = Objects.requireNonNull(owner.write(entry, others, moods, box),
          "write returned null");
      JsonWriter out = new JsonWriter();
      try {
        writeNullableEntryList(out, result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("write", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * {@link Diary.Tray} as JSON.
   */
  private static final class TrayStringJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .optional("item")
        .build();

    static Diary.Tray<String> read(JsonReader in) {
      int faults = in.faultCount();
      String item = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> {
            if (!in.tryNull()) {
              item = in.readString();
            }
          }
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Diary.Tray<String>(item);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Diary.Tray<String> value) {
      out.beginObject();
      if (value.item() != null) {
        out.name("item").value(value.item());
      }
      out.endObject();
    }
  }

  /**
   * {@link Diary.Entry} as JSON.
   */
  private static final class EntryJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .optional("text")
        .optional("mood")
        .optional("page")
        .required("tags", "an array")
        .optional("next")
        .build();

    static Diary.Entry read(JsonReader in) {
      int faults = in.faultCount();
      String text = null;
      Diary.Mood mood = null;
      Integer page = null;
      List<String> tags = null;
      Diary.Entry next = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> {
            if (!in.tryNull()) {
              text = in.readString();
            }
          }
          case 1 -> {
            if (!in.tryNull()) {
              mood = MoodJson.read(in);
            }
          }
          case 2 -> {
            if (!in.tryNull()) {
              page = in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
            }
          }
          case 3 -> tags = readNullableStringList(in);
          case 4 -> {
            if (!in.tryNull()) {
              next = EntryJson.read(in);
            }
          }
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Diary.Entry(text, mood, page, tags, next);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Diary.Entry value) {
      out.beginObject();
      if (value.text() != null) {
        out.name("text").value(value.text());
      }
      if (value.mood() != null) {
        MoodJson.write(out.name("mood"), value.mood());
      }
      if (value.page() != null) {
        out.name("page").value(value.page());
      }
      writeNullableStringList(out.name("tags"), value.tags());
      if (value.next() != null) {
        EntryJson.write(out.name("next"), value.next());
      }
      out.endObject();
    }
  }

  /**
   * {@link Diary.Mood} as JSON.
   */
  private static final class MoodJson {
    private static final String[] NAMES = {"GOOD", "BAD"};

    static Diary.Mood read(JsonReader in) {
      return switch (in.readEnum(NAMES)) {
        case 0 -> Diary.Mood.GOOD;
        case 1 -> Diary.Mood.BAD;
        default -> null;
      };
    }

    static void write(JsonWriter out, Diary.Mood value) {
      out.value(switch (value) {
        case GOOD -> "GOOD";
        case BAD -> "BAD";
      });
    }
  }

  /**
   * {@link Diary.Box} as JSON.
   */
  private static final class BoxStringJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .optional("item")
        .build();

    static Diary.Box<String> read(JsonReader in) {
      int faults = in.faultCount();
      String item = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> {
            if (!in.tryNull()) {
              item = in.readString();
            }
          }
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Diary.Box<String>(item);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Diary.Box<String> value) {
      out.beginObject();
      if (value.item() != null) {
        out.name("item").value(value.item());
      }
      out.endObject();
    }
  }
}
