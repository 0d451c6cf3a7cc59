package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.tool.FunctionTool;
import dev.adze.tool.InvalidArgumentsException;
import dev.adze.tool.ToolBinder;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types of the user whose code throws while arguments are read: each is a fault at its place. */
class ThrowingTypesTest {
  private static final String OWNER =
      """
      import dev.adze.annotation.*;
      import java.util.*;

      @SuppressWarnings("adze:T011")
      public class Owner {
        record Refusing(int x) {
          Refusing {
            if (x == 0) {
              throw new IllegalArgumentException("zero");
            }
          }
        }

        record Asserting(int x) {
          Asserting {
            if (x == 0) {
              throw new AssertionError("not zero");
            }
          }
        }

        record Sneaking(int x) {
          Sneaking {
            Sneaking.<RuntimeException>throwing(new java.io.IOException("no file"));
          }

          @SuppressWarnings("unchecked")
          static <T extends Throwable> void throwing(Throwable thrown) throws T {
            throw (T) thrown;
          }
        }

        record Unhashable(int x) {
          @Override
          public int hashCode() {
            throw new IllegalStateException("no hash");
          }
        }

        public static class Bean {
          private int x;

          public Bean() throws java.io.IOException {}

          public int getX() {
            return x;
          }

          public void setX(int x) throws java.io.IOException {
            throw new java.io.IOException("no x");
          }
        }

        @Tool void refusing(List<Refusing> value) {}

        @Tool void asserting(List<Asserting> value) {}

        @Tool void sneaking(List<Sneaking> value) {}

        @Tool void bean(List<Bean> value) {}

        @Tool void set(Set<Unhashable> value) {}

        @Tool void defaulted(@Param(defaultValue = "{\\"x\\": 0}") Refusing value) {}

        @Tool void defaultedList(@Param(defaultValue = "[{\\"x\\": 0}]") List<Asserting> value) {}

        @Tool void defaultedSet(@Param(defaultValue = "[{\\"x\\": 0}]") Set<Unhashable> value) {}
      }
      """;

  @TempDir static Path output;

  private static final Map<String, FunctionTool> TOOLS = new LinkedHashMap<>();
  private static URLClassLoader loader;

  @BeforeAll
  @SuppressWarnings("unchecked") // The binder is that of the owner.
  static void bind() throws ReflectiveOperationException {
    Compiled compiled = Compiled.compile().source("Owner.java", OWNER).into(output);
    assertThat(compiled.texts()).isEmpty();
    loader = compiled.loader();
    Object owner = loader.loadClass("Owner").getConstructor().newInstance();
    Object binder = loader.loadClass("OwnerFunctionTools").getConstructor().newInstance();
    ((ToolBinder<Object>) binder).bind(owner).forEach(tool -> TOOLS.put(tool.spec().name(), tool));
  }

  @AfterAll
  static void close() throws IOException {
    loader.close();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "refusing | {'value':[{'x':1},{'x':0}]} | /value/1: zero",
        "asserting | {'value':[{'x':1},{'x':0}]} | /value/1: not zero",
        "sneaking | {'value':[{'x':1}]} | /value/0: no file",
        "bean | {'value':[{'x':1}]} | /value/0: no x",
        "set | {'value':[{'x':1}]} | /value/0: no hash",
        "defaulted | {} | /value: its default cannot be used (zero); send a value",
        "defaultedList | {} | /value: its default cannot be used (not zero); send a value",
        "defaultedSet | {} | /value: its default cannot be used (no hash); send a value"
      })
  void isAFaultAtItsPlace(String tool, String arguments, String fault) {
    assertThatThrownBy(() -> TOOLS.get(tool).prepare(arguments.replace('\'', '"')))
        .isInstanceOf(InvalidArgumentsException.class)
        .hasMessageStartingWith("1 problem in the arguments of \"%s\":\n- %s\n", tool, fault);
  }
}
