package dev.adze.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ProvidesDirective;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/**
 * Lists the adapters of all owners for {@code ServiceLoader}. It is a processor of its own because
 * it depends on every adapter, which for Gradle is aggregating, while {@link ToolProcessor} is not;
 * it reads nothing but the names of what that has written.
 */
public final class ToolIndexProcessor extends AbstractProcessor {
  private static final String SERVICE = RuntimeTypes.TOOL_BINDER.canonicalName();

  private final Set<String> adapters = new TreeSet<>();

  /** Called by the compiler. */
  public ToolIndexProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(RuntimeTypes.GENERATED_BINDER.canonicalName());
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (TypeElement annotation : annotations) {
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        adapters.add(element.toString());
      }
    }
    if (round.processingOver() && !adapters.isEmpty() && !round.errorRaised()) {
      write();
      remindModule();
    }
    return false;
  }

  private void write() {
    Element[] origins =
        adapters.stream()
            .map(processingEnv.getElementUtils()::getTypeElement)
            .toArray(Element[]::new);
    String file = "META-INF/services/" + SERVICE;
    try (Writer out =
        processingEnv
            .getFiler()
            .createResource(StandardLocation.CLASS_OUTPUT, "", file, origins)
            .openWriter()) {
      for (String adapter : adapters) {
        out.write(adapter + "\n");
      }
    } catch (IOException e) {
      print(Diagnostic.Kind.ERROR, "The list of adapters, " + file + ", cannot be written: " + e);
    }
  }

  /** In a named module the service file means nothing: the module itself has to say it. */
  private void remindModule() {
    String first = adapters.iterator().next();
    TypeElement type = processingEnv.getElementUtils().getTypeElement(first);
    ModuleElement module = processingEnv.getElementUtils().getModuleOf(type);
    if (module == null || module.isUnnamed()) {
      return;
    }
    Set<String> missing = new TreeSet<>(adapters);
    missing.removeAll(provided(module).toList());
    if (!missing.isEmpty()) {
      String all = String.join(", ", adapters);
      print(
          Diagnostic.Kind.NOTE,
          "Module "
              + module.getQualifiedName()
              + " does not provide all of its tools. Write in its module-info.java: "
              + ("provides " + SERVICE + " with " + all + ";"));
    }
  }

  private void print(Diagnostic.Kind kind, String text) {
    processingEnv.getMessager().printMessage(kind, text);
  }

  private static Stream<String> provided(ModuleElement module) {
    return ElementFilter.providesIn(module.getDirectives()).stream()
        .filter(provides -> provides.getService().getQualifiedName().contentEquals(SERVICE))
        .map(ProvidesDirective::getImplementations)
        .flatMap(implementations -> implementations.stream())
        .map(implementation -> implementation.getQualifiedName().toString());
  }
}
