package dev.adze.agent.owners;

/** An owner between two unrelated interfaces with binders. */
public final class Pub implements Menu, Bar {
  /** Creates the owner. */
  public Pub() {}
}
