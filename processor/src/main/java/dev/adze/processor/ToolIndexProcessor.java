package dev.adze.processor;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

/**
 * Lists the adapters of all owners for {@code ServiceLoader}. It is a processor of its own because
 * it depends on every adapter, which for Gradle is aggregating, while {@link ToolProcessor} is not;
 * it reads nothing but the names of what that has written.
 */
public final class ToolIndexProcessor extends AbstractProcessor {
  private static final String SERVICE = RuntimeTypes.TOOL_BINDER.canonicalName();

  private final Set<SourceName> adapters = new TreeSet<>();

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
        adapters.add(SourceName.of((TypeElement) element, processingEnv.getElementUtils()));
      }
    }
    if (round.processingOver() && !round.errorRaised()) {
      byModule()
          .forEach((module, ofModule) -> {
            write(module, ofModule);
            remind(module, ofModule);
          });
    }
    return false;
  }

  /** With {@code --module-source-path} there may be several. */
  private Map<String, Set<SourceName>> byModule() {
    Map<String, Set<SourceName>> modules = new TreeMap<>();
    for (SourceName adapter : adapters) {
      modules.computeIfAbsent(adapter.module(), name -> new TreeSet<>()).add(adapter);
    }
    return modules;
  }

  private void write(String module, Set<SourceName> ofModule) {
    Set<Element> origins = new LinkedHashSet<>();
    StringBuilder list = new StringBuilder();
    for (SourceName adapter : ofModule) {
      origins.add(adapter.find(processingEnv.getElementUtils()));
      list.append(adapter.type()).append('\n');
    }
    String file = "META-INF/services/" + SERVICE;
    try {
      new SourceFiles(processingEnv).writeResource(module, file, list.toString(), origins);
    } catch (IOException e) {
      print(Diagnostic.Kind.ERROR, "The list of adapters, " + file + ", cannot be written: " + e);
    }
  }

  /** In a named module the service file means nothing: the module itself has to say it. */
  private void remind(String module, Set<SourceName> ofModule) {
    if (module.isEmpty()) {
      return;
    }
    List<String> names = ofModule.stream().map(SourceName::type).toList();
    Set<String> missing = new TreeSet<>(names);
    missing.removeAll(provided(processingEnv.getElementUtils().getModuleElement(module)).toList());
    if (!missing.isEmpty()) {
      print(
          Diagnostic.Kind.NOTE,
          "Module "
              + module
              + " does not provide all of its tools. Write in its module-info.java: "
              + ("provides " + SERVICE + " with " + String.join(", ", names) + ";"));
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
