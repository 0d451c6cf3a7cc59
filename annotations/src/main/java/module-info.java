/** The annotations that turn Java methods into tools for language models. */
module dev.adze.annotations {
  requires static org.jspecify;
}
