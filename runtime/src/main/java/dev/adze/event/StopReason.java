package dev.adze.event;

/** Why a run stopped. New reasons may be added in a later version. */
public enum StopReason {
  /** The model gave its answer. */
  FINAL_OUTPUT,
  /** The limit on tokens cut the answer off. */
  TRUNCATED,
  /** The model declined to answer. */
  REFUSED,
  /** The provider withheld the answer. */
  CONTENT_FILTERED,
  /** The steps were used up; the calls of the last one have run. */
  MAX_STEPS,
  /** Another limit was reached; the result says which. */
  LIMIT,
  /** Somebody cancelled the run. */
  CANCELLED,
  /** Something went wrong that the run cannot mend; the result has the cause. */
  FAILED,
  /** A decision was put off; the run can be resumed with it. */
  AWAITING_APPROVAL
}
