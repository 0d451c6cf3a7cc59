/** Runs agents: drives the model, calls the tools and streams every event. */
module dev.adze.runtime {
  requires transitive dev.adze.annotations;
  requires static org.jspecify;
  requires okhttp3;
  requires tools.jackson.core;
  requires tools.jackson.databind;
}
