package dev.adze.event;

import dev.adze.model.ModelChunk;
import java.util.Objects;

/**
 * The model sent a chunk. A live event: a repeated attempt sends its chunks again.
 *
 * @param header where the event stands
 * @param attempt which attempt of the step's model call, from 1
 * @param ordinal the chunk's place in the attempt, from 1
 * @param chunk what the provider sent, and what it means
 */
public record RawResponse(EventHeader header, int attempt, int ordinal, ModelChunk chunk)
    implements RunEvent {
  /** Refuses null. */
  public RawResponse {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(chunk, "chunk");
  }

  /** {@return the answer's text in this chunk; empty if there is none} Never reasoning. */
  public String text() {
    return chunk.text();
  }

  @Override
  public String name() {
    return "raw_response_event";
  }

  @Override
  public RawResponse withHeader(EventHeader header) {
    return new RawResponse(header, attempt, ordinal, chunk);
  }
}
