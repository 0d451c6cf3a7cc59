package dev.adze.processor.oracle;

import dev.adze.processor.Compiled;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Runs javac without touching the disk. */
final class MemoryCompiler {
  private static final String CLASS_PATH =
      Stream.of(
              "dev.adze.tool.FunctionTool",
              "dev.adze.annotation.Tool",
              "jakarta.validation.constraints.Min",
              "org.jspecify.annotations.NullMarked",
              "com.fasterxml.jackson.annotation.JsonProperty")
          .map(Compiled::location)
          .distinct()
          .collect(Collectors.joining(File.pathSeparator));

  private MemoryCompiler() {}

  /**
   * What came out.
   *
   * @param generated the sources that processors wrote, by the names of their classes
   */
  record Output(Map<String, String> generated, ClassLoader loader) {}

  /**
   * Compiles sources.
   *
   * @param sources the texts by the names of their classes
   * @throws IllegalStateException if there is an error
   */
  static Output compile(Map<String, String> sources, Processor... processors) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (Memory memory =
        new Memory(javac.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8))) {
      List<Text> texts =
          sources.entrySet().stream().map(e -> new Text(e.getKey(), e.getValue())).toList();
      List<String> options =
          Stream.of(
                  List.of("-cp", CLASS_PATH, "--release", "17", "-implicit:none"),
                  List.of(processors.length == 0 ? "-proc:none" : "-Xlint:-options"))
              .flatMap(List::stream)
              .toList();
      JavaCompiler.CompilationTask task = javac.getTask(null, memory, found, options, null, texts);
      task.setProcessors(List.of(processors));
      if (!task.call()) {
        throw new IllegalStateException(errors(found));
      }
      return new Output(memory.generated(), new Loader(memory.classes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String errors(DiagnosticCollector<JavaFileObject> found) throws IOException {
    StringBuilder errors = new StringBuilder();
    for (Diagnostic<? extends JavaFileObject> each : found.getDiagnostics()) {
      if (each.getKind() == Diagnostic.Kind.ERROR) {
        errors.append(each.getMessage(Locale.ROOT)).append('\n').append(line(each)).append('\n');
      }
    }
    return errors.toString();
  }

  private static String line(Diagnostic<? extends JavaFileObject> error) throws IOException {
    if (error.getSource() == null || error.getLineNumber() < 1) {
      return "";
    }
    String text = error.getSource().getCharContent(true).toString();
    return error.getSource().getName()
        + ": "
        + text.lines().skip(error.getLineNumber() - 1).findFirst().orElse("");
  }

  /** A source, or a class being written. */
  private static final class Text extends SimpleJavaFileObject {
    private String content;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Text(String name, String content) {
      super(URI.create("memory:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.content = content;
    }

    Text(String name, Kind kind) {
      super(URI.create("memory:///" + name.replace('.', '/') + kind.extension), kind);
      this.content = "";
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return bytes.size() > 0 ? bytes.toString(StandardCharsets.UTF_8) : content;
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }
  }

  private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, Text> sources = new TreeMap<>();
    private final Map<String, Text> classes = new TreeMap<>();

    Memory(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      Text file = new Text(name, kind);
      (kind == JavaFileObject.Kind.SOURCE ? sources : classes).put(name, file);
      return file;
    }

    @Override
    public FileObject getFileForOutput(
        Location location, String packageName, String relativeName, FileObject sibling) {
      return new Text(relativeName, JavaFileObject.Kind.OTHER);
    }

    Map<String, String> generated() {
      Map<String, String> texts = new TreeMap<>();
      sources.forEach((name, file) -> texts.put(name, file.getCharContent(true).toString()));
      return texts;
    }

    Map<String, byte[]> classes() {
      Map<String, byte[]> contents = new TreeMap<>();
      classes.forEach((name, file) -> contents.put(name, file.bytes.toByteArray()));
      return contents;
    }
  }

  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classes;

    Loader(Map<String, byte[]> classes) {
      super(MemoryCompiler.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] content = classes.get(name);
      if (content == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, content, 0, content.length);
    }
  }
}
