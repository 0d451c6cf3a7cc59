package dev.adze.benchmarks.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What figures were taken with. */
final class Machine {
  private static final Pattern CPU = Pattern.compile("model name\\s*: (.*)");

  /** The libraries by the names of their jars, and the module that has them. */
  private static final List<Map.Entry<String, String>> LIBRARIES =
      List.of(
          Map.entry("langchain4j", "langchain4j"),
          Map.entry("langchain4j-open-ai", "langchain4j-openai"),
          Map.entry("langchain4j-anthropic", "langchain4j-anthropic"),
          Map.entry("spring-ai-model", "spring-ai"),
          Map.entry("spring-ai-openai", "spring-ai-openai"),
          Map.entry("google-adk", "adk"),
          Map.entry("openai-java", "openai"),
          Map.entry("anthropic-java", "anthropic"),
          Map.entry("okhttp-jvm", "adze"),
          Map.entry("jackson-core", "adze"));

  private Machine() {}

  /** The JVM's vendor and version. */
  static String jdk() {
    return System.getProperty("java.vendor") + " " + Runtime.version();
  }

  /** The processor, and how many of it the JVM sees. */
  static String cpu() throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    Path info = Path.of("/proc/cpuinfo");
    if (!Files.exists(info)) {
      return cores + " x " + System.getProperty("os.arch");
    }
    Matcher model = CPU.matcher(Files.readString(info));
    return cores + " x " + (model.find() ? model.group(1) : System.getProperty("os.arch"));
  }

  /** The versions of the libraries that are there. */
  static Map<String, String> versions(Project project) throws IOException {
    Map<String, String> versions = new TreeMap<>();
    for (Map.Entry<String, String> library : LIBRARIES) {
      if (!Files.exists(
          project.home().resolve(library.getValue()).resolve("target/classpath.txt"))) {
        continue;
      }
      Pattern name = Pattern.compile(library.getKey() + "-(\\d[\\w.]*)\\.jar");
      for (Path jar : project.libraries(library.getValue())) {
        Matcher found = name.matcher(jar.getFileName().toString());
        if (found.matches()) {
          versions.put(library.getKey(), found.group(1));
        }
      }
    }
    return versions;
  }
}
