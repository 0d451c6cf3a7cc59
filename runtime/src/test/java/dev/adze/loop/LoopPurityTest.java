package dev.adze.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The class files of the loop name nothing that could make two replays differ. */
class LoopPurityTest {
  private static final List<String> FORBIDDEN =
      List.of(
          "dev/adze/tool/FunctionTool",
          "dev/adze/tool/PreparedCall",
          "dev/adze/tool/ToolHandler",
          "dev/adze/tool/ToolContext",
          "dev/adze/tool/ToolBinder",
          "dev/adze/approval/Approver",
          "dev/adze/approval/ApprovalPolicy",
          "dev/adze/approval/ApprovalRules",
          "dev/adze/model/ModelClient",
          "dev/adze/model/ModelCall",
          "dev/adze/agent/",
          "java/time/Clock",
          "java/time/Instant.now",
          "java/lang/System.",
          "java/lang/Math.random",
          "java/lang/Thread",
          "java/lang/Throwable.get",
          "java/lang/Object.hashCode",
          "java/lang/System.identityHashCode",
          "java/util/Random",
          "java/util/SplittableRandom",
          "java/util/UUID",
          "java/util/HashMap",
          "java/util/HashSet",
          "java/util/IdentityHashMap",
          "java/util/Map.of",
          "java/util/Set.of",
          "java/util/stream/Collectors.toSet",
          "java/util/stream/Collectors.toMap",
          "java/util/concurrent/",
          "java/io/",
          "java/net/",
          "java/nio/");

  @Test
  void loopNamesNothingImpure() throws IOException, URISyntaxException {
    Path classes = Path.of(RunLoop.class.getResource("RunLoop.class").toURI()).getParent();
    Set<String> found = new TreeSet<>();
    int files = 0;
    try (Stream<Path> all = Files.list(classes)) {
      for (Path file : all.filter(path -> isOfTheLoop(path)).toList()) {
        files++;
        for (String reference : ClassReferences.of(file)) {
          FORBIDDEN.stream()
              .filter(reference::startsWith)
              .forEach(rule -> found.add(file.getFileName() + ": " + reference));
        }
      }
    }

    assertThat(found).isEmpty();
    assertThat(files).isGreaterThan(10);
  }

  @Test
  void theCheckSeesWhatItLooksFor() throws IOException, URISyntaxException {
    Path self = Path.of(LoopPurityTest.class.getResource("LoopPurityTest.class").toURI());

    assertThat(ClassReferences.of(self)).contains("java/nio/file/Files", "java/util/List.of");
  }

  private static boolean isOfTheLoop(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".class") && !name.contains("Test");
  }

  /** Reads the constant pool of a class file: the classes and members that its code names. */
  private static final class ClassReferences {
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;

    static Set<String> of(Path file) throws IOException {
      try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
        in.skipNBytes(8);
        int count = in.readUnsignedShort();
        int[] tags = new int[count];
        int[] first = new int[count];
        int[] second = new int[count];
        String[] texts = new String[count];
        for (int i = 1; i < count; i++) {
          tags[i] = in.readUnsignedByte();
          switch (tags[i]) {
            case UTF8 -> texts[i] = in.readUTF();
            case 3, 4 -> in.skipNBytes(4);
            case 5, 6 -> {
              in.skipNBytes(8);
              i++;
            }
            case CLASS, 8, 16, 19, 20 -> first[i] = in.readUnsignedShort();
            case 15 -> in.skipNBytes(3);
            default -> {
              first[i] = in.readUnsignedShort();
              second[i] = in.readUnsignedShort();
            }
          }
        }
        return names(tags, first, second, texts);
      }
    }

    private static Set<String> names(int[] tags, int[] first, int[] second, String[] texts) {
      Set<String> names = new TreeSet<>();
      for (int i = 1; i < tags.length; i++) {
        switch (tags[i]) {
          case CLASS -> names.add(texts[first[i]]);
          case FIELD, METHOD, INTERFACE_METHOD ->
              names.add(texts[first[first[i]]] + "." + texts[first[second[i]]]);
          case NAME_AND_TYPE -> {
            // Types in descriptors, such as those of a lambda's parameters.
            for (String type : texts[second[i]].split("[()\\[;]")) {
              names.add(type.startsWith("L") ? type.substring(1) : type);
            }
          }
          default -> {}
        }
      }
      return names;
    }
  }
}
