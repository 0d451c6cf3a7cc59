package dev.adze.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.event.RunEvent;
import dev.adze.event.StepComplete;
import dev.adze.event.ToolCallStatus;
import dev.adze.event.ToolOutputAdded;
import dev.adze.loop.Transition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults in the library itself, which a soak has to notice. */
class PlantedFaultsTest {
  private static final int RUNS = 1_000;

  @TempDir private Path folder;

  @Test
  void anEventThatIsDropped() throws Exception {
    assertThat(soakWith("dev.adze.agent.Delivery", "add", DropEvent.class))
        .contains("Events are numbered without gaps");
  }

  @Test
  void aResultThatIsLostOnCancel() throws Exception {
    assertThat(soakWith("dev.adze.loop.RunLoop", "apply", LoseResult.class))
        .contains("tool_output exactly once");
  }

  @Test
  void anApprovalThatIsUsedTwice() throws Exception {
    assertThat(soakWith("dev.adze.agent.IssuedPort", "takeApproval", KeepApproval.class))
        .contains("A call came twice to a tool");
  }

  @Test
  void withoutAFaultThereIsNoViolation() throws Exception {
    assertThat(soakWith("dev.adze.agent.IssuedPort", "takeApproval", Nothing.class)).isEmpty();
  }

  private static final class DropEvent {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean enter(@Advice.Argument(0) RunEvent event) {
      return event instanceof StepComplete;
    }
  }

  private static final class LoseResult {
    @Advice.OnMethodExit
    static void exit(@Advice.Return(readOnly = false) Transition transition) {
      List<RunEvent> kept = new ArrayList<>();
      for (RunEvent event : transition.events()) {
        if (!(event instanceof ToolOutputAdded)
            || ((ToolOutputAdded) event).result().status() != ToolCallStatus.CANCELLED) {
          kept.add(event);
        }
      }
      transition = new Transition(transition.state(), kept, transition.effects());
    }
  }

  private static final class KeepApproval {
    @Advice.OnMethodExit
    static void exit(
        @Advice.Return(readOnly = false, typing = Assigner.Typing.STATIC) boolean taken) {
      taken = true;
    }
  }

  private static final class Nothing {
    @Advice.OnMethodExit
    static void exit() {}
  }

  /** What a soak finds, of which one method of the library was changed. */
  private String soakWith(String type, String method, Class<?> advice) throws Exception {
    ClassLoader own = getClass().getClassLoader();
    ClassFileLocator classes = ClassFileLocator.ForClassLoader.of(own);
    byte[] changed =
        new ByteBuddy()
            .redefine(TypePool.Default.of(own).describe(type).resolve(), classes)
            .visit(Advice.to(advice, classes).on(ElementMatchers.named(method)))
            .make()
            .getBytes();
    Class<?> soak = new Changed(own, type, changed).loadClass(Soak.class.getName());
    Method violations = soak.getDeclaredMethod("violations", Path.class, long.class, long.class);
    violations.setAccessible(true);
    return (String) violations.invoke(null, folder, Long.getLong("tests.seed", 11), RUNS);
  }

  /** The library and the soak once more, with another class in the place of one of theirs. */
  private static final class Changed extends ClassLoader {
    private final String type;
    private final byte[] changed;

    Changed(ClassLoader parent, String type, byte[] changed) {
      super(parent);
      this.type = type;
      this.changed = changed;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("dev.adze.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
          return loaded;
        }
        byte[] bytes = name.equals(type) ? changed : bytes(name);
        return defineClass(name, bytes, 0, bytes.length);
      }
    }

    private byte[] bytes(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
