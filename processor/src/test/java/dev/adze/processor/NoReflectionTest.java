package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.internal.JsonTree;
import dev.adze.tool.FunctionTool;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing of a user's is called by reflection. Every use of it in class files, generated ones and
 * the runtime's, is listed here with its reason; one that is not listed fails.
 */
class NoReflectionTest {
  /** Owners of methods by which programs look at, load or call what the compiler did not link. */
  private static final Set<String> REFLECTIVE =
      Set.of("java/lang/Class", "java/lang/ClassLoader", "java/util/ServiceLoader");

  /** Methods of a class object that only say what it is called, or what a value is. */
  private static final Set<String> HARMLESS =
      Set.of(
          "getName",
          "getSimpleName",
          "isInstance",
          "cast",
          "desiredAssertionStatus",
          "hashCode",
          "equals",
          "toString",
          "isArray",
          "getComponentType",
          "getInterfaces",
          "getSuperclass",
          "isAssignableFrom",
          "getModule",
          "getClassLoader",
          "getPackageName",
          "isInterface",
          "isHidden",
          "isSealed",
          "isRecord",
          "isEnum",
          "getEnumConstants",
          "getTypeName");

  /** What lambdas and string concatenation are linked by, in advance too. */
  private static final Set<String> LINKED =
      Set.of("java/lang/invoke/LambdaMetafactory", "java/lang/invoke/StringConcatFactory");

  @TempDir Path output;

  /** The runtime's uses: all of the JDK's own classes, none of a user's. */
  private static final Map<String, Set<String>> LISTED =
      Map.of(
          // Makes a generated binder by its name, or as a service; GraalVM builds services in.
          "dev/adze/agent/BinderLookup",
          Set.of(
              "Class.asSubclass",
              "Class.forName",
              "Class.getConstructor",
              "Class.getDeclaringClass",
              "Constructor.newInstance",
              "ServiceLoader.load",
              "ServiceLoader.stream"),
          // Console.isTerminal is new in JDK 22, and this is compiled for 17.
          "dev/adze/approval/SystemTerminal",
          Set.of("Class.getMethod", "Method.invoke"),
          // Only says where a class comes from, in the user's test.
          "dev/adze/contract/Contracts",
          Set.of("Class.getProtectionDomain"),
          // Thread.ofVirtual is new in JDK 21, and this is compiled for 17.
          "dev/adze/internal/Threads",
          Set.of("Class.forName", "Class.getMethod", "Method.invoke"));

  private static final String METADATA =
      "/META-INF/native-image/dev.adze/adze-runtime/reachability-metadata.json";

  @Test
  void generatedCodeHasNone() throws IOException {
    Path golden = Path.of("src/test/resources/golden");
    for (String name : GoldenTest.cases().toList()) {
      Compiled compiled =
          Compiled.compile().sources(golden.resolve(name).resolve("in")).into(output.resolve(name));
      assertThat(compiled.success).as("%s", compiled.texts()).isTrue();
    }

    assertThat(uses(output)).isEmpty();
  }

  @Test
  void theRuntimeHasOnlyWhatIsListed() throws IOException {
    Path runtime = Path.of(Compiled.location("dev.adze.tool.FunctionTool"));

    if (Files.isDirectory(runtime)) {
      assertThat(uses(runtime)).containsExactlyInAnyOrderEntriesOf(LISTED);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(runtime)) {
        assertThat(uses(jar.getPath("/"))).containsExactlyInAnyOrderEntriesOf(LISTED);
      }
    }
  }

  /** A native image has no method that is only named at run time, unless it is told so. */
  @Test
  void nativeImagesAreToldOfEveryMethodThatIsNamed() throws Exception {
    String metadata;
    try (InputStream in = FunctionTool.class.getResourceAsStream(METADATA)) {
      metadata = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    List<String> methods = new ArrayList<>();
    for (JsonTree type :
        ((JsonTree.Elements) member(JsonTree.parse(metadata), "reflection")).elements()) {
      for (JsonTree method : ((JsonTree.Elements) member(type, "methods")).elements()) {
        methods.add(text(member(type, "type")) + "." + text(member(method, "name")));
      }
    }

    assertThat(methods)
        .containsExactly(
            "java.io.Console.isTerminal",
            "java.lang.Thread.ofVirtual",
            "java.lang.Thread$Builder.factory");
  }

  private static JsonTree member(JsonTree object, String name) {
    return ((JsonTree.Members) object).members().get(name);
  }

  private static String text(JsonTree json) {
    return ((JsonTree.Text) json).value();
  }

  private static Map<String, Set<String>> uses(Path folder) throws IOException {
    Map<String, Set<String>> uses = new TreeMap<>();
    for (Path file : Compiled.filesBelow(folder)) {
      if (file.toString().endsWith(".class")) {
        Set<String> found = reflectiveReferences(file);
        if (!found.isEmpty()) {
          String type = folder.relativize(file).toString().replace('\\', '/');
          uses.put(type.replaceAll("(\\$.*)?\\.class$", ""), found);
        }
      }
    }
    return uses;
  }

  /** The methods and types in the constant pool of a class file that are reflection's. */
  private static Set<String> reflectiveReferences(Path file) throws IOException {
    Map<Integer, Object> pool = new HashMap<>();
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      in.skipBytes(8);
      int count = in.readUnsignedShort();
      for (int i = 1; i < count; i++) {
        int tag = in.readUnsignedByte();
        pool.put(i, entry(tag, in));
        i += tag == 5 || tag == 6 ? 1 : 0; // Longs and doubles take two places.
      }
    }
    Set<String> found = new TreeSet<>();
    for (Object entry : pool.values()) {
      if (entry instanceof Member member) {
        String owner = (String) pool.get(((Reference) pool.get(member.owner())).target());
        NameAndType name = (NameAndType) pool.get(member.nameAndType());
        String method = (String) pool.get(name.name());
        if (isReflective(owner, method)) {
          found.add(owner.substring(owner.lastIndexOf('/') + 1) + "." + method);
        }
      }
    }
    return found;
  }

  /** A reference to a method or a field. */
  private record Member(int owner, int nameAndType) {}

  private record NameAndType(int name) {}

  private record Reference(int target) {}

  private static Object entry(int tag, DataInputStream in) throws IOException {
    return switch (tag) {
      case 1 -> in.readUTF();
      case 3, 4 -> in.readInt();
      case 5, 6 -> in.readLong();
      case 7, 8, 16, 19, 20 -> new Reference(in.readUnsignedShort());
      case 9, 10, 11 -> new Member(in.readUnsignedShort(), in.readUnsignedShort());
      case 12 -> {
        int name = in.readUnsignedShort();
        in.readUnsignedShort();
        yield new NameAndType(name);
      }
      case 15 -> {
        in.readUnsignedByte();
        yield new Reference(in.readUnsignedShort());
      }
      case 17, 18 -> in.readInt();
      default -> throw new IOException("An unknown constant: " + tag);
    };
  }

  private static boolean isReflective(String owner, String method) {
    return owner.startsWith("java/lang/reflect/")
        || (owner.startsWith("java/lang/invoke/") && !LINKED.contains(owner))
        || REFLECTIVE.contains(owner) && !HARMLESS.contains(method);
  }
}
