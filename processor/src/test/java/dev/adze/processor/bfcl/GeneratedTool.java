package dev.adze.processor.bfcl;

import dev.adze.processor.Compiled;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolBinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The tool of a definition: compiled, and found as a program finds it. */
final class GeneratedTool {
  private GeneratedTool() {}

  /** Compiles a definition below a folder. */
  static Compiled compile(BfclDefinition definition, Path folder) {
    return Compiled.compile()
        .source(definition.className() + ".java", definition.source())
        .options("--release", "17", "-Xlint:all,-processing")
        .into(folder.resolve(definition.className()));
  }

  /**
   * Loads the tool of a definition.
   *
   * @param loader finds what was compiled
   * @throws IllegalStateException if there is not exactly one tool
   */
  static FunctionTool load(BfclDefinition definition, ClassLoader loader)
      throws ReflectiveOperationException {
    Object owner = loader.loadClass(definition.className()).getConstructor().newInstance();
    List<FunctionTool> tools = new ArrayList<>();
    for (ToolBinder<?> binder : ServiceLoader.load(ToolBinder.class, loader)) {
      tools.addAll(bind(binder, owner));
    }
    if (tools.size() != 1) {
      throw new IllegalStateException(
          "A definition is one tool, but ServiceLoader finds " + tools.size() + ".");
    }
    return tools.get(0);
  }

  @SuppressWarnings("unchecked") // The only binder in sight is the one of the owner.
  private static <T> List<FunctionTool> bind(ToolBinder<T> binder, Object owner) {
    return binder.bind((T) owner);
  }
}
