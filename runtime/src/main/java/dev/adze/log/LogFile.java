package dev.adze.log;

import dev.adze.event.RunEvent;
import java.io.IOException;
import java.util.function.UnaryOperator;

/**
 * The file of a log, in one of its forms. Written by one thread at a time.
 *
 * <p>None of them writes through a channel: events come on a run's delivery thread, where another
 * listener may leave an interrupt behind, which would close a channel for all runs.
 */
interface LogFile {
  /** An event as this form writes it; by any number of threads at a time. */
  byte[] encode(RunEvent event, UnaryOperator<String> redaction);

  /** Hands an encoded event to the operating system in one piece. */
  void append(byte[] encoded) throws IOException;

  void close() throws IOException;
}
