package dev.adze.benchmarks.lab;

/** The hundred tools as a person would write them by hand: one class for each owner. */
final class LimitTools {
  /** What the ten classes have in common. */
  static final String INTERFACE =
      """
      package hundred;

      /** The tools of one owner. */
      public interface Tools {
        int count();

        String name(int tool);

        String schema(int tool);

        String call(int tool, String arguments);
      }
      """;

  private static final String PLACE =
      "{\"type\":\"object\",\"description\":\"where they live\",\"properties\":{\"street\":{\"type\":"
          + "\"string\",\"description\":\"the street\"},\"zip\":{\"type\":\"integer\",\"description\":"
          + "\"the code\",\"minimum\":-2147483648,\"maximum\":2147483647}},\"required\":[\"street\","
          + "\"zip\"],\"additionalProperties\":false}";

  private static final String INT =
      "{\"type\":\"integer\",\"description\":\"the\",\"minimum\":-2147483648,\"maximum\":2147483647}";

  private static final String STRING = "{\"type\":\"string\",\"description\":\"the\"}";

  private LimitTools() {}

  static String of(int owner) {
    StringBuilder names = new StringBuilder();
    StringBuilder schemas = new StringBuilder();
    StringBuilder calls = new StringBuilder();
    StringBuilder methods = new StringBuilder();
    for (int tool = 0; tool < 10; tool++) {
      String name = "tool" + owner + "_" + tool;
      names.append("      case %d -> \"%s\";\n".formatted(tool, name));
      String schema = schema(tool).replace("\"", "\\\"");
      schemas.append("      case %d -> \"%s\";\n".formatted(tool, schema));
      calls.append("      case %d -> %s(new StrictReader(arguments));\n".formatted(tool, name));
      methods.append(method(name, tool));
    }
    return """
    package hundred;

    import dev.adze.benchmarks.limit.StrictReader;
    import java.util.ArrayList;
    import java.util.List;

    /** The tools of one owner, by hand. */
    public final class OwnerNUMBERTools implements Tools {
      private static final String[] NAMES = {"first", "second", "third"};
      private static final String[] PLACE = {"street", "zip"};
      private static final String[] PERSON = {"name", "home", "tags"};

      private final OwnerNUMBER owner = new OwnerNUMBER();

      public int count() {
        return 10;
      }

      public String name(int tool) {
        return switch (tool) {
    CASES_NAMES      default -> throw new AssertionError(tool);
        };
      }

      public String schema(int tool) {
        return switch (tool) {
    CASES_SCHEMAS      default -> throw new AssertionError(tool);
        };
      }

      public String call(int tool, String arguments) {
        return switch (tool) {
    CASES_CALLS      default -> throw new AssertionError(tool);
        };
      }
    METHODS
      private static OwnerNUMBER.Heat heat(StrictReader in) {
        return OwnerNUMBER.Heat.valueOf(in.string());
      }

      private static List<String> strings(StrictReader in) {
        List<String> list = new ArrayList<>();
        in.beginArray();
        while (in.more(list.isEmpty(), ']')) {
          list.add(in.string());
        }
        return list;
      }

      private static OwnerNUMBER.Place place(StrictReader in) {
        String street = null;
        int zip = 0;
        int seen = 0;
        in.beginObject();
        while (in.more(seen == 0, '}')) {
          int name = in.name(PLACE, seen);
          seen |= 1 << name;
          if (name == 0) {
            street = in.string();
          } else {
            zip = in.integer();
          }
        }
        in.requireAll(seen, PLACE);
        return new OwnerNUMBER.Place(street, zip);
      }

      private static OwnerNUMBER.Person person(StrictReader in) {
        String name = null;
        OwnerNUMBER.Place home = null;
        List<String> tags = null;
        int seen = 0;
        in.beginObject();
        while (in.more(seen == 0, '}')) {
          int field = in.name(PERSON, seen);
          seen |= 1 << field;
          switch (field) {
            case 0 -> name = in.string();
            case 1 -> home = place(in);
            default -> tags = strings(in);
          }
        }
        in.requireAll(seen, PERSON);
        return new OwnerNUMBER.Person(name, home, tags);
      }
    }
    """
        .replace("CASES_NAMES", names)
        .replace("CASES_SCHEMAS", schemas)
        .replace("CASES_CALLS", calls)
        .replace("METHODS", methods)
        .replace("NUMBER", Integer.toString(owner));
  }

  private static String method(String name, int tool) {
    String[] types = types(tool);
    return """

      private String TOOL(StrictReader in) {
        TYPE0 first = DEFAULT0;
        TYPE1 second = DEFAULT1;
        TYPE2 third = DEFAULT2;
        int seen = 0;
        in.beginObject();
        while (in.more(seen == 0, '}')) {
          int name = in.name(NAMES, seen);
          seen |= 1 << name;
          switch (name) {
            case 0 -> first = READ0;
            case 1 -> second = READ1;
            default -> third = READ2;
          }
        }
        in.requireAll(seen, NAMES);
        in.end();
        return owner.TOOL(first, second, third);
      }
    """
        .replace("TOOL", name)
        .replace("TYPE0", type(types[0]))
        .replace("TYPE1", type(types[1]))
        .replace("TYPE2", type(types[2]))
        .replace("DEFAULT0", initial(types[0]))
        .replace("DEFAULT1", initial(types[1]))
        .replace("DEFAULT2", initial(types[2]))
        .replace("READ0", read(types[0]))
        .replace("READ1", read(types[1]))
        .replace("READ2", read(types[2]));
  }

  private static String[] types(int tool) {
    if (tool < 4) {
      return new String[] {"int", "String", "double"};
    }
    if (tool < 6) {
      return new String[] {"Heat", "List<String>", "boolean"};
    }
    return tool < 8
        ? new String[] {"Place", "int", "int"}
        : new String[] {"Person", "int", "String"};
  }

  private static String type(String type) {
    return switch (type) {
      case "Heat", "Place", "Person" -> "OwnerNUMBER." + type;
      default -> type;
    };
  }

  private static String initial(String type) {
    return switch (type) {
      case "int", "double" -> "0";
      case "boolean" -> "false";
      default -> "null";
    };
  }

  private static String read(String type) {
    return switch (type) {
      case "int" -> "in.integer()";
      case "double" -> "in.decimal()";
      case "boolean" -> "in.bool()";
      case "String" -> "in.string()";
      case "Heat" -> "heat(in)";
      case "Place" -> "place(in)";
      case "Person" -> "person(in)";
      default -> "strings(in)";
    };
  }

  private static String schema(int tool) {
    String strings =
        "{\"type\":\"array\",\"description\":\"words\",\"items\":{\"type\":\"string\"}}";
    if (tool < 4) {
      return object(INT, STRING, "{\"type\":\"number\",\"description\":\"the\"}");
    }
    if (tool < 6) {
      String heat = "{\"type\":\"string\",\"description\":\"the\",\"enum\":[\"LOW\",\"HIGH\"]}";
      return object(heat, strings, "{\"type\":\"boolean\",\"description\":\"the\"}");
    }
    if (tool < 8) {
      return object(PLACE, INT, INT);
    }
    String person =
        "{\"type\":\"object\",\"description\":\"the\",\"properties\":{\"name\":"
            + STRING
            + ",\"home\":"
            + PLACE
            + ",\"tags\":"
            + strings
            + "},\"required\":[\"name\",\"home\",\"tags\"],\"additionalProperties\":false}";
    return object(person, INT, STRING);
  }

  private static String object(String first, String second, String third) {
    return "{\"type\":\"object\",\"properties\":{\"first\":"
        + first
        + ",\"second\":"
        + second
        + ",\"third\":"
        + third
        + "},\"required\":[\"first\",\"second\",\"third\"],\"additionalProperties\":false}";
  }
}
