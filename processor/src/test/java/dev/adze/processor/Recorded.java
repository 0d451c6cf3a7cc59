package dev.adze.processor;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Completion;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;

/** A processor, and what it told the compiler that each file comes from, as Gradle hears it. */
final class Recorded implements Processor {
  /** The top-level types that each file comes from, by the file's name or path. */
  final Map<String, Set<String>> origins;

  private final Processor processor;

  Recorded(Processor processor, Map<String, Set<String>> origins) {
    this.processor = processor;
    this.origins = origins;
  }

  @Override
  public void init(ProcessingEnvironment environment) {
    processor.init(new Environment(environment));
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return processor.process(annotations, round);
  }

  @Override
  public Set<String> getSupportedOptions() {
    return processor.getSupportedOptions();
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return processor.getSupportedAnnotationTypes();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return processor.getSupportedSourceVersion();
  }

  @Override
  public Iterable<? extends Completion> getCompletions(
      Element element, AnnotationMirror annotation, ExecutableElement member, String text) {
    return processor.getCompletions(element, annotation, member, text);
  }

  private void record(String file, Element... elements) {
    origins.put(
        file,
        Stream.of(elements)
            .map(element -> Nesting.outermost(element).getQualifiedName().toString())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** Takes down the names of the types that are compiled from source. */
  static final class Roots extends AbstractProcessor {
    final Set<String> names = new TreeSet<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      for (Element root : round.getRootElements()) {
        if (root instanceof TypeElement type) {
          names.add(type.getQualifiedName().toString());
        }
      }
      return false;
    }
  }

  private final class Environment implements ProcessingEnvironment {
    private final ProcessingEnvironment given;

    Environment(ProcessingEnvironment given) {
      this.given = given;
    }

    @Override
    public Map<String, String> getOptions() {
      return given.getOptions();
    }

    @Override
    public Messager getMessager() {
      return given.getMessager();
    }

    @Override
    public Filer getFiler() {
      return new RecordingFiler(given.getFiler());
    }

    @Override
    public Elements getElementUtils() {
      return given.getElementUtils();
    }

    @Override
    public Types getTypeUtils() {
      return given.getTypeUtils();
    }

    @Override
    public SourceVersion getSourceVersion() {
      return given.getSourceVersion();
    }

    @Override
    public Locale getLocale() {
      return given.getLocale();
    }
  }

  private final class RecordingFiler implements Filer {
    private final Filer given;

    RecordingFiler(Filer given) {
      this.given = given;
    }

    @Override
    public JavaFileObject createSourceFile(CharSequence name, Element... elements)
        throws IOException {
      record(name.toString().replace('.', '/') + ".java", elements);
      return given.createSourceFile(name, elements);
    }

    @Override
    public JavaFileObject createClassFile(CharSequence name, Element... elements)
        throws IOException {
      throw new AssertionError("A class file is written: " + name);
    }

    @Override
    public FileObject createResource(
        JavaFileManager.Location location,
        CharSequence module,
        CharSequence path,
        Element... elements)
        throws IOException {
      record(path.toString(), elements);
      return given.createResource(location, module, path, elements);
    }

    @Override
    public FileObject getResource(
        JavaFileManager.Location location, CharSequence module, CharSequence path) {
      throw new AssertionError("A resource is read, which isolating processors may not: " + path);
    }
  }
}
