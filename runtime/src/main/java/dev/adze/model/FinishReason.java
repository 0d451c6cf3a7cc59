package dev.adze.model;

/** Why a response ended. New reasons may be added in a later version. */
public enum FinishReason {
  /** The model had said what it wanted to say. */
  STOP,
  /** The model waits for the results of its tool calls. */
  TOOL_CALLS,
  /** The limit on tokens cut the response off. */
  LENGTH,
  /** The provider withheld the rest. */
  CONTENT_FILTER,
  /** The model declined to answer. */
  REFUSAL,
  /** The provider paused and wants to be asked to go on. */
  PAUSED,
  /** The provider gave none, or one that this version does not know. */
  UNKNOWN
}
