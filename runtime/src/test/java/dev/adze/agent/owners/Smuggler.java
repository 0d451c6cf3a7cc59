package dev.adze.agent.owners;

/** An owner without a binder of its own, below a class and an interface that needs approval. */
public class Smuggler extends Restaurant implements Guarded {
  /** Creates the owner. */
  public Smuggler() {}
}
