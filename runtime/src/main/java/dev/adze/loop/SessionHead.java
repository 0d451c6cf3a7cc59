package dev.adze.loop;

import java.util.Objects;

/**
 * Where a session stands when a run begins in it.
 *
 * @param id of the session
 * @param records how many records it has
 * @param messages how many messages are in them, which are the first ones of the run
 */
public record SessionHead(String id, long records, int messages) {
  /** Refuses null. */
  public SessionHead {
    Objects.requireNonNull(id, "id");
  }
}
