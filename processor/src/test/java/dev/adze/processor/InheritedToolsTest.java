package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.agent.Agent;
import dev.adze.tool.ApprovalRequiredException;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an owner has from the types above it, as an agent gets it. */
class InheritedToolsTest {
  private static final String IMPORTS =
      "import dev.adze.annotation.*;\nimport dev.adze.tool.*;\nimport java.util.*;\n";

  @TempDir Path folder;

  private final List<URLClassLoader> loaders = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (URLClassLoader loader : loaders) {
      loader.close();
    }
  }

  @Test
  void subclassOffersWhatItsParentOffersThenItsOwn() {
    Map<String, FunctionTool> tools =
        tools(
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
        tools(
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
        tools(
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

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anOverrideCannotDropTheApprovalOfTheMethodAbove(boolean apart) {
    assertGuarded(
        apart,
        """
        class Parent {
          @Tool("One.") @RequiresApproval(value = "parent's", always = false)
          public String one() { return ""; }
        }
        """,
        """
        class Owner extends Parent {
          @Override @Tool("One.") public String one() { return "ran"; }
        }
        """);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anOverrideUnderAnotherNameCannotEither(boolean apart) {
    assertGuarded(
        apart,
        """
        abstract class Parent {
          @Tool(value = "One.", name = "uno") @RequiresApproval public abstract String one();
        }
        """,
        """
        class Owner extends Parent {
          @Override @Tool("One.") public String one() { return "ran"; }
        }
        """);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anImplementationCannotDropTheApprovalOfItsInterface(boolean apart) {
    assertGuarded(
        apart,
        """
        interface Parent { @Tool("One.") @RequiresApproval String one(); }
        """,
        """
        class Owner implements Parent {
          @Override @Tool("One.") public String one() { return "ran"; }
        }
        """);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anApprovalOfATypeHoldsForTheToolsOfItsSubtypes(boolean apart) {
    assertGuarded(
        apart,
        """
        @RequiresApproval
        interface Parent { @Tool("Two.") static void two() {} }
        """,
        """
        class Owner implements Parent {
          @Tool("One.") public String one() { return "ran"; }
        }
        """);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aMethodThatAClassHasFromElsewhereIsNoWayAroundTheApprovalOfAnInterface(boolean apart) {
    assertGuarded(
        apart,
        """
        class Parent { @Tool("One.") public String one() { return "ran"; } }
        """,
        """
        class Owner extends Parent implements Guarded {}
        interface Guarded { @Tool("One.") @RequiresApproval String one(); }
        """);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aTypeTightensWhatItInherits(boolean apart) {
    assertGuarded(
        apart,
        """
        class Parent { @Tool("One.") public String one() { return "ran"; } }
        """,
        """
        @RequiresApproval class Owner extends Parent {}
        """);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aGenericMethodKeepsItsApprovalWhereItIsBound(boolean apart) {
    assertGuarded(
        apart,
        """
        interface Parent<T> { @Tool("One.") @RequiresApproval T one(); }
        """,
        """
        class Owner extends Other implements Parent<String> {}
        class Other { @Tool("One.") public String one() { return "ran"; } }
        """);
  }

  @Test
  void anApprovalThatIsAddedAboveLaterHoldsWithoutCompilingWhatIsBelow() {
    String parent = "class Parent { @Tool(\"One.\") %s public void one() {} }";
    Path before = compile("before", null, parent.formatted(""));
    Path owner =
        compile(
            "owner",
            before,
            "class Owner extends Parent { @Override @Tool(\"1.\") public void one() {} }");
    Path after = compile("after", null, parent.formatted("@RequiresApproval(\"new\")"));

    FunctionTool tool = toolsOf("Owner", owner, after).get("one");

    assertThat(tool.spec().approvalReason()).isEqualTo("new");
    assertThatThrownBy(() -> tool.prepare("{}").call(unapproved()))
        .isInstanceOf(ApprovalRequiredException.class);
  }

  @Test
  void oneRefusalOfAlwaysIsEnough() {
    Map<String, FunctionTool> tools =
        tools(
            """
            class Parent {
              @Tool("One.") @RequiresApproval(always = false) public void one() {}
              @Tool("Two.") @RequiresApproval("why") public void two() {}
            }
            """,
            """
            @RequiresApproval(always = false) class Owner extends Parent {
              @Override @Tool("One.") @RequiresApproval("mine") public void one() {}
            }
            """);

    assertThat(tools.get("one").spec().approvalRememberable()).isFalse();
    assertThat(tools.get("one").spec().approvalReason()).isEqualTo("mine");
    assertThat(tools.get("two").spec().approvalRememberable()).isFalse();
    assertThat(tools.get("two").spec().approvalReason()).isEqualTo("why");
  }

  @Test
  void ownersWithErrorsAddNoNoiseAboutTheirAdapters() {
    Compiled compiled =
        Compiled.compile()
            .source("Parent.java", IMPORTS + "class Parent { @Tool(\"1\") private void a() {} }")
            .source(
                "Owner.java", IMPORTS + "class Owner extends Parent { @Tool(\"2\") void b() {} }")
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
                IMPORTS
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

  /** The only tool of {@code Owner} that is called "one" does not run without an approval. */
  private void assertGuarded(boolean apart, String parent, String owner) {
    Path first = compile("parent", null, parent);
    Map<String, FunctionTool> tools =
        apart
            ? toolsOf("Owner", compile("owner", first, owner), first)
            : toolsOf("Owner", compile("both", null, parent, owner));
    FunctionTool tool = tools.get("one");

    assertThat(tools.values()).allMatch(one -> one.spec().requiresApproval());
    assertThatThrownBy(() -> tool.prepare("{}").call(unapproved()))
        .isInstanceOf(ApprovalRequiredException.class);
    assertThat(call(tool)).isIn("ran", "\"ran\"");
  }

  private Map<String, FunctionTool> tools(String... sources) {
    return toolsOf("Owner", compile("all", null, sources));
  }

  private Path compile(String name, Path library, String... sources) {
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

  private Map<String, FunctionTool> toolsOf(String owner, Path... classes) {
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

  private static String call(FunctionTool tool) {
    return call(tool, "{}");
  }

  private static String call(FunctionTool tool, String arguments) {
    try {
      return tool.prepare(arguments).call(ToolContext.preApproved("the test")).output();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** A context whose approval has been used. */
  private static ToolContext unapproved() {
    ToolContext context = ToolContext.preApproved("the test");
    context.requireApproval("{}");
    return context;
  }
}
