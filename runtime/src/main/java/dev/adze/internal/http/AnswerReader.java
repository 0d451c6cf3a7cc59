package dev.adze.internal.http;

import dev.adze.model.ModelChunk;
import dev.adze.model.ModelResponse;

/** What a protocol makes of the JSON texts of one response. Used by one thread. */
public interface AnswerReader {
  /**
   * Reads the next text.
   *
   * @param json an event of a stream, or the whole body; never empty
   * @param plain whether it is the whole body
   * @throws tools.jackson.core.JacksonException if it is not the JSON that it should be
   * @throws dev.adze.model.ModelException if it is an error of the provider's
   */
  ModelChunk read(byte[] json, boolean plain);

  /** Whether nothing more is to be read. */
  boolean over();

  /** Whether the response is whole, whatever happens to the connection from now on. */
  boolean finished();

  /**
   * The whole response.
   *
   * @param ended whether the server has said that nothing more comes, or sent one plain body
   * @throws dev.adze.model.ModelException if the response is not whole, or the provider gave up
   */
  ModelResponse response(boolean ended);
}
