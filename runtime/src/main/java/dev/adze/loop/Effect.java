package dev.adze.loop;

import dev.adze.approval.ApprovalRequest;
import dev.adze.approval.Grant;
import dev.adze.event.EventHeader;
import dev.adze.event.RunResult;
import dev.adze.model.Message;
import dev.adze.model.ToolCall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Something that a run wants done. Whoever performs it comes back with an input. New kinds may be
 * added in a later version.
 */
public sealed interface Effect {
  /**
   * How long something may take. Its timer is set when the work begins, which may be later than the
   * effect, and forgotten when the work comes back.
   *
   * @param timer the timer's name
   * @param limit from the beginning of the work
   */
  record Deadline(String timer, Duration limit) {}

  /**
   * Ask the model. Comes back as {@link LoopInput.ModelAnswered} or {@link LoopInput.ModelFailed}.
   *
   * @param header what the chunks' events carry until they are told
   * @param attempt which model call of its step it is, from 1
   * @param messages the conversation so far, without the agent's instructions
   * @param callIdPrefix what our ids of the calls in the response begin with
   * @param deadline how long it may take, if there is a limit
   */
  record CallModel(
      EventHeader header,
      int attempt,
      List<Message> messages,
      String callIdPrefix,
      Optional<Deadline> deadline)
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
   * Find the tool of a call, check the arguments and judge the call by the rules; nothing runs yet.
   * Comes back as {@link LoopInput.Prepared}.
   *
   * @param agent the name of the agent whose call it is
   * @param call the call, as the model wrote it
   * @param server the MCP server whose tool it is, if the provider makes the call itself; empty for
   *     a tool of the agent
   * @param given the arguments to check: the model's, or those that it was approved with
   * @param grants what was granted up to now
   * @param preview whether a preview is wanted if somebody has to be asked
   * @param deadline how long it may take
   */
  record Prepare(
      String agent,
      ToolCall call,
      Optional<String> server,
      String given,
      List<Grant> grants,
      boolean preview,
      Deadline deadline)
      implements Effect {
    /** Copies the list. */
    public Prepare {
      grants = List.copyOf(grants);
    }
  }

  /**
   * Have a call decided. Comes back as {@link LoopInput.DecisionMade}.
   *
   * @param request the call
   * @param deadline how long it may take, if there is a limit
   */
  record AskApproval(ApprovalRequest request, Optional<Deadline> deadline) implements Effect {}

  /**
   * Run a tool, once, or let it go on where it left off. Comes back as {@link
   * LoopInput.ToolFinished}.
   *
   * @param header what the events of its reports carry until they are told
   * @param call the call, as the model wrote it
   * @param given the arguments before they were checked: the model's, or those that it was approved
   *     with
   * @param arguments the checked arguments, exactly which are to run
   * @param approved whether these arguments were approved
   * @param attempt which invocation of the call it is, from 1; more only for a tool that may be run
   *     again after its process ended
   * @param inner the run within the call that is to go on, if the call had left off with one
   * @param deadline how long it may take, if there is a limit
   */
  record RunTool(
      EventHeader header,
      ToolCall call,
      String given,
      String arguments,
      boolean approved,
      int attempt,
      Optional<RunState> inner,
      Optional<Deadline> deadline)
      implements Effect {}

  /**
   * Stop what is being done for a call: its check, its approval, or the tool. A check and a tool
   * still come back.
   *
   * @param callId our id of the call
   */
  record CancelCall(String callId) implements Effect {}

  /**
   * Hold a final answer against the type that the agent wants. Comes back as {@link
   * LoopInput.OutputDecoded}.
   *
   * @param attempt which model call of the current step gave the answer
   * @param agent the name of the agent
   * @param text the answer, as the model wrote it
   * @param deadline how long it may take
   */
  record DecodeOutput(int attempt, String agent, String text, Deadline deadline)
      implements Effect {}

  /**
   * Give up decoding an answer; it still comes back.
   *
   * @param attempt the one of the effect
   */
  record CancelOutput(int attempt) implements Effect {}

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
   * Write what the conversation has gained to the session, as one record, before anything that
   * stands behind this effect is done. A record that is there already, of this run and at this
   * place, is not written again; if there is anything else, the run must not go on. Comes back with
   * nothing.
   *
   * @param session the id of the session
   * @param at how many records are to be there before this one
   * @param messages the record's messages, oldest first
   */
  record AppendSession(String session, long at, List<Message> messages) implements Effect {
    /** Copies the list. */
    public AppendSession {
      messages = List.copyOf(messages);
    }
  }

  /**
   * The run is over; no input changes anything from now on.
   *
   * @param result what came out of it
   */
  record Finish(RunResult result) implements Effect {}
}
