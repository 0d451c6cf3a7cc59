package dev.adze.tool;

/** How a tool says that its work ended. */
public enum ToolStatus {
  /** It did what was asked. */
  SUCCESS,
  /** It could not; the model reads why. */
  ERROR,
  /** It stopped because it was told to. */
  CANCELLED
}
