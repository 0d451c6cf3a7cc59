package dev.adze.processor;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * What all generated code needs and a compilation may not have. One report of it says more than
 * javac's errors about each line of what was generated.
 */
final class Requirements {
  private static final SourceVersion LEVEL = SourceVersion.RELEASE_17;

  private final Set<Missing> told = new HashSet<>();

  private record Missing(String found, String cure) {}

  /** Whether code can be written for a type; what is missing is reported where it is first. */
  boolean areMet(TypeElement type, ProcessingEnvironment environment) {
    Optional<Missing> missing = missing(type, environment);
    if (missing.isPresent() && told.add(missing.get())) {
      Report report = new Report();
      report.add(At.element(type), Rule.T098, missing.get().found(), missing.get().cure());
      report.print(environment.getMessager());
    }
    return missing.isEmpty();
  }

  private static Optional<Missing> missing(TypeElement type, ProcessingEnvironment environment) {
    SourceVersion level = environment.getSourceVersion();
    if (level.compareTo(LEVEL) < 0) {
      String found =
          "Java 17, but the source is Java " + level.name().substring("RELEASE_".length());
      String cure = "Compile with --release 17 or a later one.";
      return Optional.of(new Missing(found, cure));
    }
    ModuleElement module = environment.getElementUtils().getModuleOf(type);
    @Nullable TypeElement binder =
        environment
            .getElementUtils()
            .getTypeElement(module, RuntimeTypes.TOOL_BINDER.canonicalName());
    if (binder != null) {
      return Optional.empty();
    }
    return Optional.of(
        module.isUnnamed()
            ? new Missing(
                "adze-runtime, which is not on the class path", "Add it to the dependencies.")
            : new Missing(
                "adze-runtime, which module " + module.getQualifiedName() + " does not read",
                "Write requires dev.adze.runtime; in its module-info.java."));
  }
}
