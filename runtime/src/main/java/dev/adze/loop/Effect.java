package dev.adze.loop;

import dev.adze.approval.ApprovalRequest;
import dev.adze.event.EventHeader;
import dev.adze.event.RunResult;
import dev.adze.model.Message;
import dev.adze.model.ToolCall;
import java.time.Duration;
import java.util.List;

/**
 * Something that a run wants done. Whoever performs it comes back with an input. New kinds may be
 * added in a later version.
 */
public sealed interface Effect {
  /**
   * Ask the model. Comes back as {@link LoopInput.ModelAnswered} or {@link LoopInput.ModelFailed}.
   *
   * @param header what the chunks' events carry until they are told
   * @param attempt which model call of its step it is, from 1
   * @param messages the conversation so far, without the agent's instructions
   * @param callIdPrefix what our ids of the calls in the response begin with
   */
  record CallModel(EventHeader header, int attempt, List<Message> messages, String callIdPrefix)
      implements Effect {
    /** Copies the list. */
    public CallModel {
      messages = List.copyOf(messages);
    }
  }

  /**
   * Give up the model call; it still comes back.
   *
   * @param attempt which model call of the current step
   */
  record CancelModel(int attempt) implements Effect {}

  /**
   * Find the tool of a call and check the arguments; nothing runs yet. Comes back as {@link
   * LoopInput.Prepared}. Arguments that are blank stand for an empty object.
   *
   * @param call the call, as the model wrote it
   */
  record Prepare(ToolCall call) implements Effect {}

  /**
   * Have a call decided. Comes back as {@link LoopInput.DecisionMade}.
   *
   * @param request the call
   */
  record AskApproval(ApprovalRequest request) implements Effect {}

  /**
   * Run a tool, once. Comes back as {@link LoopInput.ToolFinished}.
   *
   * @param header what the events of its reports carry until they are told
   * @param call the call, as the model wrote it
   * @param arguments the checked arguments, exactly which are to run
   * @param approved whether these arguments were approved
   */
  record RunTool(EventHeader header, ToolCall call, String arguments, boolean approved)
      implements Effect {}

  /**
   * Stop what is being done for a call: its check, its approval, or the tool. Only a tool has to
   * come back.
   *
   * @param callId our id of the call
   */
  record CancelCall(String callId) implements Effect {}

  /**
   * Wake the run later. Comes back as {@link LoopInput.TimerFired}.
   *
   * @param timer the timer's name: our id of the call that it is for, or a name that no call has
   * @param delay from now
   */
  record SetTimer(String timer, Duration delay) implements Effect {}

  /**
   * Forget a timer.
   *
   * @param timer the timer's name
   */
  record CancelTimer(String timer) implements Effect {}

  /**
   * The run is over; no input changes anything from now on.
   *
   * @param result what came out of it
   */
  record Finish(RunResult result) implements Effect {}
}
