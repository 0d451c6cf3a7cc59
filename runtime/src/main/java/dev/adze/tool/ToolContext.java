package dev.adze.tool;

import dev.adze.internal.Awaiting;
import dev.adze.internal.CallPort;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What a run offers to one tool call. A {@code @Tool} method that declares a parameter of this type
 * is given it; the parameter is in no schema and no model sees it.
 *
 * <p>A context belongs to the call that it was issued for and holds at most one approval, which
 * serves once. All methods may be called from any thread.
 */
public final class ToolContext {
  private final CallPort port;

  private ToolContext(CallPort port) {
    this.port = Objects.requireNonNull(port, "port");
  }

  /**
   * Issues a context for one call: the run's way in, closed to everybody else because the
   * parameter's type is not exported.
   *
   * @param port the run's side of the call
   * @return the context of this call
   */
  @SuppressWarnings("exports")
  public static ToolContext issuedBy(CallPort port) {
    return new ToolContext(port);
  }

  /**
   * {@return the run's side of a context: as closed to everybody else as {@link #issuedBy}}
   *
   * @param context of any call
   */
  @SuppressWarnings("exports")
  public static CallPort portOf(ToolContext context) {
    return context.port;
  }

  /**
   * {@return a context outside any run that counts as approved, once: for a bridge whose host has
   * asked the person already, and for a test that calls a tool directly} There is no other way
   * around an approval.
   *
   * @param reason who has approved the call and how; not blank
   */
  public static ToolContext preApproved(String reason) {
    return new ToolContext(new PreApprovedPort(reason));
  }

  /** {@return the id of the run, or an empty text outside a run} */
  public String runId() {
    return port.runId();
  }

  /** {@return our id of this call, unique in its run, or an empty text outside a run} */
  public String callId() {
    return port.callId();
  }

  /**
   * {@return which invocation of this call it is: 1, or more when an idempotent tool is run again}
   */
  public int attempt() {
    return port.attempt();
  }

  /**
   * {@return a key that is the same for every invocation of this call and differs from that of
   * every other call, to be handed on to services that recognise repeats by a key} Empty outside a
   * run.
   */
  public String idempotencyKey() {
    return runId().isEmpty() ? "" : runId() + "/" + callId();
  }

  /**
   * The object that the caller gave to the run.
   *
   * @param <T> what it is expected to be
   * @param type what it is expected to be
   * @return empty if the run was given none
   * @throws ClassCastException if it is of another type
   */
  public <T> Optional<T> caller(Class<T> type) {
    return Optional.ofNullable(port.userContext()).map(type::cast);
  }

  /**
   * Tells the run's listeners how the tool is getting on.
   *
   * @param text what the tool is doing, for people; without effect once the call has ended
   */
  public void activity(String text) {
    port.activity(Objects.requireNonNull(text, "text"));
  }

  /** {@return whether the call should stop because its run was cancelled or its time is over} */
  public boolean isCancelled() {
    return port.cancelled();
  }

  /**
   * Ends the call if it should stop.
   *
   * @throws CancellationException if the call was cancelled
   */
  public void throwIfCancelled() {
    if (isCancelled()) {
      throw new CancellationException("The call was cancelled.");
    }
  }

  /**
   * Runs an action when the call is cancelled, at once if it already is.
   *
   * @param action runs at most once, on a thread of its own or, if the call is cancelled already,
   *     on this one
   */
  public void onCancel(Runnable action) {
    port.onCancel(Objects.requireNonNull(action, "action"));
  }

  /**
   * Waits for what a stage comes to. Generated adapters of methods that return a stage call this; a
   * tool may too. When the call is cancelled or its time is over, the wait ends, and the stage is
   * cancelled if it is a {@link java.util.concurrent.Future}, as a {@code CompletableFuture} is.
   *
   * @param <T> the stage's result
   * @param stage what is being worked on elsewhere
   * @return its result, which may be null if the stage's may
   * @throws InterruptedException if the thread is interrupted
   * @throws CancellationException if the call or the stage was cancelled
   * @throws Exception what the stage failed with, itself and not wrapped
   */
  public <T extends @Nullable Object> T await(CompletionStage<T> stage) throws Exception {
    return Awaiting.await(Objects.requireNonNull(stage, "stage"), port::onCancel);
  }

  /**
   * Takes the approval that this context holds. Generated adapters of {@code @RequiresApproval}
   * methods call this before they do anything else.
   *
   * @param arguments the normalised arguments that are about to run
   * @throws ApprovalRequiredException if the context holds no unused approval of these arguments
   */
  public void requireApproval(String arguments) {
    if (!port.takeApproval(arguments)) {
      throw new ApprovalRequiredException(
          "A tool that needs approval runs only with a context that was issued for an approved call"
              + " with these arguments. This one holds no such approval. Call the tool through a"
              + " Runner with an approver, or use ToolContext.preApproved(reason) where a person has"
              + " been asked already.");
    }
  }
}
