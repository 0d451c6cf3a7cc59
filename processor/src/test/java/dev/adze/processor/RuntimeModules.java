package dev.adze.processor;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The runtime as a module that has only the packages that generated code needs, so that it needs no
 * other modules.
 */
final class RuntimeModules {
  private static final String DECLARATION =
      """
      module dev.adze.runtime {
        requires transitive dev.adze.annotations;
        requires static transitive org.jspecify;

        exports dev.adze;
        exports dev.adze.json;
        exports dev.adze.tool;
      }
      """;

  private RuntimeModules() {}

  /** Makes the module in a folder and returns the module path. */
  static String in(Path folder) {
    Path runtime = Path.of(Compiled.location("dev.adze.tool.FunctionTool"));
    try {
      if (Files.isDirectory(runtime)) {
        copy(runtime, folder);
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(runtime)) {
          copy(jar.getPath("/"), folder);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String others =
        String.join(
            File.pathSeparator,
            Compiled.location("dev.adze.annotation.Tool"),
            Compiled.location("org.jspecify.annotations.NullMarked"),
            Compiled.location("jakarta.validation.constraints.Min"));
    Compiled module =
        Compiled.compile()
            .source("module-info.java", DECLARATION)
            .modulePath(others)
            .processors()
            .options("-proc:none")
            .into(folder);
    if (!module.success) {
      throw new IllegalStateException(module.texts().toString());
    }
    return folder + File.pathSeparator + others;
  }

  private static void copy(Path from, Path to) throws IOException {
    for (String name : List.of("", "internal", "json", "tool")) {
      Path folder = from.resolve("dev/adze").resolve(name);
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
          Path copy = to.resolve(from.relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
  }
}
