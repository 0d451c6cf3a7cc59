package dev.adze.agent;

/**
 * A listener without which a run must not go on: it hears each event before any other listener
 * does, and what its callbacks throw ends the run, which then fails with it.
 */
public interface RunLog extends RunListener {}
