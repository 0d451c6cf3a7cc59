package dev.adze.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;
import javax.tools.FileObject;
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
    String name = packageName.isEmpty() ? type.name() : packageName + "." + type.name();
    try (Writer out = filer.createSourceFile(name, origins.toArray(Element[]::new)).openWriter()) {
      out.write(SourceText.ascii(SourceLayout.text(packageName, type)));
      return true;
    } catch (FilerException e) {
      return false;
    }
  }

  /**
   * Writes one resource beside the class files.
   *
   * @param module the module that it belongs to, empty for the unnamed one
   */
  void writeResource(String module, String path, String text, Set<? extends Element> origins)
      throws IOException {
    Element[] all = origins.toArray(Element[]::new);
    try (Writer out = resource(module, path, all).openWriter()) {
      out.write(text);
    }
  }

  /**
   * Where several modules are compiled at once a resource has to say whose it is, and only there.
   */
  private FileObject resource(String module, String path, Element[] origins) throws IOException {
    try {
      return filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, origins);
    } catch (FilerException e) {
      if (module.isEmpty()) {
        throw e;
      }
      return filer.createResource(StandardLocation.CLASS_OUTPUT, module + "/", path, origins);
    }
  }
}
