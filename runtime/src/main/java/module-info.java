/**
 * Tools at run time, the clients of model providers, and the runner that drives a model, calls the
 * tools and streams every event.
 */
module dev.adze.runtime {
  requires transitive dev.adze.annotations;
  requires static transitive org.jspecify;
  requires okhttp3;
  requires okio;
  requires tools.jackson.core;

  uses dev.adze.tool.ToolBinder;

  exports dev.adze;
  exports dev.adze.agent;
  exports dev.adze.approval;
  exports dev.adze.contract;
  exports dev.adze.event;
  exports dev.adze.json;
  exports dev.adze.log;
  exports dev.adze.loop;
  exports dev.adze.model;
  exports dev.adze.model.anthropic;
  exports dev.adze.model.groq;
  exports dev.adze.model.openai;
  exports dev.adze.model.scripted;
  exports dev.adze.testing;
  exports dev.adze.tool;
}
