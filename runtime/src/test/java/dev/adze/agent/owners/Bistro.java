package dev.adze.agent.owners;

/** An owner that is served by the binder of the class above it, before that of its interface. */
public class Bistro extends Restaurant implements Menu {
  /** Creates the owner. */
  public Bistro() {}
}
