package dev.adze.contract;

/** On which side of a call a schema stands, which decides what breaks. */
enum Side {
  /** What a tool takes: it may take more, never less. */
  ARGUMENTS(Effect.NARROWER),
  /** What a tool gives: it may give less, never more. */
  RESULT(Effect.WIDER);

  private final Effect harm;

  Side(Effect harm) {
    this.harm = harm;
  }

  boolean isBrokenBy(Effect effect) {
    return effect == harm || effect == Effect.DIFFERENT;
  }
}
