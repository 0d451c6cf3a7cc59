package com.acme;

import dev.adze.json.JsonFields;
import dev.adze.json.JsonReader;
import dev.adze.json.JsonWriter;
import dev.adze.json.NumberRule;
import dev.adze.json.TextRule;
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
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.annotation.processing.Generated;

/**
 * The tools of {@link Constraints}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class ConstraintsFunctionTools implements ToolBinder<Constraints> {
  private static final int INTEGERS = 0;

  private static final int NUMBERS = 1;

  private static final int TEXTS = 2;

  private static final int COLLECTIONS = 3;

  private static final String INTEGERS_INPUT = """
      {"type":"object","properties":{\
      "one":{"type":"integer","description":"from 1 to 20","minimum":1,"maximum":20},\
      "tiny":{"type":"integer","description":"at most 100","minimum":-128,"maximum":100},\
      "big":{"type":"integer","description":"over 4 billion","minimum":4000000001},\
      "huge":{"type":"integer","description":"below 0","maximum":-1},\
      "shelf":{"type":"integer","description":"perhaps a shelf","minimum":0,\
      "maximum":2147483647},\
      "digits":{"type":"integer","description":"up to three digits","minimum":-999,\
      "maximum":999}},\
      "required":["one","tiny","big","huge","digits"],"additionalProperties":false}""";

  private static final ToolSpec INTEGERS_SPEC = ToolSpec.builder("integers", INTEGERS_INPUT)
      .description("Takes integers.")
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String NUMBERS_INPUT = """
      {"type":"object","properties":{\
      "price":{"type":"number","description":"a price","exclusiveMinimum":0,\
      "exclusiveMaximum":1000000,"multipleOf":0.01},\
      "ratio":{"type":"number","description":"a ratio","minimum":0,"maximum":1},\
      "loss":{"type":"number","description":"a loss","maximum":0}},\
      "required":["price","ratio","loss"],"additionalProperties":false}""";

  private static final ToolSpec NUMBERS_SPEC = ToolSpec.builder("numbers", NUMBERS_INPUT)
      .description("Takes numbers.")
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String TEXTS_INPUT = """
      {"type":"object","properties":{\
      "name":{"type":"string","description":"a name","maxLength":40,"pattern":"\\\\S"},\
      "code":{"type":"string","description":"a code","minLength":2,"maxLength":8,\
      "pattern":"^(?:[A-Z]\\\\d*)$"},\
      "both":{"type":"string","description":"of two patterns",\
      "pattern":"^(?=[\\\\s\\\\S]*\\\\S)(?=(?:a.*)$)(?:.*z|-)$"},\
      "mail":{"type":"string","description":"an address","format":"email",\
      "pattern":"^(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*)$"},\
      "same":{"type":"string","description":"of the same length as the code","minLength":2,\
      "maxLength":8,"pattern":"^(?:[A-Z]\\\\d*)$","default":"A1"}},\
      "required":["name","code","both","mail"],"additionalProperties":false}""";

  private static final ToolSpec TEXTS_SPEC = ToolSpec.builder("texts", TEXTS_INPUT)
      .description("Takes texts.")
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String COLLECTIONS_INPUT = """
      {"type":"object","properties":{\
      "numbers":{"type":"array","description":"one to three positive numbers",\
      "items":{"type":"integer","minimum":1,"maximum":2147483647},"minItems":1,\
      "maxItems":3},\
      "names":{"type":"array","description":"at least one name","items":{"type":"string"},\
      "minItems":1},\
      "tags":{"type":"array","description":"short tags","items":{"type":"string",\
      "pattern":"\\\\S"},"maxItems":5,"uniqueItems":true},\
      "prices":{"type":"object","description":"prices of products",\
      "propertyNames":{"pattern":"^(?:[a-z]+)$"},"additionalProperties":{"type":"number",\
      "minimum":0.01},"minProperties":1},\
      "days":{"type":"object","description":"one day","propertyNames":{"enum":["TODAY",\
      "TOMORROW"]},"additionalProperties":{"type":"integer","minimum":-2147483648,\
      "maximum":2147483647},"minProperties":1,"maxProperties":1},\
      "guest":{"type":"object","description":"a guest","properties":{\
      "name":{"type":"string","pattern":"\\\\S"},\
      "address":{"type":"string","format":"email",\
      "pattern":"^(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*)$"},\
      "age":{"type":"integer","minimum":0,"maximum":150},\
      "codes":{"type":"array","items":{"type":"string","maxLength":8,\
      "pattern":"^(?:[A-Z]+)$"}}},\
      "required":["name","age","codes"],"additionalProperties":false},\
      "rows":{"type":"array","description":"rows of three","items":{"type":"array",\
      "items":{"type":"number"},"minItems":3,"maxItems":3}}},\
      "required":["numbers","names","tags","prices","days","guest"],\
      "additionalProperties":false}""";

  private static final String COLLECTIONS_OUTPUT = """
      {"type":"array","items":{"type":"string"}}""";

  private static final ToolSpec COLLECTIONS_SPEC = ToolSpec.builder("collections", COLLECTIONS_INPUT)
      .description("Takes collections.")
      .outputSchema(COLLECTIONS_OUTPUT)
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public ConstraintsFunctionTools() {
  }

  /**
   * The tools, in the order of their source.
   */
  public static List<FunctionTool> of(Constraints owner) {
    return List.of(
        new Adapter(owner, INTEGERS_SPEC, INTEGERS),
        new Adapter(owner, NUMBERS_SPEC, NUMBERS),
        new Adapter(owner, TEXTS_SPEC, TEXTS),
        new Adapter(owner, COLLECTIONS_SPEC, COLLECTIONS));
  }

  @Override
  public int level() {
    return 1;
  }

  @Override
  public List<FunctionTool> bind(Constraints owner) {
    return of(owner);
  }

  private static List<Integer> readIntegerList(JsonReader in) {
    List<Integer> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(in.readInt(1, Integer.MAX_VALUE));
    }
    in.checkSize(1, 3);
    return list;
  }

  private static void writeIntegerList(JsonWriter out, List<Integer> value) {
    out.beginArray();
    for (Integer element : value) {
      out.value(element);
    }
    out.endArray();
  }

  private static String[] readStringArray(JsonReader in) {
    String[] array = new String[16];
    int size = 0;
    in.beginArray();
    while (in.nextElement()) {
      if (size == array.length) {
        array = Arrays.copyOf(array, 2 * size);
      }
      array[size++] = in.readString();
    }
    in.checkSize(1, Integer.MAX_VALUE);
    return Arrays.copyOf(array, size);
  }

  private static void writeStringArray(JsonWriter out, String[] value) {
    out.beginArray();
    for (String element : value) {
      out.value(element);
    }
    out.endArray();
  }

  private static Set<String> readStringSet(JsonReader in) {
    Set<String> set = new LinkedHashSet<>();
    in.beginArray();
    while (in.nextElement()) {
      int faults = in.faultCount();
      String element = in.readString(Rules.TAGS);
      if (in.faultCount() == faults && !set.add(element)) {
        in.rejectDuplicate();
      }
    }
    in.checkSize(0, 5);
    return set;
  }

  private static void writeStringSet(JsonWriter out, Set<String> value) {
    out.beginArray();
    for (String element : value) {
      out.value(element);
    }
    out.endArray();
  }

  private static Map<String, Double> readStringDoubleMap(JsonReader in) {
    Map<String, Double> map = new LinkedHashMap<>();
    in.beginMap();
    for (String name; (name = in.nextKey(Rules.PRICES)) != null; ) {
      map.put(name, in.readDouble(Rules.PRICES_));
    }
    in.checkSize(1, Integer.MAX_VALUE);
    return map;
  }

  private static void writeStringDoubleMap(JsonWriter out, Map<String, Double> value) {
    out.beginObject();
    for (Map.Entry<String, Double> entry : value.entrySet()) {
      out.name(entry.getKey()).value(entry.getValue());
    }
    out.endObject();
  }

  private static Map<Constraints.Day, Integer> readDayIntegerMap(JsonReader in) {
    Map<Constraints.Day, Integer> map = new LinkedHashMap<>();
    int faults = in.faultCount();
    in.beginObject(DayJson.FIELDS);
    for (int field; (field = in.nextField()) != JsonReader.END; ) {
      if (!in.tryNull()) {
        map.put(DayJson.constant(field), in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE));
      }
    }
    if (in.faultCount() == faults && (map.size() < 1 || map.size() > 1)) {
      in.reject("an object of exactly 1 field");
    }
    return map;
  }

  private static void writeDayIntegerMap(JsonWriter out, Map<Constraints.Day, Integer> value) {
    out.beginObject();
    for (Map.Entry<Constraints.Day, Integer> entry : value.entrySet()) {
      out.name(DayJson.name(entry.getKey())).value(entry.getValue());
    }
    out.endObject();
  }

  private static List<String> readStringList(JsonReader in) {
    List<String> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(in.readString(Rules.CODES));
    }
    return list;
  }

  private static void writeStringList(JsonWriter out, List<String> value) {
    out.beginArray();
    for (String element : value) {
      out.value(element);
    }
    out.endArray();
  }

  private static List<List<Double>> readDoubleListList(JsonReader in) {
    List<List<Double>> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(readDoubleList(in));
    }
    return list;
  }

  private static void writeDoubleListList(JsonWriter out, List<List<Double>> value) {
    out.beginArray();
    for (List<Double> element : value) {
      writeDoubleList(out, element);
    }
    out.endArray();
  }

  private static List<Double> readDoubleList(JsonReader in) {
    List<Double> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(in.readDouble());
    }
    in.checkSize(3, 3);
    return list;
  }

  private static void writeDoubleList(JsonWriter out, List<Double> value) {
    out.beginArray();
    for (Double element : value) {
      out.value(element);
    }
    out.endArray();
  }

  /**
   * All tools in one class: a class for each would be slower to start.
   */
  private record Adapter(Constraints owner, ToolSpec spec, int tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      JsonReader in = JsonReader.of(argumentsJson);
      return switch (tool) {
        case INTEGERS -> IntegersCall.read(owner, in);
        case NUMBERS -> NumbersCall.read(owner, in);
        case TEXTS -> TextsCall.read(owner, in);
        case COLLECTIONS -> CollectionsCall.read(owner, in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code integers}.
   */
  private record IntegersCall(Constraints owner, int one, byte tiny, long big, BigInteger huge,
      OptionalInt shelf, Integer digits) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("one", "an integer from 1 to 20")
        .required("tiny", "an integer from -128 to 100")
        .required("big", "an integer of at least 4000000001")
        .required("huge", "an integer of at most -1")
        .optional("shelf")
        .required("digits", "an integer from -999 to 999")
        .build();

    static PreparedCall read(Constraints owner, JsonReader in) {
      int one = 0;
      byte tiny = 0;
      long big = 0;
      BigInteger huge = null;
      OptionalInt shelf = OptionalInt.empty();
      Integer digits = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> one = in.readInt(1, 20);
          case 1 -> tiny = (byte) in.readInt(Byte.MIN_VALUE, 100);
          case 2 -> big = in.readLong(4000000001L, Long.MAX_VALUE);
          case 3 -> huge = in.readBigInteger(Rules.HUGE);
          case 4 -> {
            if (!in.tryNull()) {
              shelf = OptionalInt.of(in.readInt(0, Integer.MAX_VALUE));
            }
          }
          case 5 -> digits = in.readInt(-999, 999);
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("integers", in.faults());
      }
      return new IntegersCall(owner, one, tiny, big, huge, shelf, digits);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      out.name("one").value(one);
      out.name("tiny").value(tiny);
      out.name("big").value(big);
      out.name("huge").value(huge);
      if (shelf.isPresent()) {
        out.name("shelf").value(shelf.getAsInt());
      }
      out.name("digits").value(digits);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      owner.integers(one, tiny, big, huge, shelf, digits);
      return ToolOutput.builder("").observation("Done.").build();
    }
  }

  /**
   * A checked call of {@code numbers}.
   */
  private record NumbersCall(Constraints owner, BigDecimal price, double ratio,
      float loss) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("price", """
            a number greater than 0 and less than 1000000, a multiple of 0.01""")
        .required("ratio", "a number of at least 0 and at most 1")
        .required("loss", "a number of at most 0")
        .build();

    static PreparedCall read(Constraints owner, JsonReader in) {
      BigDecimal price = null;
      double ratio = 0;
      float loss = 0;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> price = in.readBigDecimal(Rules.PRICE);
          case 1 -> ratio = in.readDouble(Rules.RATIO);
          case 2 -> loss = in.readFloat(Rules.LOSS);
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("numbers", in.faults());
      }
      return new NumbersCall(owner, price, ratio, loss);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      out.name("price").value(price);
      out.name("ratio").value(ratio);
      out.name("loss").value(loss);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      owner.numbers(price, ratio, loss);
      return ToolOutput.builder("").observation("Done.").build();
    }
  }

  /**
   * A checked call of {@code texts}.
   */
  private record TextsCall(Constraints owner, String name, String code, CharSequence both,
      String mail, String same) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("name", "a string of at most 40 characters that is not blank")
        .required("code", """
            a string of from 2 to 8 characters that matches ^(?:[A-Z]\\d*)$""")
        .required("both", """
            a string that is not blank and matches ^(?=(?:a.*)$)(?:.*z|-)$""")
        .required("mail", "an e-mail address")
        .optional("same")
        .build();

    static PreparedCall read(Constraints owner, JsonReader in) {
      String name = null;
      String code = null;
      CharSequence both = null;
      String mail = null;
      String same = "A1";
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> name = in.readString(Rules.NAME);
          case 1 -> code = in.readString(Rules.CODE);
          case 2 -> both = in.readString(Rules.BOTH);
          case 3 -> mail = in.readString(Rules.MAIL);
          case 4 -> {
            if (!in.tryNull()) {
              same = in.readString(Rules.CODE);
            }
          }
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("texts", in.faults());
      }
      return new TextsCall(owner, name, code, both, mail, same);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      out.name("name").value(name);
      out.name("code").value(code);
      out.name("both").value(both.toString());
      out.name("mail").value(mail);
      out.name("same").value(same);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      owner.texts(name, code, both, mail, same);
      return ToolOutput.builder("").observation("Done.").build();
    }
  }

  /**
   * A checked call of {@code collections}.
   */
  private record CollectionsCall(Constraints owner, List<Integer> numbers, String[] names,
      Set<String> tags, Map<String, Double> prices, Map<Constraints.Day, Integer> days,
      Constraints.Guest guest, Optional<List<List<Double>>> rows) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("numbers", "an array")
        .required("names", "an array")
        .required("tags", "an array")
        .required("prices", "an object")
        .required("days", "an object")
        .required("guest", "an object")
        .optional("rows")
        .build();

    static PreparedCall read(Constraints owner, JsonReader in) {
      List<Integer> numbers = null;
      String[] names = null;
      Set<String> tags = null;
      Map<String, Double> prices = null;
      Map<Constraints.Day, Integer> days = null;
      Constraints.Guest guest = null;
      Optional<List<List<Double>>> rows = Optional.empty();
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> numbers = readIntegerList(in);
          case 1 -> names = readStringArray(in);
          case 2 -> tags = readStringSet(in);
          case 3 -> prices = readStringDoubleMap(in);
          case 4 -> days = readDayIntegerMap(in);
          case 5 -> guest = GuestJson.read(in);
          case 6 -> {
            if (!in.tryNull()) {
              rows = Optional.of(readDoubleListList(in));
            }
          }
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("collections", in.faults());
      }
      return new CollectionsCall(owner, numbers, names, tags, prices, days, guest, rows);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      writeIntegerList(out.name("numbers"), numbers);
      writeStringArray(out.name("names"), names);
      writeStringSet(out.name("tags"), tags);
      writeStringDoubleMap(out.name("prices"), prices);
      writeDayIntegerMap(out.name("days"), days);
      GuestJson.write(out.name("guest"), guest);
      if (rows.isPresent()) {
        writeDoubleListList(out.name("rows"), rows.get());
      }
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      List<String> result = Objects.requireNonNull(owner.collections(numbers, names, tags, prices,
          days, guest, rows), "collections returned null");
      JsonWriter out = new JsonWriter();
      try {
        writeStringList(out, result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("collections", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * {@link Constraints.Day} as JSON.
   */
  private static final class DayJson {
    private static final String[] NAMES = {"TODAY", "TOMORROW"};

    private static final JsonFields FIELDS = JsonFields.builder()
        .optional("TODAY")
        .optional("TOMORROW")
        .build();

    static Constraints.Day read(JsonReader in) {
      return constant(in.readEnum(NAMES));
    }

    static Constraints.Day constant(int index) {
      return switch (index) {
        case 0 -> Constraints.Day.TODAY;
        case 1 -> Constraints.Day.TOMORROW;
        default -> null;
      };
    }

    static void write(JsonWriter out, Constraints.Day value) {
      out.value(name(value));
    }

    static String name(Constraints.Day value) {
      return switch (value) {
        case TODAY -> "TODAY";
        case TOMORROW -> "TOMORROW";
      };
    }
  }

  /**
   * {@link Constraints.Guest} as JSON.
   */
  private static final class GuestJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("name", "a string that is not blank")
        .optional("address")
        .required("age", "an integer from 0 to 150")
        .required("codes", "an array")
        .build();

    static Constraints.Guest read(JsonReader in) {
      int faults = in.faultCount();
      String name = null;
      Optional<String> address = Optional.empty();
      int age = 0;
      List<String> codes = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> name = in.readString(Rules.TAGS);
          case 1 -> {
            if (!in.tryNull()) {
              address = Optional.of(in.readString(Rules.MAIL));
            }
          }
          case 2 -> age = in.readInt(0, 150);
          case 3 -> codes = readStringList(in);
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Constraints.Guest(name, address, age, codes);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Constraints.Guest value) {
      out.beginObject();
      out.name("name").value(value.name());
      if (value.address().isPresent()) {
        out.name("address").value(value.address().get());
      }
      out.name("age").value(value.age());
      writeStringList(out.name("codes"), value.codes());
      out.endObject();
    }
  }

  /**
   * What values must keep to.
   */
  private static final class Rules {
    static final NumberRule HUGE = NumberRule.builder()
        .maximum(new BigDecimal("-1"))
        .build();

    static final NumberRule PRICE = NumberRule.builder()
        .exclusiveMinimum(new BigDecimal("0"))
        .exclusiveMaximum(new BigDecimal("1000000"))
        .multipleOf(new BigDecimal("0.01"))
        .build();

    static final NumberRule RATIO = NumberRule.builder()
        .minimum(new BigDecimal("0"))
        .maximum(new BigDecimal("1"))
        .build();

    static final NumberRule LOSS = NumberRule.builder()
        .maximum(new BigDecimal("0"))
        .build();

    static final TextRule NAME = TextRule.builder()
        .maxLength(40)
        .notBlank()
        .build();

    static final TextRule CODE = TextRule.builder()
        .minLength(2)
        .maxLength(8)
        .pattern("^(?:[A-Z]\\d*)$")
        .build();

    static final TextRule BOTH = TextRule.builder()
        .notBlank()
        .pattern("^(?=(?:a.*)$)(?:.*z|-)$")
        .build();

    static final TextRule MAIL = TextRule.builder()
        .pattern("""
            ^(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*)$""", "an e-mail address")
        .build();

    static final TextRule TAGS = TextRule.builder()
        .notBlank()
        .build();

    static final TextRule PRICES = TextRule.builder()
        .pattern("^(?:[a-z]+)$")
        .build();

    static final NumberRule PRICES_ = NumberRule.builder()
        .minimum(new BigDecimal("0.01"))
        .build();

    static final TextRule CODES = TextRule.builder()
        .maxLength(8)
        .pattern("^(?:[A-Z]+)$")
        .build();
  }
}
