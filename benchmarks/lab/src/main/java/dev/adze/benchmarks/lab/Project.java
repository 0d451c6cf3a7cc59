package dev.adze.benchmarks.lab;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where things are in the checkout. */
final class Project {
  private final Path home;

  Project(Path home) {
    this.home = home;
  }

  /** The folder of the benchmarks. */
  Path home() {
    return home;
  }

  /** A module's own jar and what it depends on, as Maven resolved it. */
  List<Path> classPath(String module) throws IOException {
    List<Path> path = new ArrayList<>();
    path.add(jar(home.resolve(module)));
    path.addAll(dependencies(module));
    return path;
  }

  /** What users of a module's library have on their class path: nothing of the benchmarks. */
  List<Path> libraries(String module) throws IOException {
    return dependencies(module).stream()
        .filter(jar -> !jar.getFileName().toString().startsWith("adze-benchmarks"))
        .collect(Collectors.toList());
  }

  /** Everything that javac needs to run Adze's processor. */
  List<Path> processorPath() throws IOException {
    return dependencies("lab");
  }

  /** An empty folder to work in. */
  Path freshFolder(String name) throws IOException {
    Path folder = home.resolve("lab").resolve("target").resolve("work").resolve(name);
    if (Files.exists(folder)) {
      try (Stream<Path> old = Files.walk(folder)) {
        for (Path path : old.sorted((a, b) -> b.compareTo(a)).collect(Collectors.toList())) {
          Files.delete(path);
        }
      }
    }
    return Files.createDirectories(folder);
  }

  static String joined(List<Path> path) {
    return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private List<Path> dependencies(String module) throws IOException {
    Path list = home.resolve(module).resolve("target").resolve("classpath.txt");
    String text = Files.readString(list).strip();
    return Stream.of(text.split(File.pathSeparator, -1))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .collect(Collectors.toList());
  }

  private static Path jar(Path module) throws IOException {
    String name = "adze-benchmarks-" + module.getFileName() + "-";
    try (Stream<Path> files = Files.list(module.resolve("target"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(name))
          .filter(file -> file.toString().endsWith(".jar"))
          .findFirst()
          .orElseThrow(
              () -> new IOException("Every module has a jar. " + name + " has none; build it."));
    }
  }
}
