package dev.adze.agent.owners;

/** An owner with a binder of its own. */
public class Restaurant {
  /** Creates the owner. */
  public Restaurant() {}

  /** Has tools of its own, in a nested class. */
  public static final class Kitchen {
    /** Creates the owner. */
    public Kitchen() {}
  }
}
