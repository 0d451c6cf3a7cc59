package dev.adze.agent.owners;

/** An owner whose binder is named in the service file and missing. */
public final class Forgotten {
  /** Creates the owner. */
  public Forgotten() {}
}
