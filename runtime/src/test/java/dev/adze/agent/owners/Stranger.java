package dev.adze.agent.owners;

/** An owner without a binder, beside a class that only has the name of one. */
public final class Stranger {
  /** Creates the owner. */
  public Stranger() {}
}
