package dev.adze.agent.owners;

/** An owner without a binder, whose binder would have the name of that of another. */
public final class Restaurant_Kitchen {
  /** Creates the owner. */
  public Restaurant_Kitchen() {}
}
