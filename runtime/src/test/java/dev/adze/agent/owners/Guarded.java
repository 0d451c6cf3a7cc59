package dev.adze.agent.owners;

/** An interface whose tools need approval. */
public interface Guarded {}
