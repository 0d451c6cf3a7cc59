package dev.adze.model.openai;

/**
 * A piece of a tool call, as a chunk has it.
 *
 * @param index the call's place in the response, or {@link #NO_INDEX}
 * @param id the provider's id of the call; empty if the piece has none
 * @param name the tool's name or more of it; empty if the piece has none
 * @param arguments more of the arguments; may be empty
 */
record OpenAiCallPiece(int index, String id, String name, String arguments) {
  static final int NO_INDEX = -1;

  boolean hasIndex() {
    return index != NO_INDEX;
  }
}
