package dev.adze.agent.owners;

/** An interface with a binder, below another. */
public interface WineList extends Menu {}
