package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.internal.JsonTree;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolBinder;
import dev.adze.tool.ToolHints;
import dev.adze.tool.ToolSpec;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract that is written beside an adapter; the golden files show what it looks like. */
class ContractTest {
  @TempDir Path output;

  /** The file and the description at run time are written apart and must not disagree. */
  @Test
  void saysOfEachToolWhatItsDescriptionSaysAtRunTime() throws Exception {
    Compiled compiled = Compiled.compile().sources(Path.of("src/test/resources/run")).into(output);
    assertThat(compiled.texts()).isEmpty();

    Map<String, String> written =
        hashes(compiled.generated().get("META-INF/adze/run.Everything.json"));

    Map<String, String> bound = new LinkedHashMap<>();
    try (URLClassLoader loader = compiled.loader()) {
      Object owner = loader.loadClass("run.Everything").getConstructor().newInstance();
      for (ToolBinder<?> binder : ServiceLoader.load(ToolBinder.class, loader)) {
        tools(binder, owner)
            .forEach(tool -> bound.put(tool.spec().name(), tool.spec().contractHash()));
      }
    }
    assertThat(written).hasSizeGreaterThan(5).containsExactlyEntriesOf(bound);
  }

  @SuppressWarnings("unchecked") // The test knows that there is one owner.
  private static <T> List<FunctionTool> tools(ToolBinder<T> binder, Object owner) {
    return binder.bind((T) owner);
  }

  private static Map<String, String> hashes(String contract) {
    Map<String, String> hashes = new LinkedHashMap<>();
    for (JsonTree tool : ((JsonTree.Elements) member(contract, "tools")).elements()) {
      ToolSpec spec = spec(((JsonTree.Members) tool).members());
      hashes.put(spec.name(), spec.contractHash());
    }
    return hashes;
  }

  /** A description that says what the contract says, and all of it. */
  private static ToolSpec spec(Map<String, JsonTree> tool) {
    Map<String, JsonTree> rest = new LinkedHashMap<>(tool);
    ToolSpec.Builder spec =
        ToolSpec.builder(text(rest.remove("name")), rest.remove("inputSchema").canonical())
            .sequential(isTrue(rest.remove("sequential")));
    Map<String, JsonTree> hints = ((JsonTree.Members) rest.remove("hints")).members();
    spec.hints(
        new ToolHints(
            isTrue(hints.get("readOnly")),
            isTrue(hints.get("destructive")),
            isTrue(hints.get("idempotent")),
            isTrue(hints.get("openWorld"))));
    rest.forEach((name, value) -> {
      switch (name) {
        case "title" -> spec.title(text(value));
        case "description" -> spec.description(text(value));
        case "outputSchema" -> spec.outputSchema(value.canonical());
        case "timeout" -> spec.timeout(Duration.parse(text(value)));
        case "approval" -> {
          Map<String, JsonTree> approval = ((JsonTree.Members) value).members();
          spec.requiresApproval(text(approval.get("reason")))
              .approvalRememberable(isTrue(approval.get("rememberable")));
        }
        default -> throw new AssertionError(name);
      }
    });
    return spec.build();
  }

  private static String text(JsonTree value) {
    return ((JsonTree.Text) value).value();
  }

  private static boolean isTrue(JsonTree value) {
    return value.equals(new JsonTree.Literal("true"));
  }

  private static JsonTree member(String json, String name) {
    return ((JsonTree.Members) JsonTree.parse(json)).members().get(name);
  }

  @Test
  void isNamedForTheClassAsClassFilesNameIt() {
    Compiled compiled =
        Compiled.compile()
            .source(
                "Outer.java",
                """
                package com.acme;
                import dev.adze.annotation.Tool;
                class Outer {
                  static class Inner { @Tool("x") void a() {} static class A$B {
                    @Tool("x") void b() {} } }
                }
                """)
            .into(output);

    assertThat(contracts(compiled))
        .containsExactly("com.acme.Outer$Inner$A$B.json", "com.acme.Outer$Inner.json");
  }

  @Test
  void isNotWrittenForAnOwnerWithErrors() {
    Compiled compiled =
        Compiled.compile()
            .source(
                "Bad.java", "class Bad { @dev.adze.annotation.Tool(\"x\") private void a() {} }")
            .into(output);

    assertThat(compiled.success).isFalse();
    assertThat(contracts(compiled)).isEmpty();
  }

  @Test
  void isAsciiWhateverTheSourceSays() {
    Compiled compiled =
        Compiled.compile()
            .source(
                "A.java",
                """
                class A {
                  /** \u00dcber \ud83d\ude00 "x". */
                  @dev.adze.annotation.Tool(title = "\\u2028")
                  void a() {}
                }
                """)
            .into(output);

    String contract = compiled.generated().get("META-INF/adze/A.json");

    assertThat(contract).matches("[\\x20-\\x7e\\n]+").contains("\\u00dcber \\ud83d\\ude00");
    assertThat(JsonTree.parse(contract).canonical()).contains("\\u2028");
  }

  private static List<String> contracts(Compiled compiled) {
    return compiled.generated().keySet().stream()
        .filter(file -> file.startsWith("META-INF/adze/"))
        .map(file -> file.substring("META-INF/adze/".length()))
        .collect(Collectors.toList());
  }
}
