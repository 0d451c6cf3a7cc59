package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolBinder;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemas that are larger than a constant in a class file may be. */
class LargeSchemaTest {
  private static final int RECORDS = 600;

  @TempDir Path output;

  @Test
  @SuppressWarnings("unchecked") // The binder's owner is static: it needs no object.
  void areSplitInTheSourceAndWholeAtRunTime() throws Exception {
    Compiled compiled = Compiled.compile().source("Large.java", source()).into(output);
    assertThat(compiled.texts()).isEmpty();

    try (URLClassLoader loader = compiled.loader()) {
      ToolBinder<Object> binder =
          (ToolBinder<Object>)
              loader.loadClass("LargeFunctionTools").getConstructor().newInstance();
      List<FunctionTool> tools = binder.bind(null);
      String schema = tools.get(0).spec().inputSchema();
      assertThat(schema).hasSizeGreaterThan(100_000).startsWith("{").endsWith("}");
      assertThat(schema).doesNotContain("\n");
      assertThat(schema.split("\"description\":\"é number ", -1)).hasSize(RECORDS + 1);
    }
  }

  private static String source() {
    String comment =
        "é number %d, which is described at a length that makes the schema grow".repeat(2);
    return IntStream.range(0, RECORDS)
        .mapToObj(
            i -> "@dev.adze.annotation.Param(\"%s\") int c%d".formatted(comment.formatted(i, i), i))
        .collect(
            Collectors.collectingAndThen(
                Collectors.toList(),
                components ->
                    """
                    class Large {
                      record A(%s) {}
                      record B(%s) {}
                      record C(%s) {}
                      @dev.adze.annotation.Tool("x")
                      @SuppressWarnings("adze:T011")
                      static void m(A a, B b, C c) {}
                    }
                    """
                        .formatted(
                            String.join(",\n", components.subList(0, 200)),
                            String.join(",\n", components.subList(200, 400)),
                            String.join(",\n", components.subList(400, RECORDS)))));
  }
}
