// Long because whoever drives the loop reads here what each input means and when it is given.
package dev.adze.loop;

import dev.adze.approval.Decision;
import dev.adze.approval.Grant;
import dev.adze.approval.Ruling;
import dev.adze.model.Message;
import dev.adze.model.ModelResponse;
import dev.adze.model.Usage;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a run. An input that comes too late, such as the answer of a call that
 * was given up, changes nothing. New kinds may be added in a later version.
 */
public sealed interface LoopInput {
  /**
   * The run begins. Once.
   *
   * @param messages the conversation to begin with, without the agent's instructions
   * @param session the session that it goes on with, if it has one
   */
  record Start(List<Message> messages, Optional<SessionHead> session) implements LoopInput {
    /** Copies the list. */
    public Start {
      messages = List.copyOf(messages);
    }

    /**
     * A start without a session.
     *
     * @param messages the conversation that the run begins with
     */
    public Start(List<Message> messages) {
      this(messages, Optional.empty());
    }
  }

  /**
   * The model answered.
   *
   * @param attempt the one of the effect
   * @param response the whole response
   */
  record ModelAnswered(int attempt, ModelResponse response) implements LoopInput {}

  /**
   * The model could not be asked, or did not answer.
   *
   * @param attempt the one of the effect
   * @param error why
   * @param received how far the response came before it broke
   * @param text the answer's text that had come by then; may be empty
   */
  record ModelFailed(int attempt, Throwable error, Received received, String text)
      implements LoopInput {
    /**
     * {@return a failure before anything came}
     *
     * @param attempt which attempt of the step's model call, from 1
     * @param error what went wrong
     */
    public static ModelFailed early(int attempt, Throwable error) {
      return new ModelFailed(attempt, error, Received.NOTHING, "");
    }
  }

  /** How far a response came. */
  enum Received {
    /** The model has said nothing. */
    NOTHING,
    /** The model has begun to speak, to think or to call. */
    CONTENT,
    /** The provider has begun to run a tool of its own, which may not be run twice. */
    PROVIDER_TOOL
  }

  /**
   * A call was checked. When the check is called off, it comes back at once with what there is: a
   * call that is ready without its preview, or {@link Preparation.Broken}.
   *
   * @param callId our id of the call
   * @param preparation what came of it
   */
  record Prepared(String callId, Preparation preparation) implements LoopInput {}

  /** What came of checking a call. */
  sealed interface Preparation {
    /**
     * The call can run.
     *
     * @param arguments the checked arguments as compact JSON
     * @param tool what is known of the tool
     * @param ruling whether it may run, as far as rules can tell
     * @param preview what it would do, if the tool can tell and somebody has to be asked
     */
    record Ready(String arguments, ToolSpec tool, Ruling ruling, Optional<String> preview)
        implements Preparation {
      /** Whether it may not run without an approval. */
      boolean approvalNeeded() {
        return !ruling.free();
      }
    }

    /**
     * The arguments do not fit the tool.
     *
     * @param faults all of them, worded for the model
     */
    record Faulty(String faults) implements Preparation {}

    /**
     * There is no such tool.
     *
     * @param known the names of the tools that there are
     */
    record UnknownTool(List<String> known) implements Preparation {
      /** Copies the list. */
      public UnknownTool {
        known = List.copyOf(known);
      }
    }

    /**
     * The tool failed while it checked the arguments.
     *
     * @param failure what it threw
     */
    record Broken(Failure failure) implements Preparation {}
  }

  /**
   * A call that needs approval was decided.
   *
   * @param callId our id of the call
   * @param argumentsHash the hash of the arguments that were shown, from the request; for others it
   *     changes nothing
   * @param answer what came of asking
   */
  record DecisionMade(String callId, String argumentsHash, Answer answer) implements LoopInput {}

  /**
   * Something was granted in a run within a call, and so in the whole run.
   *
   * @param grant what
   */
  record GrantGiven(Grant grant) implements LoopInput {}

  /**
   * A grant was taken back: it covers no call that is checked from now on.
   *
   * @param grantId the grant's id
   */
  record GrantRevoked(String grantId) implements LoopInput {}

  /** What came of asking for an approval. */
  sealed interface Answer {
    /**
     * Somebody decided.
     *
     * @param decision what
     */
    record Decided(Decision decision) implements Answer {}

    /** There is nobody to ask. */
    record NobodyToAsk() implements Answer {}

    /** The approver returned without a decision. */
    record NoDecision() implements Answer {}

    /**
     * Nobody decided in time.
     *
     * @param limit how long they had
     */
    record OverTime(Duration limit) implements Answer {}

    /**
     * The approver failed.
     *
     * @param exceptionType the simple name of what it threw
     */
    record ApproverFailed(String exceptionType) implements Answer {}
  }

  /**
   * A tool came back.
   *
   * @param callId our id of the call
   * @param outcome with what
   * @param duration how long it ran
   */
  record ToolFinished(String callId, Outcome outcome, Duration duration) implements LoopInput {}

  /** What a tool came back with. */
  sealed interface Outcome {
    /**
     * It returned.
     *
     * @param output what
     */
    record Returned(ToolOutput output) implements Outcome {}

    /**
     * It threw.
     *
     * @param failure what
     */
    record Threw(Failure failure) implements Outcome {}

    /**
     * It left off, because a run within it stopped for decisions that were put off.
     *
     * @param inner that run, to go on with when they are made
     */
    record Suspended(RunState inner) implements Outcome {}

    /** It was stopped before it began. */
    record NotRun() implements Outcome {}
  }

  /**
   * What a tool threw, read by whoever caught it: an exception's methods are the user's code.
   *
   * @param type the simple name of its class
   * @param message its message; empty if it has none
   * @param error the exception itself, for listeners; null in a state that was kept as text
   */
  record Failure(String type, String message, @Nullable Throwable error) {}

  /**
   * A run within a call has used something, which counts as used by this run.
   *
   * @param callId our id of the call
   * @param usage the tokens of a model call; may be none
   * @param toolCalls how many calls the inner run's model has asked for
   */
  record NestedUsed(String callId, Usage usage, int toolCalls) implements LoopInput {}

  /**
   * A run within a call has begun to wait for nothing but approvals, or goes on. In between, no
   * time is counted for the call and, if nothing else is at work, for this run.
   *
   * @param callId our id of the call
   * @param waits whether it waits
   * @param running how long the call's tool has been running
   */
  record NestedWaits(String callId, boolean waits, Duration running) implements LoopInput {}

  /**
   * A final answer was held against its type. When that is called off, it comes back at once as
   * {@link Decoding.Broken}.
   *
   * @param attempt the one of the effect
   * @param decoding what came of it
   */
  record OutputDecoded(int attempt, Decoding decoding) implements LoopInput {}

  /** What came of decoding a final answer. */
  sealed interface Decoding {
    /**
     * The answer is of its type.
     *
     * @param json the answer, without what stands around it
     */
    record Valid(String json) implements Decoding {}

    /**
     * The answer is not of its type.
     *
     * @param faults all of them, worded for the model
     */
    record Faulty(String faults) implements Decoding {}

    /**
     * The decoder failed, which is not the model's mistake.
     *
     * @param error what it threw
     */
    record Broken(Throwable error) implements Decoding {}
  }

  /**
   * A timer went off.
   *
   * @param timer its name
   * @param running how long the call that it is for has been running; zero if it is for none
   */
  record TimerFired(String timer, Duration running) implements LoopInput {}

  /**
   * Somebody wants the run to stop. Any number of times, also before the start.
   *
   * @param afterStep whether the current step may come to its end first
   */
  record CancelRequested(boolean afterStep) implements LoopInput {}

  /**
   * What the last input led to could not be kept, so that the run must not go on: it stops as if it
   * was cancelled. If it was to wait for decisions, it does not; the event that says so is not to
   * be told.
   */
  record NotKept() implements LoopInput {}

  /**
   * The call that the run is part of is over, and nobody waits for the run any more: whatever is
   * under way in it is over too, at once. If it was to wait for decisions, it does not.
   */
  record GivenUp() implements LoopInput {}

  /**
   * The run goes on in another leg: after it stopped for something that can be mended, or from a
   * state that was kept when its process ended.
   *
   * @param setup the one that holds from now on; of the same run and agent
   * @param decisions what was decided of the calls that the state waits for; all or some
   */
  record Resumed(RunSetup setup, List<DecisionMade> decisions) implements LoopInput {
    /** Copies the list. */
    public Resumed {
      decisions = List.copyOf(decisions);
    }
  }
}
