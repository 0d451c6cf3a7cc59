package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.agent.Agent;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sources that are compiled, at once or after each other, and their tools as an agent gets them.
 */
final class CompiledOwners implements AutoCloseable {
  static final String IMPORTS =
      "import dev.adze.annotation.*;\nimport dev.adze.tool.*;\nimport java.util.*;\n";

  private final List<URLClassLoader> loaders = new ArrayList<>();
  private final Path folder;

  CompiledOwners(Path folder) {
    this.folder = folder;
  }

  @Override
  public void close() throws IOException {
    for (URLClassLoader loader : loaders) {
      loader.close();
    }
  }

  /** The tools of {@code Owner}, which is in one of the sources. */
  Map<String, FunctionTool> tools(String... sources) {
    return toolsOf("Owner", compile("all", null, sources));
  }

  /** Compiles sources against the classes of another compilation, if there is one. */
  Path compile(String name, Path library, String... sources) {
    Compiled.Setup setup = Compiled.compile();
    if (library != null) {
      setup.classPath(library);
    }
    for (int i = 0; i < sources.length; i++) {
      setup.source("Source" + i + ".java", IMPORTS + sources[i]);
    }
    Compiled compiled = setup.into(folder.resolve(name));
    assertThat(compiled.texts()).isEmpty();
    return compiled.output;
  }

  /** The tools of a class that was compiled before. */
  Map<String, FunctionTool> toolsOf(String owner, Path... classes) {
    try {
      URL[] urls = new URL[classes.length];
      for (int i = 0; i < classes.length; i++) {
        urls[i] = classes[i].toUri().toURL();
      }
      URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader());
      loaders.add(loader);
      Constructor<?> constructor = loader.loadClass(owner).getDeclaredConstructor();
      constructor.setAccessible(true);
      Map<String, FunctionTool> tools = new LinkedHashMap<>();
      Agent.builder()
          .model(request -> null, "none")
          .toolsOf(constructor.newInstance())
          .build()
          .tools()
          .forEach(tool -> tools.put(tool.spec().name(), tool));
      return tools;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  static String call(FunctionTool tool) {
    return call(tool, "{}");
  }

  static String call(FunctionTool tool, String arguments) {
    try {
      return tool.prepare(arguments).call(ToolContext.preApproved("the test")).output();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
