package dev.adze.agent.owners;

/** An interface with a binder. */
public interface Menu {}
