package dev.adze.processor;

import static dev.adze.processor.CompiledOwners.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.tool.FunctionTool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an owner has from the types above it, as an agent gets it. */
class InheritedToolsTest {
  @TempDir Path folder;

  private CompiledOwners owners;

  @BeforeEach
  void open() {
    owners = new CompiledOwners(folder);
  }

  @AfterEach
  void close() throws IOException {
    owners.close();
  }

  @Test
  void subclassOffersWhatItsParentOffersThenItsOwn() {
    Map<String, FunctionTool> tools =
        owners.tools(
            """
            class Parent {
              @Tool("One.") public String one() { return "one of " + getClass().getSimpleName(); }
              @Tool("Two.") public String two() { return "two"; }
            }
            """,
            """
            class Owner extends Parent {
              @Tool("Three.") public String three() { return "three"; }
              @Override @Tool(value = "Another two.", name = "second") public String two() { return "2"; }
            }
            """);

    assertThat(tools.keySet()).containsExactly("one", "three", "second");
    assertThat(call(tools.get("one"))).isEqualTo("one of Owner");
    assertThat(call(tools.get("second"))).isEqualTo("2");
    assertThat(tools.get("second").spec().description()).isEqualTo("Another two.");
  }

  @Test
  void whatIsOverriddenWithoutTheAnnotationStaysATool() {
    Map<String, FunctionTool> tools =
        owners.tools(
            """
            class Parent { @Tool("One.") public String one() { return "parent"; } }
            """,
            """
            class Owner extends Parent {
              @Override public String one() { return "owner"; }
              @Tool("Two.") public static void two() {}
            }
            """);

    assertThat(tools.keySet()).containsExactly("one", "two");
    assertThat(call(tools.get("one"))).isEqualTo("owner");
  }

  @Test
  void genericParentGetsTheTypesThatAreBound() {
    Map<String, FunctionTool> tools =
        owners.tools(
            """
            interface Source<K> { @Tool("Finds.") String find(@Param("Which.") List<K> keys); }
            """,
            """
            abstract class Repo<T extends Record, K> implements Source<K> {
              @Tool("Saves.") public T save(@Param("What.") T item, @Param("Where.") K key) {
                return item;
              }
            }
            """,
            """
            class Owner extends Repo<Owner.User, Integer> {
              public record User(String name) {}
              @Override public String find(List<Integer> keys) { return "" + (keys.get(0) + 1); }
            }
            """);

    assertThat(tools.keySet()).containsExactly("save", "find");
    assertThat(tools.get("save").spec().inputSchema())
        .contains(
            "\"key\":{\"type\":\"integer\",\"description\":\"Where.\",\"minimum\":-2147483648")
        .contains("\"name\":{\"type\":\"string\"}");
    assertThat(call(tools.get("find"), "{\"keys\":[41]}")).isEqualTo("42");
    assertThat(call(tools.get("save"), "{\"item\":{\"name\":\"Ada\"},\"key\":1}"))
        .isEqualTo("{\"name\":\"Ada\"}");
  }

  @Test
  void namesMayHaveDollarSigns() {
    Path classes =
        owners.compile(
            "dollars",
            null,
            """
            class Cash$Box {
              @Tool("One.") public String one() { return "outer"; }
              public static class In$ner { @Tool("One.") public String one() { return "inner"; } }
            }
            """);

    assertThat(call(owners.toolsOf("Cash$Box", classes).get("one"))).isEqualTo("outer");
    assertThat(call(owners.toolsOf("Cash$Box$In$ner", classes).get("one"))).isEqualTo("inner");
  }

  @Test
  void ownersWithErrorsAddNoNoiseAboutTheirAdapters() {
    Compiled compiled =
        Compiled.compile()
            .source(
                "Parent.java",
                CompiledOwners.IMPORTS + "class Parent { @Tool(\"1\") private void a() {} }")
            .source(
                "Lowest.java",
                CompiledOwners.IMPORTS + "class Lowest extends Owner { @Tool(\"3\") void c() {} }")
            .source(
                "Owner.java",
                CompiledOwners.IMPORTS + "class Owner extends Parent { @Tool(\"2\") void b() {} }")
            .into(folder);

    assertThat(compiled.texts())
        .containsExactly(
            "@Tool methods must not be private. Make \"a\" package-private or public."
                + " [adze:T069]");
  }

  @Test
  void anUnannotatedTypeIsNotBotheredWhereItNeedsNoAdapter() {
    Compiled compiled =
        Compiled.compile()
            .source(
                "All.java",
                CompiledOwners.IMPORTS
                    + """
                    class All {
                      interface A { @Tool("a") void a(); }
                      interface B { @Tool("b") void b(); }
                      interface G<T> { @Tool("g") T g(); }
                      private static class Both implements A, B, G<Object> {
                        public void a() {}
                        public void b() {}
                        public Object g() { return this; }
                      }
                      static class Plain implements A { public void a() {} }
                    }
                    """)
            .into(folder);

    assertThat(compiled.texts()).isEmpty();
    assertThat(compiled.generated().keySet())
        .containsExactly(
            "All_AFunctionTools.java",
            "All_BFunctionTools.java",
            "META-INF/adze/All$A.json",
            "META-INF/adze/All$B.json",
            "META-INF/services/dev.adze.tool.ToolBinder");
  }
}
