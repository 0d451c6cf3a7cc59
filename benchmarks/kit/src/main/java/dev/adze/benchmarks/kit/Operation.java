package dev.adze.benchmarks.kit;

/** Something that is measured. Used by one thread. */
public interface Operation {
  /**
   * Does the work once.
   *
   * @return what came out of it, so that no compiler leaves the work out
   */
  Object run() throws Exception;
}
