package dev.adze.benchmarks.lab;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command that compiles in a JVM of its own, as {@code javac} does. */
final class Compilation {
  private Compilation() {}

  /**
   * Compiles once and prints the milliseconds of CPU of the compiler's thread.
   *
   * @param args sources, then two dashes, then options
   */
  public static void main(String[] args) throws IOException {
    List<String> all = List.of(args);
    int end = all.indexOf("--");
    List<Path> sources = all.subList(0, end).stream().map(Path::of).toList();
    System.out.println(time(sources, all.subList(end + 1, all.size())));
  }

  /** Compiles in this JVM and gives the milliseconds of CPU of the thread. */
  static double time(List<Path> sources, List<String> options) throws IOException {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Sources.compile(sources, options);
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
  }

  /** Compiles in another JVM. */
  static double timeApart(List<Path> sources, List<String> options)
      throws IOException, InterruptedException {
    List<String> args = new ArrayList<>(List.of(Compilation.class.getName()));
    sources.forEach(source -> args.add(source.toString()));
    args.add("--");
    args.addAll(options);
    String classPath = System.getProperty("java.class.path");
    List<Path> own = Stream.of(classPath.split(File.pathSeparator)).map(Path::of).toList();
    List<String> command = Jvm.command(own, List.of(), args.toArray(String[]::new));
    return Double.parseDouble(Jvm.run(command).strip());
  }
}
