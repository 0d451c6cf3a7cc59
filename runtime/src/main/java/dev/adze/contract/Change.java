package dev.adze.contract;

/**
 * A difference between two contracts.
 *
 * @param owner the binary name of the class whose tools they are
 * @param tool the tool's name; empty if it concerns the owner
 * @param pointer where it is in the contract of the tool, or of the owner: a JSON Pointer
 * @param breaking whether someone who relies on the older contract is let down
 * @param text what was, and what is
 */
record Change(String owner, String tool, String pointer, boolean breaking, String text) {
  @Override
  public String toString() {
    return (breaking ? "breaking: " : "compatible: ")
        + owner
        + (tool.isEmpty() ? "" : " \"" + tool + "\"")
        + (pointer.isEmpty() ? "" : " " + pointer)
        + ": "
        + text;
  }
}
