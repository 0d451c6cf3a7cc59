package dev.adze.processor;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;
import javax.tools.StandardLocation;

/** Writes sources and resources, each with the elements that it comes from. */
final class SourceFiles {
  private final Filer filer;

  SourceFiles(Filer filer) {
    this.filer = filer;
  }

  /**
   * Writes one source.
   *
   * @return false if a class of that name exists already
   */
  boolean write(String packageName, TypeSpec type, Set<? extends Element> origins)
      throws IOException {
    JavaFile file =
        JavaFile.builder(packageName, type).skipJavaLangImports(true).indent("  ").build();
    String name = packageName.isEmpty() ? type.name() : packageName + "." + type.name();
    try (Writer out = filer.createSourceFile(name, origins.toArray(Element[]::new)).openWriter()) {
      out.write(SourceText.ascii(file.toString()));
      return true;
    } catch (FilerException e) {
      return false;
    }
  }

  /** Writes one resource beside the class files. */
  void writeResource(String path, String text, Set<? extends Element> origins) throws IOException {
    try (Writer out =
        filer
            .createResource(
                StandardLocation.CLASS_OUTPUT, "", path, origins.toArray(Element[]::new))
            .openWriter()) {
      out.write(text);
    }
  }
}
