package dev.adze.agent;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What goes to the system's log because no caller is there to be told. */
final class Reports {
  private static final Logger LOG = System.getLogger("dev.adze.agent");

  private Reports() {}

  static void failure(String what, Throwable thrown) {
    LOG.log(Level.ERROR, what, thrown);
  }

  static void warning(String what) {
    LOG.log(Level.WARNING, what);
  }
}
