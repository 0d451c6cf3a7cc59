package dev.adze.agent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps the library's log records away from the console, and for the test. */
final class QuietLog extends Handler implements AutoCloseable {
  /** Held here because the log manager forgets loggers that nobody holds. */
  private final Logger logger = Logger.getLogger("dev.adze.agent");

  private final List<LogRecord> records = Collections.synchronizedList(new ArrayList<>());

  private volatile boolean failing;

  QuietLog() {
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
  }

  /** Keeps nothing from now on, and throws. */
  void fail() {
    failing = true;
  }

  List<LogRecord> records() {
    return List.copyOf(records);
  }

  @Override
  public void publish(LogRecord record) {
    if (failing) {
      throw new IllegalStateException("The log is full.");
    }
    records.add(record);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
  }
}
