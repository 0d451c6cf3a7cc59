package dev.adze.internal;

import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes the threads of this library: virtual ones from JDK 24, where blocking inside {@code
 * synchronized} no longer pins the carrier, and daemon platform threads before.
 */
public final class Threads {
  private static final int UNPINNED = 24;
  private static final @Nullable ThreadFactory VIRTUAL = virtualFactory();

  private Threads() {}

  /** An executor that gives each task a new thread and keeps none. */
  public static Executor perTask(String name) {
    return task -> start(name, task);
  }

  /** Starts a thread of its own for the task. */
  public static Thread start(String name, Runnable task) {
    Thread thread = VIRTUAL == null ? new Thread(task) : VIRTUAL.newThread(task);
    thread.setName(name);
    if (VIRTUAL == null) {
      thread.setDaemon(true);
    }
    thread.start();
    return thread;
  }

  /**
   * Starts a thread of its own for the task, or runs it here if the system has no more threads: for
   * what must not be left out.
   */
  public static void startOrRun(String name, Runnable task) {
    try {
      start(name, task);
    } catch (OutOfMemoryError none) {
      task.run();
    }
  }

  /** Called by name, because the class files of this library are of a Java that lacks it. */
  private static @Nullable ThreadFactory virtualFactory() {
    if (Runtime.version().feature() < UNPINNED) {
      return null;
    }
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      return (ThreadFactory)
          Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
    } catch (ReflectiveOperationException missing) {
      throw new LinkageError("A JDK from " + UNPINNED + " on has virtual threads.", missing);
    }
  }
}
