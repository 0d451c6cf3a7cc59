package dev.adze.processor;

import static dev.adze.processor.CompiledOwners.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.tool.ApprovalRequiredException;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Approvals that types above ask for: they can be tightened below, and never dropped. */
class InheritedApprovalsTest {
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
    Path before = owners.compile("before", null, parent.formatted(""));
    Path owner =
        owners.compile(
            "owner",
            before,
            "class Owner extends Parent { @Override @Tool(\"1.\") public void one() {} }");
    Path after = owners.compile("after", null, parent.formatted("@RequiresApproval(\"new\")"));

    FunctionTool tool = owners.toolsOf("Owner", owner, after).get("one");

    assertThat(tool.spec().approvalReason()).isEqualTo("new");
    assertThatThrownBy(() -> tool.prepare("{}").call(unapproved()))
        .isInstanceOf(ApprovalRequiredException.class);
  }

  @Test
  void oneRefusalOfAlwaysIsEnough() {
    Map<String, FunctionTool> tools =
        owners.tools(
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

  /** The only tool of {@code Owner} that is called "one" does not run without an approval. */
  private void assertGuarded(boolean apart, String parent, String owner) {
    Path first = owners.compile("parent", null, parent);
    Map<String, FunctionTool> tools =
        apart
            ? owners.toolsOf("Owner", owners.compile("owner", first, owner), first)
            : owners.toolsOf("Owner", owners.compile("both", null, parent, owner));
    FunctionTool tool = tools.get("one");

    assertThat(tools.values()).allMatch(one -> one.spec().requiresApproval());
    assertThatThrownBy(() -> tool.prepare("{}").call(unapproved()))
        .isInstanceOf(ApprovalRequiredException.class);
    assertThat(call(tool)).isIn("ran", "\"ran\"");
  }

  /** A context whose approval has been used. */
  private static ToolContext unapproved() {
    ToolContext context = ToolContext.preApproved("the test");
    context.requireApproval("{}");
    return context;
  }
}
