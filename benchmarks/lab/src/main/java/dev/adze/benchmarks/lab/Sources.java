package dev.adze.benchmarks.lab;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Sources that exist for a measurement only, and the way to make a jar of them. */
final class Sources {
  private final Map<String, String> files = new TreeMap<>();

  /** Adds a file under its path. */
  Sources add(String path, String text) {
    files.put(path, text);
    return this;
  }

  /** Writes them and compiles what is Java. */
  Path compile(Path folder, List<Path> classPath, List<String> options) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<Path> java = new ArrayList<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      boolean source = file.getKey().endsWith(".java");
      Path path = (source ? folder.resolve("sources") : classes).resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
      if (source) {
        java.add(path);
      }
    }
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("--release", "17", "-parameters", "-d", classes.toString()));
    all.addAll(List.of("-cp", Project.joined(classPath)));
    all.addAll(List.of("-s", Files.createDirectories(folder.resolve("generated")).toString()));
    compile(java, all);
    return classes;
  }

  static void compile(List<Path> java, List<String> options) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(found, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  null, manager, found, options, null, manager.getJavaFileObjectsFromPaths(java))
              .call();
      if (!compiled) {
        throw new IOException(
            "Sources of a benchmark must compile.\n"
                + found.getDiagnostics().stream()
                    .filter(fault -> fault.getKind() == Diagnostic.Kind.ERROR)
                    .map(fault ->
                        fault.getMessage(Locale.ROOT) + " at line " + fault.getLineNumber())
                    .limit(20)
                    .collect(Collectors.joining("\n")));
      }
    }
  }

  /** Packs a folder as a build would. */
  static Path jar(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> walk = Files.walk(classes)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        String name = classes.relativize(file).toString().replace('\\', '/');
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    return jar;
  }
}
