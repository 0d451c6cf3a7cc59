package dev.adze.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.approval.ApprovalRequest;
import dev.adze.approval.Grant;
import dev.adze.event.RunEvent;
import dev.adze.event.StepComplete;
import dev.adze.event.ToolCallStatus;
import dev.adze.event.ToolOutputAdded;
import dev.adze.loop.RunState;
import dev.adze.loop.Transition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults in the library itself, which a soak has to notice. Many runs go on at once, so that what
 * is noticed first of a fault is not always the same.
 */
class PlantedFaultsTest {
  private static final int RUNS = 1_000;

  /** Of which few are of the sort that a fault needs. */
  private static final int MANY = 100_000;

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
  void aGrantThatSurvivesAChangedContract() throws Exception {
    assertThat(
            soakWith(
                "dev.adze.approval.Grant",
                "covers",
                IgnoreContract.class,
                Sort.GRANTED_AND_CHANGED))
        .contains("A guarded tool ran without approval of its arguments");
  }

  @Test
  void aStartedToolThatIsRunAgainOnResume() throws Exception {
    assertThat(soakWith("dev.adze.loop.Resuming", "mayRunAgain", RunAgain.class, Sort.TAKEN_OVER))
        .containsAnyOf("A call came twice to a tool", "A call that ran in an earlier leg ended");
  }

  @Test
  void aStateThatIsResumedTwice() throws Exception {
    assertThat(soakWith("dev.adze.agent.MemoryStateStore", "replace", ReplaceAlways.class))
        .containsAnyOf(
            "A stale state was resumed", "The store has revision", "A call came twice to a tool");
  }

  @Test
  void aStateThatIsReadAsAnother() throws Exception {
    assertThat(soakWith("dev.adze.loop.StateJson", "read", MissNumber.class))
        .containsAnyOf(
            "A state that was text is read as", "A leg goes on where the one before it has ended");
  }

  @Test
  void withoutAFaultThereIsNoViolation() throws Exception {
    assertThat(soakWith("dev.adze.agent.IssuedPort", "takeApproval", Nothing.class, 300, Sort.ANY))
        .isEmpty();
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

  private static final class IgnoreContract {
    @Advice.OnMethodExit
    static void exit(
        @Advice.This Grant grant,
        @Advice.Argument(0) ApprovalRequest request,
        @Advice.Return(readOnly = false) boolean covered) {
      covered =
          covered
              || (grant.tool().equals(request.tool().name())
                  && grant.expiry().isEmpty()
                  && grant.match().matches(request.arguments())
                  && !grant.contractHash().equals(request.tool().contractHash()));
    }
  }

  private static final class RunAgain {
    @Advice.OnMethodExit
    static void exit(@Advice.Return(readOnly = false) boolean may) {
      may = true;
    }
  }

  private static final class ReplaceAlways {
    @Advice.OnMethodExit
    static void exit(@Advice.Return(readOnly = false) boolean replaced) {
      replaced = true;
    }
  }

  private static final class MissNumber {
    @Advice.OnMethodExit
    static void exit(@Advice.Return(readOnly = false) RunState state) {
      state = state.withSequence(state.sequence() + 1);
    }
  }

  private static final class Nothing {
    @Advice.OnMethodExit
    static void exit() {}
  }

  /** What a soak finds, of which one method of the library was changed. */
  private String soakWith(String type, String method, Class<?> advice) throws Exception {
    return soakWith(type, method, advice, RUNS, Sort.ANY);
  }

  private String soakWith(String type, String method, Class<?> advice, Sort sort) throws Exception {
    return soakWith(type, method, advice, MANY, sort);
  }

  private String soakWith(String type, String method, Class<?> advice, int runs, Sort sort)
      throws Exception {
    return ChangedLibrary.withRoundTrips()
        .with(type, method, advice)
        .find(folder, Long.getLong("tests.seed", 11), runs, sort);
  }
}
