/**
 * The annotations that turn Java methods into tools for language models.
 *
 * <p>They are read at compile time by the Adze processor and mean nothing to a running program, so
 * that a module needs them only to be compiled. One that exports its tools writes {@code requires
 * static transitive dev.adze.annotations}: they are part of what its readers see, and {@code
 * -Xlint:exports} warns otherwise.
 */
module dev.adze.annotations {
  requires static org.jspecify;

  exports dev.adze.annotation;
}
