package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolBinder;
import dev.adze.tool.ToolContext;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a class file has room for compiles, and one more is refused with words. */
class ClassFileLimitsTest {
  @TempDir Path output;

  private @Nullable URLClassLoader loader;

  @AfterEach
  void close() throws IOException {
    if (loader != null) {
      loader.close();
    }
  }

  @Test
  void ownersHoldUpToFourHundredToolsWithEverythingThatAToolHas() throws Exception {
    assertThat(tools(owner(400))).hasSize(400);
    assertThat(compile(owner(401), "over").texts())
        .containsExactly(
            "Owner has 401 tools, and the class that is written for it has room for 400. Move some"
                + " of them to another class. [adze:T094]");
  }

  private static String owner(int tools) {
    return repeat(
            tools,
            i ->
                """
                /** Does number %d of what is to be done. */
                @Tool(title = "Number %d", destructive = false, idempotent = true, sequential = true,
                    timeout = "PT1M30.5S")
                @RequiresApproval(value = "It is number %d.", always = false, preview = "show")
                static R t%d(@Param("how many") @Size(min = 1) List<Integer> many, Optional<R> more) {
                  return new R(1);
                }
                """
                    .formatted(i, i, i, i))
        + "record R(int value) {}"
        + "static String show(List<Integer> many, Optional<R> more) { return \"\"; }";
  }

  @Test
  void ownersHoldUpToAThousandConstraints() throws Exception {
    assertThat(tools(constrained(1_000))).hasSize(10);
    assertThat(compile(constrained(1_010), "over").texts())
        .containsExactly(
            "Owner has 1010 different constraints, and the class that is written for it has room for"
                + " 1000. Move some of its tools to another class. [adze:T094]");
  }

  private static String constrained(int rules) {
    return repeat(
        10,
        tool ->
            "@Tool(\"x\") static void t%d(".formatted(tool)
                + IntStream.range(0, rules / 10)
                    .mapToObj(i -> {
                      String bounds = "@DecimalMin(\"0.%d1\") @DecimalMax(\"%d.5\") double p%d";
                      return bounds.formatted(i, tool + 1, i);
                    })
                    .collect(Collectors.joining(", "))
                + ") {}\n");
  }

  @Test
  void longDefaultsAreReadAndNotWrittenOut() throws Exception {
    String numbers = repeat(3_000, i -> (i == 0 ? "" : ",") + i);
    String text = "\u20ac\\\"".repeat(12_000);
    List<FunctionTool> tools =
        tools(
            """
            @Tool("x") static String t(@Param(defaultValue = "[%s]") int[] numbers,
                @Param(defaultValue = "[%s]") java.util.Set<Long> set,
                @Param(defaultValue = "%s") String text) {
              return numbers.length + " " + set.size() + " " + text.length();
            }
            """
                .formatted(numbers, numbers, text));

    assertThat(tools.get(0).prepare("{}").call(ToolContext.preApproved("the test")).output())
        .isEqualTo("3000 3000 24000");
    assertThat(tools.get(0).spec().inputSchema()).contains("\u20ac\\\"\u20ac");
  }

  @Test
  void aBeanMayHaveAsManyFieldsAsItIsAllowedEachWithALongestLiteral() throws Exception {
    String bean =
        repeat(
            255,
            i ->
                "@Param(defaultValue = \"[1,2,3,4,5,6,7,8,9]\") public Set<Integer> f%d;"
                    .formatted(i));
    List<FunctionTool> tools =
        tools(
            "public static class Bean {"
                + bean
                + "} @Tool(\"x\") static int t(Bean bean) { return bean.f254.size(); }");

    assertThat(
            tools
                .get(0)
                .prepare("{\"bean\":{}}")
                .call(ToolContext.preApproved("the test"))
                .output())
        .isEqualTo("9");
  }

  @Test
  void theBranchesOfASealedTypeHaveUpToFourThousandFields() throws Exception {
    assertThat(tools(union(16))).hasSize(1);
    assertThat(compile(union(17), "over").texts())
        .containsExactly(
            "Owner.U has 4250 fields in its branches, and the class that is written for it has room"
                + " for 4000. Group some of them in records. [adze:T094]");
  }

  private static String union(int branches) {
    String fields = repeat(250, i -> (i == 0 ? "" : ", ") + "int f" + i);
    return "sealed interface U {} @Tool(\"x\") static void t(U u) {}"
        + repeat(branches, i -> "record B%d(%s) implements U {}\n".formatted(i, fields));
  }

  private static String repeat(int times, IntFunction<String> text) {
    return IntStream.range(0, times).mapToObj(text).collect(Collectors.joining());
  }

  private Compiled compile(String members, String folder) {
    String source =
        """
        import dev.adze.annotation.*;
        import jakarta.validation.constraints.*;
        import java.util.*;
        @SuppressWarnings({"adze:T011", "adze:T040"})
        class Owner {
          %s
        }
        """;
    return Compiled.compile()
        .source("Owner.java", source.formatted(members))
        .into(output.resolve(folder));
  }

  @SuppressWarnings("unchecked") // The binder's owner is static: it needs no object.
  private List<FunctionTool> tools(String members) throws Exception {
    Compiled compiled = compile(members, "fits");
    assertThat(compiled.texts()).isEmpty();
    loader = compiled.loader();
    Class<?> binder = loader.loadClass("OwnerFunctionTools");
    return ((ToolBinder<Object>) binder.getConstructor().newInstance()).bind(null);
  }
}
