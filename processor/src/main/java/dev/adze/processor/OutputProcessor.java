package dev.adze.processor;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Writes a class for each type with {@code @StructuredOutput}. Every type goes through the same
 * stages by itself as an owner of tools does: it is read, judged, what was found is printed, and if
 * there was no error the class is written. For Gradle it is isolating.
 */
public final class OutputProcessor extends AbstractProcessor {
  /** Types that name others which did not exist yet, by name: elements do not outlive a round. */
  private final Map<SourceName, Unresolved> waiting = new LinkedHashMap<>();

  private final Set<String> sources = new LinkedHashSet<>();
  private final Requirements requirements = new Requirements();

  /** Called by the compiler. */
  public OutputProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(AnnotationNames.STRUCTURED_OUTPUT);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    round.getRootElements().forEach(root -> sources.add(root.toString()));
    if (round.processingOver()) {
      Waiting.report(waiting, round, processingEnv);
      return false;
    }
    Set<SourceName> names = new LinkedHashSet<>(waiting.keySet());
    waiting.clear();
    for (TypeElement annotation : annotations) {
      for (Element type : round.getElementsAnnotatedWith(annotation)) {
        names.add(name((TypeElement) type));
      }
    }
    for (SourceName name : names) {
      TypeElement type = name.find(processingEnv.getElementUtils());
      try {
        process(type);
      } catch (RuntimeException | IOException bug) {
        Bug.report(type, bug, processingEnv.getMessager());
      }
    }
    return false;
  }

  private SourceName name(TypeElement type) {
    return SourceName.of(type, processingEnv.getElementUtils());
  }

  private void process(TypeElement type) throws IOException {
    if (!requirements.areMet(type, processingEnv)) {
      return;
    }
    Unresolved unresolved = new Unresolved();
    Mark mark = Mark.find(type, AnnotationNames.STRUCTURED_OUTPUT).orElseThrow();
    OutputClass output =
        new OutputReader(
                processingEnv.getElementUtils(),
                processingEnv.getTypeUtils(),
                type,
                mark,
                unresolved,
                sources)
            .read();
    if (!unresolved.isEmpty()) {
      waiting.put(name(type), unresolved);
      return;
    }
    Report report = new Report();
    new OutputRules(report).judge(output);
    if (report.isClean()) {
      write(output, report);
    }
    report.print(processingEnv.getMessager());
  }

  private void write(OutputClass output, Report report) throws IOException {
    Set<Element> origins = new LinkedHashSet<>(Set.of(output.element()));
    origins.addAll(output.origins());
    SourceFiles files = new SourceFiles(processingEnv);
    TypeSpec holder = new OutputWriter(output).write();
    String module = Nesting.module(output.element(), processingEnv.getElementUtils());
    if (!files.write(module, output.type().packageName(), holder, origins)) {
      report.add(At.element(output.element()), Rule.T081, output.generated(), output.type());
    }
  }
}
