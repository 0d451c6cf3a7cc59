package dev.adze.agent;

import java.util.function.UnaryOperator;

/**
 * Carries what a thread knows beside its arguments, such as the logging context, the user or the
 * trace, from the thread that starts a run to the threads that work for it.
 *
 * <pre>{@code
 * Runner.builder(agent)
 *     .threadContext(() -> {
 *       Map<String, String> logged = MDC.getCopyOfContextMap();
 *       return task -> () -> {
 *         MDC.setContextMap(logged == null ? Map.of() : logged);
 *         try {
 *           task.run();
 *         } finally {
 *           MDC.clear();
 *         }
 *       };
 *     });
 * }</pre>
 */
@FunctionalInterface
public interface ThreadContext {
  /**
   * Takes the context of this thread, which is the one that starts a run. What it throws comes out
   * of the method that was to start the run.
   *
   * @return puts that context around a task, and has it run before it returns; used by several
   *     threads, for each model call, tool and approval, and for what calls listeners and
   *     subscribers. A call whose context fails does not run; listeners are called without it
   */
  UnaryOperator<Runnable> capture();
}
