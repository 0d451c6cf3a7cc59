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
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import javax.annotation.processing.Generated;

/**
 * The tools of {@link Values}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class ValuesFunctionTools implements ToolBinder<Values> {
  private static final int SCALARS = 0;

  private static final int COLLECTIONS = 1;

  private static final int MAPS = 2;

  private static final int UNTYPED = 3;

  private static final int OPTIONS = 4;

  private static final int DEFAULTS = 5;

  private static final int ARRAYS = 6;

  private static final String SCALARS_INPUT = """
      {"type":"object","properties":{\
      "letter":{"type":"string","description":"a letter","minLength":1,"maxLength":1,\
      "pattern":"^[\\\\u0000-\\\\uD7FF\\\\uE000-\\\\uFFFF]$"},\
      "boxed":{"type":"string","description":"another letter","minLength":1,"maxLength":1,\
      "pattern":"^[\\\\u0000-\\\\uD7FF\\\\uE000-\\\\uFFFF]$"},\
      "text":{"type":"string","description":"a text"},\
      "whole":{"type":"integer","description":"a whole number"},\
      "exact":{"type":"number","description":"an exact number"},\
      "bytes":{"type":"string","description":"a few bytes","contentEncoding":"base64",\
      "pattern":"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$"}},\
      "required":["letter","boxed","text","whole","exact","bytes"],\
      "additionalProperties":false}""";

  private static final String SCALARS_OUTPUT = """
      {"type":"number"}""";

  private static final ToolSpec SCALARS_SPEC = ToolSpec.builder("scalars", SCALARS_INPUT)
      .description("Takes scalars.")
      .outputSchema(SCALARS_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String COLLECTIONS_INPUT = """
      {"type":"object","properties":{\
      "names":{"type":"array","description":"names","items":{"type":"string"}},\
      "units":{"type":"array","description":"units","items":{"type":"string",\
      "description":"How much is meant.\\n- PIECE: One.","enum":["PIECE","12"]},\
      "uniqueItems":true},\
      "items":{"type":"array","description":"items","items":{"type":"object","properties":{\
      "name":{"type":"string"},\
      "amounts":{"type":"object","propertyNames":{"description":"How much is meant.\\n- \
      PIECE: One.","enum":["PIECE","12"]},"additionalProperties":{"type":"integer",\
      "minimum":-2147483648,"maximum":2147483647}},\
      "shelf":{"type":"integer","minimum":-2147483648,"maximum":2147483647}},\
      "required":["name","amounts"],"additionalProperties":false}},\
      "numbers":{"type":"array","description":"numbers","items":{"type":"integer",\
      "minimum":-2147483648,"maximum":2147483647}},\
      "rows":{"type":"array","description":"rows","items":{"type":"array",\
      "items":{"type":"number"}}},\
      "blobs":{"type":"array","description":"blobs","items":{"type":"string",\
      "contentEncoding":"base64",\
      "pattern":"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$"}},\
      "more":{"type":"array","description":"more names","items":{"type":"string"}}},\
      "required":["names","units","items","numbers","rows","blobs","more"],\
      "additionalProperties":false}""";

  private static final String COLLECTIONS_OUTPUT = """
      {"type":"array","items":{"type":"string","description":"How much is meant.\\n- PIECE: \
      One.","enum":["PIECE","12"]},"uniqueItems":true}""";

  private static final ToolSpec COLLECTIONS_SPEC = ToolSpec.builder("collections", COLLECTIONS_INPUT)
      .description("Takes collections.")
      .outputSchema(COLLECTIONS_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  private static final String MAPS_INPUT = """
      {"type":"object","properties":{\
      "prices":{"type":"object","description":"prices by name",\
      "additionalProperties":{"type":"number"}},\
      "stock":{"type":"object","description":"stock by unit",\
      "propertyNames":{"description":"How much is meant.\\n- PIECE: One.","enum":["PIECE",\
      "12"]},"additionalProperties":{"type":"array","items":{"type":"object","properties":{\
      "name":{"type":"string"},\
      "amounts":{"type":"object","propertyNames":{"description":"How much is meant.\\n- \
      PIECE: One.","enum":["PIECE","12"]},"additionalProperties":{"type":"integer",\
      "minimum":-2147483648,"maximum":2147483647}},\
      "shelf":{"type":"integer","minimum":-2147483648,"maximum":2147483647}},\
      "required":["name","amounts"],"additionalProperties":false}}},\
      "tree":{"type":"object","description":"names by name by name",\
      "additionalProperties":{"type":"object","additionalProperties":{"type":"array",\
      "items":{"type":"string"}}}}},\
      "required":["prices","stock","tree"],"additionalProperties":false}""";

  private static final String MAPS_OUTPUT = """
      {"type":"object","propertyNames":{"description":"How much is meant.\\n- PIECE: One.",\
      "enum":["PIECE","12"]},"additionalProperties":{"type":"array",\
      "items":{"type":"object","properties":{\
      "name":{"type":"string"},\
      "amounts":{"type":"object","propertyNames":{"description":"How much is meant.\\n- \
      PIECE: One.","enum":["PIECE","12"]},"additionalProperties":{"type":"integer",\
      "minimum":-2147483648,"maximum":2147483647}},\
      "shelf":{"type":"integer","minimum":-2147483648,"maximum":2147483647}},\
      "required":["name","amounts"],"additionalProperties":false}}}""";

  private static final ToolSpec MAPS_SPEC = ToolSpec.builder("maps", MAPS_INPUT)
      .description("Takes maps.")
      .outputSchema(MAPS_OUTPUT)
      .build();

  private static final String UNTYPED_INPUT = """
      {"type":"object","properties":{\
      "any":{"description":"anything"},\
      "list":{"type":"array","description":"a list of anything","items":{}},\
      "map":{"type":"object","description":"anything by name","additionalProperties":{}},\
      "perhaps":{"description":"perhaps anything"}},\
      "required":["any","list","map"],"additionalProperties":false}""";

  private static final String UNTYPED_OUTPUT = """
      {}""";

  private static final ToolSpec UNTYPED_SPEC = ToolSpec.builder("untyped", UNTYPED_INPUT)
      .description("Takes any JSON.")
      .outputSchema(UNTYPED_OUTPUT)
      .build();

  private static final String OPTIONS_INPUT = """
      {"type":"object","properties":{\
      "number":{"type":"integer","description":"a number","minimum":-2147483648,\
      "maximum":2147483647},\
      "big":{"type":"integer","description":"a big number"},\
      "real":{"type":"number","description":"a real number"},\
      "letter":{"type":"string","description":"a letter","minLength":1,"maxLength":1,\
      "pattern":"^[\\\\u0000-\\\\uD7FF\\\\uE000-\\\\uFFFF]$"},\
      "names":{"type":"array","description":"names","items":{"type":"string"},\
      "uniqueItems":true},\
      "prices":{"type":"object","description":"prices",\
      "additionalProperties":{"type":"integer","minimum":-2147483648,"maximum":2147483647}},\
      "sums":{"type":"array","description":"sums","items":{"type":"number"},\
      "uniqueItems":true}},\
      "additionalProperties":false}""";

  private static final String OPTIONS_OUTPUT = """
      {"type":"string","minLength":1,"maxLength":1,\
      "pattern":"^[\\\\u0000-\\\\uD7FF\\\\uE000-\\\\uFFFF]$"}""";

  private static final ToolSpec OPTIONS_SPEC = ToolSpec.builder("options", OPTIONS_INPUT)
      .description("Takes what may be absent.")
      .outputSchema(OPTIONS_OUTPUT)
      .build();

  private static final String DEFAULTS_INPUT = """
      {"type":"object","properties":{\
      "letter":{"type":"string","description":"a letter","minLength":1,"maxLength":1,\
      "pattern":"^[\\\\u0000-\\\\uD7FF\\\\uE000-\\\\uFFFF]$","default":"x"},\
      "text":{"type":"string","description":"a text","default":"plain"},\
      "whole":{"type":"integer","description":"a whole number","default":1e20},\
      "exact":{"type":"number","description":"an exact number","default":1.50},\
      "bytes":{"type":"string","description":"a few bytes","contentEncoding":"base64",\
      "pattern":"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$","default":"AAEC"},\
      "units":{"type":"array","description":"units","items":{"type":"string",\
      "description":"How much is meant.\\n- PIECE: One.","enum":["PIECE","12"]},\
      "uniqueItems":true,"default":["12","PIECE"]},\
      "numbers":{"type":"array","description":"numbers","items":{"type":"integer",\
      "minimum":-32768,"maximum":32767},"default":[1,-2]},\
      "rows":{"type":"array","description":"rows","items":{"type":"array",\
      "items":{"type":"boolean"}},"default":[[],[true]]},\
      "prices":{"type":"object","description":"prices",\
      "additionalProperties":{"type":"integer","minimum":-2147483648,"maximum":2147483647},\
      "default":{"b":1,"a":2}},\
      "stock":{"type":"object","description":"stock","propertyNames":{"description":"How \
      much is meant.\\n- PIECE: One.","enum":["PIECE","12"]},\
      "additionalProperties":{"type":"integer","minimum":-2147483648,"maximum":2147483647},\
      "default":{}},\
      "any":{"description":"anything","default":{"a":[1.5]}},\
      "list":{"type":"array","description":"a list of anything","items":{},\
      "default":[1,null]}},\
      "additionalProperties":false}""";

  private static final String DEFAULTS_OUTPUT = """
      {"type":"string","contentEncoding":"base64",\
      "pattern":"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$"}""";

  private static final ToolSpec DEFAULTS_SPEC = ToolSpec.builder("defaults", DEFAULTS_INPUT)
      .description("Takes what has a default.")
      .outputSchema(DEFAULTS_OUTPUT)
      .build();

  private static final String ARRAYS_INPUT = """
      {"type":"object","properties":{\
      "tables":{"type":"array","description":"tables","items":{"type":"object",\
      "additionalProperties":{}}},\
      "cubes":{"type":"array","description":"cubes","items":{"type":"array",\
      "items":{"type":"array","items":{"type":"string"}}}},\
      "rows":{"type":"array","description":"rows","items":{"type":"array",\
      "items":{"type":"string"}},"default":[["a"],[]]},\
      "many":{"type":"array","description":"many numbers","items":{"type":"integer",\
      "minimum":-2147483648,"maximum":2147483647},"default":[1,2,3,4,5,6,7,8,9,10,11,12]}},\
      "required":["tables","cubes"],"additionalProperties":false}""";

  private static final String ARRAYS_OUTPUT = """
      {"type":"array","items":{"type":"object","additionalProperties":{}}}""";

  private static final ToolSpec ARRAYS_SPEC = ToolSpec.builder("arrays", ARRAYS_INPUT)
      .description("Takes arrays whose elements have type arguments.")
      .outputSchema(ARRAYS_OUTPUT)
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public ValuesFunctionTools() {
  }

  /**
   * The tools, in the order of their source.
   */
  public static List<FunctionTool> of(Values owner) {
    return List.of(
        new Adapter(owner, SCALARS_SPEC, SCALARS),
        new Adapter(owner, COLLECTIONS_SPEC, COLLECTIONS),
        new Adapter(owner, MAPS_SPEC, MAPS),
        new Adapter(owner, UNTYPED_SPEC, UNTYPED),
        new Adapter(owner, OPTIONS_SPEC, OPTIONS),
        new Adapter(owner, DEFAULTS_SPEC, DEFAULTS),
        new Adapter(owner, ARRAYS_SPEC, ARRAYS));
  }

  @Override
  public int level() {
    return 1;
  }

  @Override
  public List<FunctionTool> bind(Values owner) {
    return of(owner);
  }

  private static Collection<String> readStringCollection(JsonReader in) {
    Collection<String> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(in.readString());
    }
    return list;
  }

  private static void writeStringCollection(JsonWriter out, Collection<String> value) {
    out.beginArray();
    for (String element : value) {
      out.value(element);
    }
    out.endArray();
  }

  private static Set<Values.Unit> readUnitSet(JsonReader in) {
    Set<Values.Unit> set = new LinkedHashSet<>();
    in.beginArray();
    while (in.nextElement()) {
      int faults = in.faultCount();
      Values.Unit element = UnitJson.read(in);
      if (in.faultCount() == faults && !set.add(element)) {
        in.rejectDuplicate();
      }
    }
    return set;
  }

  private static void writeUnitSet(JsonWriter out, Set<Values.Unit> value) {
    out.beginArray();
    for (Values.Unit element : value) {
      UnitJson.write(out, element);
    }
    out.endArray();
  }

  private static Values.Item[] readItemArray(JsonReader in) {
    Values.Item[] array = new Values.Item[16];
    int size = 0;
    in.beginArray();
    while (in.nextElement()) {
      if (size == array.length) {
        array = Arrays.copyOf(array, 2 * size);
      }
      array[size++] = ItemJson.read(in);
    }
    return Arrays.copyOf(array, size);
  }

  private static void writeItemArray(JsonWriter out, Values.Item[] value) {
    out.beginArray();
    for (Values.Item element : value) {
      ItemJson.write(out, element);
    }
    out.endArray();
  }

  private static Map<Values.Unit, Integer> readUnitIntegerMap(JsonReader in) {
    Map<Values.Unit, Integer> map = new LinkedHashMap<>();
    in.beginObject(UnitJson.FIELDS);
    for (int field; (field = in.nextField()) != JsonReader.END; ) {
      if (!in.tryNull()) {
        map.put(UnitJson.constant(field), in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE));
      }
    }
    return map;
  }

  private static void writeUnitIntegerMap(JsonWriter out, Map<Values.Unit, Integer> value) {
    out.beginObject();
    for (Map.Entry<Values.Unit, Integer> entry : value.entrySet()) {
      out.name(UnitJson.name(entry.getKey())).value(entry.getValue());
    }
    out.endObject();
  }

  private static int[] readIntArray(JsonReader in) {
    int[] array = new int[16];
    int size = 0;
    in.beginArray();
    while (in.nextElement()) {
      if (size == array.length) {
        array = Arrays.copyOf(array, 2 * size);
      }
      array[size++] = in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
    return Arrays.copyOf(array, size);
  }

  private static void writeIntArray(JsonWriter out, int[] value) {
    out.beginArray();
    for (int element : value) {
      out.value(element);
    }
    out.endArray();
  }

  private static double[][] readDoubleArrayArray(JsonReader in) {
    double[][] array = new double[16][];
    int size = 0;
    in.beginArray();
    while (in.nextElement()) {
      if (size == array.length) {
        array = Arrays.copyOf(array, 2 * size);
      }
      array[size++] = readDoubleArray(in);
    }
    return Arrays.copyOf(array, size);
  }

  private static void writeDoubleArrayArray(JsonWriter out, double[][] value) {
    out.beginArray();
    for (double[] element : value) {
      writeDoubleArray(out, element);
    }
    out.endArray();
  }

  private static double[] readDoubleArray(JsonReader in) {
    double[] array = new double[16];
    int size = 0;
    in.beginArray();
    while (in.nextElement()) {
      if (size == array.length) {
        array = Arrays.copyOf(array, 2 * size);
      }
      array[size++] = in.readDouble();
    }
    return Arrays.copyOf(array, size);
  }

  private static void writeDoubleArray(JsonWriter out, double[] value) {
    out.beginArray();
    for (double element : value) {
      out.value(element);
    }
    out.endArray();
  }

  private static List<byte[]> readByteArrayList(JsonReader in) {
    List<byte[]> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(in.readBase64());
    }
    return list;
  }

  private static void writeByteArrayList(JsonWriter out, List<byte[]> value) {
    out.beginArray();
    for (byte[] element : value) {
      out.base64(element);
    }
    out.endArray();
  }

  private static CharSequence[] readCharSequenceArray(JsonReader in) {
    CharSequence[] array = new CharSequence[16];
    int size = 0;
    in.beginArray();
    while (in.nextElement()) {
      if (size == array.length) {
        array = Arrays.copyOf(array, 2 * size);
      }
      array[size++] = in.readString();
    }
    return Arrays.copyOf(array, size);
  }

  private static void writeCharSequenceArray(JsonWriter out, CharSequence[] value) {
    out.beginArray();
    for (CharSequence element : value) {
      out.value(element.toString());
    }
    out.endArray();
  }

  private static Map<String, BigDecimal> readStringBigDecimalMap(JsonReader in) {
    Map<String, BigDecimal> map = new LinkedHashMap<>();
    in.beginMap();
    for (String name; (name = in.nextKey()) != null; ) {
      map.put(name, in.readBigDecimal());
    }
    return map;
  }

  private static void writeStringBigDecimalMap(JsonWriter out, Map<String, BigDecimal> value) {
    out.beginObject();
    for (Map.Entry<String, BigDecimal> entry : value.entrySet()) {
      out.name(entry.getKey()).value(entry.getValue());
    }
    out.endObject();
  }

  private static Map<Values.Unit, List<Values.Item>> readUnitItemListMap(JsonReader in) {
    Map<Values.Unit, List<Values.Item>> map = new LinkedHashMap<>();
    in.beginObject(UnitJson.FIELDS);
    for (int field; (field = in.nextField()) != JsonReader.END; ) {
      if (!in.tryNull()) {
        map.put(UnitJson.constant(field), readItemList(in));
      }
    }
    return map;
  }

  private static void writeUnitItemListMap(JsonWriter out,
      Map<Values.Unit, List<Values.Item>> value) {
    out.beginObject();
    for (Map.Entry<Values.Unit, List<Values.Item>> entry : value.entrySet()) {
      writeItemList(out.name(UnitJson.name(entry.getKey())), entry.getValue());
    }
    out.endObject();
  }

  private static List<Values.Item> readItemList(JsonReader in) {
    List<Values.Item> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(ItemJson.read(in));
    }
    return list;
  }

  private static void writeItemList(JsonWriter out, List<Values.Item> value) {
    out.beginArray();
    for (Values.Item element : value) {
      ItemJson.write(out, element);
    }
    out.endArray();
  }

  private static Map<String, Map<String, String[]>> readStringStringStringArrayMapMap(
      JsonReader in) {
    Map<String, Map<String, String[]>> map = new LinkedHashMap<>();
    in.beginMap();
    for (String name; (name = in.nextKey()) != null; ) {
      map.put(name, readStringStringArrayMap(in));
    }
    return map;
  }

  private static void writeStringStringStringArrayMapMap(JsonWriter out,
      Map<String, Map<String, String[]>> value) {
    out.beginObject();
    for (Map.Entry<String, Map<String, String[]>> entry : value.entrySet()) {
      writeStringStringArrayMap(out.name(entry.getKey()), entry.getValue());
    }
    out.endObject();
  }

  private static Map<String, String[]> readStringStringArrayMap(JsonReader in) {
    Map<String, String[]> map = new LinkedHashMap<>();
    in.beginMap();
    for (String name; (name = in.nextKey()) != null; ) {
      map.put(name, readStringArray(in));
    }
    return map;
  }

  private static void writeStringStringArrayMap(JsonWriter out, Map<String, String[]> value) {
    out.beginObject();
    for (Map.Entry<String, String[]> entry : value.entrySet()) {
      writeStringArray(out.name(entry.getKey()), entry.getValue());
    }
    out.endObject();
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
    return Arrays.copyOf(array, size);
  }

  private static void writeStringArray(JsonWriter out, String[] value) {
    out.beginArray();
    for (String element : value) {
      out.value(element);
    }
    out.endArray();
  }

  private static List<Object> readObjectList(JsonReader in) {
    List<Object> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(in.readAny());
    }
    return list;
  }

  private static void writeObjectList(JsonWriter out, List<Object> value) {
    out.beginArray();
    for (Object element : value) {
      out.any(element);
    }
    out.endArray();
  }

  private static Map<String, Object> readStringObjectMap(JsonReader in) {
    Map<String, Object> map = new LinkedHashMap<>();
    in.beginMap();
    for (String name; (name = in.nextKey()) != null; ) {
      map.put(name, in.readAny());
    }
    return map;
  }

  private static void writeStringObjectMap(JsonWriter out, Map<String, Object> value) {
    out.beginObject();
    for (Map.Entry<String, Object> entry : value.entrySet()) {
      out.name(entry.getKey()).any(entry.getValue());
    }
    out.endObject();
  }

  private static Set<String> readStringSet(JsonReader in) {
    Set<String> set = new LinkedHashSet<>();
    in.beginArray();
    while (in.nextElement()) {
      int faults = in.faultCount();
      String element = in.readString();
      if (in.faultCount() == faults && !set.add(element)) {
        in.rejectDuplicate();
      }
    }
    return set;
  }

  private static void writeStringSet(JsonWriter out, Set<String> value) {
    out.beginArray();
    for (String element : value) {
      out.value(element);
    }
    out.endArray();
  }

  private static Map<String, Integer> readStringIntegerMap(JsonReader in) {
    Map<String, Integer> map = new LinkedHashMap<>();
    in.beginMap();
    for (String name; (name = in.nextKey()) != null; ) {
      map.put(name, in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
    return map;
  }

  private static void writeStringIntegerMap(JsonWriter out, Map<String, Integer> value) {
    out.beginObject();
    for (Map.Entry<String, Integer> entry : value.entrySet()) {
      out.name(entry.getKey()).value(entry.getValue());
    }
    out.endObject();
  }

  private static Set<BigDecimal> readBigDecimalSet(JsonReader in) {
    Set<BigDecimal> set = new LinkedHashSet<>();
    in.beginArray();
    while (in.nextElement()) {
      int faults = in.faultCount();
      BigDecimal element = in.readBigDecimal();
      if (in.faultCount() > faults) {
        continue;
      }
      JsonWriter written = new JsonWriter();
      written.value(element);
      if (in.repeats(written) || !set.add(element)) {
        in.rejectDuplicate();
      }
    }
    return set;
  }

  private static void writeBigDecimalSet(JsonWriter out, Set<BigDecimal> value) {
    out.beginArray();
    for (BigDecimal element : value) {
      out.value(element);
    }
    out.endArray();
  }

  private static short[] readShortArray(JsonReader in) {
    short[] array = new short[16];
    int size = 0;
    in.beginArray();
    while (in.nextElement()) {
      if (size == array.length) {
        array = Arrays.copyOf(array, 2 * size);
      }
      array[size++] = (short) in.readInt(Short.MIN_VALUE, Short.MAX_VALUE);
    }
    return Arrays.copyOf(array, size);
  }

  private static void writeShortArray(JsonWriter out, short[] value) {
    out.beginArray();
    for (short element : value) {
      out.value(element);
    }
    out.endArray();
  }

  private static boolean[][] readBooleanArrayArray(JsonReader in) {
    boolean[][] array = new boolean[16][];
    int size = 0;
    in.beginArray();
    while (in.nextElement()) {
      if (size == array.length) {
        array = Arrays.copyOf(array, 2 * size);
      }
      array[size++] = readBooleanArray(in);
    }
    return Arrays.copyOf(array, size);
  }

  private static void writeBooleanArrayArray(JsonWriter out, boolean[][] value) {
    out.beginArray();
    for (boolean[] element : value) {
      writeBooleanArray(out, element);
    }
    out.endArray();
  }

  private static boolean[] readBooleanArray(JsonReader in) {
    boolean[] array = new boolean[16];
    int size = 0;
    in.beginArray();
    while (in.nextElement()) {
      if (size == array.length) {
        array = Arrays.copyOf(array, 2 * size);
      }
      array[size++] = in.readBoolean();
    }
    return Arrays.copyOf(array, size);
  }

  private static void writeBooleanArray(JsonWriter out, boolean[] value) {
    out.beginArray();
    for (boolean element : value) {
      out.value(element);
    }
    out.endArray();
  }

  private static Map<String, Object>[] readStringObjectMapArray(JsonReader in) {
    Map<String, Object>[] array = Arrays.copyOf(array(), 16);
    int size = 0;
    in.beginArray();
    while (in.nextElement()) {
      if (size == array.length) {
        array = Arrays.copyOf(array, 2 * size);
      }
      array[size++] = readStringObjectMap(in);
    }
    return Arrays.copyOf(array, size);
  }

  private static void writeStringObjectMapArray(JsonWriter out, Map<String, Object>[] value) {
    out.beginArray();
    for (Map<String, Object> element : value) {
      writeStringObjectMap(out, element);
    }
    out.endArray();
  }

  private static List<String>[][] readStringListArrayArray(JsonReader in) {
    List<String>[][] array = Arrays.copyOf(array(), 16);
    int size = 0;
    in.beginArray();
    while (in.nextElement()) {
      if (size == array.length) {
        array = Arrays.copyOf(array, 2 * size);
      }
      array[size++] = readStringListArray(in);
    }
    return Arrays.copyOf(array, size);
  }

  private static void writeStringListArrayArray(JsonWriter out, List<String>[][] value) {
    out.beginArray();
    for (List<String>[] element : value) {
      writeStringListArray(out, element);
    }
    out.endArray();
  }

  private static List<String>[] readStringListArray(JsonReader in) {
    List<String>[] array = Arrays.copyOf(array(), 16);
    int size = 0;
    in.beginArray();
    while (in.nextElement()) {
      if (size == array.length) {
        array = Arrays.copyOf(array, 2 * size);
      }
      array[size++] = readStringList(in);
    }
    return Arrays.copyOf(array, size);
  }

  private static void writeStringListArray(JsonWriter out, List<String>[] value) {
    out.beginArray();
    for (List<String> element : value) {
      writeStringList(out, element);
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

  private static void writeStringList(JsonWriter out, List<String> value) {
    out.beginArray();
    for (String element : value) {
      out.value(element);
    }
    out.endArray();
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static <T> T[] array(T... elements) {
    return elements;
  }

  /**
   * All tools in one class: a class for each would be slower to start.
   */
  private record Adapter(Values owner, ToolSpec spec, int tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      JsonReader in = JsonReader.of(argumentsJson);
      return switch (tool) {
        case SCALARS -> ScalarsCall.read(owner, in);
        case COLLECTIONS -> CollectionsCall.read(owner, in);
        case MAPS -> MapsCall.read(owner, in);
        case UNTYPED -> UntypedCall.read(owner, in);
        case OPTIONS -> OptionsCall.read(owner, in);
        case DEFAULTS -> DefaultsCall.read(owner, in);
        case ARRAYS -> ArraysCall.read(owner, in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code scalars}.
   */
  private record ScalarsCall(Values owner, char letter, Character boxed, CharSequence text,
      BigInteger whole, BigDecimal exact, byte[] bytes) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("letter", "a string of one character up to U+FFFF")
        .required("boxed", "a string of one character up to U+FFFF")
        .required("text", "a string")
        .required("whole", "an integer")
        .required("exact", "a number")
        .required("bytes", "a string of padded Base64")
        .build();

    static PreparedCall read(Values owner, JsonReader in) {
      char letter = 0;
      Character boxed = null;
      CharSequence text = null;
      BigInteger whole = null;
      BigDecimal exact = null;
      byte[] bytes = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> letter = in.readChar();
          case 1 -> boxed = in.readChar();
          case 2 -> text = in.readString();
          case 3 -> whole = in.readBigInteger();
          case 4 -> exact = in.readBigDecimal();
          case 5 -> bytes = in.readBase64();
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("scalars", in.faults());
      }
      return new ScalarsCall(owner, letter, boxed, text, whole, exact, bytes);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      out.name("letter").value(letter);
      out.name("boxed").value(boxed);
      out.name("text").value(text.toString());
      out.name("whole").value(whole);
      out.name("exact").value(exact);
      out.name("bytes").base64(bytes);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      BigDecimal result = Objects.requireNonNull(owner.scalars(letter, boxed, text, whole, exact,
          bytes), "scalars returned null");
      JsonWriter out = new JsonWriter();
      try {
        out.value(result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("scalars", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * A checked call of {@code collections}.
   */
  private record CollectionsCall(Values owner, Collection<String> names, Set<Values.Unit> units,
      Values.Item[] items, int[] numbers, double[][] rows, List<byte[]> blobs,
      CharSequence[] more) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("names", "an array")
        .required("units", "an array")
        .required("items", "an array")
        .required("numbers", "an array")
        .required("rows", "an array")
        .required("blobs", "an array")
        .required("more", "an array")
        .build();

    static PreparedCall read(Values owner, JsonReader in) {
      Collection<String> names = null;
      Set<Values.Unit> units = null;
      Values.Item[] items = null;
      int[] numbers = null;
      double[][] rows = null;
      List<byte[]> blobs = null;
      CharSequence[] more = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> names = readStringCollection(in);
          case 1 -> units = readUnitSet(in);
          case 2 -> items = readItemArray(in);
          case 3 -> numbers = readIntArray(in);
          case 4 -> rows = readDoubleArrayArray(in);
          case 5 -> blobs = readByteArrayList(in);
          case 6 -> more = readCharSequenceArray(in);
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("collections", in.faults());
      }
      return new CollectionsCall(owner, names, units, items, numbers, rows, blobs, more);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      writeStringCollection(out.name("names"), names);
      writeUnitSet(out.name("units"), units);
      writeItemArray(out.name("items"), items);
      writeIntArray(out.name("numbers"), numbers);
      writeDoubleArrayArray(out.name("rows"), rows);
      writeByteArrayList(out.name("blobs"), blobs);
      writeCharSequenceArray(out.name("more"), more);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      Set<Values.Unit> result = Objects.requireNonNull(owner.collections(names, units, items,
          numbers, rows, blobs, more), "collections returned null");
      JsonWriter out = new JsonWriter();
      try {
        writeUnitSet(out, result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("collections", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * A checked call of {@code maps}.
   */
  private record MapsCall(Values owner, Map<String, BigDecimal> prices,
      Map<Values.Unit, List<Values.Item>> stock,
      Map<String, Map<String, String[]>> tree) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("prices", "an object")
        .required("stock", "an object")
        .required("tree", "an object")
        .build();

    static PreparedCall read(Values owner, JsonReader in) {
      Map<String, BigDecimal> prices = null;
      Map<Values.Unit, List<Values.Item>> stock = null;
      Map<String, Map<String, String[]>> tree = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> prices = readStringBigDecimalMap(in);
          case 1 -> stock = readUnitItemListMap(in);
          case 2 -> tree = readStringStringStringArrayMapMap(in);
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("maps", in.faults());
      }
      return new MapsCall(owner, prices, stock, tree);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      writeStringBigDecimalMap(out.name("prices"), prices);
      writeUnitItemListMap(out.name("stock"), stock);
      writeStringStringStringArrayMapMap(out.name("tree"), tree);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      Map<Values.Unit, List<Values.Item>> result = Objects.requireNonNull(owner.maps(prices, stock,
          tree), "maps returned null");
      JsonWriter out = new JsonWriter();
      try {
        writeUnitItemListMap(out, result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("maps", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * A checked call of {@code untyped}.
   */
  private record UntypedCall(Values owner, Object any, List<Object> list, Map<String, Object> map,
      Optional<Object> perhaps) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("any", "any value")
        .required("list", "an array")
        .required("map", "an object")
        .optional("perhaps")
        .build();

    static PreparedCall read(Values owner, JsonReader in) {
      Object any = null;
      List<Object> list = null;
      Map<String, Object> map = null;
      Optional<Object> perhaps = Optional.empty();
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> any = in.readAny();
          case 1 -> list = readObjectList(in);
          case 2 -> map = readStringObjectMap(in);
          case 3 -> {
            if (!in.tryNull()) {
              perhaps = Optional.ofNullable(in.readAny());
            }
          }
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("untyped", in.faults());
      }
      return new UntypedCall(owner, any, list, map, perhaps);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      out.name("any").any(any);
      writeObjectList(out.name("list"), list);
      writeStringObjectMap(out.name("map"), map);
      if (perhaps.isPresent()) {
        out.name("perhaps").any(perhaps.get());
      }
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      Object result = Objects.requireNonNull(owner.untyped(any, list, map, perhaps),
          "untyped returned null");
      JsonWriter out = new JsonWriter();
      try {
        out.any(result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("untyped", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * A checked call of {@code options}.
   */
  private record OptionsCall(Values owner, OptionalInt number, OptionalLong big,
      OptionalDouble real, Optional<Character> letter, Optional<Set<String>> names,
      Optional<Map<String, Integer>> prices,
      Optional<Set<BigDecimal>> sums) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .optional("number")
        .optional("big")
        .optional("real")
        .optional("letter")
        .optional("names")
        .optional("prices")
        .optional("sums")
        .build();

    static PreparedCall read(Values owner, JsonReader in) {
      OptionalInt number = OptionalInt.empty();
      OptionalLong big = OptionalLong.empty();
      OptionalDouble real = OptionalDouble.empty();
      Optional<Character> letter = Optional.empty();
      Optional<Set<String>> names = Optional.empty();
      Optional<Map<String, Integer>> prices = Optional.empty();
      Optional<Set<BigDecimal>> sums = Optional.empty();
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> {
            if (!in.tryNull()) {
              number = OptionalInt.of(in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE));
            }
          }
          case 1 -> {
            if (!in.tryNull()) {
              big = OptionalLong.of(in.readLong(Long.MIN_VALUE, Long.MAX_VALUE));
            }
          }
          case 2 -> {
            if (!in.tryNull()) {
              real = OptionalDouble.of(in.readDouble());
            }
          }
          case 3 -> {
            if (!in.tryNull()) {
              letter = Optional.of(in.readChar());
            }
          }
          case 4 -> {
            if (!in.tryNull()) {
              names = Optional.of(readStringSet(in));
            }
          }
          case 5 -> {
            if (!in.tryNull()) {
              prices = Optional.of(readStringIntegerMap(in));
            }
          }
          case 6 -> {
            if (!in.tryNull()) {
              sums = Optional.of(readBigDecimalSet(in));
            }
          }
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("options", in.faults());
      }
      return new OptionsCall(owner, number, big, real, letter, names, prices, sums);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      if (number.isPresent()) {
        out.name("number").value(number.getAsInt());
      }
      if (big.isPresent()) {
        out.name("big").value(big.getAsLong());
      }
      if (real.isPresent()) {
        out.name("real").value(real.getAsDouble());
      }
      if (letter.isPresent()) {
        out.name("letter").value(letter.get());
      }
      if (names.isPresent()) {
        writeStringSet(out.name("names"), names.get());
      }
      if (prices.isPresent()) {
        writeStringIntegerMap(out.name("prices"), prices.get());
      }
      if (sums.isPresent()) {
        writeBigDecimalSet(out.name("sums"), sums.get());
      }
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      char result = owner.options(number, big, real, letter, names, prices, sums);
      JsonWriter out = new JsonWriter();
      out.value(result);
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * A checked call of {@code defaults}.
   */
  private record DefaultsCall(Values owner, char letter, CharSequence text, BigInteger whole,
      BigDecimal exact, byte[] bytes, Set<Values.Unit> units, short[] numbers, boolean[][] rows,
      Map<String, Integer> prices, Map<Values.Unit, Integer> stock, Object any,
      List<Object> list) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .optional("letter")
        .optional("text")
        .optional("whole")
        .optional("exact")
        .optional("bytes")
        .optional("units")
        .optional("numbers")
        .optional("rows")
        .optional("prices")
        .optional("stock")
        .optional("any")
        .optional("list")
        .build();

    static PreparedCall read(Values owner, JsonReader in) {
      char letter = "x".charAt(0);
      CharSequence text = "plain";
      BigInteger whole = new BigInteger("100000000000000000000");
      BigDecimal exact = new BigDecimal("1.50");
      byte[] bytes = null;
      Set<Values.Unit> units = null;
      short[] numbers = null;
      boolean[][] rows = null;
      Map<String, Integer> prices = null;
      Map<Values.Unit, Integer> stock = null;
      Object any = null;
      List<Object> list = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> {
            if (!in.tryNull()) {
              letter = in.readChar();
            }
          }
          case 1 -> {
            if (!in.tryNull()) {
              text = in.readString();
            }
          }
          case 2 -> {
            if (!in.tryNull()) {
              whole = in.readBigInteger();
            }
          }
          case 3 -> {
            if (!in.tryNull()) {
              exact = in.readBigDecimal();
            }
          }
          case 4 -> {
            if (!in.tryNull()) {
              bytes = in.readBase64();
            }
          }
          case 5 -> {
            if (!in.tryNull()) {
              units = readUnitSet(in);
            }
          }
          case 6 -> {
            if (!in.tryNull()) {
              numbers = readShortArray(in);
            }
          }
          case 7 -> {
            if (!in.tryNull()) {
              rows = readBooleanArrayArray(in);
            }
          }
          case 8 -> {
            if (!in.tryNull()) {
              prices = readStringIntegerMap(in);
            }
          }
          case 9 -> {
            if (!in.tryNull()) {
              stock = readUnitIntegerMap(in);
            }
          }
          case 10 -> {
            if (!in.tryNull()) {
              any = in.readAny();
            }
          }
          case 11 -> {
            if (!in.tryNull()) {
              list = readObjectList(in);
            }
          }
          default -> in.skip();
        }
      }
      if (bytes == null) {
        bytes = Base64.getDecoder().decode("AAEC");
      }
      if (units == null) {
        units = new LinkedHashSet<>(List.of(Values.Unit.DOZEN, Values.Unit.PIECE));
      }
      if (numbers == null) {
        numbers = new short[] {(short) 1, (short) -2};
      }
      if (rows == null) {
        rows = new boolean[][] {new boolean[] {}, new boolean[] {true}};
      }
      if (prices == null) {
        prices = readStringIntegerMap(JsonReader.of("{\"b\":1,\"a\":2}"));
      }
      if (stock == null) {
        stock = readUnitIntegerMap(JsonReader.of("{}"));
      }
      if (any == null) {
        any = JsonReader.of("{\"a\":[1.5]}").readAny();
      }
      if (list == null) {
        list = readObjectList(JsonReader.of("[1,null]"));
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("defaults", in.faults());
      }
      return new DefaultsCall(owner, letter, text, whole, exact, bytes, units, numbers, rows, prices, stock, any, list);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      out.name("letter").value(letter);
      out.name("text").value(text.toString());
      out.name("whole").value(whole);
      out.name("exact").value(exact);
      out.name("bytes").base64(bytes);
      writeUnitSet(out.name("units"), units);
      writeShortArray(out.name("numbers"), numbers);
      writeBooleanArrayArray(out.name("rows"), rows);
      writeStringIntegerMap(out.name("prices"), prices);
      writeUnitIntegerMap(out.name("stock"), stock);
      out.name("any").any(any);
      writeObjectList(out.name("list"), list);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      byte[] result = Objects.requireNonNull(owner.defaults(letter, text, whole, exact, bytes,
          units, numbers, rows, prices, stock, any, list), "defaults returned null");
      JsonWriter out = new JsonWriter();
      try {
        out.base64(result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("defaults", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * A checked call of {@code arrays}.
   */
  private record ArraysCall(Values owner, Map<String, Object>[] tables, List<String>[][] cubes,
      List<String>[] rows, int[] many) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("tables", "an array")
        .required("cubes", "an array")
        .optional("rows")
        .optional("many")
        .build();

    static PreparedCall read(Values owner, JsonReader in) {
      Map<String, Object>[] tables = null;
      List<String>[][] cubes = null;
      List<String>[] rows = null;
      int[] many = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> tables = readStringObjectMapArray(in);
          case 1 -> cubes = readStringListArrayArray(in);
          case 2 -> {
            if (!in.tryNull()) {
              rows = readStringListArray(in);
            }
          }
          case 3 -> {
            if (!in.tryNull()) {
              many = readIntArray(in);
            }
          }
          default -> in.skip();
        }
      }
      if (rows == null) {
        rows = array(new ArrayList<>(List.of("a")), new ArrayList<>());
      }
      if (many == null) {
        many = readIntArray(JsonReader.of("[1,2,3,4,5,6,7,8,9,10,11,12]"));
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("arrays", in.faults());
      }
      return new ArraysCall(owner, tables, cubes, rows, many);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      writeStringObjectMapArray(out.name("tables"), tables);
      writeStringListArrayArray(out.name("cubes"), cubes);
      writeStringListArray(out.name("rows"), rows);
      writeIntArray(out.name("many"), many);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      Map<String, Object>[] result = Objects.requireNonNull(owner.arrays(tables, cubes, rows, many),
          "arrays returned null");
      JsonWriter out = new JsonWriter();
      try {
        writeStringObjectMapArray(out, result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("arrays", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * {@link Values.Unit} as JSON.
   */
  private static final class UnitJson {
    private static final String[] NAMES = {"PIECE", "12"};

    private static final JsonFields FIELDS = JsonFields.builder()
        .optional("PIECE")
        .optional("12")
        .build();

    static Values.Unit read(JsonReader in) {
      return constant(in.readEnum(NAMES));
    }

    static Values.Unit constant(int index) {
      return switch (index) {
        case 0 -> Values.Unit.PIECE;
        case 1 -> Values.Unit.DOZEN;
        default -> null;
      };
    }

    static void write(JsonWriter out, Values.Unit value) {
      out.value(name(value));
    }

    static String name(Values.Unit value) {
      return switch (value) {
        case PIECE -> "PIECE";
        case DOZEN -> "12";
      };
    }
  }

  /**
   * {@link Values.Item} as JSON.
   */
  private static final class ItemJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("name", "a string")
        .required("amounts", "an object")
        .optional("shelf")
        .build();

    static Values.Item read(JsonReader in) {
      int faults = in.faultCount();
      String name = null;
      Map<Values.Unit, Integer> amounts = null;
      OptionalInt shelf = OptionalInt.empty();
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> name = in.readString();
          case 1 -> amounts = readUnitIntegerMap(in);
          case 2 -> {
            if (!in.tryNull()) {
              shelf = OptionalInt.of(in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE));
            }
          }
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Values.Item(name, amounts, shelf);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Values.Item value) {
      out.beginObject();
      out.name("name").value(value.name());
      writeUnitIntegerMap(out.name("amounts"), value.amounts());
      if (value.shelf().isPresent()) {
        out.name("shelf").value(value.shelf().getAsInt());
      }
      out.endObject();
    }
  }
}
