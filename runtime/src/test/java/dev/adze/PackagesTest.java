package dev.adze;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Guards what the compiler does not: that the packages of one module have an order. */
class PackagesTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void noPackagesDependOnEachOtherInACycle() {
    slices().matching("dev.adze.(**)").should().beFreeOfCycles().check(MAIN);
  }
}
