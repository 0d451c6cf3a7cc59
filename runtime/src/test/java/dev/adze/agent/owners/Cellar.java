package dev.adze.agent.owners;

/** An owner whose interfaces have binders, one above the other. */
public final class Cellar implements Menu, WineList {
  /** Creates the owner. */
  public Cellar() {}
}
