package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.internal.JsonTree;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolBinder;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
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

  private static Map<String, String> hashes(String contract) throws Exception {
    Map<String, String> hashes = new LinkedHashMap<>();
    for (JsonTree tool : ((JsonTree.Elements) member(contract, "tools")).elements()) {
      String canonical = tool.canonical();
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
      hashes.put(
          ((JsonTree.Text) member(canonical, "name")).value(), HexFormat.of().formatHex(hash));
    }
    return hashes;
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
