package dev.adze.agent.owners;

/** An owner whose binder must not be made an object of while another one is looked for. */
public final class Loud {
  /** Creates the owner. */
  public Loud() {}
}
