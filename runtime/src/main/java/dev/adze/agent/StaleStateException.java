package dev.adze.agent;

import dev.adze.AdzeException;

/**
 * A run cannot go on from a state, because somebody has gone on from it already: the store has a
 * newer state of the run, or none any more, or its session has moved on.
 */
public final class StaleStateException extends AdzeException {
  private static final long serialVersionUID = 1L;

  StaleStateException(String message) {
    super(message, null);
  }
}
