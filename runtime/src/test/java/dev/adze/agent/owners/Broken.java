package dev.adze.agent.owners;

/** An owner whose binder cannot be made. */
public final class Broken {
  /** Creates the owner. */
  public Broken() {}
}
