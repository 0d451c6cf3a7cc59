package dev.adze.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which classes a program loads before it has anything to show: each costs start-up time. */
@Timeout(60)
class StartUpTest {
  private static final Pattern LOADED = Pattern.compile("\\] (\\S+) source: (.*)");

  @TempDir private Path folder;

  private record Loaded(String name, String source) {
    boolean isOfTheArchive() {
      return source.startsWith("shared objects file");
    }
  }

  @Test
  void registeringToolsLoadsNoJsonLibraryAndNoHttp() throws Exception {
    List<Loaded> loaded = classesOf(Registration.class, Map.of(), "findTables {");
    assertThat(names(loaded))
        .contains("dev.adze.examples.RestaurantFunctionTools")
        .noneMatch(name -> name.startsWith("tools.jackson"))
        .noneMatch(name -> name.startsWith("okhttp3") || name.startsWith("okio"))
        .noneMatch(name -> name.startsWith("kotlin"));

    List<Loaded> own = loaded.stream().filter(c -> c.name().startsWith("dev.adze.")).toList();
    long beyond = loaded.stream().filter(c -> !c.isOfTheArchive()).count();
    System.out.printf(
        "Registering 3 tools on JDK %d: %d classes loaded, %d of them not from the JDK's archive,"
            + " %d of Adze and the example%n",
        Runtime.version().feature(), loaded.size(), beyond, own.size());
  }

  @Test
  void aStreamedRunLoadsTheTokenParserButNoDatabind() throws Exception {
    try (MockWebServer server = ChatServer.start()) {
      server.enqueue(ChatServer.callOfTheCalculator());
      server.enqueue(ChatServer.answer());
      Map<String, String> environment =
          Map.of("OPENAI_API_KEY", "sk-test-1234", "OPENAI_BASE_URL", ChatServer.baseUrl(server));
      assertThat(names(classesOf(BasicStreaming.class, environment, "It is 128.")))
          .anyMatch(name -> name.startsWith("tools.jackson.core."))
          .noneMatch(name -> name.startsWith("tools.jackson.databind."));
    }
  }

  /** Runs the program in a JVM of its own, and sees that it did its work. */
  private List<Loaded> classesOf(Class<?> program, Map<String, String> environment, String printed)
      throws IOException, InterruptedException {
    Path log = folder.resolve("classes.log");
    Program.Ended ended = Program.run(program, folder, environment, "-Xlog:class+load:file=" + log);
    assertThat(ended.code()).as(ended.printed()).isZero();
    assertThat(ended.printed()).contains(printed);
    return Files.readAllLines(log).stream()
        .map(LOADED::matcher)
        .filter(line -> line.find())
        .map(line -> new Loaded(line.group(1), line.group(2)))
        .toList();
  }

  private static List<String> names(List<Loaded> classes) {
    return classes.stream().map(Loaded::name).toList();
  }
}
