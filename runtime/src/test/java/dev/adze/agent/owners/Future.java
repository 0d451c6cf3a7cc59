package dev.adze.agent.owners;

/** An owner whose binder was made for a newer runtime. */
public final class Future {
  /** Creates the owner. */
  public Future() {}
}
