package dev.adze.processor;

import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Writes an adapter for each class with {@code @Tool} methods. Every owner goes through the same
 * stages by itself: it is read into a model, the model is judged, what was found is printed, and if
 * there was no error the adapter is written. So the faults of one owner hide nothing of another.
 *
 * <p>For Gradle it is isolating: an adapter depends on its owner's file and on what class files
 * keep of the types that the owner names.
 */
public final class ToolProcessor extends AbstractProcessor {
  /** Owners that named types which did not exist yet, by name: elements do not outlive a round. */
  private final Map<String, Unresolved> waiting = new LinkedHashMap<>();

  private final Set<String> sources = new LinkedHashSet<>();

  /** Called by the compiler. */
  public ToolProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(AnnotationNames.TOOL, AnnotationNames.REQUIRES_APPROVAL);
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of("adze.providers");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    round.getRootElements().forEach(root -> sources.add(root.toString()));
    if (round.processingOver()) {
      reportWaiting(round);
      return false;
    }
    for (String owner : owners(annotations, round)) {
      try {
        process(processingEnv.getElementUtils().getTypeElement(owner));
      } catch (RuntimeException | IOException e) {
        reportBug(owner, e);
      }
    }
    return false;
  }

  /** The owners of this round in the order of their sources, after those that have waited. */
  private Set<String> owners(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Set<String> owners = new LinkedHashSet<>(waiting.keySet());
    waiting.clear();
    for (TypeElement annotation : annotations) {
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        Nesting.typeAround(element)
            .ifPresent(type -> owners.add(type.getQualifiedName().toString()));
      }
    }
    return owners;
  }

  private void process(TypeElement owner) throws IOException {
    Unresolved unresolved = new Unresolved();
    ToolClass model =
        new ToolReader(
                processingEnv.getElementUtils(),
                processingEnv.getTypeUtils(),
                owner,
                unresolved,
                sources)
            .read();
    if (!unresolved.isEmpty()) {
      waiting.put(owner.getQualifiedName().toString(), unresolved);
      return;
    }
    Report report = new Report();
    new ToolRules(report, processingEnv).judge(model);
    report.print(processingEnv.getMessager());
    if (report.isClean() && !model.tools().isEmpty()) {
      write(model);
    }
  }

  private void write(ToolClass model) throws IOException {
    SourceFiles files = new SourceFiles(processingEnv.getFiler());
    TypeSpec adapter = new AdapterWriter(model).write();
    if (!files.write(model.name().packageName(), adapter, model.element())) {
      Report report = new Report();
      report.add(At.element(model.element()), Rule.T081, model.generated(), model.name());
      report.print(processingEnv.getMessager());
    }
  }

  /**
   * Reports owners that wait in vain. A type that a source names in vain is reported by javac, and
   * once is enough; only class files that name one are passed over in silence.
   */
  private void reportWaiting(RoundEnvironment round) {
    if (round.errorRaised()) {
      return;
    }
    waiting.forEach((owner, unresolved) -> {
      for (String type : unresolved.inClassFiles()) {
        TypeElement element = processingEnv.getElementUtils().getTypeElement(owner);
        Report report = new Report();
        report.add(At.element(element), Rule.T084, owner, type);
        report.print(processingEnv.getMessager());
      }
    });
  }

  private void reportBug(String owner, Exception bug) {
    StringWriter trace = new StringWriter();
    bug.printStackTrace(new PrintWriter(trace));
    String text = "This is a bug in Adze: " + owner + " cannot be processed. Please report it.\n";
    processingEnv
        .getMessager()
        .printMessage(
            Diagnostic.Kind.ERROR,
            text + trace,
            processingEnv.getElementUtils().getTypeElement(owner));
  }
}
