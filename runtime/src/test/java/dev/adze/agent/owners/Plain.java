package dev.adze.agent.owners;

/** An owner without a binder. */
public final class Plain {
  /** Creates the owner. */
  public Plain() {}
}
