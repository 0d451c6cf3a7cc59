package dev.adze.benchmarks.lab;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The same hundred tools for each library: ten classes with ten methods, of which four take
 * scalars, two an enum and a list, two a record, and two a record with a record and a list in it.
 */
final class HundredTools {
  /** How many classes there are. */
  static final int OWNERS = 10;

  private static final String TYPES =
      """
        /** How hot. */
        public enum Heat {
          LOW,
          HIGH
        }

        /**
         * A place.
         *
         * @param street the street
         * @param zip the code
         */
        public record Place(String street, int zip) {}

        /**
         * A person.
         *
         * @param name the name
         * @param home where they live
         * @param tags words
         */
        public record Person(String name, Place home, List<String> tags) {}
      """;

  private static final String PRINT =
      """
          // Piece by piece: joining texts with + is start-up work of its own.
          System.out.print(count);
          System.out.print(" tools, characters of schema: ");
          System.out.println(length);
          if (args.length > 0) {
            System.out.print(java.nio.file.Files.readString(java.nio.file.Path.of("/proc/self/status")));
            System.out.print("CPU: ");
            System.out.println(((com.sun.management.OperatingSystemMXBean)
                java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime());
          }
        }
      }
      """;

  private HundredTools() {}

  static String parameters(int tool) {
    return tool < 4
        ? "int first, String second, double third"
        : tool < 6
            ? "Heat first, List<String> second, boolean third"
            : tool < 8
                ? "Place first, long second, int third"
                : "Person first, int second, String third";
  }

  /** An owner whose methods carry an annotation; empty for a library that needs none. */
  static String owner(int owner, String imported, String annotation) {
    String tools =
        IntStream.range(0, 10)
            .mapToObj(tool -> tool(owner, tool, annotation))
            .collect(Collectors.joining("\n"));
    return "package hundred;\n\n"
        + (imported.isEmpty() ? "" : "import " + imported + ";\n")
        + "import java.util.List;\n\n/** Ten tools. */\npublic class Owner"
        + owner
        + " {\n"
        + TYPES
        + "\n"
        + tools
        + "}\n";
  }

  private static String tool(int owner, int tool, String annotation) {
    return """
      /**
       * Does one thing.
       *
       * @param first the first
       * @param second the second
       * @param third the third
       */
    %s  public String tool%d_%d(%s) {
        return "" + first + second + third;
      }
    """
        .formatted(annotation, owner, tool, parameters(tool));
  }

  private static String owners(String form) {
    return IntStream.range(0, OWNERS)
        .mapToObj(owner -> form.formatted(owner))
        .collect(Collectors.joining(", "));
  }

  private static Sources annotated(String imported, String annotation, String main) {
    Sources sources = new Sources();
    for (int i = 0; i < OWNERS; i++) {
      sources.add("hundred/Owner" + i + ".java", owner(i, imported, annotation));
    }
    return sources.add("hundred/Main.java", main + PRINT);
  }

  static Sources adze() {
    return annotated(
        "dev.adze.annotation.Tool",
        "  @Tool\n",
        """
        package hundred;

        import dev.adze.agent.Agent;
        import dev.adze.model.ModelCall;
        import dev.adze.model.ModelClient;
        import dev.adze.model.ModelRequest;
        import dev.adze.tool.FunctionTool;

        /** Registers the tools with an agent. */
        public final class Main implements ModelClient {
          @Override
          public ModelCall newCall(ModelRequest request) {
            throw new UnsupportedOperationException("Nothing is asked here.");
          }

          public static void main(String[] args) throws Exception {
            Agent agent = Agent.builder().model(new Main(), "none").toolsOf(%s).build();
            int count = 0;
            int length = 0;
            for (FunctionTool tool : agent.tools()) {
              count++;
              length += tool.spec().inputSchema().length();
            }
        """
            .formatted(owners("new Owner%d()")));
  }

  static Sources langChain4j() {
    return annotated(
        "dev.langchain4j.agent.tool.Tool",
        "  @Tool\n",
        """
        package hundred;

        import dev.langchain4j.agent.tool.ToolSpecification;
        import dev.langchain4j.agent.tool.ToolSpecifications;
        import dev.langchain4j.internal.Json;
        import dev.langchain4j.internal.JsonSchemaElementUtils;

        /** Reads the tools and writes their schemas as the clients do. */
        public final class Main {
          public static void main(String[] args) throws Exception {
            int count = 0;
            int length = 0;
            for (Object owner : new Object[] {%s}) {
              for (ToolSpecification tool : ToolSpecifications.toolSpecificationsFrom(owner)) {
                count++;
                length += Json.toJson(JsonSchemaElementUtils.toMap(tool.parameters())).length();
              }
            }
        """
            .formatted(owners("new Owner%d()")));
  }

  static Sources springAi() {
    return annotated(
        "org.springframework.ai.tool.annotation.Tool",
        "  @Tool\n",
        """
        package hundred;

        import org.springframework.ai.support.ToolCallbacks;
        import org.springframework.ai.tool.ToolCallback;

        /** Reads the tools, whose definitions hold their schemas. */
        public final class Main {
          public static void main(String[] args) throws Exception {
            int count = 0;
            int length = 0;
            for (ToolCallback tool : ToolCallbacks.from(%s)) {
              count++;
              length += tool.getToolDefinition().inputSchema().length();
            }
        """
            .formatted(owners("new Owner%d()")));
  }

  static Sources adk() {
    return annotated(
        "",
        "",
        """
        package hundred;

        import com.google.adk.tools.FunctionTool;
        import java.lang.reflect.Method;

        /** Reads the tools and writes their declarations as the clients do. */
        public final class Main {
          public static void main(String[] args) throws Exception {
            int count = 0;
            int length = 0;
            for (Object owner : new Object[] {%s}) {
              for (Method method : owner.getClass().getDeclaredMethods()) {
                count++;
                length += FunctionTool.create(owner, method).declaration().orElseThrow().toJson().length();
              }
            }
        """
            .formatted(owners("new Owner%d()")));
  }

  /** What a person would write who knows the tools: constants and a switch, found by a service. */
  static Sources limit() {
    Sources sources =
        annotated(
            "",
            "",
            """
            package hundred;

            import java.util.ServiceLoader;

            /** Finds the tools. */
            public final class Main {
              public static void main(String[] args) throws Exception {
                int count = 0;
                int length = 0;
                for (Tools tools : ServiceLoader.load(Tools.class)) {
                  for (int tool = 0; tool < tools.count(); tool++) {
                    count += tools.name(tool).isEmpty() ? 0 : 1;
                    length += tools.schema(tool).length();
                  }
                }
            """);
    sources.add("hundred/Tools.java", LimitTools.INTERFACE);
    StringBuilder services = new StringBuilder();
    for (int i = 0; i < OWNERS; i++) {
      sources.add("hundred/Owner" + i + "Tools.java", LimitTools.of(i));
      services.append("hundred.Owner").append(i).append("Tools\n");
    }
    return sources.add("META-INF/services/hundred.Tools", services.toString());
  }

  static Sources nothing() {
    return new Sources()
        .add(
            "hundred/Main.java",
            """
            package hundred;

            /** Does nothing. */
            public final class Main {
              public static void main(String[] args) throws Exception {
                int count = 0;
                int length = 0;
            """
                + PRINT);
  }

  /** Of owners, all that differ in nothing but their number. */
  static List<String> annotatedOwners(int owners) {
    return IntStream.range(0, owners)
        .mapToObj(owner -> owner(owner, "dev.adze.annotation.Tool", "  @Tool\n"))
        .toList();
  }
}
