package dev.adze.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.event.ExecutionComplete;
import dev.adze.event.ExecutionStart;
import dev.adze.event.FinalOutput;
import dev.adze.event.HandoffOccurred;
import dev.adze.event.McpApprovalRequested;
import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.event.StepComplete;
import dev.adze.event.StepStart;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStart;
import dev.adze.event.ToolCalled;
import dev.adze.event.ToolOutputAdded;
import dev.adze.event.ToolPermissionDecision;
import dev.adze.log.EventText;
import dev.adze.model.AssistantMessage;
import dev.adze.model.McpApproval;
import dev.adze.model.McpApprovalMessage;
import dev.adze.model.McpApprovalRequest;
import dev.adze.model.Message;
import dev.adze.model.ToolCall;
import dev.adze.model.ToolMessage;
import dev.adze.model.ToolResult;
import java.util.ArrayList;
import java.util.List;

/** What must hold of every course that a run can take. */
final class LoopPromises {
  private LoopPromises() {}

  /** Holds at any moment. */
  static void check(LoopWorld world) {
    legsEndOnceAndLast(world);
    noToolRunsWithoutItsDecision(world);
    sessionHasTheConversation(world);
    noProviderIsToldYesWithoutADecision(world);
    noAnswerWithoutItsDecoding(world);
    handoffsAreFollowed(world);
    nothingBeginsThatCannotBeKept(world);
    Message checked = null;
    for (Effect effect : world.asked) {
      if (effect instanceof Effect.CallModel call) {
        Message last = call.messages().get(call.messages().size() - 1);
        if (last != checked) {
          conversationIsWhole(call.messages());
        }
        checked = last;
      }
    }
  }

  /** Holds when nothing more happens by itself. */
  static void checkEnd(LoopWorld world) {
    assertThat(world.state.ended()).as("the run ends").isTrue();
    List<ExecutionComplete> ends = only(world, ExecutionComplete.class);
    RunResult last = ends.get(ends.size() - 1).result();
    conversationIsWhole(last.messages());
    assertThat(last.limit().isPresent()).isEqualTo(last.stopReason() == StopReason.LIMIT);
    assertThat(last.failure().isPresent()).isEqualTo(last.stopReason() == StopReason.FAILED);
    List<String> called = ids(only(world, ToolCalled.class), event -> event.call().id());
    if (last.stopReason() != StopReason.AWAITING_APPROVAL) {
      assertThat(ids(only(world, ToolOutputAdded.class), event -> event.result().call().id()))
          .isEqualTo(called);
      assertThat(ids(only(world, ToolCallComplete.class), event -> event.result().call().id()))
          .containsExactlyInAnyOrderElementsOf(called);
      assertThat(only(world, StepComplete.class)).hasSameSizeAs(only(world, StepStart.class));
      assertThat(goingOn(world) + closed(world)).isEqualTo(world.suspensions);
    } else {
      assertThat(world.unkept).as("who waits can be kept").isNegative();
    }
    assertThat(ids(only(world, ToolCallStart.class), event -> event.call().id()))
        .doesNotHaveDuplicates()
        .isSubsetOf(called);
  }

  private static void nothingBeginsThatCannotBeKept(LoopWorld world) {
    if (world.unkept >= 0) {
      assertThat(world.asked.subList(world.unkept, world.asked.size()))
          .noneMatch(effect ->
              effect instanceof Effect.CallModel
                  || effect instanceof Effect.Prepare
                  || effect instanceof Effect.AskApproval
                  || effect instanceof Effect.RunTool
                  || effect instanceof Effect.DecodeOutput);
    }
  }

  /** How many runs within a call that waited have gone on. */
  private static long goingOn(LoopWorld world) {
    return world.asked.stream()
        .filter(effect -> effect instanceof Effect.RunTool run && run.inner().isPresent())
        .count();
  }

  /** How many of them were not to go on, so that their only call got its result. */
  private static long closed(LoopWorld world) {
    long results = world.within.stream().filter(ToolOutputAdded.class::isInstance).count();
    assertThat(world.within.stream().filter(ToolCallComplete.class::isInstance))
        .hasSize((int) results);
    return results;
  }

  /** The provider is told yes of no call but one that was approved. */
  private static void noProviderIsToldYesWithoutADecision(LoopWorld world) {
    if (world.state.at.messages.stream()
        .filter(McpApprovalMessage.class::isInstance)
        .flatMap(message -> ((McpApprovalMessage) message).approvals().stream())
        .anyMatch(McpApproval::approved)) {
      List<String> asked =
          ids(only(world, McpApprovalRequested.class), event -> event.request().id());
      assertThat(only(world, ToolPermissionDecision.class))
          .anyMatch(event -> asked.contains(event.callId()) && event.decision().approves());
    }
  }

  /** The same input gives the same, also to a state that was text in between. */
  static void checkRoundTrip(LoopWorld world, LoopWorld.Choice choice) {
    String text = world.state.toJson();
    RunState read = RunState.fromJson(text);
    assertThat(read.toJson()).isEqualTo(text);
    if (choice.input() instanceof LoopInput.Resumed) {
      return;
    }
    Transition expected = RunLoop.apply(world.state, choice.input(), world.age);
    Transition found = RunLoop.apply(read, choice.input(), world.age);
    assertThat(texts(found.events())).isEqualTo(texts(expected.events()));
    assertThat(found.effects().toString()).isEqualTo(expected.effects().toString());
    assertThat(found.state().toJson()).isEqualTo(expected.state().toJson());
  }

  private static void legsEndOnceAndLast(LoopWorld world) {
    int open = 0;
    StopReason ended = null;
    for (RunEvent event : world.told) {
      if (event instanceof ExecutionStart) {
        open++;
        ended = null;
      }
      if (ended != null) {
        throw new AssertionError("Nothing is told after the end, but " + event);
      }
      if (event instanceof ExecutionComplete complete) {
        ended = complete.result().stopReason();
      }
    }
    assertThat(world.state.at.leg).isEqualTo(Math.max(1, open));
    long answers = only(world, FinalOutput.class).size();
    assertThat(answers).isEqualTo(ended == StopReason.FINAL_OUTPUT ? 1 : 0);
  }

  /** What a structured run answers is what was decoded, and never what the model wrote. */
  private static void noAnswerWithoutItsDecoding(LoopWorld world) {
    if (world.script.structured()) {
      assertThat(only(world, FinalOutput.class)).allMatch(answer -> answer.text().equals("{}"));
      assertThat(only(world, FinalOutput.class).size())
          .isLessThanOrEqualTo((int) world.path.stream().filter("valid"::equals).count());
    }
  }

  /** Only the first handoff occurs, and from its step's end on the agent is the other one. */
  private static void handoffsAreFollowed(LoopWorld world) {
    String agent = "agent";
    String next = agent;
    for (RunEvent event : world.told) {
      if (event instanceof StepStart || event instanceof ExecutionComplete) {
        agent = next;
      }
      if (!(event instanceof ExecutionStart)) {
        assertThat(event.header().agent()).as(event.name()).isEqualTo(agent);
      }
      if (event instanceof HandoffOccurred occurred) {
        assertThat(occurred.target()).isEqualTo(world.script.target().orElseThrow());
        next = occurred.target();
      }
    }
    assertThat(world.state.activeAgent()).isEqualTo(next);
    assertThat(only(world, HandoffOccurred.class).size())
        .isEqualTo(world.script.target().isPresent() && stepOneIsInTheConversation(world) ? 1 : 0);
  }

  private static boolean stepOneIsInTheConversation(LoopWorld world) {
    return world.state.at.messages.stream().anyMatch(ToolMessage.class::isInstance);
  }

  private static void noToolRunsWithoutItsDecision(LoopWorld world) {
    for (Effect effect : world.asked) {
      if (effect instanceof Effect.RunTool run) {
        String id = run.call().id();
        assertThat(run.call().name()).as("who calls").isNotEqualTo("h");
        long runs = world.asked.stream().filter(other -> isRun(other, id)).count();
        if (!run.call().name().equals("i")) {
          assertThat(world.asked.stream().filter(other -> isNewRun(other, id)))
              .as("runs of " + id)
              .hasSize(1);
        }
        if (run.call().name().equals("a")) {
          assertThat(run.approved()).isTrue();
          assertThat(
                  only(world, ToolPermissionDecision.class).stream()
                      .filter(event -> event.callId().equals(id))
                      .filter(event -> event.decision().approves())
                      .count())
              .isGreaterThanOrEqualTo(runs);
        }
      }
    }
  }

  /** It gets every message once and in order; only the last record may be asked for again. */
  private static void sessionHasTheConversation(LoopWorld world) {
    List<Message> all = world.state.at.messages;
    List<Message> session = new ArrayList<>(all.subList(0, Math.min(1, all.size())));
    Effect.AppendSession last = null;
    for (Effect effect : world.asked) {
      if (effect instanceof Effect.AppendSession append && !append.equals(last)) {
        assertThat(append.at()).isEqualTo(last == null ? LoopWorld.EARLIER : last.at() + 1);
        session.addAll(append.messages());
        last = append;
      }
    }
    conversationIsWhole(session);
    assertThat(session).isEqualTo(all.subList(0, session.size()));
    if (world.state.at.phase == Progress.Phase.ENDED && world.state.at.corrections == 0) {
      assertThat(session).isEqualTo(all);
    }
  }

  private static boolean isRun(Effect effect, String id) {
    return effect instanceof Effect.RunTool run && run.call().id().equals(id);
  }

  private static boolean isNewRun(Effect effect, String id) {
    return isRun(effect, id) && ((Effect.RunTool) effect).inner().isEmpty();
  }

  private static void conversationIsWhole(List<Message> messages) {
    for (int i = 0; i < messages.size(); i++) {
      List<String> calls =
          messages.get(i) instanceof AssistantMessage assistant
              ? assistant.toolCalls().stream().map(ToolCall::id).toList()
              : List.of();
      int after = i + 1;
      List<String> results = List.of();
      if (after < messages.size() && messages.get(after) instanceof ToolMessage tool) {
        results = tool.results().stream().map(ToolResult::callId).toList();
        after++;
      }
      if (!results.equals(calls)) {
        throw new AssertionError("The calls " + calls + " have the results " + results);
      }
      long asked =
          messages.get(i) instanceof AssistantMessage assistant
              ? assistant.parts().stream().filter(McpApprovalRequest.class::isInstance).count()
              : 0;
      long answered =
          after < messages.size() && messages.get(after) instanceof McpApprovalMessage answers
              ? answers.approvals().size()
              : 0;
      if (messages.get(i) instanceof AssistantMessage && asked != answered) {
        throw new AssertionError(asked + " calls of the provider have " + answered + " answers");
      }
    }
  }

  private static List<String> texts(List<RunEvent> events) {
    return events.stream().map(EventText::of).toList();
  }

  static <E extends RunEvent> List<E> only(LoopWorld world, Class<E> type) {
    return world.told.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static <E> List<String> ids(List<E> events, java.util.function.Function<E, String> idOf) {
    return events.stream().map(idOf).toList();
  }
}
