package dev.adze.benchmarks.kit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** How many bytes threads have allocated, which no noise of a machine changes. */
final class Allocation {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocation() {}

  static long ofThisThread() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  /** Of all threads there were; always 0 before JDK 21, where threads that ended are forgotten. */
  static long ofAllThreads() {
    if (Runtime.version().feature() < 21) {
      return 0;
    }
    try {
      ObjectName threads = new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME);
      Object bytes =
          ManagementFactory.getPlatformMBeanServer()
              .getAttribute(threads, "TotalThreadAllocatedBytes");
      return (Long) bytes;
    } catch (JMException e) {
      throw new IllegalStateException("From JDK 21 on, allocations are counted in total.", e);
    }
  }
}
