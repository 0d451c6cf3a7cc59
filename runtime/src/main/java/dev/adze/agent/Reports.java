package dev.adze.agent;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What goes to the system's log because no caller is there to be told. */
final class Reports {
  private static final Logger LOG = System.getLogger("dev.adze.agent");

  private Reports() {}

  static void failure(String what, Throwable thrown) {
    report(() -> LOG.log(Level.ERROR, what, thrown));
  }

  static void warning(String what) {
    report(() -> LOG.log(Level.WARNING, what));
  }

  /** The log runs code of others, and whoever reports here has more to do. */
  private static void report(Runnable report) {
    try {
      report.run();
    } catch (Throwable unheard) {
      // There is nobody left to be told.
    }
  }
}
