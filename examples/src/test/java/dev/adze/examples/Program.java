package dev.adze.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A main method in a JVM of its own, with no terminal and no key but those it is given. */
final class Program {
  private static final List<String> KEYS =
      List.of("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GROQ_API_KEY");

  private Program() {}

  record Ended(int code, String printed) {}

  static Ended run(
      Class<?> program, Path folder, Map<String, String> environment, String... jvmOptions)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(jvmOptions));
    command.addAll(List.of("-classpath", System.getProperty("java.class.path"), program.getName()));
    ProcessBuilder java = new ProcessBuilder(command).redirectErrorStream(true);
    java.directory(folder.toFile());
    java.environment().keySet().removeAll(KEYS);
    java.environment().putAll(environment);
    Process process = java.start();
    process.getOutputStream().close();
    byte[] printed = process.getInputStream().readAllBytes();
    return new Ended(process.waitFor(), Printed.plain(printed));
  }
}
