package dev.adze.internal;

import org.jspecify.annotations.Nullable;

/**
 * What a run offers to the one tool call that it has issued a context for. The module does not
 * export this package, so that a context with an approval in it comes from a run and from nowhere
 * else.
 *
 * <p>Every method may be called from any thread, also after the call has ended.
 */
public interface CallPort {
  /** The id of the run that the call belongs to. */
  String runId();

  /** Our id of the call, unique in its run. */
  String callId();

  /** Which invocation of this call it is, counted from 1. */
  int attempt();

  /** The object that the caller gave to the run, or null. */
  @Nullable Object userContext();

  /** Publishes what the tool reports; without effect once the call has ended. */
  void activity(String text);

  /** Whether the call should stop. */
  boolean cancelled();

  /** Runs the action when the call is cancelled, at once if it already is; at most once. */
  void onCancel(Runnable action);

  /**
   * Takes the approval of these arguments, which serves once.
   *
   * @param arguments the normalised arguments of the call that is about to run
   * @return whether an unused approval of exactly these arguments was there
   */
  boolean takeApproval(String arguments);
}
