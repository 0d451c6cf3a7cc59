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
 * The tools of {@link Search}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class SearchFunctionTools implements ToolBinder<Search> {
  private static final int TURN = 0;

  private static final int SORT = 1;

  private static final int COMPARE = 2;

  private static final String TURN_INPUT = """
      {"type":"object","properties":{\
      "page":{"$ref":"#/$defs/Page_User","description":"where to start"},\
      "pairs":{"type":"array","description":"what to look for",\
      "items":{"$ref":"#/$defs/Pair_User_Page_String"}}},\
      "required":["page","pairs"],"additionalProperties":false,"$defs":{\
      "Page_User":{"type":"object","description":"A part of what was found.","properties":{\
      "items":{"type":"array","description":"what is on the page","items":{"type":"object",\
      "description":"Somebody.","properties":{\
      "name":{"type":"string","description":"the name"}},\
      "required":["name"],"additionalProperties":false}},\
      "first":{"type":"object","description":"the first of all","properties":{\
      "name":{"type":"string","description":"the name"}},\
      "required":["name"],"additionalProperties":false},\
      "next":{"$ref":"#/$defs/Page_User","description":"the page behind it"}},\
      "required":["items","first"],"additionalProperties":false},\
      "Pair_User_Page_String":{"type":"object","description":"Two things.","properties":{\
      "left":{"type":"object","description":"the one","properties":{\
      "name":{"type":"string","description":"the name"}},\
      "required":["name"],"additionalProperties":false},\
      "right":{"type":"array","description":"the other",\
      "items":{"$ref":"#/$defs/Page_String"}}},\
      "required":["left","right"],"additionalProperties":false},\
      "Page_String":{"type":"object","description":"A part of what was found.",\
      "properties":{\
      "items":{"type":"array","description":"what is on the page",\
      "items":{"type":"string"}},\
      "first":{"type":"string","description":"the first of all"},\
      "next":{"$ref":"#/$defs/Page_String","description":"the page behind it"}},\
      "required":["items","first"],"additionalProperties":false}}}""";

  private static final String TURN_OUTPUT = """
      {"type":"object","description":"A part of what was found.","properties":{\
      "items":{"type":"array","description":"what is on the page","items":{"type":"object",\
      "description":"Somebody.","properties":{\
      "name":{"type":"string","description":"the name"}},\
      "required":["name"],"additionalProperties":false}},\
      "first":{"type":"object","description":"the first of all","properties":{\
      "name":{"type":"string","description":"the name"}},\
      "required":["name"],"additionalProperties":false},\
      "next":{"$ref":"#/$defs/Page_User","description":"the page behind it"}},\
      "required":["items","first"],"additionalProperties":false,"$defs":{\
      "Page_User":{"type":"object","description":"A part of what was found.","properties":{\
      "items":{"type":"array","description":"what is on the page","items":{"type":"object",\
      "description":"Somebody.","properties":{\
      "name":{"type":"string","description":"the name"}},\
      "required":["name"],"additionalProperties":false}},\
      "first":{"type":"object","description":"the first of all","properties":{\
      "name":{"type":"string","description":"the name"}},\
      "required":["name"],"additionalProperties":false},\
      "next":{"$ref":"#/$defs/Page_User","description":"the page behind it"}},\
      "required":["items","first"],"additionalProperties":false}}}""";

  private static final ToolSpec TURN_SPEC = ToolSpec.builder("turn", TURN_INPUT)
      .description("Turns a page.")
      .outputSchema(TURN_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT)
      .build();

  private static final String SORT_INPUT = """
      {"type":"object","properties":{\
      "groups":{"type":"array","description":"who belongs together","items":{"type":"array",\
      "items":{"type":"object","description":"Somebody.","properties":{\
      "name":{"type":"string","description":"the name"}},\
      "required":["name"],"additionalProperties":false}}}},\
      "required":["groups"],"additionalProperties":false}""";

  private static final String SORT_OUTPUT = """
      {"type":"array","items":{"type":"array","items":{"$ref":"#/$defs/Page_User"}},\
      "$defs":{\
      "Page_User":{"type":"object","description":"A part of what was found.","properties":{\
      "items":{"type":"array","description":"what is on the page","items":{"type":"object",\
      "description":"Somebody.","properties":{\
      "name":{"type":"string","description":"the name"}},\
      "required":["name"],"additionalProperties":false}},\
      "first":{"type":"object","description":"the first of all","properties":{\
      "name":{"type":"string","description":"the name"}},\
      "required":["name"],"additionalProperties":false},\
      "next":{"$ref":"#/$defs/Page_User","description":"the page behind it"}},\
      "required":["items","first"],"additionalProperties":false}}}""";

  private static final ToolSpec SORT_SPEC = ToolSpec.builder("sort", SORT_INPUT)
      .description("Sorts users.")
      .outputSchema(SORT_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String COMPARE_INPUT = """
      {"type":"object","properties":{\
      "pair":{"$ref":"#/$defs/Pair_Page_User_List_Integer","description":"what to \
      compare"}},\
      "additionalProperties":false,"$defs":{\
      "Pair_Page_User_List_Integer":{"type":"object","description":"Two things.",\
      "properties":{\
      "left":{"$ref":"#/$defs/Page_User","description":"the one"},\
      "right":{"type":"array","description":"the other","items":{"type":"array",\
      "items":{"type":"integer","minimum":-2147483648,"maximum":2147483647}}}},\
      "required":["left","right"],"additionalProperties":false},\
      "Page_User":{"type":"object","description":"A part of what was found.","properties":{\
      "items":{"type":"array","description":"what is on the page","items":{"type":"object",\
      "description":"Somebody.","properties":{\
      "name":{"type":"string","description":"the name"}},\
      "required":["name"],"additionalProperties":false}},\
      "first":{"type":"object","description":"the first of all","properties":{\
      "name":{"type":"string","description":"the name"}},\
      "required":["name"],"additionalProperties":false},\
      "next":{"$ref":"#/$defs/Page_User","description":"the page behind it"}},\
      "required":["items","first"],"additionalProperties":false}}}""";

  private static final String COMPARE_OUTPUT = """
      {"type":"array","items":{"$ref":"#/$defs/Page_String"},"$defs":{\
      "Page_String":{"type":"object","description":"A part of what was found.",\
      "properties":{\
      "items":{"type":"array","description":"what is on the page",\
      "items":{"type":"string"}},\
      "first":{"type":"string","description":"the first of all"},\
      "next":{"$ref":"#/$defs/Page_String","description":"the page behind it"}},\
      "required":["items","first"],"additionalProperties":false}}}""";

  private static final ToolSpec COMPARE_SPEC = ToolSpec.builder("compare", COMPARE_INPUT)
      .description("Compares pages.")
      .outputSchema(COMPARE_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT)
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public SearchFunctionTools() {
  }

  /**
   * The tools, in the order of their source.
   */
  public static List<FunctionTool> of(Search owner) {
    return List.of(
        new Adapter(owner, TURN_SPEC, TURN),
        new Adapter(owner, SORT_SPEC, SORT),
        new Adapter(owner, COMPARE_SPEC, COMPARE));
  }

  @Override
  public int level() {
    return 1;
  }

  @Override
  public List<FunctionTool> bind(Search owner) {
    return of(owner);
  }

  private static List<Search.User> readUserList(JsonReader in) {
    List<Search.User> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(UserJson.read(in));
    }
    return list;
  }

  private static void writeUserList(JsonWriter out, List<? extends Search.User> value) {
    out.beginArray();
    for (Search.User element : value) {
      UserJson.write(out, element);
    }
    out.endArray();
  }

  private static List<Search.Pair<Search.User, Search.Page<String>>> readPairUserPageStringList(
      JsonReader in) {
    List<Search.Pair<Search.User, Search.Page<String>>> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(PairUserPageStringJson.read(in));
    }
    return list;
  }

  private static void writePairUserPageStringList(JsonWriter out,
      List<? extends Search.Pair<? extends Search.User, ? extends Search.Page<? extends String>>> value) {
    out.beginArray();
    for (Search.Pair<? extends Search.User, ? extends Search.Page<? extends String>> element : value) {
      PairUserPageStringJson.write(out, element);
    }
    out.endArray();
  }

  private static List<Search.Page<String>> readPageStringList(JsonReader in) {
    List<Search.Page<String>> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(PageStringJson.read(in));
    }
    return list;
  }

  private static void writePageStringList(JsonWriter out,
      List<? extends Search.Page<? extends String>> value) {
    out.beginArray();
    for (Search.Page<? extends String> element : value) {
      PageStringJson.write(out, element);
    }
    out.endArray();
  }

  private static List<String> readStringList(JsonReader in) {
    List<String> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(in.readString());
    }
    return list;
  }

  private static void writeStringList(JsonWriter out, List<? extends String> value) {
    out.beginArray();
    for (String element : value) {
      out.value(element);
    }
    out.endArray();
  }

  private static List<List<Search.User>> readUserListList(JsonReader in) {
    List<List<Search.User>> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(readUserList(in));
    }
    return list;
  }

  private static void writeUserListList(JsonWriter out,
      List<? extends List<? extends Search.User>> value) {
    out.beginArray();
    for (List<? extends Search.User> element : value) {
      writeUserList(out, element);
    }
    out.endArray();
  }

  private static void writePageUserArrayList(JsonWriter out,
      List<? extends Search.Page<? extends Search.User>[]> value) {
    out.beginArray();
    for (Search.Page<? extends Search.User>[] element : value) {
      writePageUserArray(out, element);
    }
    out.endArray();
  }

  private static void writePageUserArray(JsonWriter out,
      Search.Page<? extends Search.User>[] value) {
    out.beginArray();
    for (Search.Page<? extends Search.User> element : value) {
      PageUserJson.write(out, element);
    }
    out.endArray();
  }

  private static List<List<Integer>> readIntegerListList(JsonReader in) {
    List<List<Integer>> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(readIntegerList(in));
    }
    return list;
  }

  private static void writeIntegerListList(JsonWriter out,
      List<? extends List<? extends Integer>> value) {
    out.beginArray();
    for (List<? extends Integer> element : value) {
      writeIntegerList(out, element);
    }
    out.endArray();
  }

  private static List<Integer> readIntegerList(JsonReader in) {
    List<Integer> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
    return list;
  }

  private static void writeIntegerList(JsonWriter out, List<? extends Integer> value) {
    out.beginArray();
    for (Integer element : value) {
      out.value(element);
    }
    out.endArray();
  }

  /**
   * All tools in one class: a class for each would be slower to start.
   */
  private record Adapter(Search owner, ToolSpec spec, int tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      JsonReader in = JsonReader.of(argumentsJson);
      return switch (tool) {
        case TURN -> TurnCall.read(owner, in);
        case SORT -> SortCall.read(owner, in);
        case COMPARE -> CompareCall.read(owner, in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code turn}.
   */
  private record TurnCall(Search owner, Search.Page<Search.User> page,
      List<Search.Pair<Search.User, Search.Page<String>>> pairs) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("page", "an object")
        .required("pairs", "an array")
        .build();

    static PreparedCall read(Search owner, JsonReader in) {
      Search.Page<Search.User> page = null;
      List<Search.Pair<Search.User, Search.Page<String>>> pairs = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> page = PageUserJson.read(in);
          case 1 -> pairs = readPairUserPageStringList(in);
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("turn", in.faults());
      }
      return new TurnCall(owner, page, pairs);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      PageUserJson.write(out.name("page"), page);
      writePairUserPageStringList(out.name("pairs"), pairs);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      Search.Page<? extends Search.User> result = Objects.requireNonNull(owner.turn(page, pairs),
          "turn returned null");
      JsonWriter out = new JsonWriter();
      try {
        PageUserJson.write(out, result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("turn", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * A checked call of {@code sort}.
   */
  private record SortCall(Search owner, List<List<Search.User>> groups) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("groups", "an array")
        .build();

    static PreparedCall read(Search owner, JsonReader in) {
      List<List<Search.User>> groups = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> groups = readUserListList(in);
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("sort", in.faults());
      }
      return new SortCall(owner, groups);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      writeUserListList(out.name("groups"), groups);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      List<? extends Search.Page<? extends Search.User>[]> result =
          Objects.requireNonNull(owner.sort(groups), "sort returned null");
      JsonWriter out = new JsonWriter();
      try {
        writePageUserArrayList(out, result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("sort", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * A checked call of {@code compare}.
   */
  private record CompareCall(Search owner,
      Optional<Search.Pair<Search.Page<Search.User>, List<Integer>>> pair) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .optional("pair")
        .build();

    static PreparedCall read(Search owner, JsonReader in) {
      Optional<Search.Pair<Search.Page<Search.User>, List<Integer>>> pair = Optional.empty();
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> {
            if (!in.tryNull()) {
              pair = Optional.ofNullable(PairPageUserIntegerListJson.read(in));
            }
          }
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("compare", in.faults());
      }
      return new CompareCall(owner, pair);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      if (pair.isPresent()) {
        PairPageUserIntegerListJson.write(out.name("pair"), pair.get());
      }
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      List<? extends Search.Page<? extends String>> result =
          Objects.requireNonNull(owner.compare(pair), "compare returned null");
      JsonWriter out = new JsonWriter();
      try {
        writePageStringList(out, result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("compare", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * {@link Search.Page} as JSON.
   */
  private static final class PageUserJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("items", "an array")
        .required("first", "an object")
        .optional("next")
        .build();

    static Search.Page<Search.User> read(JsonReader in) {
      int faults = in.faultCount();
      List<Search.User> items = null;
      Search.User first = null;
      Optional<Search.Page<Search.User>> next = Optional.empty();
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> items = readUserList(in);
          case 1 -> first = UserJson.read(in);
          case 2 -> {
            if (!in.tryNull()) {
              next = Optional.ofNullable(PageUserJson.read(in));
            }
          }
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Search.Page<Search.User>(items, first, next);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Search.Page<? extends Search.User> value) {
      out.beginObject();
      writeUserList(out.name("items"), value.items());
      UserJson.write(out.name("first"), value.first());
      if (value.next().isPresent()) {
        PageUserJson.write(out.name("next"), value.next().get());
      }
      out.endObject();
    }
  }

  /**
   * {@link Search.User} as JSON.
   */
  private static final class UserJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("name", "a string")
        .build();

    static Search.User read(JsonReader in) {
      int faults = in.faultCount();
      String name = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> name = in.readString();
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Search.User(name);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Search.User value) {
      out.beginObject();
      out.name("name").value(value.name());
      out.endObject();
    }
  }

  /**
   * {@link Search.Pair} as JSON.
   */
  private static final class PairUserPageStringJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("left", "an object")
        .required("right", "an array")
        .build();

    static Search.Pair<Search.User, Search.Page<String>> read(JsonReader in) {
      int faults = in.faultCount();
      Search.User left = null;
      List<Search.Page<String>> right = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> left = UserJson.read(in);
          case 1 -> right = readPageStringList(in);
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Search.Pair<Search.User, Search.Page<String>>(left, right);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out,
        Search.Pair<? extends Search.User, ? extends Search.Page<? extends String>> value) {
      out.beginObject();
      UserJson.write(out.name("left"), value.left());
      writePageStringList(out.name("right"), value.right());
      out.endObject();
    }
  }

  /**
   * {@link Search.Page} as JSON.
   */
  private static final class PageStringJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("items", "an array")
        .required("first", "a string")
        .optional("next")
        .build();

    static Search.Page<String> read(JsonReader in) {
      int faults = in.faultCount();
      List<String> items = null;
      String first = null;
      Optional<Search.Page<String>> next = Optional.empty();
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> items = readStringList(in);
          case 1 -> first = in.readString();
          case 2 -> {
            if (!in.tryNull()) {
              next = Optional.ofNullable(PageStringJson.read(in));
            }
          }
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Search.Page<String>(items, first, next);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Search.Page<? extends String> value) {
      out.beginObject();
      writeStringList(out.name("items"), value.items());
      out.name("first").value(value.first());
      if (value.next().isPresent()) {
        PageStringJson.write(out.name("next"), value.next().get());
      }
      out.endObject();
    }
  }

  /**
   * {@link Search.Pair} as JSON.
   */
  private static final class PairPageUserIntegerListJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("left", "an object")
        .required("right", "an array")
        .build();

    static Search.Pair<Search.Page<Search.User>, List<Integer>> read(JsonReader in) {
      int faults = in.faultCount();
      Search.Page<Search.User> left = null;
      List<List<Integer>> right = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> left = PageUserJson.read(in);
          case 1 -> right = readIntegerListList(in);
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Search.Pair<Search.Page<Search.User>, List<Integer>>(left, right);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out,
        Search.Pair<? extends Search.Page<? extends Search.User>, ? extends List<? extends Integer>> value) {
      out.beginObject();
      PageUserJson.write(out.name("left"), value.left());
      writeIntegerListList(out.name("right"), value.right());
      out.endObject();
    }
  }
}
