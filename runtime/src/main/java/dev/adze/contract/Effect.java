package dev.adze.contract;

/** What a change of a schema does to the values that it allows. */
enum Effect {
  /** Fewer values. */
  NARROWER,
  /** More values. */
  WIDER,
  /** Other values, or it cannot be told. */
  DIFFERENT,
  /** The same values, told in other words. */
  WORDING
}
