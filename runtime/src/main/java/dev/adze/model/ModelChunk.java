package dev.adze.model;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One chunk of a response: what the provider sent, byte for byte, and what it means. A response
 * that is not streamed is one chunk.
 */
public final class ModelChunk {
  private final byte[] bytes;
  private final int offset;
  private final int length;
  private final String messageId;
  private final List<ModelDelta> deltas;

  /**
   * Creates the chunk over a slice of bytes that nobody changes any more: it is not copied.
   *
   * @param bytes UTF-8
   * @param offset where the provider's JSON begins
   * @param length how many bytes it has
   * @param messageId the provider's id of the response; empty if it gave none
   * @param deltas what the chunk adds to the response, in order; may be empty
   */
  public ModelChunk(
      byte[] bytes, int offset, int length, String messageId, List<ModelDelta> deltas) {
    this.bytes = bytes;
    this.offset = offset;
    this.length = length;
    this.messageId = messageId;
    this.deltas = List.copyOf(deltas);
  }

  /**
   * {@return a chunk of the JSON text}
   *
   * @param json what the provider sent
   * @param messageId the provider's id of the response; empty if it gave none
   * @param deltas what the chunk adds to the response, in order; may be empty
   */
  public static ModelChunk of(String json, String messageId, List<ModelDelta> deltas) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return new ModelChunk(bytes, 0, bytes.length, messageId, deltas);
  }

  /** {@return the provider's JSON, verbatim} Decoded anew by each call. */
  public String json() {
    return new String(bytes, offset, length, StandardCharsets.UTF_8);
  }

  /** {@return how many bytes the provider's JSON has} */
  public int size() {
    return length;
  }

  /** {@return the provider's id of the response; empty if it gave none} */
  public String messageId() {
    return messageId;
  }

  /** {@return what the chunk adds to the response, in order; may be empty} */
  public List<ModelDelta> deltas() {
    return deltas;
  }

  /** {@return the answer's text in this chunk; empty if there is none} Never reasoning. */
  public String text() {
    if (deltas.size() == 1) {
      return deltas.get(0) instanceof ModelDelta.Text text ? text.text() : "";
    }
    StringBuilder joined = new StringBuilder();
    for (ModelDelta delta : deltas) {
      if (delta instanceof ModelDelta.Text text) {
        joined.append(text.text());
      }
    }
    return joined.toString();
  }

  @Override
  public String toString() {
    return json();
  }
}
