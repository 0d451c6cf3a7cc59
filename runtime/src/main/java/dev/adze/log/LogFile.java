package dev.adze.log;

import dev.adze.event.RunEvent;
import java.io.IOException;
import java.util.function.UnaryOperator;

/**
 * The file of a log, in one of its forms. Used by one thread at a time.
 *
 * <p>None of them writes through a channel: events come on a run's delivery thread, where another
 * listener may leave an interrupt behind, which would close a channel for all runs.
 */
interface LogFile {
  /** Hands an event to the operating system in one piece. */
  void append(RunEvent event, UnaryOperator<String> redaction) throws IOException;

  void close() throws IOException;
}
