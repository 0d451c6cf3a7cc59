package dev.adze.loop;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a running call did nothing but wait for approvals of a run within it. Times are of how long
 * its tool has been running.
 *
 * @param total how long, up to the last time that it went on
 * @param since when it began to wait; null if it does not wait
 */
record Waits(Duration total, @Nullable Duration since) {
  static final Waits NONE = new Waits(Duration.ZERO, null);

  boolean now() {
    return since != null;
  }

  Waits begin(Duration running) {
    return new Waits(total, running);
  }

  Waits end(Duration running) {
    return since == null ? this : new Waits(total.plus(running).minus(since), null);
  }

  /** How much of the time that the tool has been running it was at work. */
  Duration worked(Duration running) {
    Duration worked = running.minus(end(running).total);
    return worked.isNegative() ? Duration.ZERO : worked;
  }
}
