package dev.adze.agent.owners;

/** An interface with a binder, of no kin to the other. */
public interface Bar {}
