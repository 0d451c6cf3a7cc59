package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How much longer javac takes because of the processor. The same classes are compiled with it, and
 * without it from what it would have written, since somebody has to write and compile that. It
 * prints figures and asserts none.
 */
@Tag("compiletime")
class CompileTimeTest {
  private static final int OWNERS = 100;
  private static final int ROUNDS = Integer.getInteger("compiletime.rounds", 5);

  @TempDir Path folder;

  @Test
  void of1000Tools() throws IOException {
    Map<String, String> owners = new TreeMap<>();
    for (int i = 0; i < OWNERS; i++) {
      owners.put("Owner" + i + ".java", OWNER.replace("Owner", "Owner" + i));
    }
    Compiled first = compile(owners, true, "first");
    Map<String, String> all = new TreeMap<>(owners);
    first
        .generated()
        .forEach((file, text) -> {
          if (file.endsWith(".java")) {
            all.put(file, text);
          }
        });
    List<Long> with = new ArrayList<>();
    List<Long> written = new ArrayList<>();
    List<Long> bare = new ArrayList<>();
    for (int round = -2; round < ROUNDS; round++) {
      long started = cpuTime();
      compile(owners, true, "with" + round);
      long afterWith = cpuTime();
      compile(all, false, "written" + round);
      long afterWritten = cpuTime();
      compile(owners, false, "bare" + round);
      long ended = cpuTime();
      if (round >= 0) {
        with.add(afterWith - started);
        written.add(afterWritten - afterWith);
        bare.add(ended - afterWritten);
      }
    }
    print("compile: 1000 tools, %.2f x (%d ms against %d ms)", with, written);
    print(
        "compile: 1000 tools, their adapters uncounted, %.2f x (%d ms against %d ms)", with, bare);
  }

  /** The compiler's thread alone, so that it does not matter what else the machine does. */
  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void print(String text, List<Long> with, List<Long> without) {
    long one = median(with);
    long other = median(without);
    System.out.println(
        String.format(Locale.ROOT, text, (double) one / other, one / 1_000_000, other / 1_000_000));
  }

  private static long median(List<Long> times) {
    long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private Compiled compile(Map<String, String> sources, boolean process, String name)
      throws IOException {
    Compiled.Setup setup = Compiled.compile();
    sources.forEach(setup::source);
    if (!process) {
      setup.processors().options("-proc:none");
    }
    Compiled compiled = setup.into(Files.createDirectory(folder.resolve(name)));
    assertThat(compiled.success).as("%s", compiled.texts()).isTrue();
    return compiled;
  }

  private static final String OWNER =
      """
      package bench;

      import dev.adze.annotation.Tool;
      import java.util.List;

      /** Ten tools. */
      public class Owner {
        /** How hot. */
        public enum Heat { LOW, HIGH }

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

      TOOLS}
      """
          .replace("TOOLS", tools());

  /** Four tools with scalars, two with an enum and a list, two with a record, two with nested. */
  private static String tools() {
    StringBuilder tools = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      String parameters =
          i < 4
              ? "int first, String second, double third"
              : i < 6
                  ? "Heat first, List<String> second, boolean third"
                  : i < 8
                      ? "Place first, long second, int third"
                      : "Person first, int second, String third";
      tools.append(
          """
            /**
             * Does one thing.
             *
             * @param first the first
             * @param second the second
             * @param third the third
             */
            @Tool
            public String tool%d(%s) {
              StringBuilder text = new StringBuilder();
              for (int i = 0; i < 3; i++) {
                text.append(first).append(second).append(third);
              }
              return text.toString();
            }

          """
              .formatted(i, parameters));
    }
    return tools.toString();
  }
}
