package dev.adze.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Writes sources and resources, each with the elements that it comes from. */
final class SourceFiles {
  private final Filer filer;
  private final Elements elements;

  SourceFiles(ProcessingEnvironment environment) {
    this.filer = environment.getFiler();
    this.elements = environment.getElementUtils();
  }

  /**
   * Writes one source.
   *
   * @param module the module that it belongs to, empty for the unnamed one
   * @return false if a class of that name exists already
   */
  boolean write(String module, String packageName, TypeSpec type, Set<? extends Element> origins)
      throws IOException {
    String name = packageName.isEmpty() ? type.name() : packageName + "." + type.name();
    Element[] all = origins.toArray(Element[]::new);
    FileObject file;
    try {
      file = inModule(module, prefix -> filer.createSourceFile(prefix + name, all));
    } catch (FilerException e) {
      return false;
    }
    try (Writer out = file.openWriter()) {
      String text = SourceLayout.text(packageName, type, other -> exists(packageName, other));
      out.write(SourceText.ascii(text));
    }
    return true;
  }

  private boolean exists(String packageName, String simpleName) {
    String name = packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    return elements.getTypeElement(name) != null;
  }

  /**
   * Writes one resource beside the class files.
   *
   * @param module the module that it belongs to, empty for the unnamed one
   */
  void writeResource(String module, String path, String text, Set<? extends Element> origins)
      throws IOException {
    Element[] all = origins.toArray(Element[]::new);
    FileObject file =
        inModule(
            module,
            prefix -> filer.createResource(StandardLocation.CLASS_OUTPUT, prefix, path, all));
    try (Writer out = file.openWriter()) {
      out.write(text);
    }
  }

  private interface Creation {
    FileObject with(String prefix) throws IOException;
  }

  /** Where several modules are compiled at once a file has to say whose it is, and only there. */
  private static FileObject inModule(String module, Creation creation) throws IOException {
    try {
      return creation.with("");
    } catch (FilerException e) {
      if (module.isEmpty()) {
        throw e;
      }
      return creation.with(module + "/");
    }
  }
}
