package dev.adze.processor;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** One run of javac with the processors, and all that came out of it. */
public final class Compiled {
  private static final String[] ON_CLASS_PATH = {
    "dev.adze.tool.FunctionTool",
    "dev.adze.annotation.Tool",
    "org.jspecify.annotations.NullMarked",
    "jakarta.validation.constraints.Min",
    "javax.validation.constraints.Min"
  };

  public final boolean success;
  public final List<Diagnostic<? extends JavaFileObject>> diagnostics;
  final Path output;

  private Compiled(
      boolean success, List<Diagnostic<? extends JavaFileObject>> diagnostics, Path output) {
    this.success = success;
    this.diagnostics = diagnostics;
    this.output = output;
  }

  /** What to compile, and how. */
  public static final class Setup {
    private final List<JavaFileObject> sources = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private final List<String> classPath = new ArrayList<>(List.of(libraries()));
    private final List<String> classes = new ArrayList<>();
    private List<Processor> processors =
        List.of(new ToolProcessor(), new OutputProcessor(), new ToolIndexProcessor());

    public Setup source(String name, String text) {
      sources.add(new Source(name, text));
      return this;
    }

    Setup source(Path file) {
      return source(file.getFileName().toString(), read(file));
    }

    Setup sources(Path folder) {
      filesBelow(folder).stream().filter(f -> f.toString().endsWith(".java")).forEach(this::source);
      return this;
    }

    public Setup options(String... more) {
      options.addAll(List.of(more));
      return this;
    }

    Setup classPath(Path more) {
      classPath.add(more.toString());
      return this;
    }

    Setup modulePath(String path) {
      options("--module-path", path);
      classPath.clear();
      return this;
    }

    Setup classToProcess(String name) {
      classes.add(name);
      return this;
    }

    Setup processors(Processor... others) {
      processors = List.of(others);
      return this;
    }

    public Compiled into(Path output) {
      JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
      DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
      try (StandardJavaFileManager files =
          javac.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
        Files.createDirectories(output);
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-d", output.toString()));
        if (!classPath.isEmpty()) {
          all.addAll(List.of("-cp", String.join(File.pathSeparator, classPath)));
        }
        JavaCompiler.CompilationTask task =
            javac.getTask(null, files, found, all, classes.isEmpty() ? null : classes, sources);
        task.setProcessors(processors);
        return new Compiled(task.call(), found.getDiagnostics(), output);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public static Setup compile() {
    return new Setup();
  }

  /** Where the runtime and the annotations are, however this test is run. */
  static String libraries() {
    return Stream.of(ON_CLASS_PATH)
        .map(Compiled::location)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Where a class comes from, by its name. */
  public static String location(String type) {
    try {
      URL location = Class.forName(type).getProtectionDomain().getCodeSource().getLocation();
      return Path.of(location.toURI()).toString();
    } catch (ReflectiveOperationException | java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Everything that was generated, by its path: sources and resources. */
  Map<String, String> generated() {
    Map<String, String> generated = new TreeMap<>();
    for (Path file : filesBelow(output)) {
      String name = output.relativize(file).toString().replace(File.separatorChar, '/');
      if (!name.endsWith(".class")) {
        generated.put(name, read(file));
      }
    }
    return generated;
  }

  /** The texts of all diagnostics. */
  public List<String> texts() {
    return diagnostics.stream().map(d -> d.getMessage(Locale.ROOT)).toList();
  }

  /** The texts of the diagnostics in one source. */
  List<String> textsAbout(String source) {
    return diagnostics.stream()
        .filter(d -> d.getSource() != null && d.getSource().getName().endsWith(source))
        .map(d -> d.getMessage(Locale.ROOT))
        .toList();
  }

  public URLClassLoader loader() {
    try {
      return new URLClassLoader(
          new URL[] {output.toUri().toURL()}, Compiled.class.getClassLoader());
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> filesBelow(Path folder) {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("memory:///" + name), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
