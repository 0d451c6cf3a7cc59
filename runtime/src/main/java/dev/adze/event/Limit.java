package dev.adze.event;

/** Which limit ended a run. New ones may be added in a later version. */
public enum Limit {
  /** The time that a run may take, waits for approval aside. */
  TIME,
  /** The tokens that a run may take, input and output together. */
  TOKENS,
  /** The calls that a model may ask for in a run. */
  TOOL_CALLS,
  /** How often a model may be told in a run that its answer cannot be used. */
  CORRECTIONS
}
