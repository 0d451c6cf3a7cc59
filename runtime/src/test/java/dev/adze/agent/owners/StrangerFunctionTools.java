package dev.adze.agent.owners;

/** Named as the binder of {@link Stranger} would be, and something else. */
public final class StrangerFunctionTools {
  /** Creates it. */
  public StrangerFunctionTools() {}
}
