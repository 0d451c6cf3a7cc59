package dev.adze.agent;

import dev.adze.AdzeException;

/**
 * Takes a tool that runs an agent out of its call while the agent waits for a decision, so that
 * nothing is made of an answer that is not there yet.
 */
final class LeftOffException extends AdzeException {
  private static final long serialVersionUID = 1L;

  LeftOffException() {
    super(
        "A call leaves off while its agent waits for a decision, and is made again when there is"
            + " one. Let this exception through.",
        null);
  }
}
